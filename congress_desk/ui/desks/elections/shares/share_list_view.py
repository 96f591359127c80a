"""What a file with shares would change in the register of shares, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

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
from congress_desk.errors import Place, Problem, Refusal
from congress_desk.i18n import grouped, label, problem_text, tr
from congress_desk.imports.setup.shares import read_share_book
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.shares import shares_view
from congress_desk.storage.congress_file import CongressFile


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
        wrong = {problem.place: problem for problem in refused.problems}
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
    rows: tuple[ShareRow, ...], wrong: Mapping[Place, Problem]
) -> Iterator[ListedHolder]:
    ordered = sorted(rows, key=lambda row: row.place not in wrong)
    for row in ordered:
        problem = wrong.get(row.place)
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
