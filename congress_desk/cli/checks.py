"""The calls `verify` and `recover`: is a file sound, and a file out of its second journal."""

from __future__ import annotations

import argparse
import sys

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.atomic_congress import recover_whole
from congress_desk.board_key import code_of
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import message, problem_text
from congress_desk.queries.journal import signed_by
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile

DONE, PROBLEMS = 0, 1


def verify(options: argparse.Namespace) -> int | Refusal:
    """Print everything that is wrong with a closed file, every ballot counted again.

    A `code` from a printed sheet is looked up in the journal; `signed_by` says whose signature the
    congress must have: the code of a key from a paper, or the file of the board.
    """
    codes: list[str] = []
    signed: list[str] = []
    wanted = code_of(options.signed_by) if options.signed_by else ""
    if isinstance(wanted, Refusal):
        return wanted

    def recount(file: CongressFile) -> list[Problem]:
        signed.append(signed_by(file))
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
    key = signed[0] if signed else ""
    if wanted and wanted != key:
        print(message("cli.signed_otherwise", code=wanted, found=key or "–"))
        return PROBLEMS
    if key:
        print(message("cli.signed_by", code=key))
    print(message("cli.sound", path=options.file.name, lines=len(codes)))
    return DONE


def recover(options: argparse.Namespace) -> int | Refusal:
    """Make a congress file of its second journal; acts that had to be left out are a problem."""
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
