"""A checker of PDF/A-2b: the clauses of ISO 19005-2 that what writes our papers could break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

FORBIDDEN_ACTIONS = frozenset({
    "/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetState",
    "/Rendition", "/Trans", "/SetOCGState", "/GoTo3DView",
})  # fmt: skip
_SYMBOLIC = 4
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


def broken_clauses(pdf: bytes) -> list[str]:
    """Return what is not as PDF/A-2b asks, with the clause; nothing when all is well."""
    reader = PdfReader(BytesIO(pdf))
    return sorted({*_file(pdf, reader), *_description(reader), *_objects(reader), *_fonts(reader)})


def _file(pdf: bytes, reader: PdfReader) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", pdf):
        yield "6.1.2 header, and four bytes over 127 in the line below"
    if not pdf.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "6.1.3 nothing after the end"
    if reader.is_encrypted or "/Encrypt" in reader.trailer:
        yield "6.1.3 not encrypted"
    if len(reader.trailer.get("/ID", ())) != 2:
        yield "6.1.3 identity of two parts"
    if re.search(rb"[^\r\n]endstream", pdf):
        yield "6.1.7.1 a line ends before the end of a stream"
    root = reader.trailer["/Root"]
    for key, clause in (("/AA", "6.5.2"), ("/OCProperties", "6.9"), ("/NeedsRendering", "6.4.2")):
        if key in root:
            yield f"{clause} {key}"
    if "/JavaScript" in root.get("/Names", {}) or "/EmbeddedFiles" in root.get("/Names", {}):
        yield "6.5.1 no scripts, 6.8 no files inside"
    intents = [intent.get_object() for intent in root.get("/OutputIntents", ())]
    archive = [intent for intent in intents if intent["/S"] == "/GTS_PDFA1"]
    if len(archive) != 1:
        yield "6.2.3 one output intent"
        return
    profile = archive[0]["/DestOutputProfile"]
    data = profile.get_data()
    if data[36:40] != b"acsp" or data[16:20] != b"RGB " or profile["/N"] != 3:
        yield "6.2.3 profile of three colours"
    if data[8] > 4:
        yield "6.2.3 profile of version 4 at the most"


def _description(reader: PdfReader) -> Iterator[str]:
    root = reader.trailer["/Root"]
    metadata = root.get("/Metadata")
    if metadata is None or "/Filter" in metadata:
        yield "6.6.2.1 description, not packed"
        return
    text = metadata.get_data().decode("utf-8")
    if "bytes=" in text.split("?>")[0] or "encoding=" in text.split("?>")[0]:
        yield "6.6.2.1 packet without bytes and encoding"
    tree = ElementTree.fromstring(text)
    said = {name: tree.find(f".//{{{_NAMES[ns]}}}{name}") for ns, name in _ASKED}
    if said["part"] is None or said["part"].text != "2":
        yield "6.6.4 part 2"
    if said["conformance"] is None or said["conformance"].text != "B":
        yield "6.6.4 conformance B"
    info = reader.trailer["/Info"]
    for key, name in (("/Title", "title"), ("/Author", "creator")):
        wanted = str(info.get(key, ""))
        found = said[name].find(f".//{_RDF}li") if said[name] is not None else None
        if wanted and (found is None or (found.text or "") != wanted):
            yield f"6.6.3 {key} as described"
    for key, name in (("/Creator", "CreatorTool"), ("/Producer", "Producer")):
        if said[name] is None or (said[name].text or "") != str(info.get(key, "")):
            yield f"6.6.3 {key} as described"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        digits = re.sub(r"\D", "", said[name].text or "")[:14] if said[name] is not None else ""
        if re.sub(r"\D", "", str(info.get(key, "")))[:14] != digits:
            yield f"6.6.3 {key} as described"


_ASKED = (
    ("pdfaid", "part"), ("pdfaid", "conformance"), ("dc", "title"), ("dc", "creator"),
    ("xmp", "CreatorTool"), ("xmp", "CreateDate"), ("xmp", "ModifyDate"), ("pdf", "Producer"),
)  # fmt: skip


def _everything(reader: PdfReader) -> Iterator[Any]:
    """Yield each object of the file once."""
    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            key = (found.idnum, found.generation)
            if key in seen:
                continue
            seen.add(key)
            found = found.get_object()
        yield found
        if isinstance(found, DictionaryObject):
            waiting += [found.raw_get(key) for key in found]
        elif isinstance(found, ArrayObject):
            waiting += list(found)


def _objects(reader: PdfReader) -> Iterator[str]:
    for found in _everything(reader):
        if isinstance(found, StreamObject):
            filters = found.get("/Filter", ())
            named = filters if isinstance(filters, ArrayObject) else [filters]
            if "/LZWDecode" in named:
                yield "6.1.7.2 no LZW"
            if "/F" in found:
                yield "6.1.7.1 no stream outside"
        if not isinstance(found, DictionaryObject):
            continue
        if found.get("/S") in FORBIDDEN_ACTIONS:
            yield "6.5.1 forbidden action"
        if found.get("/Type") == "/Page" and "/AA" in found:
            yield "6.5.2 no action of a page"
        group = found.get("/Group")
        if isinstance(group, DictionaryObject) and group.get("/S") == "/Transparency":
            # Allowed in part 2 with a space for blending; our papers are opaque.
            yield "6.2.10 no transparency"
        if found.get("/SMask", "/None") != "/None" or _is_thin(found):
            yield "6.2.10 opaque"
        if found.get("/Subtype") == "/Image" and found.get("/Interpolate"):
            yield "6.2.8 no interpolation"
        if found.get("/Subtype") in ("/PS", "/Movie", "/Sound", "/Screen", "/3D"):
            yield "6.2.9 and 6.3 forbidden object"


def _is_thin(found: DictionaryObject) -> bool:
    return any(key in found and float(found[key]) < 1 for key in ("/ca", "/CA"))


def _fonts(reader: PdfReader) -> Iterator[str]:
    for found in _everything(reader):
        if not isinstance(found, DictionaryObject) or found.get("/Type") != "/Font":
            continue
        name = str(found.get("/BaseFont", ""))
        if "/ToUnicode" not in found and found.get("/Subtype") != "/CIDFontType2":
            yield f"text of {name} can be read out again"
        if found.get("/Subtype") == "/Type0":
            continue
        told = found.get("/FontDescriptor")
        if told is None or not any(f"/FontFile{n}" in told for n in ("", "2", "3")):
            yield f"6.2.11.4 {name} is embedded"
            continue
        if found.get("/Subtype") != "/TrueType":
            continue
        widths = found.get("/Widths", ())
        if len(widths) != found["/LastChar"] - found["/FirstChar"] + 1:
            yield f"6.2.11.5 widths of {name}"
        symbolic = bool(int(told["/Flags"]) & _SYMBOLIC)
        if symbolic and "/Encoding" in found:
            yield f"6.2.11.6 {name} is symbolic and has no encoding"
        if not symbolic and found.get("/Encoding") not in ("/WinAnsiEncoding", "/MacRomanEncoding"):
            yield f"6.2.11.6 {name} has a usual encoding"
        if not re.match(r"/[A-Z]{6}\+", name):
            yield f"6.2.11.4 {name} is a subset by its name"
