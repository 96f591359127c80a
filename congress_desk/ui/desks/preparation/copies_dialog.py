"""Numbered copies of a text: who has which; handed out and taken back by the card and a number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.preparation.copies import (
    give_copy_up,
    hand_out_copies,
    hand_out_copy,
    number_copies,
    take_back_copy,
)
from congress_desk.actions.undo_change import undo_change
from congress_desk.domain.preparation.copies import (
    MOST_COPIES,
    TextCopies,
    TextCopy,
    typed_copy,
)
from congress_desk.errors import Refusal
from congress_desk.i18n import act_name, tr
from congress_desk.queries.text_copies import TextCopiesView, text_copies_view
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

WIDTH, TABLE_HEIGHT, DELEGATIONS_SHOWN = 800, 120, 3
OUT, BACK = "out", "back"


class NumberCopiesDialog(FormDialog):
    """How many copies of a text are printed, and whether they come back."""

    def __init__(self, acts: Acts, view: TextCopiesView, parent: QWidget | None) -> None:
        super().__init__(tr("Number the copies"), tr("Number them"), parent, acts=acts)
        printed = view.copies.printed if view.copies else None
        self.tell(view.text.title, "strong")
        self.copies = WholeNumber()
        self.copies.setRange(1, MOST_COPIES)
        wanted = view.gets.copies or max(len(view.people), 1)
        self.copies.setValue(printed.copies if printed else wanted)
        self.add_field(tr("Copies printed"), self.copies, "copiesPrinted")
        self.comes_back = QCheckBox(tr("They are collected again before the end"))
        self.comes_back.setChecked(printed.comes_back if printed else True)
        self.add_field("", self.comes_back, "copiesComeBack")
        self.wrong = {"": self.copies}
        self.submitted.connect(
            lambda: self.run(
                number_copies,
                view.text.id,
                self.copies.value(),
                comes_back=self.comes_back.isChecked(),
            )
        )


class CopiesDialog(FormDialog):
    """Stays open: each copy is written down with Enter; who has it, then its number."""

    def __init__(
        self, acts: Acts, messages: Messages, view: TextCopiesView, parent: QWidget | None
    ) -> None:
        title = tr("Numbered copies: {text}", text=view.text.title)
        super().__init__(title, tr("Write down"), parent, acts=acts, leave=tr("Close"))
        self.be_wide(WIDTH)
        self._view, self._messages = view, messages
        self.sum, self.waited = StateRow(), StateRow()
        self.table = DataTable(
            "copiesTable", tr("Copies that are out"), RecordTableModel(self._columns(), self),
            long=(1, 2),
        )  # fmt: skip
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.again = make_button(tr("How many…"), self._on_number, name="copiesNumber")
        self.to_all = make_button(
            tr("One to everybody who gets it")
            if view.gets.receivers
            else tr("One to every delegate"),
            self._on_all,
            name="copiesToAll",
            icon="users",
            tip=tr("Each gets the number of the card, where that copy is free"),
        )
        self.list = make_button(
            tr("From a file…"),
            self._ask_file,
            name="copiesList",
            icon="file-spreadsheet",
            tip=tr("A list with the numbers of the copies and who gets each"),
        )
        self.undo = make_button(
            tr("Undo"),
            self._on_undo,
            name="copiesUndo",
            icon="undo-2",
            tip=tr("Takes the last thing back that was done with these copies"),
        )
        self.lost = make_button(tr("Will not come back…"), self._on_lost, name="copyLost")
        for row in (self.sum, self.waited):
            self.form.addRow(row)
        ways = ((tr("Hand out"), OUT), (tr("Collect"), BACK))
        self.way = self.add_choice(tr("What happens"), "copyWay", ways)
        self.holder = PersonChoice(view.people.values())
        self.add_field(tr("To whom"), self.holder, "copyHolder")
        self.number = self.add_line(tr("Copy number"), "copyNumber", longest=40)
        self.wrong = {"": self.number, "copy_second": self.holder, "person_unknown": self.holder}
        self._lay_out_list()
        self.way.currentIndexChanged.connect(lambda _: self._show_way())
        self.holder.chosen_changed.connect(self._offer_number)
        self.table.current_changed.connect(lambda _: self._show_buttons())
        self.submitted.connect(self._on_submitted)
        self._reader = Reader(acts.session, self, self._ask)
        if view.copies is not None and view.copies.collected:
            self.way.setCurrentIndex(self.way.findData(BACK))
        self._show(view)
        self._show_way()
        self._ask()

    def _lay_out_list(self) -> None:
        body = QWidget()
        column_in(
            body,
            (self.table, 1),
            button_row(self.again, self.to_all, self.list, self.undo, None, self.lost),
        )
        self.add_body(body)

    @property
    def copies(self) -> TextCopies:
        """Return the copies of the text."""
        assert self._view.copies is not None
        return self._view.copies

    def finish(self, value: Any) -> None:
        """Say why not, or be ready for the next copy."""
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self.saved.emit(value)
        self.clear_wrong()
        given = self.holder.chosen if self.way.currentData() == OUT else None
        if given is not None and not self._view.is_meant(given):
            words = tr("Handed out; {name} is not among those who get this text.", name=given.name)
            self.say(words, "look")
        self.holder.choose(0)
        self.number.clear()
        self._first_field().setFocus()

    def _ask(self) -> None:
        self._reader.ask(text_copies_view, self._view.text.id, done=self._show)

    def _show(self, view: TextCopiesView | None) -> None:
        if view is None or view.copies is None:
            self.reject()
            return
        self._view, found = view, view.copies
        self.table.show_records(found.out, same=lambda a, b: a.id == b.id)
        self.sum.show_state(
            "",
            tr(
                "{printed} copies: {out} out, {returned} back, {kept} not handed out",
                printed=found.printed.copies,
                out=len(found.out),
                returned=found.returned,
                kept=found.never_handed,
            ),
        )
        self._show_waited(found)
        self._show_buttons()

    def _show_waited(self, found: TextCopies) -> None:
        """Say, once collecting has begun, what is still out and with which delegations."""
        self.waited.setVisible(found.collected)
        most = self._view.by_delegation(found.waited_for)
        shown = [
            f"{name or tr('no delegation')}: {count}" for name, count in most[:DELEGATIONS_SHOWN]
        ]
        if len(most) > DELEGATIONS_SHOWN:
            shown.append(tr("{count} other delegations", count=len(most) - DELEGATIONS_SHOWN))
        if found.waited_for:
            words = tr(
                "{count} still to come back: {where}",
                count=len(found.waited_for),
                where="; ".join(shown),
            )
        else:
            words = tr("All copies that can come back are back")
        self.waited.show_state("look" if found.waited_for else "holds", words)

    def _show_buttons(self) -> None:
        self.lost.setEnabled(self.copies.printed.comes_back and self.table.current is not None)

    def _show_way(self) -> None:
        self.form.setRowVisible(self.holder, self.way.currentData() == OUT)
        self.form.setRowVisible(self.way, self.copies.printed.comes_back)
        hint = tr("Its number, or the card of who has it")
        self.number.setPlaceholderText(hint if self.way.currentData() == BACK else "")
        self.number.clear()
        self._first_field().setFocus()
        self.fit()

    def _first_field(self) -> QWidget:
        return self.holder if self.way.currentData() == OUT else self.number

    def _offer_number(self) -> None:
        """Offer the number of the card, or the lowest that is free."""
        person = self.holder.chosen
        number = self.copies.next_number(person.id) if person else 0
        self.number.setText(str(number or ""))
        self.number.selectAll()

    def _on_submitted(self) -> None:
        if self.way.currentData() == BACK:
            number = typed_copy(self.copies, self.number.text(), self._view.people.values())
            if isinstance(number, Refusal):
                self.refuse(number)
            else:
                self.run(take_back_copy, self._view.text.id, number)
            return
        person = self.holder.chosen
        if person is None:
            self.refuse_words(tr("Choose who gets the copy."), self.holder)
        elif self.holder.hasFocus():
            # Enter after the card: the number is next.
            self.number.setFocus()
            self.number.selectAll()
        else:
            self.run(hand_out_copy, self._view.text.id, self._typed_number(), person.id)

    def _typed_number(self) -> int | None:
        """Return the number typed, None of what is none."""
        text = self.number.text().strip()
        return int(text) if text.isascii() and text.isdecimal() else None

    def _on_all(self) -> None:
        self.run(hand_out_copies, self._view.text.id)

    def _ask_file(self) -> None:
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        title = tr("Choose the list of the copies")
        self._messages.open_file(self, title, filters, self._on_file)

    def _on_file(self, path: Path) -> None:
        # The readers of workbooks come along: not before a file is chosen.
        from congress_desk.ui.desks.preparation.copy_list_dialog import CopyListDialog

        CopyListDialog(self.acts, self._view, path, self).open()

    def _on_undo(self) -> None:
        self.acts.run(undo_change, "copies", text_id=self._view.text.id, done=self._on_undone)

    def _on_undone(self, value: str | Refusal) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
        else:
            self.saved.emit(value)
            self.say(tr("Undone: {act}", act=act_name(value)), "holds")

    def _on_number(self) -> None:
        NumberCopiesDialog(self.acts, self._view, self).open()

    def _on_lost(self) -> None:
        copy: TextCopy | None = self.table.current
        if copy is None:
            return
        name = self._view.name(copy)
        ReasonDialog(
            self.acts,
            tr("Copy {number} will not come back", number=copy.number),
            tr("{name} had it last. The minutes of return name it with this reason.", name=name),
            tr("Record the reason"),
            give_copy_up,
            self._view.text.id,
            copy.number,
            parent=self,
        ).open()

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(title=tr("Copy"), text=lambda c: str(c.number), number=True),
            TableColumn(title=tr("Who has it"), text=lambda c: self._view.name(c)),
            TableColumn(title=tr("Delegation"), text=lambda c: self._view.delegation(c)),
            TableColumn(title=tr("Note"), text=lambda c: c.missing),
        )
