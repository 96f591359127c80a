"""A new congress file: from a filled workbook, or empty."""

from __future__ import annotations

from pathlib import Path

from congress_desk.actions.congress import create_congress
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Problem, Refusal, refuse
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids, rule_set_text
from congress_desk.storage.congress_file import CongressFile


def new_from_workbook(
    path: Path, workbook: Path, *, actor: str, rehearsal: bool = False
) -> tuple[CongressFile, tuple[Problem, ...]] | Refusal:
    """Create a congress file from a set-up workbook; return it open, with what is to be said."""
    from congress_desk.imports.setup.workbook import read_setup

    if path.exists():
        return refuse("target_exists", path=path.name)
    setup = read_setup(workbook, rule_set_ids())
    if isinstance(setup, Refusal):
        return setup
    file = new_congress(path, setup, actor=actor, rehearsal=rehearsal)
    return file if isinstance(file, Refusal) else (file, setup.notes)


def new_congress(
    path: Path, setup: Setup, *, actor: str, rehearsal: bool = False
) -> CongressFile | Refusal:
    """Create a congress file from a set-up, with a full copy of its rule set."""
    rule_set_id = setup.rule_set_id or rule_set_ids()[0]
    rules = load_rule_set(rule_set_id)
    if isinstance(rules, Refusal):
        return rules
    text = rule_set_text(rule_set_id)
    return create_congress(path, setup, rules, text, actor=actor, rehearsal=rehearsal)
