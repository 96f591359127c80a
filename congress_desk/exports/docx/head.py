"""The top of a paper in Word: stamp, two head columns broken as in the PDF, title, subject."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from congress_desk.exports.docx.styles import PLACE, SUBJECT, TITLE
from congress_desk.exports.docx.table import bare_table
from congress_desk.exports.docx.text import add_room, add_rule, add_text, set_lines
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.exports.pdf.head import SOLID, DrawnLine, broken_subject, head_columns
from congress_desk.reports.document.document import Document

_MM = 72 / 25.4
_SHORTEST_RULE = 8 * _MM
# The rule below the title stands clear of its descenders.
_CLEAR_OF_TITLE = 4
_FRAME_SPACE = 4


def add_head(word: Any, document: Document, width: float) -> None:
    """Add everything above the first block, `width` points wide."""
    form = document.form
    if document.stamp:
        stamp = word.add_paragraph(style=SUBJECT)
        add_text(stamp, document.stamp, form.table_size)
        add_rule(stamp, ("top", "left", "bottom", "right"), 1, _FRAME_SPACE)
        stamp.paragraph_format.left_indent = stamp.paragraph_format.right_indent = Pt(8)
        add_room(word, 14)
    _add_columns(word, document, width)
    add_room(word, 7 * _MM)
    add_text(word.add_paragraph(style=TITLE), document.title)
    for text in document.subject:
        for line in broken_subject(text, form, width):
            add_text(word.add_paragraph(style=SUBJECT), line.text)
    if form.title_rule == SOLID:
        rule = add_room(word, 5)
        rule.paragraph_format.space_before = Pt(_CLEAR_OF_TITLE)
        rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = Pt(width * 0.36)
        add_rule(rule, ("top",), 0.7)
    elif form.title_rule:
        rule = word.add_paragraph(style=SUBJECT)
        add_text(rule, form.title_rule).bold = False
    add_room(word, 3 * _MM)


def _add_columns(word: Any, document: Document, width: float) -> None:
    columns = head_columns(document.head, document.form, width)
    left, right = columns.left_edge_of_gap, columns.right_edge_of_gap
    table = bare_table(word, (left, right - left, width - right))
    for cell, lines, across in (
        (table.cell(0, 0), columns.left, left),
        (table.cell(0, 2), columns.right, width - right),
    ):
        for line in lines:
            _add_line(cell, line, across)
        if len(cell.paragraphs) > 1:
            first = cell.paragraphs[0]._p
            first.getparent().remove(first)


def _add_line(cell: Any, line: DrawnLine, across: float) -> None:
    faces = print_faces()
    paragraph = cell.add_paragraph(style=PLACE)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    # The column is exactly as wide as its widest line: a hair less would break it.
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(-2)
    set_lines(paragraph, line.height - (5 if line.rule else 0))
    add_text(
        paragraph,
        line.text,
        line.size,
        bold=line.face == faces.bold,
        italic=line.face == faces.italic,
    )
    if line.rule:
        _add_rule_below(cell, line, across)


def _add_rule_below(cell: Any, line: DrawnLine, across: float) -> None:
    """Draw a line of the length the PDF gives it, in the middle of the column."""
    reach = min(max(line.width * line.rule, _SHORTEST_RULE), across)
    rule = add_room(cell, 5)
    rule.paragraph_format.left_indent = Pt((across - reach) / 2)
    rule.paragraph_format.right_indent = Pt((across - reach) / 2)
    add_rule(rule, ("top",), 0.7)
