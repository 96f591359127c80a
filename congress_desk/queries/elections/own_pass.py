"""What somebody may see of the pass they are entering: their own ballots, nothing of another."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.elections.round import Ballot
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballots import ballot
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """The open pass of a bundle: its ballots by place; `aside` are places kept for the board."""

    bundle: BundlePasses
    ballots: tuple[Ballot, ...]
    aside: tuple[int, ...]


def own_entry(file: CongressFile, round_id: int, number: int, name: str) -> OwnEntry | Refusal:
    """Return the open pass of a bundle to whoever enters it; refused to everybody else."""
    bundle = bundle_of(file, round_id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    opened = bundle.open_pass
    if opened is None:
        return refuse("pass_not_open", bundle=number)
    worker = Worker(name=name, operator_id=file.signed_in.operator_id)
    if not worker.is_same(Worker(name=opened.operator, operator_id=opened.operator_id)):
        return refuse("pass_of_another", bundle=number, name=opened.operator)
    rows = reading_passes.places_of_pass(file, opened.id)
    return OwnEntry(
        bundle=bundle,
        ballots=tuple(ballot(file, row["ballot_id"]) for row in rows if row["ballot_id"]),
        aside=tuple(row["sequence"] for row in rows if not row["ballot_id"]),
    )
