"""A run of 1,500 ballots of 63 names, against reportlab stamping one drawn form as often."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from benchmarks.measured import Measured
from congress_desk.domain.ballot_papers.printed_list import PrintedList, PrintedName
from congress_desk.domain.elections.round import RoundKind
from congress_desk.exports.ballot_papers.drawing import draw_ballots
from congress_desk.exports.ballot_papers.typesetter import PrintTypesetter
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.ballot_papers.fitting import lay_out
from congress_desk.reports.ballot_papers.forms import BallotForm, sheet_of
from congress_desk.reports.ballot_papers.layout import BallotLayout, with_codes
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.ballot_papers.text import BallotText
from congress_desk.reports.document.document import Line

NAMES = 63
MOST = 1.5


def run(folder: Path, short: bool) -> list[Measured]:
    """Lay out and draw a run, one ballot a sheet: as many pages as ballots."""
    count = 300 if short else 1500
    form, text = BallotForm(), _text()
    layout = _laid_out(text, form)
    sheet = sheet_of(layout.size, 1)
    assert sheet is not None
    run = BallotSheets(title="Phiếu bầu", layout=layout, sheet=sheet, sheets=count)
    ours = _seconds(lambda: draw_ballots(run, io.BytesIO(), datetime.now()))
    bare = _seconds(lambda: _stamped(layout, count))
    laying = _seconds(lambda: _laid_out(text, form))
    print(f"  {count} ballots of {NAMES} names in {ours:.2f} s, {count / ours:.0f} a second")
    return [
        Measured(
            what=f"{count} ballots of {NAMES} names ÷ stamping one drawn form",
            value=ours / bare,
            bound=MOST,
            unit="×",
        ),
        Measured(what=f"laying out {NAMES} names", value=laying * 1000, bound=200, unit="ms"),
    ]


def _seconds(act: Callable[[], object]) -> float:
    """Return the processor time, which a busy machine does not hide."""
    times = []
    for _ in range(3):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


def _laid_out(text: BallotText, form: BallotForm) -> BallotLayout:
    layout = lay_out(text, form, PrintTypesetter())
    assert layout is not None
    return with_codes(layout, 1, 1, "K7Q2M9X4W3")


def _stamped(layout: BallotLayout, count: int) -> None:
    """Draw the words of a ballot once as a form, and stamp it on every page; nothing else."""
    canvas = Canvas(
        io.BytesIO(), pagesize=(layout.width, layout.height), invariant=1, pageCompression=1
    )
    page = layout.pages[0]
    canvas.beginForm("ballot", 0, 0, layout.width, layout.height)
    canvas.setFont(print_faces().regular, layout.type_size)
    for line in (*page.lines, *(line for row in page.rows for line in row.lines)):
        canvas.drawString(line.x, line.y, line.text)
    canvas.lines([(rule.x1, rule.y1, rule.x2, rule.y2) for rule in page.rules])
    canvas.endForm()
    for _ in range(count):
        canvas.doForm("ballot")
        canvas.showPage()
    canvas.save()


def _text() -> BallotText:
    listed = PrintedList(
        election_id=1,
        round_number=1,
        kind=RoundKind.FIRST,
        title="Ban Chấp hành Đảng bộ tỉnh khóa XX, nhiệm kỳ 2025 - 2030",
        seats=55,
        names=tuple(PrintedName(n, f"Nguyễn Thị Phương {n}") for n in range(1, NAMES + 1)),
    )
    return BallotText(
        issuer=(Line("ĐẠI HỘI ĐẠI BIỂU"), Line("ĐẢNG BỘ TỈNH", bold=True)),
        title="PHIẾU BẦU CỬ",
        subject=listed.title,
        round_remark="",
        sentence="Đại hội bầu 55 đồng chí trong danh sách 63 đồng chí sau đây:",
        instruction="Gạch ngang cả họ và tên người mình không bầu; để lại không quá 55 người.",
        stamp_hint="(đóng dấu)",
        number_title="STT",
        name_title="Họ và tên",
        agree_title="Đồng ý",
        disagree_title="Không đồng ý",
        tick=False,
        names=listed.names,
        colour_note="",
        remark="",
        over="",
        continued="",
    )
