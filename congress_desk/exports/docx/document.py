"""A document becomes a DOCX for Word: the same words in the same order as its PDF."""

from __future__ import annotations

import io
import zipfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.docx.blocks import add_blocks
from congress_desk.exports.docx.head import add_head
from congress_desk.exports.docx.header_footer import add_margins
from congress_desk.exports.docx.styles import set_styles
from congress_desk.exports.docx.text import element, word_text
from congress_desk.exports.pdf.column_widths import with_widths
from congress_desk.reports.document.document import Document, PageBreak, papers_of
from congress_desk.reports.document.endings import KEPT, with_endings
from congress_desk.reports.document.form import Form

_A4 = (210, 297)
_POINTS_OF_MM = 72 / 25.4
_LONGEST_PROPERTY = 255
_NEWEST_LAYOUT = 15
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document, path: Path) -> Refusal | None:
    """Write a document as DOCX to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_docx(document, stream))


@lru_cache(maxsize=8)
def _styled(form: Form) -> bytes:
    """Return an empty DOCX with the styles of a form, made once: it is half of a short letter."""
    word, written = docx.Document(), io.BytesIO()
    set_styles(word, form)
    word.save(written)
    return written.getvalue()


def draw_docx(document: Document, stream: BinaryIO) -> None:
    """Write a document as DOCX into a stream; the same document gives the same bytes."""
    word = docx.Document(io.BytesIO(_styled(document.form)))
    width = _set_page(word, document)
    # Every paragraph asks by name, and Word knows hundreds: that was most of a run of letters.
    part: Any = word.part
    part.get_style_id = cache(part.get_style_id)
    _set_properties(word, document)
    add_margins(word, document, width)
    for number, paper in enumerate(papers_of(document)):
        if number:
            add_blocks(word, (PageBreak(),), document.form, width)
        add_head(word, document, width)
        blocks = with_widths(paper, document.form, width)
        # Word cannot be asked how full its last page is: a few lines go with the places to sign.
        add_blocks(word, with_endings(blocks, KEPT[1]), document.form, width)
    written = io.BytesIO()
    word.save(written)
    _without_moments(written, stream)


def _set_page(word: Any, document: Document) -> float:
    """Set paper and margins; return the width of the text in points."""
    form, section = document.form, word.sections[0]
    across, down = reversed(_A4) if document.landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.left_margin, section.right_margin = Mm(form.margin_left), Mm(form.margin_right)
    section.top_margin, section.bottom_margin = Mm(form.margin_top), Mm(form.margin_bottom)
    section.gutter = Mm(0)
    _set_newest_layout(word)
    return (across - form.margin_left - form.margin_right) * _POINTS_OF_MM


def _set_newest_layout(word: Any) -> None:
    """Say that the newest rules of layout hold: tables then begin at the margin."""
    settings = word.settings.element
    for old in settings.findall(qn("w:compat")):
        for mode in old.findall(qn("w:compatSetting")):
            old.remove(mode)
        old.append(
            element(
                "w:compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=_NEWEST_LAYOUT,
            )
        )


def _set_properties(word: Any, document: Document) -> None:
    properties = word.core_properties
    properties.title = _short(" ".join((document.title, *document.subject)))
    properties.author = _short(" ".join(line.text for line in document.head.issuer))
    properties.last_modified_by = "Congress Desk"
    properties.language = "vi-VN"
    properties.comments = ""
    # When it was written is the business of the file system, not of the paper.
    for dated in list(properties._element):
        if dated.tag.rpartition("}")[2] in ("created", "modified"):
            properties._element.remove(dated)


def _short(text: str) -> str:
    return word_text(text)[:_LONGEST_PROPERTY]


def _without_moments(written: io.BytesIO, stream: BinaryIO) -> None:
    """Copy a package, each part as of one and the same moment."""
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(stream, "w") as copy:
        for name in package.namelist():
            part = zipfile.ZipInfo(name, _NO_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(part, package.read(name))
