"""The dialogs of a motion as it stands: worded, corrected, repeated, cancelled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from congress_desk.actions.motions import cancel_motion, change_vote, repeat_motion
from congress_desk.domain.motions import Hall, Motion, MotionState, check_hands
from congress_desk.domain.people.register import Roll, RollPerson
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import grouped, tr
from congress_desk.queries.motions import MotionsView
from congress_desk.ui.desks.motions.hands_form import HandsForm
from congress_desk.ui.desks.motions.holders_dialog import HoldersDialog
from congress_desk.ui.desks.motions.motion_dialog import MotionDialog
from congress_desk.ui.desks.motions.words import check_words
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import base_lines
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.inputs.date_input import moment_text
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.screen_acts import Acts

LONGEST_NAME = 200
WIDTH, HEIGHT = 520, 560


class MotionDialogs(QObject):
    """Opens them over `page`; `saved` carries the motion that one of them wrote."""

    saved = Signal(object)

    def __init__(self, acts: Acts, page: QWidget) -> None:
        super().__init__(page)
        self._acts, self._page = acts, page

    def add(self, view: MotionsView) -> None:
        """Word a new motion."""
        self._open(MotionDialog(self._acts, view, None, self._page))

    def edit(self, view: MotionsView, motion: Motion) -> None:
        """Word an open motion anew, or correct the numbers of a recorded one."""
        if motion.state is MotionState.VOTED and motion.by_holder:
            self.by_holder(motion, "")
        elif motion.state is MotionState.VOTED:
            self._open(CorrectDialog(self._acts, motion, view, self._page))
        elif motion.state is MotionState.OPEN:
            self._open(MotionDialog(self._acts, view, motion, self._page))

    def by_holder(self, motion: Motion, announced_by: str) -> None:
        """Enter how each holder or proxy voted, or correct it."""
        self._open(HoldersDialog(self._acts, motion, announced_by, self._page))

    def repeat(self, motion: Motion) -> None:
        """Put the matter to the vote again."""
        self._open(
            ReasonDialog(
                self._acts,
                tr("Vote on this matter again?"),
                tr(
                    "The earlier vote stays in the file with its numbers; the new one is counted"
                    " afresh."
                ),
                tr("Vote again"),
                repeat_motion,
                motion.id,
                why=tr("Why the vote is repeated"),
                parent=self._page,
            )
        )

    def cancel(self, motion: Motion) -> None:
        """Cancel a motion that is not cancelled yet."""
        if motion.state is MotionState.CANCELLED:
            return
        self._open(
            ReasonDialog(
                self._acts,
                tr("Cancel this motion?"),
                tr("It stays in the list as cancelled, with the reason, and counts no more."),
                tr("Cancel the motion"),
                cancel_motion,
                motion.id,
                why=tr("Why it is cancelled"),
                danger=True,
                parent=self._page,
            )
        )

    def show_names(self, roll: Roll | None) -> None:
        """Show who was present, where that was frozen with names."""
        if roll is not None:
            NamesDialog(roll, self._page).open()

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self.saved)
        dialog.open()


class NamesDialog(QDialog):
    """A list by given name that is filtered while a part of a name is typed."""

    def __init__(self, roll: Roll, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Who was present at the vote"))
        be_large(self, WIDTH, HEIGHT)
        self._people = tuple(sorted(roll.present, key=lambda p: name_key(p.name)))
        self.filter = QLineEdit()
        self.filter.setObjectName("rollFilter")
        self.filter.setPlaceholderText(tr("Part of a name, with or without accents"))
        self.filter.setAccessibleName(tr("Find a name"))
        self.filter.textChanged.connect(self._show)
        columns = (
            TableColumn(title=tr("Number"), text=lambda p: str(p.person_id), number=True),
            TableColumn(title=tr("Full name"), text=lambda p: p.name),
        )
        self.table = DataTable(
            "rollTable", tr("Who was present at the vote"), RecordTableModel(columns, self)
        )
        frozen = tr(
            "{count} present of D = {base}, frozen at {when}",
            count=len(self._people),
            base=roll.base.base,
            when=moment_text(roll.at),
        )
        self.copy = make_button(tr("Copy to Excel"), self.table.copy_rows, icon="copy")
        self.leave = make_button(tr("Close"), self.accept, name="leave")
        self._lay_out(frozen, _sum_words(roll))
        self._show()
        self.filter.setFocus()

    def _show(self) -> None:
        self.table.show_records(matching(self._people, self.filter.text()))

    def _lay_out(self, frozen: str, sums: str) -> None:
        layout = column_in(self, spacing=12, margins=(24, 24, 24, 16))
        heading = theme.section(frozen)
        heading.setWordWrap(True)
        layout.addWidget(heading)
        layout.addWidget(theme.subtitle(sums))
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(button_row(self.copy, None, self.leave))


def matching(people: tuple[RollPerson, ...], text: str) -> tuple[RollPerson, ...]:
    """Return those whose name holds every word of `text`, without accents, in any order."""
    words = [fold(word) for word in text.split()]
    return tuple(p for p in people if all(word in fold(p.name) for word in words))


def _sum_words(roll: Roll) -> str:
    return "; ".join(f"{words} {number}" for words, number in base_lines(roll.base))


class CorrectDialog(FormDialog):
    """`saved` carries the motion; presence can be taken anew where it was frozen too early."""

    def __init__(
        self, acts: Acts, motion: Motion, view: MotionsView, parent: QWidget | None
    ) -> None:
        title, submit = tr("Correct the result"), tr("Save the correction")
        super().__init__(title, submit, parent, acts=acts)
        self._motion, self._now = motion, view.hall
        self._of = view.congress.rules.motion_base
        if motion.majority is not None:
            self._of = motion.majority.of
        self.tell(tr("The journal keeps the numbers as they were before."))
        self.hands = HandsForm()
        self.hands.count_shares(self._of.by_shares)
        self.form.addRow(self.hands)
        fields = _fields(self._now)
        self.editors = {field.name: self.add_record_field(field, "correct") for field in fields}
        self.editors["announced_by"].show(motion)
        reason = self.editors["reason"].widget
        self.wrong = {"reason_missing": reason}
        self.present_now = self.editors["present_now"].widget
        assert isinstance(self.present_now, QCheckBox)
        self.form.setRowVisible(self.present_now, self._has_moved())
        self._show_recorded()
        self.hands.edited.connect(self._on_edited)
        self.hands.finished.connect(reason.setFocus)
        self.present_now.toggled.connect(self._on_edited)
        self.submitted.connect(self._on_submitted)

    @property
    def _present(self) -> int:
        taken_anew: bool = self.editors["present_now"].value()
        return self._now.present if taken_anew else self._motion.present or 0

    def _has_moved(self) -> bool:
        """Say whether there are other numbers now than those that were frozen."""
        now, motion = self._now, self._motion
        before = motion.present if self._of.by_shares else motion.base
        moved = (now.base, now.present) != (before, motion.present)
        return bool(moved and now.base and now.present)

    def _show_recorded(self) -> None:
        found = self._motion.hands
        if found is not None:
            typed = (str(found.in_favour), str(found.against), str(found.other))
            self.hands.show_typed(typed, self._present)
        self.hands.take_keyboard()

    def _on_edited(self) -> None:
        self.hands.show_typed(self.hands.typed, self._present)
        hands = self.hands.hands
        tone, words = check_words(hands, self._present, self._of) if hands else ("wrong", "")
        self.hands.mark_wrong(tone == "wrong")
        self.say(words, tone)

    def _on_submitted(self) -> None:
        hands = self.hands.hands
        if hands is None or check_hands(hands, self._present, self._of):
            self._on_edited()
            self.hands.take_keyboard()
            return
        self.run(
            change_vote,
            self._motion.id,
            hands,
            **{name: editor.value() for name, editor in self.editors.items()},
        )


def _fields(hall: Hall) -> tuple[RecordField, ...]:
    now = tr(
        "Take base {base} and {present} present, as they are now",
        base=grouped(hall.base),
        present=grouped(hall.present),
    )
    return (
        text_field("present_now", now, tick=True),
        text_field("announced_by", tr("Announced by"), longest=LONGEST_NAME),
        text_field("reason", tr("Why the numbers are corrected")),
    )
