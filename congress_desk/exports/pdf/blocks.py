"""Blocks of a document as reportlab flowables, with page breaks where a reader expects them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus.flowables import CondPageBreak, Spacer
from reportlab.platypus.flowables import KeepTogether as PdfKeepTogether
from reportlab.platypus.flowables import PageBreak as PdfPageBreak

from congress_desk.exports.pdf.signatures import signature_flowables
from congress_desk.exports.pdf.styles import paragraph_style
from congress_desk.exports.pdf.table import least_height, split_flowables, table_flowables
from congress_desk.exports.pdf.text import paragraph
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

# A paragraph leaves two lines at least on either page.
_SHORTEST_TORN = 4
_LEAST_LINES = 2


def block_flowables(blocks: Sequence[doc.Block], form: Form, width: float) -> list[Any]:
    """Return flowables for blocks, `width` points wide; no heading or lead-in is left alone."""
    story: list[Any] = []
    for index, block in enumerate(blocks):
        room = _room_needed(blocks[index:], form, width)
        if room:
            story.append(CondPageBreak(room))
        story += _flowables(block, form, width)
    return story


def _flowables(block: doc.Block, form: Form, width: float) -> list[Any]:
    match block:
        case doc.Table():
            return table_flowables(block, form)
        case doc.Signatures():
            return signature_flowables(block, form, width)
        case doc.Spacer():
            return [Spacer(1, block.height * mm)]
        case doc.PageBreak():
            return [PdfPageBreak()]
        case doc.KeepTogether():
            return [_together(block_flowables(block.blocks, form, width))]
        case doc.Ending():
            return _ending(block, form, width)
        case _:
            return [_paragraph(block, form)]


def _ending(block: doc.Ending, form: Form, width: float) -> list[Any]:
    """Return the table without its last rows, and these together with what ends the paper."""
    below = block_flowables(block.blocks, form, width)
    body, tail = split_flowables(block.table, block.rows, form)
    return [*body, _together([*tail, *below])]


def _together(flowables: Sequence[Any]) -> PdfKeepTogether:
    """Return flowables that stand on one page.

    What is kept together within them is unpacked: reportlab takes it for endlessly high.
    """
    unpacked: list[Any] = []
    for flowable in flowables:
        inner = flowable._content if isinstance(flowable, PdfKeepTogether) else [flowable]
        unpacked += inner
    return PdfKeepTogether(unpacked)


def _paragraph(block: doc.Paragraph | doc.Heading | doc.Bullet, form: Form) -> PdfParagraph:
    if isinstance(block, doc.Heading):
        runs: tuple[doc.Run, ...] = (doc.Run(block.title, bold=True),)
        if block.remark:
            runs = (*runs, doc.Run(f" {block.remark}"))
    elif isinstance(block, doc.Bullet):
        runs = (doc.Run("- "), *block.runs)
    else:
        runs = block.runs
    return paragraph(runs, paragraph_style(block, form))


def _room_needed(blocks: Sequence[doc.Block], form: Form, width: float) -> float:
    """Return the height that must be free for the first block not to stand alone; 0 = any.

    A heading keeps the next block's first lines with it; a paragraph that ends with a colon, or a
    heading, keeps the header and first rows of the table below.
    """
    first = blocks[0]
    if not _leads_in(first) or len(blocks) < 2:
        return 0
    height = _height(first, form, width)
    following = blocks[1]
    if isinstance(following, doc.PageBreak):
        return 0
    if isinstance(following, doc.Ending):
        rows = following.table.rows[: -following.rows]
        following = replace(following.table, rows=rows)
    if isinstance(following, doc.Table):
        return height + least_height(following, form)
    further = _room_needed(blocks[1:], form, width)
    return height + (further or _first_lines(following, form, width))


def _first_lines(block: doc.Block, form: Form, width: float) -> float:
    """Return the height of what begins a block: the whole of one too short to be torn apart."""
    least = _LEAST_LINES * form.body_leading
    if not isinstance(block, doc.Paragraph | doc.Bullet):
        return least
    whole = _height(block, form, width)
    return whole if whole < (_SHORTEST_TORN - 0.5) * form.body_leading else least


def _leads_in(block: doc.Block) -> bool:
    if isinstance(block, doc.Heading):
        return True
    text = "".join(run.text for run in block.runs) if isinstance(block, doc.Paragraph) else ""
    return text.endswith(":")


def _height(block: doc.Block, form: Form, width: float) -> float:
    heights = (
        flowable.wrap(width, 10_000)[1] + flowable.getSpaceAfter()
        for flowable in _flowables(block, form, width)
    )
    return float(sum(heights))
