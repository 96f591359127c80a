"""What stands outside the text of a DOCX: page number from page 2, stamp, footer code."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from congress_desk.exports.docx.text import add_text, element, set_lines
from congress_desk.exports.docx.watermark import add_watermark
from congress_desk.exports.watermark import watermark
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.form import Form

_FOOTER_BOTTOM = 9  # mm from the edge of the sheet to the line


def add_margins(word: Any, document: Document, width: float) -> None:
    """Fill header and footer; `width` of the text in points."""
    form, section = document.form, word.sections[0]
    section.header_distance = Mm(form.page_number_top)
    section.footer_distance = Mm(_FOOTER_BOTTOM)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    if not document.run:
        _add_page_number(section.header.paragraphs[0], document, width)
    if document.running:
        # Below the number: a long title would push it aside.
        running = section.header.add_paragraph()
        _plain(running, form)
        add_text(running, document.running, form.footer_size, italic=True)
    section.first_page_header.is_linked_to_previous = False
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        _add_footer(footer.paragraphs[0], document, width)
    for number, header in enumerate((section.header, section.first_page_header)):
        if watermark():
            add_watermark(header, watermark(), number)
    if form.mirrored:
        word.settings.element.insert(1, element("w:mirrorMargins"))


def _add_page_number(paragraph: Any, document: Document, width: float) -> None:
    """Centre the number of the page; the stamp stands at the right."""
    form = document.form
    _plain(paragraph, form)
    _set_tabs(paragraph, (width / 2, WD_TAB_ALIGNMENT.CENTER), (width, WD_TAB_ALIGNMENT.RIGHT))
    paragraph.add_run().add_tab()
    for part in ("begin", None, "end"):
        run = paragraph.add_run()
        run.font.size = Pt(form.page_number_size)
        if part:
            run._r.append(element("w:fldChar", fldCharType=part))
        else:
            field = element("w:instrText")
            field.set(qn("xml:space"), "preserve")
            field.text = " PAGE "
            run._r.append(field)
    if document.stamp:
        paragraph.add_run().add_tab()
        add_text(paragraph, document.stamp, form.footer_size, bold=True)


def _add_footer(paragraph: Any, document: Document, width: float) -> None:
    form = document.form
    _plain(paragraph, form)
    _set_tabs(paragraph, (width, WD_TAB_ALIGNMENT.RIGHT))
    add_text(paragraph, document.footer, form.footer_size, italic=True)
    if document.stamp:
        paragraph.add_run().add_tab()
        add_text(paragraph, document.stamp, form.footer_size, bold=True)


def _plain(paragraph: Any, form: Form) -> None:
    """Take away what the styles of header and footer bring along."""
    paragraph.style = "Normal"
    set_lines(paragraph, form.footer_size)


def _set_tabs(paragraph: Any, *stops: tuple[float, Any]) -> None:
    for place, align in stops:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(place), align)
