"""The form of one line of the issue register; which fields it has follows from its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.ballot_issue import write_issue_lines
from congress_desk.actions.elections.early_issue import write_early_issue
from congress_desk.actions.elections.issue_lines import LIMIT
from congress_desk.domain.ballot_papers.ballot_box import BallotBox, box_of
from congress_desk.domain.ballot_papers.issue_register import ONCE, IssueKind, IssueLine
from congress_desk.domain.organs.duty import Organ
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.elections.ballot_issue import IssueView
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import (
    RecordField,
    Unreadable,
    choice_field,
    text_field,
)
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.widgets.screen_acts import Acts

_WRONG = {
    "issue_papers_wrong": "papers",
    "issue_unit_holds_less": "unit",
    "issue_more_than_printed": "papers",
    "issue_more_exchanged": "papers",
    "issue_more_destroyed": "papers",
    "issue_more_spoiled": "spoiled",
    "issue_names_missing": "name",
    "issue_same_name_twice": "witness",
    "issue_name_stands": "name",
    "issue_witness_stands": "witness",
    "issue_shrinks": "papers",
    "issue_box_missing": "box_id",
    "issue_box_open": "box_id",
}
_VOID = "accounting_makes_void"


class LineDialog(RecordDialog):
    """Writes one line; papers beyond those issued are asked about before they annul the round."""

    def __init__(
        self,
        acts: Acts,
        messages: Messages,
        view: IssueView,
        kind: IssueKind,
        parent: QWidget | None,
    ) -> None:
        title, submit, said = kind_words(kind)
        self._messages, self._kind = messages, kind
        self._write, self._id = writer_of(view)
        self._line, self._boxes = IssueLine(kind=kind), view.boxes
        super().__init__(
            acts,
            title,
            submit,
            _fields(kind, view),
            self._act_of,
            record=begun_line(kind, view),
            prefix="issue",
            wrong=_WRONG,
            said=said,
            parent=parent,
        )

    def finish(self, value: Any) -> None:
        """Ask whether a round with too many papers is meant; else as every form."""
        if not isinstance(value, Refusal) or value.first.code != _VOID:
            super().finish(value)
            return
        self._messages.ask(
            self,
            tr("Make this round void?"),
            problem_text(value.first),
            tr("Make the round void"),
            self._on_void,
            danger=True,
        )

    def _on_void(self, meant: bool) -> None:
        if meant:
            self.run(self._write, self._id, [self._line], void_meant=True)

    def _act_of(
        self, values: dict[str, Any]
    ) -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
        line = IssueLine(kind=self._kind, **values)
        box_id = line.box_id or box_of(self._boxes, line.unit)
        self._line = replace(line, box_id=box_id)
        return self._write, (self._id, [self._line]), {}


def writer_of(view: IssueView) -> tuple[Callable[..., Any], int]:
    """Return the act that writes lines of a register, and of which round or election it is."""
    if view.round is None:
        return write_early_issue, view.election.id
    return write_issue_lines, view.round.id


def kind_words(kind: IssueKind) -> tuple[str, str, str]:
    """Return the title of the form, its button, and what to know before it is filled in."""
    return {
        IssueKind.BOX_SEALED: (
            tr("Box checked and sealed"),
            tr("Write it down"),
            tr("Shown to the hall as empty, locked and sealed, before papers are handed out."),
        ),
        IssueKind.HANDED: (
            tr("Hand out papers"),
            tr("Write it down"),
            tr("To one delegation or row, or to the whole hall; each voter gets one paper."),
        ),
        IssueKind.EXCHANGED: (
            tr("Exchange spoiled papers"),
            tr("Write it down"),
            tr("The spoiled paper is taken back and kept; the number issued stays."),
        ),
        IssueKind.TAKEN_BACK: (
            tr("Take back unused papers"),
            tr("Write it down"),
            tr("Papers that were handed out and not given to a voter: the number issued shrinks."),
        ),
        IssueKind.RETURNED: (
            tr("Box opened, papers counted"),
            tr("Write it down"),
            tr("Count twice before you write it: more papers than issued annul the round."),
        ),
        IssueKind.DESTROYED: (
            tr("Destroy unused and spoiled papers"),
            tr("Write it down"),
            tr("Before two witnesses, after the box was opened."),
        ),
    }[kind]


def begun_line(kind: IssueKind, view: IssueView) -> IssueLine:
    """Return what a form begins with: the papers that are likely meant, and nobody's name."""
    register = view.register
    papers = 0
    if kind is IssueKind.HANDED:
        papers = max((view.present or 0) - register.issued, 0)
    elif kind is IssueKind.EXCHANGED:
        papers = 1
    elif kind is IssueKind.DESTROYED and register.unused is not None:
        papers = max(register.unused - register.total(IssueKind.DESTROYED), 0)
    spoiled = register.exchanged - register.spoiled_destroyed
    next_box = next((box.id for box in _boxes(kind, view)), 0) if kind in ONCE else 0
    return IssueLine(
        kind=kind,
        papers=papers,
        spoiled=spoiled if kind is IssueKind.DESTROYED else 0,
        box_id=next_box,
    )


