"""Words, lines and lengths as Word knows them; no text is ever read as markup or as a field."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run as DocxRun

from congress_desk.exports.pdf.text import LONGEST_PROSE, printable
from congress_desk.reports.document.document import Align, Run

ALIGNED = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
TWIPS = 20  # in a point
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def word_text(text: str) -> str:
    """Return text as the PDF prints it: NFC, no control characters, not without end."""
    return printable(text, LONGEST_PROSE)


def element(tag: str, /, **attributes: str | int) -> Any:
    """Return an element such as `w:tblW` with attributes of the same namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def add_runs(paragraph: Any, runs: Iterable[Run], size: float = 0) -> None:
    """Add runs to a paragraph; `size` in points, 0 = that of its style."""
    for run in runs:
        if run.text:
            add_text(paragraph, run.text, size, bold=run.bold, italic=run.italic)


def add_text(
    paragraph: Any, text: str, size: float = 0, *, bold: bool = False, italic: bool = False
) -> Any:
    """Add one stretch of text to a paragraph."""
    made = deepcopy(_stretch(size, bold, italic))
    words, place = word_text(text), made[-1]
    place.text = words
    if words.strip() != words:
        place.set(_SPACE, "preserve")
    paragraph._p.append(made)
    return DocxRun(made, paragraph)


@cache
def _stretch(size: float, bold: bool, italic: bool) -> Any:
    """Return a stretch of text without words, of which others are copies."""
    made, form = element("w:r"), element("w:rPr")
    if bold:
        form.append(element("w:b"))
    if italic:
        form.append(element("w:i"))
    if size:
        form.append(element("w:sz", val=int(size * 2)))
    made.append(form)
    made.append(element("w:t"))
    return made


def add_room(place: Any, height: float) -> Any:
    """Add an empty paragraph of `height` points; Word also keeps two tables apart by it."""
    paragraph = place.add_paragraph()
    paragraph._p.append(deepcopy(_of_height(round(max(height, 1) * TWIPS))))
    return paragraph


@cache
def _of_height(twips: int) -> Any:
    """Return what makes an empty paragraph exactly so high, of which others are copies."""
    properties = element("w:pPr")
    properties.append(element("w:spacing", line=twips, lineRule="exact", after=0))
    return properties


def set_lines(paragraph: Any, leading: float, *, exactly: bool = False) -> None:
    """Set the distance of lines in points: at least, or exactly, so much."""
    spacing = paragraph._p.get_or_add_pPr().get_or_add_spacing()
    spacing.set(qn("w:line"), str(round(leading * TWIPS)))
    spacing.set(qn("w:lineRule"), "exact" if exactly else "atLeast")


def add_rule(paragraph: Any, edges: Iterable[str], points: float, space: int = 0) -> None:
    """Draw lines at edges ("top", "bottom", …) of a paragraph."""
    borders = element("w:pBdr")
    for edge in edges:
        rule = element(f"w:{edge}", val="single", sz=round(points * 8), space=space, color="000000")
        borders.append(rule)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
