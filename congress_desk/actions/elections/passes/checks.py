"""What every act on a pass asks first: the round, the bundle, the pass, and who works."""

from __future__ import annotations

from congress_desk.actions.elections.rounds import counting_round
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.entry_rights import Worker, check_resolver
from congress_desk.domain.elections.round import Round
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.operators import are_defined
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import passes as reading_passes


def round_of_passes(file: CongressFile, round_id: int) -> Round | Refusal:
    """Return a round that is entered more than once and takes changes."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    return found if found.passes > 1 else refuse("round_of_one_pass", number=found.number)


def worker(file: CongressFile, name: str) -> Worker:
    """Return who works: by name, and by the number they are signed in under."""
    return Worker(name=clean_text(name), operator_id=file.signed_in.operator_id)


def open_bundle(
    file: CongressFile, round_id: int, number: int
) -> tuple[Round, BundlePasses] | Refusal:
    """Return a bundle of a round that takes changes."""
    found = round_of_passes(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of(file, round_id, number)
    return refuse("bundle_unknown", bundle=number) if bundle is None else (found, bundle)


def own_pass(file: CongressFile, round_id: int, number: int, name: str) -> Row | Refusal:
    """Return the open pass of a bundle to whoever opened it, with what it holds."""
    row = reading_passes.open_pass_row(file, round_id, number)
    if row is None:
        if bundle_of(file, round_id, number) is None:
            return refuse("bundle_unknown", bundle=number)
        return refuse("pass_not_open", bundle=number)
    opened_by = Worker(name=row["operator"], operator_id=row["operator_id"])
    if not worker(file, name).is_same(opened_by):
        return refuse("pass_of_another", bundle=number, name=row["operator"])
    return row


def resolvers(file: CongressFile, bundle: BundlePasses, name: str, together: str) -> str | Refusal:
    """Return the names of those who settle a bundle, or say why they cannot.

    With operators whoever sits beside the resolver typed a PIN too: see `sit_beside`.
    """
    resolver, beside = worker(file, name), Worker(name=clean_text(together))
    typists = reading_passes.typists(file, bundle.id)
    refusal = check_resolver(resolver, beside, typists, bundle.number)
    if refusal:
        return refusal
    if beside.name and are_defined(file) and not beside.is_same(Worker(name=file.signed_in.beside)):
        return refuse("beside_needs_pin", name=beside.name)
    return ", ".join(filter(None, (resolver.name, beside.name)))
