"""The further entry passes of a round on the command line: recorded, and where they differ."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from congress_desk.actions.elections.passes.recording import record_pass
from congress_desk.cli.signing_in import sign_in_here
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, BundleState
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import difference_text, message
from congress_desk.imports.ballots_csv import read_ballots
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.passes.bundles import compared_bundle
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name


def further_pass(
    file: CongressFile, election: Election, options: argparse.Namespace
) -> int | Refusal:
    """Record pass 2 or 3 of the round being counted; say bundle and place where passes differ.

    Nothing of what stands on a ballot is said. Differences are no failure: the exit code is 0.
    """
    found = _counting(file, election)
    if isinstance(found, Refusal):
        return found
    lines = read_ballots(options.ballots, len(found.candidates), found.mode)
    if isinstance(lines, Refusal):
        return lines
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    bundles = record_pass(
        file,
        found.id,
        options.pass_number,
        lines,
        source=options.ballots.name,
        operator=options.operator or user_name(),
    )
    if isinstance(bundles, Refusal):
        return bundles
    _say(file, election, found, options.pass_number, bundles, len(lines))
    return 0


def _counting(file: CongressFile, election: Election) -> Round | Refusal:
    for found in rounds(file, election.id):
        if found.state is RoundState.COUNTING:
            return found
    return refuse("no_round_counting", Place(file=file.path.name), code=election.code)


def _say(
    file: CongressFile,
    election: Election,
    found: Round,
    number: int,
    bundles: Sequence[BundlePasses],
    count: int,
) -> None:
    agreed = sum(bundle.is_agreed for bundle in bundles)
    differing = [bundle for bundle in bundles if bundle.state is BundleState.DIFFERS]
    print(
        message(
            "cli.pass_recorded",
            code=election.code,
            number=found.number,
            pass_number=number,
            count=count,
            agreed=agreed,
            differ=len(differing),
            open=len(bundles) - agreed - len(differing),
        )
    )
    for bundle in differing:
        for line in _differences(file, found, bundle):
            print(line)


def _differences(file: CongressFile, found: Round, bundle: BundlePasses) -> Iterator[str]:
    """Yield what is to be said of a bundle that is not agreed, its number of sheets first."""
    compared = compared_bundle(file, found.id, bundle.number)
    if compared is None:
        return
    if compared.needs_count:
        yield message(
            "cli.pass_counts_differ",
            bundle=bundle.number,
            counts=" / ".join(map(str, compared.comparison.counts)),
            expected="–" if bundle.expected is None else bundle.expected,
        )
    for difference in compared.comparison.differences:
        yield message("cli.pass_difference", bundle=bundle.number, text=difference_text(difference))
    if compared.waiting:
        yield message("cli.pass_waits", bundle=bundle.number)
