"""A new congress file: from a filled workbook, from the lists of another congress, or empty."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

from congress_desk.actions.congress import create_congress
from congress_desk.actions.rehearsal import create_from_lists, note_rehearsal
from congress_desk.atomic_congress import make_whole
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Problem, Refusal, refuse
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids, rule_set_text
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file
from congress_desk.storage.password.key import Key

SUFFIX = ".congress"


def new_from_workbook(
    path: Path, workbook: Path, *, actor: str, rehearsal: bool = False, key: Key | None = None
) -> tuple[CongressFile, tuple[Problem, ...]] | Refusal:
    """Create a congress file from a set-up workbook; return it open, with what is to be said."""
    from congress_desk.imports.setup.workbook import read_setup

    if path.exists():
        return refuse("target_exists", path=path.name)
    setup = read_setup(workbook, rule_set_ids())
    if isinstance(setup, Refusal):
        return setup
    file = new_congress(path, setup, actor=actor, rehearsal=rehearsal, key=key)
    return file if isinstance(file, Refusal) else (file, setup.notes)


def new_from_lists(path: Path, source: Path, *, actor: str, rehearsal: bool) -> Path | Refusal:
    """Create a closed congress file of the lists of another; a rehearsal is noted in that one."""
    found = open_file(source)
    if isinstance(found, Refusal):
        return found
    with closing(found):
        if rehearsal:
            return rehearse(found, path, actor=actor)
        made = make_whole(path, partial(_write_lists, found, rehearsal=False, actor=actor))
        return made if isinstance(made, Refusal) else path


def rehearse(file: CongressFile, path: Path, *, actor: str) -> Path | Refusal:
    """Make a rehearsal of an open congress as a closed file at `path`, and note it in the first."""
    made = make_whole(path, partial(_write_lists, file, rehearsal=True, actor=actor))
    return made if isinstance(made, Refusal) else note_rehearsal(file, path=path, actor=actor)


def _write_lists(
    source: CongressFile, path: Path, *, rehearsal: bool, actor: str
) -> Path | Refusal:
    made = create_from_lists(path, source, rehearsal=rehearsal, actor=actor)
    if isinstance(made, Refusal):
        return made
    made.close()
    return path


def new_congress(
    path: Path, setup: Setup, *, actor: str, rehearsal: bool = False, key: Key | None = None
) -> CongressFile | Refusal:
    """Create a congress file from a set-up, with a full copy of its rule set.

    `key` is that of its password, if it is to have one.
    """
    rule_set_id = setup.rule_set_id or rule_set_ids()[0]
    rules = load_rule_set(rule_set_id)
    if isinstance(rules, Refusal):
        return rules
    text = rule_set_text(rule_set_id)
    return create_congress(path, setup, rules, text, actor=actor, rehearsal=rehearsal, key=key)
