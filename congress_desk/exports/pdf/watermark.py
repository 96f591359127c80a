"""The watermark of a page: large, pale, from corner to corner, under everything else."""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import Any

from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.text import printable

_GREY = 0.9
_SHARE = 0.72  # of the diagonal
_LARGEST = 150.0


def draw_watermark(canvas: Any, words: str) -> None:
    """Draw the words along the diagonal of the canvas's page, before what stands on it."""
    width, height = canvas._pagesize
    text, face = printable(words), print_faces().bold
    size = min(_SHARE * hypot(width, height) / text_width(text, face, 1), _LARGEST)
    canvas.saveState()
    canvas.setFillGray(_GREY)
    canvas.setFont(face, size)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(degrees(atan2(height, width)))
    canvas.drawCentredString(0, -size / 3, text)
    canvas.restoreState()
