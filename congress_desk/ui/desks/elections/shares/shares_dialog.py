"""The register of shares in a dialog: the table, one holder after the other, or a whole list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from congress_desk.actions.elections.shares import remove_holding, set_holding, set_holdings
from congress_desk.actions.undo_change import undo_change
from congress_desk.domain.elections.shares.share_list import whole_shares
from congress_desk.domain.elections.shares.shares import Holding
from congress_desk.errors import Refusal
from congress_desk.i18n import act_name, grouped, tr
from congress_desk.queries.elections.shares import SharesView, shares_view
from congress_desk.ui.desks.elections.shares.share_list_dialog import (
    ShareListDialog,
    ShareListView,
    share_list_view,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

WIDTH, TABLE_HEIGHT, LONGEST = 640, 180, 200


class SharesDialog(FormDialog):
    """Stays open: each holder is written down with Enter, and the table shows all of them."""

    def __init__(
        self, acts: Acts, view: SharesView, messages: Messages, parent: QWidget | None
    ) -> None:
        words = tr("Write down")
        super().__init__(tr("Register of shares"), words, parent, acts=acts, leave=tr("Close"))
        self.be_wide(WIDTH)
        self._view, self._messages = view, messages
        self.table = DataTable(
            "sharesTable", tr("Register of shares"), RecordTableModel(self._columns(), self),
            long=(1, 3),
        )  # fmt: skip
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.sum = StateRow()
        self.take_off = make_button(tr("Take off the register"), self._on_take_off, name="shareOff")
        self.from_file = make_button(
            tr("From a file…"),
            self._on_file,
            name="shareFile",
            icon="file-spreadsheet",
            tip=tr("A workbook or CSV: code or name, shares, and the proxy where there is one"),
        )
        self.paste = make_button(
            tr("Paste from Excel"),
            self._on_paste,
            name="sharePaste",
            tip=tr("Columns: code or name, shares, and the proxy where there is one"),
        )
        self.form.addRow(self.table)
        self.form.addRow(self.sum)
        self.undo = make_button(
            tr("Undo"),
            lambda: self.acts.run(undo_change, "shares", done=self._on_undone),
            name="shareUndo",
            icon="undo-2",
            tip=tr("Takes the last change of the register of shares back"),
        )
        self.form.addRow(button_row(self.from_file, self.paste, self.undo, None, self.take_off))
        self.holder = PersonChoice(view.people)
        self.add_field(tr("Holder"), self.holder, "shareHolder")
        self.shares: QLineEdit = self.add_line(tr("Shares"), "shareNumber", longest=20)
        self.proxy = PersonChoice(view.people)
        self.add_field(tr("Voted by the proxy"), self.proxy, "shareProxy")
        self.document = self.add_line(tr("Paper of the proxy"), "shareDocument", longest=LONGEST)
        self.wrong = {
            "": self.shares,
            "proxy_is_holder": self.proxy,
            "proxy_has_a_proxy": self.proxy,
            "holder_is_a_proxy": self.proxy,
        }
        for field in (self.holder, self.proxy):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.current_changed.connect(self._on_current)
        self.submitted.connect(self._on_submitted)
        self._reader = Reader(acts.session, self, self._ask)
        self._show(view)
        self._ask()
        self.holder.setFocus()

    def finish(self, value: Any) -> None:
        """Say why not, or be ready for the next holder."""
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self.saved.emit(value)
        self.clear_wrong()
        self.table.clearSelection()
        for field in (self.holder, self.proxy):
            field.choose(0)
        for line in (self.shares, self.document):
            line.clear()
        self.holder.setFocus()

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(title=tr("Code"), text=lambda h: h.code),
            TableColumn(title=tr("Holder"), text=lambda h: h.name),
            TableColumn(title=tr("Shares"), text=lambda h: grouped(h.shares), number=True),
            TableColumn(title=tr("Voted by the proxy"), text=lambda h: self._view.name(h.proxy_id)),
            TableColumn(title=tr("Present"), text=lambda h: tr("yes") if h.present else tr("no")),
        )

    def _ask(self) -> None:
        self._reader.ask(shares_view, done=self._show)

    def _show(self, view: SharesView) -> None:
        self._view = view
        self.table.show_records(view.holdings, same=lambda a, b: a.person_id == b.person_id)
        self.take_off.setEnabled(bool(view.holdings))
        self.sum.show_state(
            "holds" if view.voters else "look",
            tr(
                "{count} people vote now for {represented} of {total} shares",
                count=len(view.voters),
                represented=grouped(view.represented),
                total=grouped(view.total),
            ),
        )

    def _on_current(self, found: Holding | None) -> None:
        if found is None:
            return
        self.holder.choose(found.person_id)
        self.shares.setText(str(found.shares))
        self.proxy.choose(found.proxy_id)
        self.document.setText(found.document)

    def _on_submitted(self) -> None:
        holder, proxy = self.holder.chosen, self.proxy.chosen
        if holder is None:
            self.refuse_words(tr("Choose who holds the shares."), self.holder)
            return
        if proxy is None and self.proxy.currentText().strip():
            self.refuse_words(
                tr("The proxy is not in the register; add them there first."), self.proxy
            )
            return
        self.run(
            set_holding,
            holder.id,
            shares=whole_shares(self.shares.text()),
            proxy_id=proxy.id if proxy else 0,
            document=self.document.text(),
        )

    def _on_take_off(self) -> None:
        holder = self.holder.chosen
        if holder is None:
            self.refuse_words(tr("Choose a line of the table first."), self.holder)
        else:
            self.run(remove_holding, holder.id)

    def _on_undone(self, value: str | Refusal) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
        else:
            self.finish(value)
            self.say(tr("Undone: {act}", act=act_name(value)), "holds")

    def _on_file(self) -> None:
        title = tr("Choose the list of shares")
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        self._messages.open_file(self, title, filters, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.say("", "wrong")
        self.acts.session.ask(share_list_view, path, done=self._on_file_read)

    def _on_file_read(self, found: ShareListView | Refusal) -> None:
        if isinstance(found, Refusal):
            self.refuse(found)
            return
        dialog = ShareListDialog(self.acts, found, self)
        dialog.saved.connect(self.saved.emit)
        dialog.open()

    def _on_paste(self) -> None:
        self.run(set_holdings, QGuiApplication.clipboard().text())
