"""The print fonts: Liberation Serif (metrics of Times New Roman), carried along and embedded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from congress_desk.paths import resource


class Faces(NamedTuple):
    """Names under which the four faces are registered with reportlab."""

    regular: str
    bold: str
    italic: str
    bold_italic: str


FACES = Faces("DeskSerif", "DeskSerif-Bold", "DeskSerif-Italic", "DeskSerif-BoldItalic")
_BARE, _MARKS = "aăâeêioôơuưy", ("", *"\u0300\u0301\u0303\u0309\u0323")
_LOWER = (
    "".join(normalize("NFC", letter + mark) for letter in _BARE for mark in _MARKS)
    + "bcdđghklmnpqrstvx"
)
_LETTERS = _LOWER + _LOWER.upper() + "0123456789"
_FILES = Faces("Regular", "Bold", "Italic", "BoldItalic")


class _Face(TTFont):
    """A face that asks once a document which letters of its subset a text is."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, file)  # type: ignore[no-untyped-call]
        self._split = WeakKeyDictionary[Any, dict[str, Any]]()

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        known = self._split.setdefault(doc, {})
        if text not in known:
            known[text] = super().splitString(text, doc, encoding)  # type: ignore[no-untyped-call]
        return known[text]


@cache
def print_faces() -> Faces:
    """Register the four faces with reportlab, once, and return their names."""
    for name, file in zip(FACES, _FILES, strict=True):
        registerFont(_Face(name, resource("fonts", "print", f"LiberationSerif-{file}.ttf")))
    registerFontFamily(FACES.regular, *FACES)
    return FACES


def text_width(text: str, face: str, size: float) -> float:
    """Return the width of a text in points."""
    return float(stringWidth(text, face, size))


def print_family() -> str:
    """Return the name of the print fonts, as the font files tell it."""
    name = getFont(print_faces().regular).face.familyName
    return name.decode() if isinstance(name, bytes) else str(name)


def letters_missing() -> str:
    """Return the Vietnamese letters that a face of the print fonts cannot draw, "" if none."""
    missing = {
        letter
        for face in print_faces()
        for letter in _LETTERS
        if ord(letter) not in getFont(face).face.charToGlyph
    }
    return "".join(sorted(missing))
