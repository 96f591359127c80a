"""Writes help pages as a PDF: one page alone, or the whole guide with its contents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from reportlab.platypus.flowables import PageBreak, Spacer
from reportlab.platypus.tableofcontents import TableOfContents

from congress_desk import __version__
from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.guide import styles
from congress_desk.exports.guide.blocks import HeadingLine, page_flowables
from congress_desk.help.contents import page, page_names
from congress_desk.i18n import language, tr
from congress_desk.languages import LANGUAGES

MARGIN = 20 * mm
WIDTH = A4[0] - 2 * MARGIN
_DEPTH, _NO_ENTRY = 2, (9, "", "")
PROGRAM = f"Congress Desk {__version__}"


def write_guide(path: Path, names: Sequence[str] = ()) -> Refusal | None:
    """Write these pages of the help as PDF, all of them without names, in the language in use."""
    return write_whole(path, lambda stream: draw_guide(stream, tuple(names) or page_names()))


def draw_guide(stream: BinaryIO, names: Sequence[str]) -> None:
    """Draw pages of the help; more than one begin with a title and the contents."""
    styles.load_faces()
    title = tr("User guide") if len(names) > 1 else page(names[0]).title
    story: list[Any] = _front(title) if len(names) > 1 else []
    for place, name in enumerate(names):
        story += [PageBreak()] if place or len(names) > 1 else []
        story += page_flowables(page(name), WIDTH, names)
    _Book(stream, title).multiBuild(story)  # type: ignore[no-untyped-call]


class _Book(BaseDocTemplate):
    """Tells the contents and the outline of every heading it meets."""

    def __init__(self, stream: BinaryIO, title: str) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            stream,
            pagesize=A4,
            title=title,
            author="Congress Desk",
            creator="Congress Desk",
            lang=LANGUAGES[language()].locale.replace("_", "-"),
            initialFontName=styles.REGULAR,
        )
        frame = Frame(
            MARGIN, MARGIN, WIDTH, A4[1] - 2 * MARGIN,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        template = PageTemplate(id="page", frames=[frame], onPage=_draw_foot)
        self.addPageTemplates([template])  # type: ignore[no-untyped-call]

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - reportlab's name
        level, words, name = flowable.entry if isinstance(flowable, HeadingLine) else _NO_ENTRY
        if level < _DEPTH:
            self.notify("TOCEntry", (level, words, self.page, name))  # type: ignore[no-untyped-call]
            self.canv.bookmarkPage(name)
            self.canv.addOutlineEntry(words, name, level, closed=level == 0)


def _front(title: str) -> list[Any]:
    contents = TableOfContents()
    contents.levelStyles = [styles.entry(0), styles.entry(1)]
    contents.dotsMinLevel = 0
    return [
        Paragraph(PROGRAM, styles.entry(1)),
        Paragraph(title, styles.heading(1)),
        Spacer(1, 4 * mm),
        contents,
    ]


def _draw_foot(canvas: Canvas, _: Any) -> None:
    canvas.setFont(styles.REGULAR, 8)
    canvas.setFillColor(HexColor(styles.MUTED))
    canvas.drawString(MARGIN, 11 * mm, PROGRAM)
    canvas.drawRightString(A4[0] - MARGIN, 11 * mm, str(canvas.getPageNumber()))
