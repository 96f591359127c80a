"""The lists of a door: a signed one ticked in, its own written, another door's taken in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.actions.people.checkin import merge_door, merge_plan, tick_in, tick_in_plan
from congress_desk.domain.people.register import DoorLine, Merged, TickedIn
from congress_desk.domain.text.number_ranges import number_ranges, ranges_text
from congress_desk.errors import Refusal
from congress_desk.exports.door_list import door_list_name, write_door_list
from congress_desk.i18n import tr
from congress_desk.queries.congress import congress
from congress_desk.queries.people import passages, register
from congress_desk.settings import documents_folder
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

REST_MS = 200
NAMED = 5


class DoorLists(QObject):
    """`said` carries a tone and a sentence, `refused` a Refusal; `closed` when a dialog is gone."""

    said = Signal(str, str)
    refused = Signal(object)
    closed = Signal()

    def __init__(self, acts: Acts, messages: Messages, page: QWidget) -> None:
        super().__init__(page)
        self._acts, self._messages, self._page = acts, messages, page

    def export(self, door: str) -> None:
        """Ask where to, then write every passage this file knows of."""
        name = door_list_name(door, datetime.now().isoformat())
        self._messages.save_file(
            self._page,
            tr("Write the list of this door"),
            documents_folder() / name,
            _filters(),
            self._on_target,
        )

    def take_in(self) -> None:
        """Ask which list, then show what it would do."""
        self._messages.open_file(
            self._page, tr("Take in the list of another door"), _filters(), self._on_source
        )

    def tick_in(self, door: str) -> None:
        """Ask for the numbers of a signed list, show what they would do, then check them in."""
        dialog, session = SignedListDialog(self._page), self._acts.session
        dialog.finished.connect(lambda _: self.closed.emit())
        dialog.plan_wanted.connect(
            lambda numbers: session.ask(tick_in_plan, numbers, done=dialog.show_plan)
        )
        dialog.submitted.connect(partial(self._on_ticked, dialog, door))
        dialog.open()

    def _on_ticked(self, dialog: SignedListDialog, door: str) -> None:
        def done(found: TickedIn | Refusal) -> None:
            if isinstance(found, Refusal):
                dialog.refuse(found)
                return
            dialog.accept()
            words = tr("{count} people checked in from the signed list", count=len(found.entered))
            self.said.emit("holds", words)

        self._acts.run(tick_in, dialog.numbers, door=door, done=done)

    def _on_target(self, path: Path) -> None:
        def done(written: int | Refusal) -> None:
            if isinstance(written, Refusal):
                self.refused.emit(written)
            else:
                words = tr("{count} passages written: {path}", count=written, path=str(path))
                self.said.emit("holds", words)

        self._acts.session.ask(_write, path, done=done)

    def _on_source(self, path: Path) -> None:
        self._acts.session.ask(_plan, path, done=partial(self._on_planned, path))

    def _on_planned(self, path: Path, found: tuple[tuple[DoorLine, ...], Merged] | Refusal) -> None:
        if isinstance(found, Refusal):
            self.refused.emit(found)
            return
        lines, plan = found
        dialog = MergeDialog(path.name, plan, self._page)
        dialog.submitted.connect(partial(self._on_confirmed, dialog, path, lines))
        dialog.finished.connect(lambda _: self.closed.emit())
        dialog.open()

    def _on_confirmed(self, dialog: MergeDialog, path: Path, lines: tuple[DoorLine, ...]) -> None:
        def done(merged: Merged | Refusal) -> None:
            if isinstance(merged, Refusal):
                dialog.refuse(merged)
                return
            dialog.accept()
            words = tr(
                "{new} new passages taken in from {source}; {known} were known, {unknown} are of"
                " nobody here",
                new=len(merged.new),
                source=path.name,
                known=len(merged.known),
                unknown=len(merged.unknown),
            )
            self.said.emit("look" if merged.unknown else "holds", words)

        self._acts.run(merge_door, lines, source=path.name, done=done)


def _filters() -> str:
    return tr("Lists of doors (*.csv)")


def _write(file: Any, path: Path) -> int | Refusal:
    people = {person.id: person for person in register(file)}
    return write_door_list(path, congress(file), passages(file), people)


def _plan(file: Any, path: Path) -> tuple[tuple[DoorLine, ...], Merged] | Refusal:
    from congress_desk.imports.door_list import read_door_list

    lines = read_door_list(path, congress(file).uid)
    return lines if isinstance(lines, Refusal) else (lines, merge_plan(file, lines))


class MergeDialog(FormDialog):
    """`submitted` takes the list in; there is nothing to submit when nothing is new."""

    def __init__(self, source: str, plan: Merged, parent: QWidget | None) -> None:
        useful = len(plan.new) + len(plan.undone)
        super().__init__(
            tr("Take in the list of another door?"),
            tr("Take in {count} passages", count=useful) if useful else tr("Nothing to take in"),
            parent,
        )
        self.setObjectName("mergeDialog")
        file = ElidedLabel(source)
        file.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.form.addRow(tr("List"), file)
        self.rows: list[StateRow] = []
        for tone, words in _lines(plan):
            row = StateRow()
            row.show_state(tone, words)
            self.rows.append(row)
        self.add_states(self.rows)
        self.say(tr("Each passage is counted once, however often its list comes."), "muted")
        self.submit.setEnabled(useful > 0)


def _lines(plan: Merged) -> list[tuple[str, str]]:
    lines = [("holds", tr("{count} new passages", count=len(plan.new)))]
    if plan.known:
        lines.append(
            ("muted", tr("{count} known already, not counted again", count=len(plan.known)))
        )
    if plan.undone:
        lines.append(("accent", tr("{count} undone at that door", count=len(plan.undone))))
    if plan.unknown:
        lines.append(
            (
                "look",
                tr(
                    "{count} with a code that nobody here has, left out: {names}",
                    count=len(plan.unknown),
                    names=_names(plan.unknown),
                ),
            )
        )
    if plan.barred:
        lines.append(
            (
                "look",
                tr(
                    "{count} of people whose status forbids it, recorded but not counted as"
                    " present: {names}",
                    count=len(plan.barred),
                    names=_names(plan.barred),
                ),
            )
        )
    return lines


def _names(lines: Sequence[DoorLine]) -> str:
    named = ", ".join(f"{line.code} {line.name}".strip() for line in lines[:NAMED])
    return f"{named}, …" if len(lines) > NAMED else named


class SignedListDialog(FormDialog):
    """`plan_wanted` carries the numbers to look up; `submitted` once there are new ones.

    Enter pressed before they were looked up waits for it, and then asks for a second look only
    where one of the numbers is nobody's or is barred.
    """

    plan_wanted = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        title = tr("Check in from the signed list")
        super().__init__(title, tr("Check in"), parent, leave=tr("Close"))
        self.setObjectName("signedListDialog")
        self.numbers: tuple[int, ...] = ()
        self._enter_waits = False
        self.field = self.add_line(tr("Numbers that signed"), "signedNumbers", hint="1-40, 43")
        self.rows = {name: StateRow() for name in ("entered", "already", "unknown", "forbidden")}
        for name, row in self.rows.items():
            row.setObjectName(f"signed_{name}")
            row.hide()
        self.say(
            tr("Numbers and ranges as on the list: 1-40, 43. Nothing is recorded yet."), "muted"
        )
        self.add_states(self.rows.values())
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.submit.setEnabled(False)

    def show_plan(self, plan: TickedIn) -> None:
        """Say what would become of the numbers."""
        count = len(plan.entered)
        self._tell(
            "entered",
            "holds",
            tr("{count} to check in: {numbers}", **_params(plan.entered)),
        )
        self._tell(
            "already",
            "muted",
            tr("{count} in already: {numbers}", **_params(plan.already)),
        )
        self._tell(
            "unknown",
            "look",
            tr("{count} that nobody has: {numbers}", **_params(plan.unknown)),
        )
        self._tell(
            "forbidden",
            "look",
            tr(
                "{count} whose status forbids it, change it first: {numbers}",
                **_params(plan.forbidden),
            ),
        )
        for name, row in self.rows.items():
            row.setVisible(bool(getattr(plan, name)))
        self.submit.setEnabled(count > 0)
        self.submit.setText(tr("Check in {count} people", count=count) if count else tr("Check in"))
        self.say("" if count else tr("There is nobody new in these numbers."), "look")
        waited, self._enter_waits = self._enter_waits, False
        if waited and count and not plan.unknown and not plan.forbidden:
            self.submit.click()

    def _tell(self, name: str, tone: str, words: str) -> None:
        self.rows[name].show_state(tone, words)

    def _on_text_changed(self) -> None:
        self._enter_waits = False
        self.submit.setEnabled(False)
        self._rest.start()

    def _on_return_pressed(self) -> None:
        """Enter typed faster than the numbers were looked up is not lost: it waits for that."""
        self._enter_waits = not self.submit.isEnabled()
        if self._rest.isActive():
            self._rest.stop()
            self._on_rested()

    def _on_rested(self) -> None:
        text = self.field.text()
        for row in self.rows.values():
            row.hide()
        found = number_ranges(text)
        if isinstance(found, Refusal):
            self._enter_waits = False
            self.refuse(found) if text.strip() else self.say("", "muted")
            return
        self.numbers = found
        self.say("", "muted")
        self.plan_wanted.emit(found)


def _params(numbers: tuple[int, ...]) -> dict[str, str | int]:
    text = ranges_text(numbers)
    return {"count": len(numbers), "numbers": text if len(text) <= 160 else f"{text[:160]}…"}
