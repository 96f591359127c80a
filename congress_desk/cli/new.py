"""The calls `new` and `rehearse`: a congress file of a workbook, or of the lists of another."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from congress_desk.atomic_congress import make_whole
from congress_desk.cli.passwords import key_of_new
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import finding_text, message, problem_text
from congress_desk.new_congress import SUFFIX, new_from_lists, new_from_workbook
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.profiles import register_findings_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name


def new(options: argparse.Namespace) -> int | Refusal:
    """Make a closed congress file and print where it is, and what is odd about its workbook."""
    if options.setup.suffix.casefold() == SUFFIX:
        if options.password:
            return refuse("password_of_lists", path=options.setup.name)
        return _of_lists(options.setup, options.file, rehearsal=options.rehearsal)

    key = key_of_new(options.file) if options.password else None
    if isinstance(key, Refusal):
        return key

    def make(path: Path) -> list[str] | Refusal:
        made = new_from_workbook(
            path, options.setup, actor=user_name(), rehearsal=options.rehearsal, key=key
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
    return 0


def rehearse(options: argparse.Namespace) -> int | Refusal:
    """Make a rehearsal of the lists of a congress and print where it is."""
    return _of_lists(options.file, options.target, rehearsal=True)


def _of_lists(source: Path, target: Path, *, rehearsal: bool) -> int | Refusal:
    made = new_from_lists(target, source, actor=user_name(), rehearsal=rehearsal)
    if isinstance(made, Refusal):
        return made
    print(target)
    return 0


def _list_findings(file: CongressFile) -> list[str]:
    """Return where the lists of candidates and the register disagree, a line each."""
    return [
        message("cli.list_finding", code=election.code, text=finding_text(finding))
        for election in elections(file)
        for finding in register_findings_of(file, election.id)
    ]
