"""What makes a PDF fit to be kept: PDF/A-2b, with the moment it was really written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.exports.pdf.pdf_lock import FONTS
from congress_desk.exports.pdf.text import printable
from congress_desk.exports.pdf.watermark import draw_watermark
from congress_desk.exports.watermark import watermark

_PROFILE = "sRGB IEC61966-2.1"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
# Where a profile says when it was made: the same profile gives the same bytes.
_MADE = slice(24, 36)
_ID = slice(84, 100)


_ENDS, _NO_FILTER = b"endstream\n", b"/Filter [  ] "
_usual_format = PDFStream.format


def _archived(stream: PDFStream, document: Any) -> bytes:
    """Return a stream as PDF/A wants it: a line ends before its end, and no filter is none."""
    written: bytes = _usual_format(stream, document)  # type: ignore[no-untyped-call]
    assert written.endswith(_ENDS)
    if stream.filters == []:
        written = written.replace(_NO_FILTER, b"", 1)
    return written[: -len(_ENDS)] + b"\n" + _ENDS


# The streams of pages, fonts and pictures are made deep inside reportlab, which leaves both out.
PDFStream.format = _archived  # type: ignore[method-assign]


class ArchiveCanvas(Canvas):
    """A canvas that writes PDF/A-2b; `made` is when, the same moment gives the same bytes."""

    def __init__(self, *arguments: Any, made: datetime, **options: Any) -> None:
        # "Invariant": identity follows from the content; the moment is set below.
        options |= {"invariant": 1, "initialFontName": print_faces().regular}
        super().__init__(*arguments, **options)  # type: ignore[no-untyped-call]
        self._made = made.astimezone()
        document: Any = self._doc
        document._timeStamp = _Moment(self._made)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End a page; what does not count has its watermark under it."""
        words = watermark()
        if words:
            drawn, self._code = self._code, []
            draw_watermark(self, words)
            self._code += drawn
        super().showPage()  # type: ignore[no-untyped-call]

    def save(self) -> None:
        """Add profile and description, then write the file."""
        document: Any = self._doc
        document.info.subject = document.info.keywords = ""
        catalog = document.Catalog
        catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
        catalog.Metadata = _metadata(document.info, self._made)
        catalog.OutputIntents = _output_intents(document)
        with FONTS:
            super().save()  # type: ignore[no-untyped-call]


@contextmanager
def archived_pages(
    stream: BinaryIO, made: datetime, size: tuple[float, float], title: str
) -> Iterator[Any]:
    """Give the canvas of pages in Vietnamese; what was drawn goes into the stream when it is whole.

    Sizes in points. The same pages and the same moment give the same bytes.
    """
    written = io.BytesIO()
    canvas: Any = ArchiveCanvas(written, made=made, pagesize=size, pageCompression=1, lang="vi-VN")
    canvas.setTitle(printable(title))
    canvas.setCreator("Congress Desk")
    yield canvas
    canvas.save()
    stream.write(written.getvalue())


class _Moment:
    """A moment as the writer of a PDF asks for it."""

    def __init__(self, made: datetime) -> None:
        offset = made.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        self.t = made.timestamp()
        self.YMDhms = made.timetuple()[:6]
        self.dhh, self.dmm = divmod(minutes, 60)


def _metadata(info: Any, made: datetime) -> PDFStream:
    text = _XMP.format(
        title=escape(info.title),
        author=escape(info.author),
        creator=escape(info.creator),
        producer=escape(info.producer),
        made=made.isoformat(timespec="seconds"),
    )
    entries = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    stream = PDFStream(dictionary=entries, content=text.encode("utf-8"))
    # It is read without unpacking the file.
    stream.filters = []
    return stream


def _output_intents(document: Any) -> PDFArray:
    profile = PDFStream(dictionary=PDFDictionary({"N": 3}), content=_srgb())
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_PROFILE),
            "Info": PDFString(_PROFILE),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    return PDFArray([document.Reference(intent)])


@cache
def _srgb() -> bytes:
    """Return the profile of the usual colours of screens."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    profile = bytearray(io.BytesIO(made.tobytes()).getvalue())
    profile[_MADE] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[_ID] = bytes(16)
    return bytes(profile)
