"""The styles of a DOCX from the form of a document: real titles and headings, one face."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from congress_desk.exports.docx.text import element
from congress_desk.reports.document.form import Form

FACE = "Times New Roman"
BODY, SMALL, CELL, PLACE = "Body Text", "Remark", "Table Text", "Signature Text"
TITLE, SUBJECT, HEADING = "Title", "Subtitle", "Heading 1"
_LANGUAGE = "vi-VN"
_TITLE_LEADING = 1.3


def style_code(name: str) -> str:
    """Return the code of a style, as the library makes it from its name."""
    return name.replace(" ", "")


def set_styles(word: Any, form: Form) -> None:
    """Give the styles the sizes and distances of the form."""
    _set_defaults(word)
    _set_style(word, "Normal", form.body_size, form.body_size * 1.15)
    for name in (BODY, HEADING):
        style = _set_style(word, name, form.body_size, form.body_leading)
        style.paragraph_format.space_after = Pt(form.paragraph_gap)
        style.paragraph_format.first_line_indent = Mm(form.first_line)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        style.paragraph_format.widow_control = True
    word.styles[HEADING].paragraph_format.keep_with_next = True
    small = _set_style(
        word, SMALL, form.small_size, form.body_leading * form.small_size / form.body_size
    )
    small.font.italic = True
    small.paragraph_format.space_after = Pt(form.paragraph_gap)
    _set_style(word, CELL, form.table_size, form.table_leading)
    _set_style(word, PLACE, form.signature_size, form.signature_size * 1.25)
    for name, size in ((TITLE, form.title_size), (SUBJECT, form.subject_size)):
        style = _set_style(word, name, size, size * _TITLE_LEADING)
        style.font.bold = True
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        style.paragraph_format.keep_with_next = True


def _set_defaults(word: Any) -> None:
    """Set the face and the language of everything that says nothing else."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for name in ("w:rFonts", "w:lang"):
        for old in run.findall(qn(name)):
            run.remove(old)
    run.insert(0, _fonts())
    run.append(element("w:lang", val=_LANGUAGE, eastAsia=_LANGUAGE, bidi=_LANGUAGE))


def _set_style(word: Any, name: str, size: float, leading: float) -> Any:
    """Return a paragraph style, made when it is missing, in our face, black, upright."""
    known = {style.name for style in word.styles}
    style = word.styles[name] if name in known else _added(word, name)
    for old in style.element.xpath("w:pPr | w:rPr"):
        style.element.remove(old)
    run = style.element.get_or_add_rPr()
    run.append(_fonts())
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold = style.font.italic = False
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _set_leading(style, leading)
    if name == HEADING:
        level = element("w:outlineLvl", val=0)
        style.element.get_or_add_pPr().append(level)
    return style


def _added(word: Any, name: str) -> Any:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    return style


def _set_leading(style: Any, leading: float) -> None:
    style.paragraph_format.line_spacing = Pt(leading)
    spacing = style.element.pPr.find(qn("w:spacing"))
    spacing.set(qn("w:lineRule"), "atLeast")


def _fonts() -> Any:
    return element("w:rFonts", ascii=FACE, hAnsi=FACE, eastAsia=FACE, cs=FACE)
