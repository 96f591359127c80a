"""The letters of the hall, those of the screen: Noto Sans, measured and embedded."""

from __future__ import annotations

from functools import cache, lru_cache

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from congress_desk.paths import resource

REGULAR, BOLD = "DeskHall", "DeskHall-Bold"


@cache
def hall_faces() -> tuple[str, str]:
    """Register both faces, once, and return their names."""
    for name, file in ((REGULAR, "Regular"), (BOLD, "Bold")):
        registerFont(TTFont(name, resource("fonts", "ui", f"NotoSans-{file}.ttf")))
    return REGULAR, BOLD


@lru_cache(maxsize=20_000)
def hall_measure(text: str, bold: bool) -> float:
    """Return the width of a text in type of size 1."""
    return float(stringWidth(text, hall_faces()[bold], 1000)) / 1000
