"""The watermark of a DOCX, as Word itself makes one: word art in the header, behind the text."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml

from congress_desk.exports.docx.text import word_text

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KIND = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" '
    'xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    "mso-position-vertical-relative:margin"
)


def add_watermark(header: Any, words: str, number: int) -> None:
    """Put the words behind every page of a header; `number` tells the shapes of a file apart."""
    text = quoteattr(word_text(words))
    shape = (
        f"<w:r {_NAMES}><w:rPr><w:noProof/></w:rPr><w:pict>{_KIND}"
        f'<v:shape id="WaterMark{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'alt={text} style="{_STYLE}" o:allowincell="f" fillcolor="#d9d9d9" stroked="f">'
        f"<v:textpath style=\"font-family:'Times New Roman';font-size:1pt;font-weight:bold\" "
        f"string={text}/></v:shape></w:pict></w:r>"
    )
    header.paragraphs[0]._p.append(parse_xml(shape))
