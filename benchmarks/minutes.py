"""Full minutes of a congress with five elections of 63 names: read, as PDF, as DOCX, bare."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import SimpleDocTemplate

from benchmarks.measured import Measured
from congress_desk.actions.elections.ballots_file import record_ballots
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.setup.filled_workbook import BallotLine, Setup
from congress_desk.errors import Refusal
from congress_desk.exports.docx.document import write_docx
from congress_desk.exports.pdf.document import write_pdf
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.minutes import congress_facts
from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from congress_desk.reports.minutes.congress_minutes import congress_minutes
from congress_desk.storage.congress_file import CongressFile

ELECTIONS, NAMES, SEATS = 5, 63, 55


def run(folder: Path, short: bool) -> list[Measured]:
    """Write the minutes from the file; the bare loop draws their lines alone, in the same run."""
    file = _held(folder / "dh.congress", papers=60 if short else 440)
    document = _made(file)
    pdf, docx = folder / "bb.pdf", folder / "bb.docx"
    read = _seconds(lambda: _made(file))
    of_pdf = _seconds(lambda: write_pdf(_made(file), pdf))
    of_docx = _seconds(lambda: write_docx(_made(file), docx))
    drawn = _seconds(lambda: write_pdf(document, pdf))
    file.close()
    with pypdfium2.PdfDocument(pdf) as made:
        pages = len(made)
    texts = list(_texts(document.blocks))
    bare = _seconds(lambda: _bare(texts, document))
    print(f"  {pages} pages in {drawn:.2f} s, {len(texts)} bare paragraphs in {bare:.2f} s")
    return [
        Measured(what="reading the congress", value=read * 1000, bound=900, unit="ms"),
        Measured(what="minutes as PDF", value=of_pdf, bound=1.5, unit="s"),
        Measured(what="minutes as DOCX", value=of_docx, bound=1.5, unit="s"),
        Measured(what="minutes ÷ a bare loop of paragraphs", value=drawn / bare, bound=2, unit="×"),
    ]


def _made(file: CongressFile) -> Document:
    return congress_minutes(congress_facts(file, CongressPaper.MINUTES))


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the quickest of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _held(path: Path, *, papers: int) -> CongressFile:
    """Return a congress whose five elections are declared."""
    made = new_congress(path, _setup(papers), actor="A")
    assert not isinstance(made, Refusal), made
    for election in elections(made):
        _hold(made, election, papers)
    return made


def _hold(file: CongressFile, election: Election, papers: int) -> None:
    accounting = Accounting(convened=papers, present=papers, issued=papers, returned=papers)
    lines = [
        BallotLine(line=n + 2, bundle=n // 50 + 1, paper=Paper(struck=frozenset(_struck(n))))
        for n in range(papers)
    ]
    recorded = record_ballots(
        file, election.id, lines, accounting=accounting, by_hand=True, source="", reason="",
        actor="A",
    )  # fmt: skip
    assert not isinstance(recorded, Refusal), recorded
    held = rounds(file, election.id)[-1]
    declared = declare_result(
        file, held.id, first="Trưởng ban", second="Chủ tọa", reason="đo", actor="A"
    )
    assert not isinstance(declared, Refusal), declared


def _struck(ballot: int) -> list[int]:
    """Return the positions struck on a ballot: the last eight, and one of the others."""
    return [*range(SEATS + 1, NAMES + 1), ballot % SEATS + 1]


def _setup(papers: int) -> Setup:
    people = tuple(
        Person(code=f"{n:04}", name=f"Nguyễn Thị Phương Thảo {n}", status=Status.PRESENT)
        for n in range(1, papers + 1)
    )
    return Setup(
        details=CongressDetails(name="Đại hội đại biểu Đảng bộ tỉnh", superior="Trung ương"),
        rule_set_id="",
        people=people,
        agenda=(),
        duties=(),
        elections=tuple(_election(number) for number in range(1, ELECTIONS + 1)),
    )


def _election(number: int) -> Election:
    listed = tuple(
        Candidate(name=f"Trần Nguyễn Hoàng Phương {n}", born="1975") for n in range(1, NAMES + 1)
    )
    return Election(
        code=f"B{number}", title=f"Bầu đoàn số {number}", seats=SEATS, candidates=listed
    )


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield every text of a document: its paragraphs, and each cell of its tables."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (text for row in block.rows for text in row)
        elif isinstance(block, KeepTogether):
            yield from _texts(block.blocks)
        elif isinstance(block, Paragraph | Bullet):
            yield "".join(run.text for run in block.runs)
        elif isinstance(block, Heading):
            yield f"{block.title} {block.remark}"


def _bare(texts: list[str], document: Document) -> None:
    """Write texts as paragraphs one below the other, and nothing else: no rules, no second try."""
    form = document.form
    style = ParagraphStyle(
        "bare", fontName=print_faces().regular, fontSize=form.body_size, leading=form.body_leading
    )
    made = SimpleDocTemplate(io.BytesIO(), pagesize=A4)
    made.build([PdfParagraph(escape(text), style) for text in texts])
