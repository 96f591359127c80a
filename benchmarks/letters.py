"""Letters to five hundred people in one PDF and in one Word file: pages a second."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from benchmarks.congresses import make_congress
from benchmarks.measured import Measured
from congress_desk.domain.guests.invitation import Invitee, Letter
from congress_desk.domain.people.person import PersonKind, Status
from congress_desk.exports.docx.document import draw_docx
from congress_desk.exports.pdf.document import draw_pdf
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.reports.document.document import Document
from congress_desk.reports.guests.letters import letters

PAGES_A_SECOND, OF_WORD = 60, 10


def run(folder: Path, short: bool) -> list[Measured]:
    """Draw the letters; each has a name, a room and a helper of its own."""
    count = 100 if short else 500
    document = _letters(folder, count)
    pdf = _seconds(lambda: draw_pdf(document, io.BytesIO(), datetime.now()))
    word = _seconds(lambda: draw_docx(document, io.BytesIO()))
    print(f"  {count} letters: {count / pdf:.0f} pages of PDF, {count / word:.0f} of DOCX a second")
    return [
        Measured(
            what=f"{count} letters as PDF, a page", value=pdf * 1000 / count,
            bound=1000 / PAGES_A_SECOND, unit="ms",
        ),
        Measured(
            what=f"{count} letters as DOCX, a page", value=word * 1000 / count,
            bound=1000 / OF_WORD, unit="ms",
        ),
    ]  # fmt: skip


def _letters(folder: Path, count: int) -> Document:
    file = make_congress(folder / "letters.congress", 3, 1)
    invited = tuple(
        Invitee(
            id=number,
            name=f"Nguyễn Thị Phương Thảo {number}",
            position="Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân phường",
            kind=PersonKind.GUEST,
            status=Status.ABSENT,
            room=f"Phòng {number}",
            contact=f"Mai Văn Út {number % 12}",
            letter=Letter.INVITATION,
        )
        for number in range(1, count + 1)
    )
    document = letters(congress(file), Letter.INVITATION, invited, head(file))
    file.close()
    return document


def _seconds(draw: Callable[[], None]) -> float:
    start = time.process_time()
    draw()
    return time.process_time() - start