def _fields(kind: IssueKind, view: IssueView) -> tuple[RecordField, ...]:
    """Return the fields of a kind of line, in the order they are filled in."""
    fields = tuple(_field(name, kind, view) for name in _NAMES[kind])
    boxes = [(box.id, box.name) for box in _boxes(kind, view)]
    if not boxes or kind is IssueKind.DESTROYED:
        return fields
    by_unit = [] if kind in ONCE else [(0, tr("by the delegation"))]
    return (choice_field("box_id", tr("Ballot box"), (*by_unit, *boxes)), *fields)


def _boxes(kind: IssueKind, view: IssueView) -> tuple[BallotBox, ...]:
    """Return the boxes that a line of a kind may be about, none where there is but one.

    A box is sealed once, and one that is in use is opened once.
    """
    if kind not in ONCE:
        return view.boxes
    register = view.register
    done = {line.box_id for line in register.lines_of(kind)}
    wanted = register.boxes if kind is IssueKind.RETURNED else [box.id for box in view.boxes]
    return tuple(box for box in view.boxes if box.id in wanted and box.id not in done)


_NAMES = {
    IssueKind.BOX_SEALED: ("name", "witness", "note"),
    IssueKind.HANDED: ("unit", "papers", "name", "note"),
    IssueKind.EXCHANGED: ("papers", "unit", "note"),
    IssueKind.TAKEN_BACK: ("unit", "papers", "note"),
    IssueKind.RETURNED: ("papers", "name", "witness", "note"),
    IssueKind.DESTROYED: ("papers", "spoiled", "name", "witness", "note"),
}


def _field(name: str, kind: IssueKind, view: IssueView) -> RecordField:
    if name in ("papers", "spoiled"):
        title = {
            (IssueKind.RETURNED, "papers"): tr("Papers in the box"),
            (IssueKind.DESTROYED, "papers"): tr("Unused papers"),
            (IssueKind.DESTROYED, "spoiled"): tr("Spoiled papers"),
        }.get((kind, name), tr("Papers"))
        return RecordField(
            name=name,
            title=title,
            text=lambda line: str(getattr(line, name) or ""),
            read=_read_papers,
        )
    titles = {
        "unit": tr("Delegation or row"),
        "name": tr("Received by") if kind is IssueKind.HANDED else tr("Done by"),
        "witness": tr("Witness"),
        "note": tr("Note"),
    }
    ghosts = {"unit": tr("empty: the whole hall")}
    suggestions = {
        "unit": [unit for unit, _ in view.voters],
        "name": _names(view),
        "witness": _names(view),
    }
    return text_field(
        name,
        titles[name],
        suggestions=suggestions.get(name, ()),
        ghost=lambda _: ghosts.get(name, ""),
        longest=LIMIT,
    )


def _names(view: IssueView) -> list[str]:
    """Return who may answer for the papers: the counting board first, then the presidium."""
    organs = (Organ.COUNTING_BOARD, Organ.PRESIDIUM)
    found = [duty.name for organ in organs for duty in view.board if duty.organ is organ]
    standing = {candidate.name for candidate in view.standing}
    return [name for name in dict.fromkeys(found) if name not in standing]


def _read_papers(text: str) -> int:
    typed = text.strip().replace(".", "").replace(" ", "")
    if not typed:
        return 0
    if not typed.isdecimal() or len(typed) > len("100000"):
        raise Unreadable(tr("Type a whole number of papers"))
    return int(typed)
