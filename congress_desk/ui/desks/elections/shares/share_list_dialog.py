"""A file with shares before it is written: each row, what it changes, and what is wrong in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.shares import write_share_list
from congress_desk.errors import Refusal, row_in_sheet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.shares.share_list_view import (
    ListedHolder,
    ShareListView,
    share_list_view,
)
from congress_desk.ui.records.forms.list_dialog import ListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class ShareListDialog(ListDialog):
    """Writes all rows of the file or none: part of the register would falsify the quorum."""

    def __init__(self, acts: Acts, view: ShareListView, parent: QWidget | None) -> None:
        super().__init__(acts, tr("Register of shares from a file"), tr("Write down"), parent)
        self._view = view
        self.add_list("share", tr("Rows of the list"), _columns(), long=(1, 2))
        self.table.current_changed.connect(self._on_current)
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
        self.show_notes(view.notes)
        (self.again if view.wrong else self.submit).setFocus()

    def _on_current(self, found: ListedHolder | None) -> None:
        words = f"{found.name or found.code}: {found.becomes}" if found else ""
        self.tell_row(words, found.tone if found else "")

    def _on_submitted(self) -> None:
        if self._view.lines:
            self.run(write_share_list, self._view.lines, source=self._view.path.name)

    def read_again(self) -> None:
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
