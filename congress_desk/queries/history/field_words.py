"""Fields of journal lines in words: what a column is called, and how its value reads."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from congress_desk.i18n import has_message, message, tr
from congress_desk.queries.told_findings import told_finding
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.journal_records import name_of

LONGEST_VALUE = 240
# Codes whose words stand under a group of labels, by table and column or by column alone.
_GROUPS = {
    "congress.state": "state", "congress.kind": "congress_kind", "person.kind": "kind",
    "status": "status", "before": "status", "organ": "organ", "election.kind": "election_kind",
    "round.kind": "round_kind", "round.state": "round_state", "mode": "mark_mode",
    "agenda_item.kind": "item_kind", "motion.kind": "motion_kind", "gravity": "gravity",
    "obstacle.state": "obstacle_state", "task.state": "task_state",
    "congress_text.state": "text_state", "direction": "direction", "source": "nomination_source",
    "planned": "planned_post", "group_role": "group_role", "delegation_role": "delegation_role",
    "incumbent": "incumbent", "desk_operator.role": "operator_role",
    "election_decision.kind": "decision_kind", "election_decision.organ": "decision_organ",
    "ballot_issue.kind": "issue_kind", "degree": "degree", "theory": "theory",
    "schooling": "schooling", "round.votes": "votes_by", "hall_picture.place": "hall_picture",
    "invitation.answer": "letter_answer", "rota_turn.kind": "rota_kind",
    "stage": "stage_side", "kept_for": "kept_for",
    "stance": "opinion_stance", "taken": "comment_state", "paper": "journal_code.paper",
    "agenda_item.state": "journal_code.item_state", "bundle.kind": "journal_code.bundle_kind",
    "motion.state": "journal_code.motion_state", "speech.state": "journal_code.speech_state",
    "decision_person.role": "journal_code.decision_role",
    "accounting_correction.field": "journal_code.accounting_field",
    "ballot_print.state": "journal_code.print_state",
    "opinion_poll.state": "journal_code.poll_state",
    "desk_operator.state": "journal_code.operator_state",
}  # fmt: skip
_YES_NO = frozenset(
    {"frozen", "listed", "special", "procedure", "anchored", "undone", "committee", "was_listed",
     "in_force"}
)  # fmt: skip
# What settings are called whose keys go on with what they are of.
_SETTINGS_OF = {"import": "import.columns", "paper": "paper.imprint"}
_MOMENT = len("2026-11-22T09:40")


def field_word(table: str, column: str) -> str:
    """Return what a column is called, "" of one that says nothing to people."""
    for key in (f"journal_field.{table}.{column}", f"journal_field.{column}"):
        try:
            return message(key)
        except KeyError:
            continue
    return ""


def table_word(table: str) -> str:
    """Return what the rows of a table are called, "" of one that is not told."""
    try:
        return message(f"journal_table.{table}")
    except KeyError:
        return ""


def value_word(file: CongressFile, table: str, column: str, value: Any) -> str:
    """Return a value as people read it: codes by their words, other records by their names."""
    if value is None or value == "":
        return ""
    if column in _YES_NO and value in (0, 1):
        return tr("yes") if value else tr("no")
    named = name_of(file, column, value) if isinstance(value, int) else ""
    if named:
        return named
    text = str(value)
    if (table, column) == ("waiver", "code"):
        return told_finding(text)
    if (table, column) == ("congress_setting", "key"):
        return setting_word(text)
    group = _GROUPS.get(f"{table}.{column}") or _GROUPS.get(column)
    if group:
        try:
            return message(f"{group}.{text}")
        except KeyError:
            return text
    if text[:1] in "{[":
        return tr("(several settings)")
    if len(text) >= _MOMENT and text[10:11] == "T":
        return _to_the_minute(text)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def setting_word(key: str) -> str:
    """Return what a setting is called, its key where it has no name."""
    named = _SETTINGS_OF.get(key.partition(":")[0], key)
    return message(named) if has_message(named) else key


def _to_the_minute(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso):%H:%M %d/%m/%Y}"
    except ValueError:
        return iso
