"""Stations on the command line: bundles handed out, results brought back and taken in."""

from __future__ import annotations

import argparse

from congress_desk.cli.signing_in import sign_in_here
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.stations.bundle_ranges import bundle_numbers, ranges_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import message, problem_text
from congress_desk.queries.elections.by_code import election_by_code
from congress_desk.queries.elections.lists import rounds
from congress_desk.station_files import bring_back, hand_out, take_in
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE, PROBLEMS = 0, 1


def hand_to(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Hand bundles of the round being counted to a station."""
    place = Place(file=file.path.name)
    election = election_by_code(file, options.election)
    if isinstance(election, Refusal):
        return election
    counting = [r for r in rounds(file, election.id) if r.state is RoundState.COUNTING]
    if not counting:
        return refuse("no_round_counting", place, code=election.code)
    numbers = bundle_numbers(options.bundles)
    if isinstance(numbers, Refusal):
        return numbers
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    station = hand_out(
        file,
        counting[0].id,
        numbers,
        name=options.name or options.to.stem,
        target=options.to,
        actor=options.operator or user_name(),
    )
    if isinstance(station, Refusal):
        return station
    made = "cli.station_to_settle" if station.settles else "cli.station_made"
    print(
        message(
            made,
            path=options.to.name,
            name=station.name,
            bundles=len(station.bundles),
            sheets=station.sheets,
        )
    )
    return DONE


def bring(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Write the signed result of a station file."""
    brought = bring_back(file, options.to)
    if isinstance(brought, Refusal):
        return brought
    print(message("cli.station_result", path=options.to.name, sheets=brought.sheets))
    if brought.left:
        print(message("cli.station_left", bundles=ranges_text(brought.left)))
    return DONE


def take(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Take results in; what is refused is said, a line each, and the others are taken in."""
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    taken = take_in(file, options.results, actor=options.operator or user_name())
    for each in taken.results:
        taken_in = "cli.station_settled" if each.station.settles else "cli.station_taken"
        name, told = each.station.name, len(each.bundles)
        print(message(taken_in, name=name, bundles=told))
        if each.station.out:
            print(message("cli.station_left", bundles=ranges_text(each.station.out)))
        if each.untold:
            print(message("cli.station_untold", name=name, bundles=ranges_text(each.untold)))
        if each.changed:
            changed = ranges_text(each.changed)
            print(message("cli.station_changed", name=name, bundles=changed))
    if len(taken.refusals) == 1 and not taken.stations:
        return taken.refusals[0]
    for refused in taken.refusals:
        print(problem_text(refused.first))
    return PROBLEMS if taken.refusals else DONE
