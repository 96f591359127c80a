"""The card of a member: organ, person, title and what the person answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QWidget

from congress_desk.actions.duties.members import add_member, edit_member
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import OrganKey, namesakes, organ_key
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.words import organ_text, post_titles
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField, form_field
from congress_desk.ui.records.fields.field_widgets import FieldEditor
from congress_desk.ui.records.forms.form_dialog import FormDialog, choice
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
        self.organ = _organs(view, key, member)
        self.person = PersonChoice(view.facts.people)
        self.person.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.person.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = _suggestions(TITLES)
        self.warning = QLabel()
        self.warning.setObjectName("namesakesWarning")
        self.warning.setWordWrap(True)
        theme.set_tone(self.warning, "look")
        self.editors: dict[str, FieldEditor] = {}
        self._lay_out()
        self.name, self.organ_name = self._line("name"), self._line("organ_name")
        self.wrong = {"organ_name_missing": self.organ_name, "": self.name}
        self._fill(member)
        self._connect()
        self._on_organ()
        self._warn()

    def _lay_out(self) -> None:
        fields = {field.name: field for field in _fields()}
        line = self.person.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("part of a name, code or number"))
        if self._member is None:
            self.add_field(tr("Who it is in the register"), self.person, "memberPerson")
        self._add(fields["name"])
        if self._member is not None:
            self.add_field(tr("Who it is in the register"), self.person, "memberPerson")
        self.form.addRow("", self.warning)
        self.add_field(tr("Organ"), self.organ, "memberOrgan")
        self._add(fields["organ_name"])
        self.add_field(tr("Title in the organ"), self.title, "memberTitle")
        self._add(fields["duty"])
        self.organ.setEnabled(self._member is None or self._is_board())

    def _add(self, field: RecordField) -> None:
        self.editors[field.name] = self.add_record_field(field, "member")

    def _line(self, name: str) -> QLineEdit:
        widget = self.editors[name].widget
        assert isinstance(widget, QLineEdit)
        return widget

    def _is_board(self) -> bool:
        return self._member is not None and self._member.organ is Organ.COUNTING_BOARD

    def _fill(self, member: Duty | None) -> None:
        if member is None:
            return
        for name in ("name", "duty"):
            self.editors[name].show(member)
        self.title.setCurrentText(member.title)
        linked = self._view.person(member)
        if linked is not None:
            self.person.choose(linked.id)

    def _connect(self) -> None:
        self.organ.currentIndexChanged.connect(self._on_organ)
        self.person.chosen_changed.connect(self._on_person)
        self.person.installEventFilter(self)
        self.name.textEdited.connect(self._warn)
        self.submitted.connect(self._on_submitted)

    def _on_organ(self) -> None:
        """Ask for the name of an organ that is new."""
        key: OrganKey = self.organ.currentData()
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
        key: OrganKey = self.organ.currentData()
        chosen = self.person.chosen
        typed = Duty(
            organ=key.organ,
            organ_name=key.name or self.editors["organ_name"].value(),
            election_id=key.election_id,
            name=self.editors["name"].value(),
            title=self.title.currentText(),
            duty=self.editors["duty"].value(),
            person_id=chosen.id if chosen else 0,
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


def _fields() -> tuple[RecordField, ...]:
    return (
        form_field("name", tr("Full name"), longest=NAME_LIMIT),
        form_field(
            "organ_name", tr("Name of the new organ"), longest=NAME_LIMIT,
            hint=tr("such as: Service team"),
        ),
        form_field("duty", tr("Responsible for")),
    )  # fmt: skip


def _organs(view: DutiesView, key: OrganKey, member: Duty | None) -> QComboBox:
    """Return the organs to choose from; of a counter only the boards."""
    titles = post_titles(view)
    keys = [k for k in organ_keys(view) if member is None or k.organ is member.organ]
    choices = [(organ_text(each, titles), each) for each in keys]
    if member is None:
        choices.append((tr("A new organ…"), OrganKey(organ=Organ.FREE)))
    wanted = organ_key(member) if member else key
    offered = [each for _, each in choices]
    combo = choice(choices)
    combo.setCurrentIndex(offered.index(wanted) if wanted in offered else 0)
    return combo


def organ_keys(view: DutiesView) -> tuple[OrganKey, ...]:
    """Return every organ there can be: the four, a board for each election, the free ones."""
    fixed = [OrganKey(organ=organ) for organ in Organ if organ is not Organ.FREE]
    boards = [
        OrganKey(organ=Organ.COUNTING_BOARD, election_id=election.id)
        for election in view.facts.elections
    ]
    free = [group.key for group in view.groups if group.key.organ is Organ.FREE]
    return (*fixed, *boards, *free)


def _suggestions(words: Sequence[str]) -> QComboBox:
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.addItems(list(words))
    combo.setCurrentText("")
    return combo
