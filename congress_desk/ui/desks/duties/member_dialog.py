"""The card of a member: organ, person, title and what the person answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from congress_desk.actions.duties.members import add_member, edit_member
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import OrganKey, namesakes, organ_key
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.words import organ_text, post_titles
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.records.fields.field_widgets import FieldEditor
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice
from congress_desk.ui.widgets.screen_acts import Acts

TITLES = ("Trưởng ban", "Trưởng đoàn", "Phó trưởng ban", "Tổ trưởng", "Thành viên")


class MemberDialog(FormDialog):
    """Adds a member to an organ, or changes one; `saved` carries the membership."""

    def __init__(
        self,
        acts: Acts,
        view: DutiesView,
        key: OrganKey,
        member: Duty | None,
        parent: QWidget | None,
    ) -> None:
        title = tr("Change the member") if member else tr("Add a member")
        submit = tr("Save the member") if member else tr("Add the member")
        super().__init__(title, submit, parent, acts=acts)
        self._view, self._member = view, member
        self.warning = theme.label(tone="look", name="namesakesWarning", wrap=True)
        self.editors: dict[str, FieldEditor] = {}
        self._lay_out(_fields(view, member))
        self.name, self.organ_name = self._line("name"), self._line("organ_name")
        person = self.editors["person_id"].widget
        assert isinstance(person, PersonChoice)
        self.person: PersonChoice = person
        self.wrong = {"organ_name_missing": self.organ_name, "": self.name}
        self._fill(key, member)
        self._connect()
        self._on_organ()
        self._warn()

    def _lay_out(self, fields: Sequence[RecordField]) -> None:
        """Ask first for whoever is added, by the register; first for the name that is changed."""
        who, name, *others = fields
        for field in (who, name) if self._member is None else (name, who):
            self.editors[field.name] = self.add_record_field(field, "member")
        self.form.addRow("", self.warning)
        for field in others:
            self.editors[field.name] = self.add_record_field(field, "member")
        self.editors["organ"].widget.setEnabled(self._member is None or self._is_board())

    def _line(self, name: str) -> QLineEdit:
        widget = self.editors[name].widget
        assert isinstance(widget, QLineEdit)
        return widget

    def _is_board(self) -> bool:
        return self._member is not None and self._member.organ is Organ.COUNTING_BOARD

    def _fill(self, key: OrganKey, member: Duty | None) -> None:
        self.editors["organ"].choose(organ_key(member) if member else key)
        if member is None:
            return
        for name in ("name", "title", "duty"):
            self.editors[name].show(member)
        linked = self._view.person(member)
        if linked is not None:
            self.person.choose(linked.id)

    def _connect(self) -> None:
        organ = self.editors["organ"].widget
        assert isinstance(organ, QComboBox)
        organ.currentIndexChanged.connect(self._on_organ)
        self.person.chosen_changed.connect(self._on_person)
        self.person.installEventFilter(self)
        self.name.textEdited.connect(self._warn)
        self.submitted.connect(self._on_submitted)

    def _on_organ(self) -> None:
        """Ask for the name of an organ that is new."""
        key: OrganKey = self.editors["organ"].value()
        self.form.setRowVisible(self.organ_name, key.organ is Organ.FREE and not key.name)

    def _on_person(self) -> None:
        chosen = self.person.chosen
        if chosen is not None:
            self.name.setText(chosen.name)
        self._warn()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Tab take the person who was typed, and go on instead of saving."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            line, keys = self.person.lineEdit(), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            typed = line is not None and line.text() != self._person_text()
            if typed and event.key() in (*keys, Qt.Key.Key_Tab):
                completer = self.person.completer()
                popup = completer.popup() if completer else None
                if popup is not None:
                    popup.hide()
                self.name.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _person_text(self) -> str:
        """Return the line of the person chosen, "" of nobody."""
        return self.person.itemText(self.person.currentIndex())

    def _warn(self) -> None:
        """Say when the name is that of several people of the register."""
        same = namesakes(self.name.text(), self._view.facts.people) if self.name.text() else ()
        warning = ""
        if len(same) > 1 and self.person.chosen not in same:
            warning = tr(
                "{count} people of the register have this name: choose which of them it is.",
                count=len(same),
            )
        self.warning.setText(warning)
        self.form.setRowVisible(self.warning, bool(warning))

    def _on_submitted(self) -> None:
        key: OrganKey = self.editors["organ"].value()
        typed = Duty(
            organ=key.organ,
            organ_name=key.name or self.editors["organ_name"].value(),
            election_id=key.election_id,
            name=self.editors["name"].value(),
            title=self.editors["title"].value(),
            duty=self.editors["duty"].value(),
            person_id=self.editors["person_id"].value(),
        )
        if self._member is None:
            self.run(add_member, typed)
            return
        changed = replace(typed, id=self._member.id, person_id=self._linked(typed.person_id))
        self.run(edit_member, changed)

    def _linked(self, chosen: int) -> int:
        """Leave a link that the program finds by itself to it, so that a name may be corrected."""
        assert self._member is not None
        found = self._view.links.get(self._member.id, 0)
        return self._member.person_id if chosen == found else chosen


def _fields(view: DutiesView, member: Duty | None) -> tuple[RecordField, ...]:
    return (
        text_field(
            "person_id", tr("Who it is in the register"), people=view.facts.people,
            hint=tr("part of a name, code or number"),
        ),
        text_field("name", tr("Full name"), longest=NAME_LIMIT),
        text_field("organ", tr("Organ"), choices=_organs(view, member)),
        text_field(
            "organ_name", tr("Name of the new organ"), longest=NAME_LIMIT,
            hint=tr("such as: Service team"),
        ),
        text_field("title", tr("Title in the organ"), suggestions=TITLES, listed=True),
        text_field("duty", tr("Responsible for")),
    )  # fmt: skip


def _organs(view: DutiesView, member: Duty | None) -> tuple[tuple[OrganKey, str], ...]:
    """Return the organs to choose from; of a counter only the boards."""
    titles = post_titles(view)
    keys = [k for k in organ_keys(view) if member is None or k.organ is member.organ]
    choices = [(each, organ_text(each, titles)) for each in keys]
    if member is None:
        choices.append((OrganKey(organ=Organ.FREE), tr("A new organ…")))
    return tuple(choices)


def organ_keys(view: DutiesView) -> tuple[OrganKey, ...]:
    """Return every organ there can be: the four, a board for each election, the free ones."""
    fixed = [OrganKey(organ=organ) for organ in Organ if organ is not Organ.FREE]
    boards = [
        OrganKey(organ=Organ.COUNTING_BOARD, election_id=election.id)
        for election in view.facts.elections
    ]
    free = [group.key for group in view.groups if group.key.organ is Organ.FREE]
    return (*fixed, *boards, *free)
