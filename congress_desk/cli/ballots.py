"""The ballots of a file recorded as the next round of an election, or as a further pass."""

from __future__ import annotations

import argparse
from dataclasses import replace

from congress_desk.actions.elections.ballots_file import record_ballots
from congress_desk.cli.passes import further_pass
from congress_desk.cli.signing_in import sign_in_here
from congress_desk.domain.elections.ballots import mark_mode
from congress_desk.domain.elections.round import Accounting
from congress_desk.errors import Place, Refusal
from congress_desk.i18n import finding_text, message
from congress_desk.imports.ballots_csv import read_ballots
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.by_code import election_by_code
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet, unmet_conditions
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE = 0


def record(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Record the ballots of a file as the next round of an election, or as a further pass."""
    election = election_by_code(file, options.election)
    if isinstance(election, Refusal):
        return election
    if options.pass_number != 1:
        return further_pass(file, election, options)
    plan = next_round(file, election.id)
    if isinstance(plan, Refusal):
        return plan
    names = len(plan.candidates)
    lines = read_ballots(
        options.ballots, names, mark_mode(names, plan.seats, congress(file).rules.votes)
    )
    if isinstance(lines, Refusal):
        return lines
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    recorded = record_ballots(
        file,
        election.id,
        lines,
        accounting=_accounting(options, registered=presence(file).present, papers=len(lines)),
        by_hand=options.convened is not None,
        source=options.ballots.name,
        reason=options.reason,
        actor=options.operator or user_name(),
    )
    if isinstance(recorded, Refusal):
        return _asking_for_reason(recorded, file.path.name)
    print(message("cli.recorded", code=election.code, number=recorded.number, count=len(lines)))
    for finding in unmet_conditions(file, recorded.id):
        print(message("cli.condition", code=election.code, text=finding_text(finding)))
    for finding in round_sheet(file, recorded.id).findings:
        if finding.blocks:
            print(message("cli.against", code=election.code, text=finding_text(finding)))
    return DONE


def _asking_for_reason(refusal: Refusal, file: str) -> Refusal:
    """Return a refusal that names the file whose round needs the reason."""
    first = refusal.first
    if first.code != "ballots_need_reason":
        return refusal
    return Refusal((replace(first, place=Place(file=file)),))


def _accounting(options: argparse.Namespace, *, registered: int, papers: int) -> Accounting:
    """Return the numbers given; of the others, those of the register and of the ballots file.

    A register in which nobody is present yet says nothing: as many were there as had a ballot.
    """
    returned = papers if options.returned is None else options.returned
    present = options.present if options.present is not None else registered or None
    issued = options.issued
    if issued is None:
        issued = returned if present is None else present
    return Accounting(
        convened=options.convened or 0,
        present=issued if present is None else present,
        issued=issued,
        returned=returned,
    )
