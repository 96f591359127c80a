"""The card of a person: every field, the photograph, and what happened to them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from congress_desk.actions.people.register import add_person, edit_person, set_photo
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Refusal
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.people.fields import card_fields, namesakes_text, replaced_text
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.person.history_list import History, history, history_lines
from congress_desk.ui.desks.people.person.photo_box import PhotoBox
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import Unreadable
from congress_desk.ui.records.fields.field_widgets import FieldEditor
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.dialog_size import be_large, screen_room
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in, grid_in, row_of
from congress_desk.ui.widgets.layout.pages import column, scrolling
from congress_desk.ui.widgets.layout.turning_row import is_narrow
from congress_desk.ui.widgets.screen_acts import Acts

WIDTH, HEIGHT = 940, 620
SIDE_WIDTH, LEAST_HISTORY = 262, 120
# Narrower than this the fields stand in one column.
IN_TWO = 800
_WRONG_FIELD = {
    "person_name_wrong": "name",
    "person_code_wrong": "code",
    "person_code_twice": "code",
    "kind_fixed_by_replacement": "kind",
    "delegation_role_without_delegation": "delegation",
    "delegation_two_heads": "delegation_role",
}


class PersonCard(FormDialog):
    """Changes one person, or adds one. `status_wanted` asks for the form of the status.

    `added` carries the person who was put into the register.
    """

    status_wanted = Signal(object)
    added = Signal(object)

    def __init__(
        self,
        acts: Acts,
        messages: Messages,
        view: PeopleView,
        person: Person | None,
        parent: QWidget | None,
    ) -> None:
        title = tr("Person in the register") if person else tr("Add a person to the register")
        submit = tr("Save the person") if person else tr("Add to the register")
        super().__init__(title, submit, parent, acts=acts, leave=tr("Close"))
        self._view, self._person = view, person
        self._shown = person or Person(code="", name="")
        self.editors = {
            field.name: FieldEditor(field, f"card_{field.name}") for field in card_fields(view)
        }
        self.photo = PhotoBox(messages)
        self.history = QListWidget()
        self.wrong = {code: self.editors[name].widget for code, name in _WRONG_FIELD.items()}
        self._lay_out()
        self._connect()
        self._show()

    def show_view(self, view: PeopleView) -> None:
        """Show what else changed of the person; what is typed stays."""
        found = view.person(self._shown.id) if self._person else None
        self._view = view
        if found is not None:
            self._person = found
            self._tell_status(found)
            self.acts.session.ask(history, found.id, done=self._on_history)

    def _connect(self) -> None:
        self.submitted.connect(self._on_submitted)
        self.photo.chosen.connect(self._on_photo)
        self.photo.refused.connect(lambda words: self.say(words, "wrong"))
        name = self.editors["name"].widget
        assert isinstance(name, QLineEdit)
        name.textChanged.connect(self._on_name)

    def _show(self) -> None:
        for editor in self.editors.values():
            editor.show(self._shown)
            editor.widget.setEnabled(not editor.field.closed(self._shown))
        self._on_name()
        self.editors["name"].widget.setFocus()
        if self._person is None:
            code = self.editors["code"].widget
            assert isinstance(code, QLineEdit)
            code.setPlaceholderText(tr("made automatically when empty"))
            # Somebody new has no photograph and no history yet: the fields take the room.
            self._side.hide()
            return
        self._tell_status(self._person)
        self.acts.session.ask(history, self._person.id, done=self._on_history)

    def _tell_status(self, person: Person) -> None:
        status_text = (
            label("status", person.status.value),
            replaced_text(self._view, person),
            label("group_role", person.group_role) if person.group_role else "",
        )
        self._status.setText("\n".join(part for part in status_text if part))

    def _on_history(self, found: History) -> None:
        self.photo.show_photo(found.photo)
        self.history.clear()
        lines = history_lines(found) or [tr("No change of status and no way through a door yet.")]
        self.history.addItems(lines)
        for row, line in enumerate(lines):
            self.history.item(row).setToolTip(line)

    def _on_name(self) -> None:
        """Say at each key who else bears the name that is typed."""
        typed: str = self.editors["name"].value()
        key = name_key(typed)
        others = [
            p for p in self._view.people if p.id != self._shown.id and name_key(p.name) == key
        ]
        if not typed or not others:
            self._namesakes.hide()
            return
        view = replace(self._view, same={-1: tuple(others)})
        self._namesakes.set_whole(
            namesakes_text(view, replace(self._shown, id=-1)).replace("\n", " ")
        )
        self._namesakes.show()

    def _on_photo(self, jpeg: bytes) -> None:
        def done(value: Any) -> None:
            if isinstance(value, Refusal):
                self.refuse(value)
            else:
                self.photo.show_photo(jpeg)
                self.say(
                    tr("The photo was saved.") if jpeg else tr("The photo was removed."), "holds"
                )

        self.acts.run(set_photo, self._shown.id, jpeg, done=done)

    def _on_submitted(self) -> None:
        changed: dict[str, Any] = {}
        for name, editor in self.editors.items():
            if editor.field.closed(self._shown):
                continue
            try:
                changed[name] = editor.value()
            except Unreadable as wrong:
                self.refuse_words(str(wrong), editor.widget)
                return
        self.clear_wrong()
        if changed["group_id"] != self._shown.group_id:
            changed["group_role"] = ""
        if self._person:
            self.run(edit_person, replace(self._person, **changed))
        else:
            self.run(add_person, Person(**changed))

    def finish(self, value: Any) -> None:
        """Close after a change; after somebody was added ask for the next one."""
        if self._person or isinstance(value, Refusal):
            super().finish(value)
            return
        self.added.emit(value)
        self.say(
            tr("{name} is in the register: number {number}, code {key}",
               name=value.name, number=value.id, key=value.code),
            "holds",
        )  # fmt: skip
        kept = {name: getattr(value, name) for name in ("delegation", "kind")}
        self._shown = Person(code="", name="", **kept)
        for editor in self.editors.values():
            editor.show(self._shown)
        self.editors["name"].widget.setFocus()

    def _lay_out(self) -> None:
        self._namesakes = ElidedLabel()
        theme.set_tone(self._namesakes, "look")
        self._side, fields, body = self._make_side(), self._make_grid(), QWidget()
        if is_narrow(screen_room(self).width() - theme.px(SIDE_WIDTH)):
            # On a small screen at twice the type the fields stand above it, and scroll with it.
            self._fields = scrolling(column(fields, self._side))
            parts = row_of((self._fields, 1))
        else:
            self._fields, self._side = scrolling(fields), scrolling(self._side)
            self._side.setFixedWidth(theme.px(SIDE_WIDTH))
            parts = row_of(self._side, (self._fields, 1), spacing=24)
        column_in(body, (parts, 1), self._namesakes, spacing=12)
        self.add_body(body)
        for before, after in itertools.pairwise(self.editors.values()):
            self.setTabOrder(before.widget, after.widget)
        be_large(self, WIDTH, HEIGHT)

    def _make_side(self) -> QWidget:
        whole = QWidget()
        side = column_in(whole)
        number = theme.section(tr("No. {number}", number=self._shown.id))
        self._status = QLabel(wordWrap=True)
        self.change_status = make_button(
            tr("Change the status…"),
            lambda: self.status_wanted.emit(self._person),
            name="cardStatus",
        )
        self.history.setObjectName("history")
        self.history.setAccessibleName(tr("What happened"))
        self.history.setMinimumHeight(theme.px(LEAST_HISTORY))
        self.history.setWordWrap(True)
        for part in (number, self.photo, self._status, self.change_status):
            side.addWidget(part)
        side.addWidget(self.history, 1)
        return whole

    def _make_grid(self) -> QWidget:
        """Return the fields in the order of their keys."""
        whole = QWidget()
        self._grid = grid_in(whole, across=12, down=6, margins=(0, 0, 8, 0))
        self._titles: list[QLabel] = []
        for editor in self.editors.values():
            title = QLabel(editor.field.title)
            title.setBuddy(editor.widget)
            self._titles.append(title)
        self._arrange(2)
        return whole

    def _arrange(self, columns: int) -> None:
        """Put the fields in so many columns, each from top to bottom."""
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        rows = -(-len(self.editors) // columns)
        for place, (title, editor) in enumerate(
            zip(self._titles, self.editors.values(), strict=True)
        ):
            column, row = divmod(place, rows)
            self._grid.addWidget(title, row, 2 * column, side)
            self._grid.addWidget(editor.widget, row, 2 * column + 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, columns - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = IN_TWO if self._person else IN_TWO - SIDE_WIDTH
        self._arrange(2 if event.size().width() >= theme.px(least) else 1)
