"""The lists of a door: a signed one ticked in, its own written, another door's taken in."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.people.checkin import merge_door, merge_plan, tick_in, tick_in_plan
from congress_desk.domain.people.register import DoorLine, Merged, TickedIn
from congress_desk.errors import Refusal
from congress_desk.exports.door_list import door_list_name, write_door_list
from congress_desk.i18n import tr
from congress_desk.queries.congress import congress
from congress_desk.queries.people import passages, register
from congress_desk.settings import documents_folder
from congress_desk.ui.desks.checkin.merge_dialog import MergeDialog
from congress_desk.ui.desks.checkin.signed_list_dialog import SignedListDialog
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.screen_acts import Acts


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
