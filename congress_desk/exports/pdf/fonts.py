"""The print fonts: Liberation Serif (metrics of Times New Roman), carried along and embedded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from congress_desk.paths import resource


class Faces(NamedTuple):
    """Names under which the four faces are registered with reportlab."""

    regular: str
    bold: str
    italic: str
    bold_italic: str


FACES = Faces("DeskSerif", "DeskSerif-Bold", "DeskSerif-Italic", "DeskSerif-BoldItalic")
_FILES = Faces("Regular", "Bold", "Italic", "BoldItalic")


@cache
def print_faces() -> Faces:
    """Register the four faces with reportlab, once, and return their names."""
    for name, file in zip(FACES, _FILES, strict=True):
        registerFont(TTFont(name, resource("fonts", "print", f"LiberationSerif-{file}.ttf")))
    registerFontFamily(FACES.regular, *FACES)
    return FACES


def text_width(text: str, face: str, size: float) -> float:
    """Return the width of a text in points."""
    return float(stringWidth(text, face, size))
