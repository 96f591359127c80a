"""Blocks of a document as paragraphs and tables of Word, kept together as in the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm

from congress_desk.exports.docx.signatures import add_signatures
from congress_desk.exports.docx.styles import BODY, HEADING, SMALL, style_code
from congress_desk.exports.docx.table import (
    add_open_row,
    add_table,
    keep_paragraph,
    keep_with_next,
)
from congress_desk.exports.docx.text import ALIGNED, add_room, add_runs, element
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

_MM = 72 / 25.4


def add_blocks(word: Any, blocks: Sequence[doc.Block], form: Form, width: float) -> None:
    """Add blocks, `width` points wide."""
    for block in blocks:
        _add_block(word, block, form, width)


def _add_block(word: Any, block: doc.Block, form: Form, width: float) -> None:
    match block:
        case doc.Paragraph():
            _add_paragraph(word, block, form)
        case doc.Heading():
            heading = word.add_paragraph(style=HEADING)
            remark = f" {block.remark}" if block.remark else ""
            add_runs(heading, (doc.Run(block.title, bold=True), doc.Run(remark)))
        case doc.Bullet():
            add_runs(word.add_paragraph(style=BODY), (doc.Run("- "), *block.runs))
        case doc.Table():
            add_table(word, block, form)
        case doc.Signatures():
            add_signatures(word, block, form, width)
        case doc.Spacer():
            add_room(word, block.height * _MM)
        case doc.PageBreak():
            add_room(word, 1).add_run().add_break(WD_BREAK.PAGE)
        case doc.KeepTogether():
            _add_together(word, block.blocks, form, width)
        case doc.Ending():
            _add_ending(word, block, form, width)


def _add_paragraph(word: Any, block: doc.Paragraph, form: Form) -> None:
    keeps = "".join(run.text for run in block.runs).endswith(":")
    indent = Mm(form.first_line if block.indent else 0).twips
    paragraph = word.add_paragraph()
    # A copy of what was made once: asking the library step by step was a sixth of a paper.
    paragraph._p.append(deepcopy(_properties(block.small, block.align, indent, keeps)))
    add_runs(paragraph, block.runs)


@cache
def _properties(small: bool, align: doc.Align, indent: int, keeps: bool) -> Any:
    """Return what a paragraph says of itself; `indent` of its first line in twips."""
    made = element("w:pPr")
    made.append(element("w:pStyle", val=style_code(SMALL if small else BODY)))
    if keeps:
        made.append(element("w:keepNext"))
    made.append(element("w:ind", firstLine=indent))
    made.append(element("w:jc", val=ALIGNED[align]))
    return made


def _add_ending(word: Any, block: doc.Ending, form: Form, width: float) -> None:
    """Add a table whose last rows stay with what is below it: one more row without lines.

    LibreOffice keeps the rows of one table together, and not a table with what follows it.
    """
    body = word.element.body
    before = len(body)
    add_table(word, block.table, form)
    table, room = body[before - 1], body[before]
    for row in table.tr_lst[-block.rows :]:
        keep_with_next(row)
    keep_paragraph(room)
    _add_together(word, block.blocks, form, width)
    add_open_row(table, list(body[before:-1]))
    add_room(word, 1)


def _add_together(word: Any, blocks: Sequence[doc.Block], form: Form, width: float) -> None:
    """Add blocks of which each line but the last stays with the next."""
    body = word.element.body
    before = len(body)
    add_blocks(word, blocks, form, width)
    added = [child for child in body[before - 1 :] if child.tag != qn("w:sectPr")]
    for child in added[:-1]:
        if child.tag == qn("w:tbl"):
            for row in child.tr_lst:
                keep_with_next(row)
        else:
            keep_paragraph(child)
