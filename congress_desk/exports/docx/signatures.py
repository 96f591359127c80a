"""Signatures and recipients beside each other, as rows of one table that stay together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table

from congress_desk.exports.docx.styles import PLACE
from congress_desk.exports.docx.table import bare_row, bare_table, keep_with_next, spanning
from congress_desk.exports.docx.text import TWIPS, add_room, add_text
from congress_desk.exports.pdf.signatures import SMALLER, UNKNOWN, Place, even_rows
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

_MM = 72 / 25.4
# Rows of one, two, three, four and six places share these columns.
GRID = 12


def add_signatures(word: Any, block: doc.Signatures, form: Form, width: float) -> None:
    """Add places to sign; without a title of their own they go on in the table above them.

    LibreOffice keeps the rows of one table together, and not a table with another one.
    """
    room = form.signature_room * _MM * (SMALLER if block.title else 1)
    if block.title:
        title = word.add_paragraph(style=PLACE)
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        title.paragraph_format.keep_with_next = True
        add_text(title, block.title, bold=True)
    table, above = _table_above(word)
    for row in even_rows(block.cells, block.across):
        if table is None:
            table = bare_table(word, [width / GRID] * GRID)
        else:
            bare_row(table)
        _fill_row(table, row, form, room, above)
        above = 0
    if table is not None:
        for line in table._tbl.tr_lst:
            keep_with_next(line)
    # As low as can be: where a page is full it would make an empty one.
    add_room(word, 1)


def _table_above(word: Any) -> tuple[Table | None, float]:
    """Return the table of signatures that ends the text, and the room below it, taken away."""
    rooms: list[Any] = []
    body, above = word.element.body, 0.0
    for child in reversed(body[:-1]):
        if child.tag == qn("w:tbl"):
            table = Table(child, word._body)
            if not rooms or len(table.columns) != GRID or not _is_signed(child):
                break
            for each in rooms:
                body.remove(each)
            return table, above
        if child.tag != qn("w:p") or list(child.iter(qn("w:r"))):
            break
        rooms.append(child)
        spacing = child.find(f".//{qn('w:spacing')}")
        above += int(spacing.get(qn("w:line"))) / TWIPS if spacing is not None else 0
    return None, 0.0


def _is_signed(table: Any) -> bool:
    return any(
        style.get(qn("w:val")) == PLACE.replace(" ", "") for style in table.iter(qn("w:pStyle"))
    )


def _fill_row(table: Any, row: Sequence[Place], form: Form, room: float, above: float) -> None:
    """Share the columns of the last row among places; `above` is the room over them in points."""
    for number, place in enumerate(row):
        begin, end = number * GRID // len(row), (number + 1) * GRID // len(row)
        cell = spanning(table, number, end - begin)
        if isinstance(place, doc.Recipients):
            _add_recipients(cell, place, form)
        elif place is not None:
            _add_place(cell, place, room)
        if above:
            paragraph = cell.paragraphs[0].paragraph_format
            paragraph.space_before = Pt(above + (paragraph.space_before or Pt(0)).pt)


def _add_recipients(cell: Any, place: doc.Recipients, form: Form) -> None:
    title = cell.paragraphs[0]
    title.style = PLACE
    italic = not form.recipients_underlined
    run = add_text(title, place.title, form.recipients_title_size, bold=italic, italic=italic)
    run.underline = form.recipients_underlined or None
    for line in place.lines:
        add_text(cell.add_paragraph(style=PLACE), f"- {line}", form.recipients_size)
    for paragraph in cell.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _add_place(cell: Any, place: doc.Signature, room: float) -> None:
    lines = [(text, bold) for text, bold in ((place.title, True), (place.role, False)) if text]
    lines.append((place.name or UNKNOWN, bool(place.name)))
    for index, (text, bold) in enumerate(lines):
        paragraph = cell.add_paragraph(style=PLACE) if index else cell.paragraphs[0]
        paragraph.style = PLACE
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, text, bold=bold)
    paragraph.paragraph_format.space_before = Pt(room)
