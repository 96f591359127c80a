"""A file with shares before it is written: each row, what it changes, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.shares import write_share_list
from congress_desk.domain.elections.shares.share_changes import (
    ShareChange,
    ShareChanges,
    ShareState,
    compare_shares,
)
from congress_desk.domain.elections.shares.share_list import (
    ShareLine,
    ShareRow,
    share_lines,
    whole_shares,
)
from congress_desk.errors import Place, Problem, Refusal, row_in_sheet
from congress_desk.i18n import grouped, label, problem_text, tr
from congress_desk.imports.setup.shares import read_share_book
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.shares import shares_view
from congress_desk.storage.congress_file import CongressFile
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedHolder:
    """A row of the file and what becomes of it; `tone` is "wrong" where it cannot be taken."""

    row: int
    code: str
    name: str
    shares: str
    proxy: str
    becomes: str
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareListView:
    """A file as it was read: `lines` is what can be written, all of it or nothing."""

    path: Path
    rows: tuple[ListedHolder, ...]
    lines: tuple[ShareLine, ...] = ()
    notes: tuple[Problem, ...] = ()
    new: int = 0
    changed: int = 0
    missing: int = 0

    @property
    def wrong(self) -> int:
        """Return how many rows cannot be taken."""
        return sum(row.tone == "wrong" for row in self.rows)


def share_list_view(file: CongressFile, path: Path) -> ShareListView | Refusal:
    """Read a file with shares and compare it with the register; nothing is written."""
    book = read_share_book(path)
    if isinstance(book, Refusal):
        return book
    rules, held = congress(file).rules, shares_view(file)
    by_id = {person.id: person for person in held.people}
    lines = share_lines(book.rows, held.people, rules.article("shares"))
    found: ShareChanges | Refusal = (
        lines
        if isinstance(lines, Refusal)
        else compare_shares(held.holdings, lines, by_id, rules.article("proxy"))
    )
    if isinstance(lines, Refusal) or isinstance(found, Refusal):
        refused = lines if isinstance(lines, Refusal) else found
        assert isinstance(refused, Refusal)
        wrong = {problem.place.row: problem for problem in refused.problems}
        return ShareListView(
            path=path, rows=tuple(_wrong_first(book.rows, wrong)), notes=book.notes
        )
    changes = {line.place: change for line, change in zip(lines, found.changes, strict=True)}
    return ShareListView(
        path=path,
        rows=tuple(_listed(row, changes[row.place]) for row in book.rows),
        lines=lines,
        notes=book.notes,
        new=len(found.of(ShareState.NEW)),
        changed=len(found.of(ShareState.CHANGED)),
        missing=len(found.missing),
    )


def _wrong_first(
    rows: tuple[ShareRow, ...], wrong: Mapping[int, Problem]
) -> Iterator[ListedHolder]:
    ordered = sorted(rows, key=lambda row: row.place.row not in wrong)
    for row in ordered:
        problem = wrong.get(row.place.row)
        if problem is None:
            yield _holder(row, tr("waits for the others"), "muted")
        else:
            yield _holder(row, problem_text(replace(problem, place=Place())), "wrong")


def _listed(row: ShareRow, change: ShareChange) -> ListedHolder:
    words = label("share_state", change.state.value)
    if change.state is ShareState.CHANGED and change.before is not None:
        words = tr("{state}: {shares} before", state=words, shares=grouped(change.before.shares))
    return _holder(row, words, "muted" if change.state is ShareState.SAME else "")


def _holder(row: ShareRow, becomes: str, tone: str) -> ListedHolder:
    number = whole_shares(row.shares)
    return ListedHolder(
        row=row.place.row,
        code=row.code,
        name=row.name,
        shares=row.shares if number is None else grouped(number),
        proxy=row.proxy,
        becomes=becomes,
        tone=tone,
    )
