"""Writing one field of many people at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QWidget

from congress_desk.actions.people.register import edit_people
from congress_desk.domain.people.person import Person
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.field_editor import FieldEditor
from congress_desk.ui.desks.people.fields import FIELDS, Unreadable
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.people_words import names_text
from congress_desk.ui.look import theme
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

# Each person has their own code, name and place: nobody sets those for many.
_OWN = ("code", "name", "seat")


class BulkDialog(FormDialog):
    """Sets a field for the people it was opened for; says how many have something else now."""

    def __init__(
        self, acts: Acts, view: PeopleView, people: Sequence[Person], parent: QWidget | None
    ) -> None:
        title = tr("Set a field for {count} people", count=len(people))
        super().__init__(title, tr("Set for all of them"), parent, acts=acts)
        self._people = tuple(people)
        self._editors = [FieldEditor(f, view) for f in FIELDS if f.name not in _OWN]
        self.field, self._stack = QComboBox(), QStackedWidget()
        self.field.setMaxVisibleItems(24)
        self._stack.setFixedHeight(theme.px(34))
        told = QLabel(names_text(people))
        told.setWordWrap(True)
        told.setProperty("role", "strong")
        self.form.addRow(tr("Who"), told)
        for editor in self._editors:
            self.field.addItem(editor.field.title(), editor.field.name)
            editor.widget.setObjectName("bulkValue")
            editor.widget.setAccessibleName(tr("New value"))
            self._stack.addWidget(editor.widget)
        self.add_field(tr("Field"), self.field, "bulkField")
        self.form.addRow(tr("New value"), self._stack)
        self._order_tabs()
        self.field.currentIndexChanged.connect(self._on_field)
        self.submitted.connect(self._on_submitted)
        self.field.setCurrentIndex(self.field.findData("delegation"))

    @property
    def editor(self) -> FieldEditor:
        """Return the editor of the field chosen."""
        return self._editors[self.field.currentIndex()]

    def _order_tabs(self) -> None:
        before: QWidget = self.field
        for editor in self._editors:
            self.setTabOrder(before, editor.widget)
            before = editor.widget
        self.setTabOrder(before, self.submit)

    def _on_field(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        name = self.editor.field.name
        held = {getattr(person, name) for person in self._people}
        if len(held) == 1:
            self.editor.show(held.pop())
            words = tr("All of them have the same now.")
        else:
            words = tr("They have {count} different values now.", count=len(held))
        self.say(words, "muted")

    def _on_submitted(self) -> None:
        try:
            value = self.editor.value()
        except Unreadable as wrong:
            self.refuse_words(str(wrong), self.editor.widget)
            return
        changes = {self.editor.field.name: value}
        if "group_id" in changes:
            changes["group_role"] = ""
        self.wrong = {"": self.editor.widget}
        self.run(edit_people, [person.id for person in self._people], changes)
