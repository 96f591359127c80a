"""What each word of the command line does; returns an exit code, or a refusal to be printed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from congress_desk.cli.start_window import has_screen, show_window
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import RoundState
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import finding_text, message, problem_text
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.by_code import election_by_code
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.round_story import round_story
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.elections.stations.stations import station_order
from congress_desk.reports.elections.result_json import no_round_json, result_json
from congress_desk.reports.elections.story_json import course_json, story_json
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file
from congress_desk.storage.read_only import CANNOT_WRITE, open_to_read
from congress_desk.storage.safety.lock import user_name
from congress_desk.whole_congress import make_whole, recover_whole

Command = Callable[[argparse.Namespace], int | Refusal]

DONE, PROBLEMS = 0, 1


def _demo(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.example import default_example_path, make_example
    from congress_desk.example.sizes import DEFAULT, SIZES

    if not options.no_window and not has_screen():
        return refuse("no_screen")
    size = options.size or DEFAULT
    if size not in SIZES:
        return refuse("demo_size_unknown", size=size, known="|".join(SIZES))
    path = options.file or default_example_path(size)
    if options.file is not None and path.exists() and not options.fresh:
        return refuse("demo_exists", Place(file=path.name))
    if options.file is not None or options.fresh or not path.exists():
        made = make_example(path, size=size, fresh=options.fresh)
        if isinstance(made, Refusal):
            return made
    print(path)
    return DONE if options.no_window else show_window(path, language=options.language)


def _template(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.exports.setup_workbook.workbook import write_template

    if options.out.exists() and not options.force:
        return refuse("file_exists", Place(file=options.out.name))
    refusal = write_template(options.out)
    if refusal:
        return refusal
    print(options.out)
    return DONE


def _guide(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.exports.guide.guide import write_guide

    if options.out.exists() and not options.force:
        return refuse("file_exists", Place(file=options.out.name))
    refusal = write_guide(options.out)
    if refusal:
        return refusal
    print(options.out)
    return DONE


def _new(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.from_lists import of_lists
    from congress_desk.new_congress import SUFFIX, new_from_workbook

    if options.setup.suffix.casefold() == SUFFIX:
        return of_lists(options.setup, options.file, rehearsal=options.rehearsal)

    def make(path: Path) -> list[str] | Refusal:
        made = new_from_workbook(
            path, options.setup, actor=user_name(), rehearsal=options.rehearsal
        )
        if isinstance(made, Refusal):
            return made
        file, notes = made
        with closing(file):
            return [*map(problem_text, notes), *_list_findings(file)]

    notes = make_whole(options.file, make)
    if isinstance(notes, Refusal):
        return notes
    print(options.file)
    for note in notes:
        print(note, file=sys.stderr)
    return DONE


def _rehearse(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.from_lists import of_lists

    return of_lists(options.file, options.target, rehearsal=True)


def _list_findings(file: CongressFile) -> list[str]:
    """Return where the lists of candidates and the register disagree, a line each."""
    from congress_desk.queries.elections.profiles import register_findings_of

    return [
        message("cli.list_finding", code=election.code, text=finding_text(finding))
        for election in elections(file)
        for finding in register_findings_of(file, election.id)
    ]


def _with_file(
    options: argparse.Namespace,
    work: Callable[[CongressFile], int | Refusal],
    *,
    at_station: bool = False,
    reads: bool = False,
) -> int | Refusal:
    """Do work on the file; one that only `reads` takes a file that cannot be written too."""
    file = open_file(options.file, take_over=options.take_over)
    if isinstance(file, Refusal) and reads and file.first.code in CANNOT_WRITE:
        from congress_desk.cli.backups import tell_read_only

        file = open_to_read(options.file)
        if not isinstance(file, Refusal):
            tell_read_only(file)
    if isinstance(file, Refusal):
        return file
    try:
        if not at_station and station_order(file) is not None:
            return refuse("station_enters_only", Place(file=file.path.name))
        return work(file)
    finally:
        for note in file.notes:
            print(problem_text(note), file=sys.stderr)
        file.close()


def _station(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.stations import hand_to

    return _with_file(options, lambda file: hand_to(file, options))


def _station_result(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.stations import bring

    return _with_file(options, lambda file: bring(file, options), at_station=True)


def _take(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.stations import take

    return _with_file(options, lambda file: take(file, options))


def _ready(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.ready import ready

    return _with_file(options, ready)


def _people(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.people import people

    return _with_file(options, lambda file: people(file, options), reads=options.list is None)


def _ballots(options: argparse.Namespace) -> int | Refusal:
    # Loaded here: an act brings the conditions of rounds along, of no use to `result`.
    from congress_desk.cli.ballots import record

    return _with_file(options, lambda file: record(file, options))


def _result(options: argparse.Namespace) -> int | Refusal:
    return _with_file(options, lambda file: _tell_results(file, options), reads=True)


def _tell_results(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    answer: Any
    if options.election is None:
        answer = [_result_of(file, election, None) for election in elections(file)]
        refused = next((t for t in answer if isinstance(t, Refusal)), None)
    else:
        election = election_by_code(file, options.election)
        answer = (
            election if isinstance(election, Refusal) else _result_of(file, election, options.round)
        )
        refused = answer if isinstance(answer, Refusal) else None
    if refused is not None:
        return refused
    print(json.dumps(answer, ensure_ascii=False, indent=1))
    return DONE


def _result_of(
    file: CongressFile, election: Election, number: int | None
) -> dict[str, Any] | Refusal:
    held = rounds(file, election.id)
    if number is None:
        counted = [r for r in held if r.state is not RoundState.CANCELLED]
        if not counted:
            answer = no_round_json(congress(file), election)
            return {**answer, "in_all": course_json(election_course(file, election.id))}
        return _round_json(file, counted[-1].id)
    for found in sorted(held, key=lambda r: (r.stands, r.id), reverse=True):
        if found.number == number:
            return _round_json(file, found.id)
    place = Place(file=file.path.name)
    return refuse("round_number_unknown", place, code=election.code, number=number, held=len(held))


def _round_json(file: CongressFile, round_id: int) -> dict[str, Any]:
    return {**result_json(round_sheet(file, round_id)), **story_json(round_story(file, round_id))}


def _export(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.papers import export_papers

    kinds = tuple(kind.strip() for kind in options.only.split(",") if kind.strip())

    def write(file: CongressFile) -> int | Refusal:
        if options.show_few:
            from congress_desk.cli.small_rounds import show_small_rounds

            refusal = show_small_rounds(file, options.show_few, user_name())
            if refusal:
                return refusal
        written = export_papers(
            file,
            options.to,
            kinds,
            written=print,
            private=options.private,
            replace=options.force,
        )
        return written if isinstance(written, Refusal) else DONE

    return _with_file(options, write, reads=not options.show_few)


def _verify(options: argparse.Namespace) -> int | Refusal:
    # Loaded here: an act brings the conditions of rounds along, of no use to `result`.
    from congress_desk.actions.elections.declaring import recount_problems

    codes: list[str] = []

    def recount(file: CongressFile) -> list[Any]:
        codes.extend(f"{line.hash[:4]}-{line.hash[4:8]}".upper() for line in file.journal_lines())
        return [*recount_problems(file)]

    found = check_closed_file(options.file, recount)
    if isinstance(found, Refusal):
        return found
    for each in found:
        print(problem_text(each))
    if found:
        return PROBLEMS
    if options.code and options.code.upper() not in codes:
        print(message("cli.code_unknown", code=options.code))
        return PROBLEMS
    if options.code:
        line = codes.index(options.code.upper()) + 1
        print(message("cli.code_known", code=options.code, line=line))
    print(message("cli.sound", path=options.file.name, lines=len(codes)))
    return DONE


def _recover(options: argparse.Namespace) -> int | Refusal:
    made = recover_whole(options.journal, options.file)
    if isinstance(made, Refusal):
        return made
    for note in made.notes:
        print(problem_text(note), file=sys.stderr)
    print(message("cli.recovered", path=options.file.name, lines=made.lines))
    if made.left_out is None:
        return DONE
    print(problem_text(made.left_out))
    return PROBLEMS


def _self_test(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.self_test import self_test

    return self_test(window=options.window)


def _backup(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import back_up_to

    return _with_file(options, lambda file: back_up_to(file, options.to), reads=True)


def _backups(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import list_backups

    return list_backups(options)


def _restore(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import restore

    return restore(options)


def _rescue(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import rescue_to

    return rescue_to(options)


COMMANDS: Mapping[str, Command] = {
    "demo": _demo,
    "template": _template,
    "guide": _guide,
    "new": _new,
    "rehearse": _rehearse,
    "ready": _ready,
    "people": _people,
    "ballots": _ballots,
    "result": _result,
    "export": _export,
    "verify": _verify,
    "recover": _recover,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "rescue": _rescue,
    "station": _station,
    "station-result": _station_result,
    "take": _take,
    "self-test": _self_test,
}
