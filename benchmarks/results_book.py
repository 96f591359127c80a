"""The workbook of results against the bare writer of openpyxl, of the same values, in one run."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from benchmarks.congresses import make_congress, record_round
from benchmarks.measured import Measured
from congress_desk.exports.xlsx.workbook import save_xlsx
from congress_desk.papers import available, make_paper
from congress_desk.reports.document.book import Book

NAMES, SEATS = 200, 180


def run(folder: Path, short: bool) -> list[Measured]:
    """Write the book of 1,500 ballots of 200 names with all that it has; then its values alone."""
    ballots = 300 if short else 1500
    file = make_congress(folder / "book.congress", NAMES, SEATS)
    record_round(file, NAMES, SEATS, ballots, ballots)
    paper = next(paper for paper in available(file) if paper.kind == "results")
    begun = time.process_time()
    book = make_paper(file, paper).content
    read = time.process_time() - begun
    file.close()
    assert isinstance(book, Book)
    bare = _seconds(lambda: _bare(book))
    ours = _seconds(lambda: save_xlsx(book, io.BytesIO()))
    print(f"  read {read:.2f} s; written {ours:.2f} s, values alone by openpyxl {bare:.2f} s")
    what = f"results book of {ballots} × {NAMES} ÷ openpyxl's write-only mode"
    return [Measured(what=what, value=ours / bare, bound=1.3, unit="×")]


def _bare(book: Book) -> None:
    workbook = Workbook(write_only=True)
    for sheet in book.sheets:
        worksheet = workbook.create_sheet(sheet.name)
        for section in sheet.sections:
            for row in section.rows:
                worksheet.append(row.values)
    workbook.save(io.BytesIO())


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the quicker of two runs."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)
