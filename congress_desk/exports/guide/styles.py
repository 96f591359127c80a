"""How the guide looks on paper: the type of the screen, one accent, room between the lines."""

from __future__ import annotations

from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from congress_desk.paths import resource

REGULAR, BOLD = "GuideSans", "GuideSans-Bold"
ACCENT, MUTED, RULE, KEY_GROUND = "#1f5a8c", "#5b6673", "#d5dae0", "#eef1f4"
BODY, LEADING = 10, 14.5
STEP = 5 * mm


@cache
def load_faces() -> None:
    """Register the faces of the screen with reportlab, once."""
    for name, file in ((REGULAR, "NotoSans-Regular.ttf"), (BOLD, "NotoSans-Bold.ttf")):
        registerFont(TTFont(name, resource("fonts", "ui", file)))
    # What leans is rare here: it stands upright.
    registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)


@cache
def heading(level: int) -> ParagraphStyle:
    """Return the style of a heading, 1 for that of a page; it never ends a sheet."""
    size = {1: 20.0, 2: 14.0}.get(level, 11.0)
    return ParagraphStyle(
        f"heading{level}",
        fontName=BOLD,
        fontSize=size,
        leading=size * 1.3,
        spaceBefore=0 if level == 1 else size * 0.9,
        spaceAfter=size * 0.4,
        textColor=HexColor(ACCENT) if level == 1 else HexColor("#1b222b"),
        keepWithNext=1,
    )


@cache
def words(depth: int = 0) -> ParagraphStyle:
    """Return the style of running text, `depth` lists deep."""
    return ParagraphStyle(
        f"words{depth}",
        fontName=REGULAR,
        fontSize=BODY,
        leading=LEADING,
        spaceAfter=2.5 if depth else 5,
        leftIndent=depth * STEP,
        bulletIndent=max(depth - 1, 0) * STEP,
        allowWidows=0,
        allowOrphans=0,
    )


@cache
def cell(*, bold: bool = False) -> ParagraphStyle:
    """Return the style of a cell."""
    return ParagraphStyle("cell", fontName=BOLD if bold else REGULAR, fontSize=9, leading=12.5)


@cache
def entry(level: int) -> ParagraphStyle:
    """Return the style of a line of the contents."""
    return ParagraphStyle(
        f"entry{level}",
        fontName=REGULAR if level else BOLD,
        fontSize=9.5 if level else 10.5,
        leading=14.5,
        leftIndent=level * STEP,
        spaceBefore=0 if level else 4,
    )
