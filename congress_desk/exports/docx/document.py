"""A document becomes a DOCX for Word: the same words in the same order as its PDF."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.docx.blocks import add_blocks
from congress_desk.exports.docx.head import add_head
from congress_desk.exports.docx.header_footer import add_margins
from congress_desk.exports.docx.styles import set_styles
from congress_desk.exports.docx.text import element, set_lines, word_text
from congress_desk.exports.pdf.column_widths import with_widths
from congress_desk.reports.document.document import Document, PageBreak, papers_of
from congress_desk.reports.document.endings import KEPT, with_endings
from congress_desk.reports.document.form import Form

_A4 = (210, 297)
_POINTS_OF_MM = 72 / 25.4
_LONGEST_PROPERTY = 255
_NEWEST_LAYOUT = 15
_UNUSED = ("/stylesWithEffects", "/thumbnail")
# The first moment that a package can tell: 1 January 1980.
_NO_DAY = struct.pack("<HH", 0, 1 << 5 | 1)


def write_docx(document: Document, path: Path) -> Refusal | None:
    """Write a document as DOCX to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_docx(document, stream))


@lru_cache(maxsize=8)
def _styled(form: Form) -> bytes:
    """Return an empty DOCX with the styles of a form, made once: it is half of a short letter."""
    word, written = docx.Document(), io.BytesIO()
    _take_out_unused(word)
    set_styles(word, form)
    word.save(written)
    return written.getvalue()


@lru_cache(maxsize=8)
def _style_ids(form: Form) -> dict[object, str | None]:
    """Return the codes of the styles of paragraphs by name; that of the usual one is None."""
    word = docx.Document(io.BytesIO(_styled(form)))
    usual = word.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return {
        style.name: style.style_id if style.style_id != usual.style_id else None
        for style in word.styles
        if style.type == WD_STYLE_TYPE.PARAGRAPH
    }


def _take_out_unused(word: Any) -> None:
    """Take out what the library brings along and no paper uses: nine tenths of a short letter.

    A hundred styles of tables, which Word knows itself, the same once more for Word 2007, and the
    picture of a page that is not ours.
    """
    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[key]
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)


def draw_docx(document: Document, stream: BinaryIO) -> None:
    """Write a document as DOCX into a stream; the same document gives the same bytes."""
    word = docx.Document(io.BytesIO(_styled(document.form)))
    width = _set_page(word, document)
    # Every paragraph asks by name, and Word knows many: that was most of a run of letters.
    part: Any = word.part
    usual, known = part.get_style_id, _style_ids(document.form)
    part.get_style_id = lambda style, kind: known[style] if style in known else usual(style, kind)
    _set_properties(word, document)
    add_margins(word, document, width)
    for number, paper in enumerate(papers_of(document)):
        if number:
            add_blocks(word, (PageBreak(),), document.form, width)
        add_head(word, document, width)
        blocks = with_widths(paper, document.form, width)
        # Word cannot be asked how full its last page is: a few lines go with the places to sign.
        add_blocks(word, with_endings(blocks, KEPT[1]), document.form, width)
    _end_low(word)
    written = io.BytesIO()
    word.save(written)
    stream.write(_without_moments(written.getvalue()))


def _end_low(word: Any) -> None:
    """Let the room below a table that ends the text be no higher than it must: Word asks for it.

    Where the table fills its page, it would make an empty one.
    """
    body = word.element.body
    last = [child for child in body if child.tag != qn("w:sectPr")][-1]
    before = last.getprevious()
    if last.tag == qn("w:p") and before is not None and before.tag == qn("w:tbl"):
        set_lines(word.paragraphs[-1], 1, exactly=True)


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


def _without_moments(written: bytes) -> bytes:
    """Return a package each part of which is as of one and the same moment."""
    package = bytearray(written)
    with zipfile.ZipFile(io.BytesIO(written)) as read:
        place, parts = read.start_dir, read.infolist()
    for part in parts:
        package[part.header_offset + 10 : part.header_offset + 14] = _NO_DAY
        # In the directory the same stands once more, before three texts and their lengths.
        package[place + 12 : place + 16] = _NO_DAY
        place += 46 + sum(struct.unpack_from("<3H", package, place + 28))
    return bytes(package)
