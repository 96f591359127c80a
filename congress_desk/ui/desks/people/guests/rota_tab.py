"""The tab of the rota: who has the photograph taken or brings flowers when, with minutes each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from congress_desk.actions.guests.rota import (
    add_turn,
    edit_turn_field,
    fill_rota,
    order_turns,
    remove_turns,
)
from congress_desk.domain.guests.rota import (
    MOST_MINUTES,
    USUAL_MINUTES,
    RotaKind,
    RotaTurn,
    TimedTurn,
    turns_for,
)
from congress_desk.domain.text.name_order import title_key
from congress_desk.domain.text.typed_times import read_time
from congress_desk.i18n import label, tr
from congress_desk.queries.guests import GuestsView
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import (
    RecordField,
    Unreadable,
    choice_field,
    state_choices,
    text_field,
)
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.screen_acts import Acts

LEFT_OUT = {"note": 1300, "spot": 900}
EARLY = Sign(icon="triangle-alert", tone="look")


class RotaTab(RecordTab):
    """`print_wanted` when the rota is to be printed."""

    print_wanted = Signal()

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__(
            "rota",
            tr("Photographs and flowers"),
            tr("Delegation, place or note; no accents needed"),
            ("add", "fill", "import", "up", "down", "remove", "print"),
            alone=("add", "fill", "import", "print"),
            left_out=LEFT_OUT,
        )
        self.acts = RecordActs(self, acts, messages, edit=edit_turn_field, order=order_turns)
        self._messages = messages
        self._view: GuestsView | None = None
        self.wanted.connect(self._on_wanted)

    def show_view(self, view: GuestsView) -> None:
        """Show the rota as the file has it."""
        self._view = view
        fields = turn_fields(view)
        self.acts.show_fields(fields)
        self.show_records(fields, view.turns)
        lists: dict[str, Callable[[TimedTurn], bool]] = {tr("The whole rota"): lambda t: True}
        for kind in RotaKind:
            lists[label("rota_kind", kind.value)] = partial(_is_of, kind)
        self.show_lists(lists)

    def _on_wanted(self, what: str, chosen: tuple[TimedTurn, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "fill": self._fill,
            "import": self._ask_file,
            "up": lambda: self.acts.move(-1),
            "down": lambda: self.acts.move(1),
            "remove": lambda: self._remove(chosen),
            "print": self.print_wanted.emit,
        }
        if self._view is not None:
            forms[what]()

    def _add(self) -> None:
        beside: TimedTurn | None = self.current
        start = RotaTurn(who="", kind=beside.kind if beside else RotaKind.PHOTOGRAPH)
        dialog = self.acts.ask_new(tr("Add a turn"), tr("Add the turn"), add_turn, RotaTurn, start)
        dialog.saved.connect(lambda _: self.acts.done.emit())

    def _fill(self) -> None:
        """Ask when the first begins and how long each takes; one act adds a turn for each."""
        assert self._view is not None
        units = self._view.delegations

        def act(values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
            return fill_rota, (turns_for(units, **values),), {}

        said = (
            tr("{count} delegations, in the order of the register", count=len(units))
            if units
            else tr("The register has no delegations: add turns one by one.")
        )
        dialog = RecordDialog(
            self.acts.acts,
            tr("A turn for each delegation"),
            tr("Add the turns"),
            (_kind(), _time(), _minutes(), _spot(self._view)),
            act,
            record=RotaTurn(who="", minutes=USUAL_MINUTES),
            prefix="fill",
            wrong={"": "time", "turn_minutes_wrong": "minutes"},
            said=said,
            parent=self,
        )
        dialog.submit.setEnabled(bool(units))
        dialog.saved.connect(lambda _: self.acts.done.emit())
        dialog.open()

    def _ask_file(self) -> None:
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        self._messages.open_file(self, tr("Choose the list of the rota"), filters, self._on_file)

    def _on_file(self, path: Path) -> None:
        # The readers of workbooks come along: not before a file is chosen.
        from congress_desk.ui.desks.people.guests.rota_list_dialog import RotaListDialog

        assert self._view is not None
        dialog = RotaListDialog(self.acts.acts, self._view, path, self)
        dialog.saved.connect(lambda _: self.acts.done.emit())
        dialog.open()

    def _remove(self, chosen: tuple[TimedTurn, ...]) -> None:
        self.acts.ask_remove(
            tr("Remove {count} turns from the rota?", count=len(chosen))
            if len(chosen) > 1
            else tr("Remove this turn from the rota?"),
            tr("{who}. Those after it move up. The journal keeps what is removed.",
               who=chosen[0].who),
            tr("Remove from the rota"),
            remove_turns,
            [turn.id for turn in chosen],
        )  # fmt: skip


def turn_fields(view: GuestsView) -> tuple[RecordField, ...]:
    """Return the fields of a turn, in the order of the columns and of the card."""
    return (_clock(), _who(view), _kind(), _time(), _minutes(), _spot(view), _note())


def _is_of(kind: RotaKind, turn: TimedTurn) -> bool:
    return turn.kind is kind


def _clock() -> RecordField:
    return RecordField(
        name="clock",
        title=tr("Time"),
        text=lambda t: f"{t.begins}–{t.ends}" if t.begins else tr("no time yet"),
        key=lambda t: t.begins,
        sign=lambda t: EARLY if t.early else None,
        remark=lambda t: tr("begins before the one above ends") if t.early else "",
        tone=lambda t: "look" if t.early else "",
        carded=False,
        number=True,
        needed=True,
    )


def _who(view: GuestsView) -> RecordField:
    return text_field(
        "who", tr("Whose turn"), suggestions=view.delegations, asked=True, long=True, needed=True
    )


def _kind() -> RecordField:
    return choice_field("kind", tr("What for"), state_choices("rota_kind", RotaKind), asked=True)


def _time() -> RecordField:
    def read(text: str) -> str:
        found = read_time(text)
        if found is None:
            raise Unreadable(tr("Type the time as 7:30, or leave it empty"))
        return found

    return text_field(
        "time",
        tr("Begins at"),
        read=read,
        hint=tr("after the one above"),
        half=True,
        column=False,
        asked=True,
    )


def _minutes() -> RecordField:
    def read(text: str) -> int:
        if text.strip().isdecimal() and 1 <= int(text) <= MOST_MINUTES:
            return int(text)
        raise Unreadable(tr("Type how many minutes, from 1 to {most}", most=MOST_MINUTES))

    return RecordField(
        name="minutes",
        title=tr("Minutes"),
        text=lambda t: str(t.minutes),
        key=lambda t: t.minutes,
        read=read,
        number=True,
        half=True,
        asked=True,
    )


def _spot(view: GuestsView) -> RecordField:
    spots = sorted({turn.spot for turn in view.turns} - {""}, key=title_key)
    return text_field("spot", tr("Where"), suggestions=spots, asked=True)


def _note() -> RecordField:
    return text_field("note", tr("Note"), prose=True, tone=lambda t: "muted")
