"""A file with shares before it is written: each row, what it changes, and what is wrong in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.shares import write_share_list
from congress_desk.errors import Refusal, row_in_sheet
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.shares.share_list_view import (
    ListedHolder,
    ShareListView,
    share_list_view,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

WIDTH, TABLE_HEIGHT, NOTES_SHOWN = 860, 320, 4


class ShareListDialog(FormDialog):
    """Writes all rows of the file or none: part of the register would falsify the quorum."""

    def __init__(self, acts: Acts, view: ShareListView, parent: QWidget | None) -> None:
        super().__init__(tr("Register of shares from a file"), tr("Write down"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._view = view
        self.sum = StateRow()
        self.form.addRow(self.sum)
        model = RecordTableModel(_columns(), self)
        self.table = DataTable("shareListTable", tr("Rows of the list"), model, long=(1, 2))
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.form.addRow(self.table)
        self.told = self.tell("", "")
        self.table.current_changed.connect(self._on_current)
        self.notes = self.tell("", "")
        theme.set_tone(self.notes, "muted")
        self.again = make_button(
            tr("Read the file again"), self._on_again, name="shareReadAgain", icon="rotate-ccw"
        )
        self.form.addRow(button_row(self.again, None))
        self.submitted.connect(self._on_submitted)
        self._show(view)

    def _show(self, view: ShareListView) -> None:
        self._view = view
        self.table.show_records(view.rows)
        self.submit.setEnabled(bool(view.lines))
        words = tr("Write {count} holders down", count=len(view.lines))
        self.submit.setText(words if view.lines else tr("Write down"))
        if view.wrong:
            words = tr(
                "{wrong} of {count} rows cannot be taken: put them right in {file}, save it, and"
                " read it again. Nothing was written.",
                wrong=view.wrong,
                count=len(view.rows),
                file=view.path.name,
            )
        else:
            words = tr(
                "{file}: {new} new, {changed} changed; {missing} in the register are not on it and"
                " stay.",
                file=view.path.name,
                new=view.new,
                changed=view.changed,
                missing=view.missing,
            )
        self.sum.show_state("wrong" if view.wrong else "holds", words)
        self._show_notes(view)
        (self.again if view.wrong else self.submit).setFocus()

    def _on_current(self, found: ListedHolder | None) -> None:
        """Say in full what becomes of the row, which the table may cut short."""
        self.told.setText(f"{found.name or found.code}: {found.becomes}" if found else "")
        theme.set_tone(self.told, found.tone if found else "")

    def _show_notes(self, view: ShareListView) -> None:
        said = [problem_text(note) for note in view.notes[:NOTES_SHOWN]]
        more = len(view.notes) - NOTES_SHOWN
        if more > 0:
            said.append(tr("and {count} more notes", count=more))
        self.notes.setText("\n".join(said))
        self.notes.setVisible(bool(said))

    def _on_submitted(self) -> None:
        if self._view.lines:
            self.run(write_share_list, self._view.lines, source=self._view.path.name)

    def _on_again(self) -> None:
        self.say("", "wrong")
        self.acts.session.ask(share_list_view, self._view.path, done=self._on_read)

    def _on_read(self, found: Any) -> None:
        if isinstance(found, Refusal):
            self.refuse(found)
        else:
            self._show(found)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Row"), text=lambda r: str(row_in_sheet(r.row)), number=True),
        TableColumn(title=tr("Holder"), text=lambda r: r.name or r.code),
        TableColumn(title=tr("What it changes"), text=lambda r: r.becomes, tone=lambda r: r.tone),
        TableColumn(title=tr("Shares"), text=lambda r: r.shares, number=True),
        TableColumn(title=tr("Voted by the proxy"), text=lambda r: r.proxy),
        TableColumn(title=tr("Code"), text=lambda r: r.code),
    )
