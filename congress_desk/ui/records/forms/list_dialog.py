"""A list of a file before it is written: what it comes to, its rows, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

WIDTH, TABLE_HEIGHT = 860, 300
NOTES_SHOWN, REASONS_SHOWN = 4, 12


class ListDialog(FormDialog):
    """All rows are written or none; a file that was put right is read again from here.

    Whoever makes one calls `add_list` below its own fields and says how the file is read again.
    """

    def __init__(self, acts: Acts, title: str, submit: str, parent: QWidget | None) -> None:
        super().__init__(title, submit, parent, acts=acts)
        self.be_wide(WIDTH)

    def read_again(self) -> None:
        """Read the file once more, as it is by now."""
        raise NotImplementedError

    def add_list(
        self, prefix: str, title: str, columns: Sequence[TableColumn], *, long: Sequence[int]
    ) -> None:
        """Add the sum, the table, what is said of its rows, and the way to read the file again."""
        self.sum = StateRow()
        self.form.addRow(self.sum)
        model = RecordTableModel(tuple(columns), self)
        self.table = DataTable(f"{prefix}ListTable", title, model, long=tuple(long))
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.form.addRow(self.table)
        self.told = self.tell("", "")
        self.notes = self.tell("", "")
        words, name = tr("Read the file again"), f"{prefix}ReadAgain"
        self.again = make_button(words, self.read_again, name=name, icon="rotate-ccw")
        self.form.addRow(button_row(self.again, None))

    def show_rows(self, rows: Sequence[Any], notes: Sequence[Problem], words: str) -> None:
        """Show what is written of the file, what is said of it, and in words what it comes to."""
        self._show_found(rows, notes, "holds", words)

    def show_refused(self, path: Path, refusal: Refusal) -> None:
        """Say why the file cannot be taken."""
        words = tr(
            "{file} cannot be taken yet: put it right, save it and read it again. Nothing was"
            " written.",
            file=path.name,
        )
        self._show_found((), refusal.problems, "wrong", words)

    def _show_found(
        self, rows: Sequence[Any], notes: Sequence[Problem], tone: str, words: str
    ) -> None:
        self.table.show_records(rows)
        # Without any row the reasons stand in the table's stead.
        self.form.setRowVisible(self.table, bool(rows))
        self.submit.setEnabled(bool(rows))
        self.show_notes(notes, refused=tone == "wrong")
        self.sum.show_state(tone, words)
        (self.submit if rows else self.again).setFocus()
        self.fit()

    def tell_row(self, words: str, tone: str) -> None:
        """Say in full what becomes of the row in use, which the table may cut short."""
        self.told.setText(words)
        theme.set_tone(self.told, tone)

    def show_notes(self, problems: Sequence[Problem], *, refused: bool = False) -> None:
        """Say the first of what is to be known, or of why it is refused, and how much more."""
        most = REASONS_SHOWN if refused else NOTES_SHOWN
        said = [problem_text(each) for each in problems[:most]]
        more = len(problems) - most
        if more > 0:
            said.append(tr("and {count} more notes", count=more))
        theme.set_tone(self.notes, "wrong" if refused else "muted")
        self.notes.setText("\n".join(said))
        self.notes.setVisible(bool(said))


class FileListDialog(ListDialog):
    """A list that is read by a query, as the file is by then; `found` is what it read last."""

    def __init__(
        self, acts: Acts, title: str, submit: str, path: Path, parent: QWidget | None
    ) -> None:
        super().__init__(acts, title, submit, parent)
        self.path = path
        self.found: Any = None
        self.submitted.connect(lambda: self.found is not None and self.write(self.found))

    def show_found(self, found: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def write(self, found: Any) -> None:
        """Run the act that writes what was read."""
        raise NotImplementedError

    def read(self, query: Callable[..., Any], *args: Any, **options: Any) -> None:
        """Read the file by a query now, and whenever it is asked for again; it may refuse."""
        self._asks = partial(self.acts.session.ask, query, *args, done=self._on_read, **options)
        self.submit.setEnabled(False)
        self.read_again()

    def read_again(self) -> None:
        self._asks()

    def _on_read(self, found: Any) -> None:
        self.found = None if isinstance(found, Refusal) else found
        if isinstance(found, Refusal):
            self.show_refused(self.path, found)
        else:
            self.show_found(found)
