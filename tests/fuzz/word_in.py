"""Word documents with a list of people, which a secretariat takes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from .files_in import _people, _spoilt_book, read_list

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHAPES = (
    *("", "", "", "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"),
    "<w:tcPr><w:gridSpan w:val='-9999999999'/></w:tcPr>",
    "<w:tcPr><w:gridSpan w:val='99999999'/></w:tcPr>",
    "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>",
    "<w:tcPr><w:vMerge/></w:tcPr>",
)
_ROWS = (
    *("", "", "<w:trPr><w:gridBefore w:val='3'/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>"),
    "<w:trPr><w:del w:id='1'/></w:trPr>",
)
_LOOKS = (
    *("", "", "<w:rPr><w:strike/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"),
    "<w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr>",
)
_LINES = (
    *("", "", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"),
    *("<w:r><w:sym w:char='F0FC'/></w:r>", "<w:r><w:br/></w:r>", "<w:tbl><w:tr/></w:tbl>"),
    "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>",
)


def word_document(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a list as a table of odd cells, the document's parts or its zip spoilt."""
    path = folder / "danh-sach.docx"

    def trial(chance: Random) -> object:
        path.write_bytes(_spoilt_book(document_of(_people(chance), chance), chance))
        return read_list(path)

    return trial


def document_of(rows: list[list[str]], chance: Random) -> dict[str, bytes]:
    """Return the parts of a document with a table of these cells, of odd shapes."""
    told = "".join(
        f"<w:tr>{chance.choice(_ROWS)}{''.join(_cell(v, chance) for v in row)}</w:tr>"
        for row in rows
    )
    body = f"<w:p><w:r><w:t>Chi bộ 1</w:t></w:r></w:p><w:tbl>{told}</w:tbl>"
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}"/>'.encode(),
        "word/document.xml": document.encode("utf-8", "replace"),
    }


def _cell(value: object, chance: Random) -> str:
    said = f"<w:r>{chance.choice(_LOOKS)}<w:t>{escape(str(value))}</w:t></w:r>"
    shape = chance.choice(_SHAPES) if chance.random() < 0.1 else ""
    return f"<w:tc>{shape}<w:p>{chance.choice(_LINES)}{said}</w:p></w:tc>"
