"""Tables in Word: ruled ones with a header on every page, and bare ones that only place things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import _Cell

from congress_desk.exports.docx.styles import CELL, style_code
from congress_desk.exports.docx.text import ALIGNED, TWIPS, add_room, element, word_text
from congress_desk.exports.pdf.column_widths import LONGEST_CELL, side_padding, type_size
from congress_desk.exports.pdf.table import ROWS_TOGETHER, column_widths
from congress_desk.exports.pdf.text import bounded
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

_LINE_EIGHTHS = 5  # of a point: the 0.6 points of the PDF
_MM = 72 / 25.4
_KEEP, _STYLE = qn("w:keepNext"), qn("w:pStyle")
_RULE = f'w:val="single" w:sz="{_LINE_EIGHTHS}" w:space="0" w:color="000000"'
_RULES = "".join(
    f"<w:{edge} {_RULE}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_GOES_DOWN, _FROM_ABOVE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def add_table(word: Any, table: doc.Table, form: Form) -> None:
    """Add a ruled table, with room above and below."""
    # The section ends the body.
    word.element.body[-1].addprevious(parse_xml(_Markup(table, form).whole()))
    add_room(word, 7)


def bare_table(word: Any, widths: Sequence[float]) -> Any:
    """Return a table of one row without lines, its columns as wide as `widths` in points."""
    made = _new_table(word, widths)
    _forbid_split(made._tbl.tr_lst[0])
    return made


def bare_row(table: Any) -> None:
    """Add another row to such a table."""
    table.add_row()
    _forbid_split(table._tbl.tr_lst[-1])


def spanning(table: Any, place: int, columns: int) -> Any:
    """Return the cell number `place` of the last row, which goes over so many columns now."""
    cells = table._tbl.tr_lst[-1].tc_lst[place : place + columns]
    wide = sum(tc.width.pt for tc in cells)
    for tc in cells[1:]:
        tc.getparent().remove(tc)
    if columns > 1:
        cells[0].grid_span, cells[0].width = columns, Pt(wide)
    return _Cell(cells[0], table)


def add_open_row(table: Any, blocks: Sequence[Any]) -> None:
    """Add a row to a ruled table that goes over all columns, has no lines and takes `blocks` in.

    The last of them must be a paragraph: Word asks for one at the end of a cell.
    """
    edges = "".join(f'<w:{edge} w:val="nil"/>' for edge in ("left", "bottom", "right"))
    margins = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("left", "right"))
    columns = table.tblGrid.gridCol_lst
    width = sum(int(column.get(qn("w:w"))) for column in columns)
    row = parse_xml(
        f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
        f'<w:tcW w:type="dxa" w:w="{width}"/><w:gridSpan w:val="{len(columns)}"/>'
        f"<w:tcBorders>{edges}</w:tcBorders><w:tcMar>{margins}</w:tcMar></w:tcPr></w:tc></w:tr>"
    )
    row[-1].extend(blocks)
    table.append(row)


def keep_with_next(row: Any) -> None:
    """Keep a row of a table on the page of the next one."""
    for paragraph in row.iter(qn("w:p")):
        keep_paragraph(paragraph)


def keep_paragraph(paragraph: Any) -> None:
    """Keep a paragraph on the page of what is below it."""
    properties = paragraph.get_or_add_pPr()
    if properties.find(_KEEP) is None:
        properties.insert(1 if properties.find(_STYLE) is not None else 0, element("w:keepNext"))


class _Markup:
    """A ruled table in the markup of Word, written at once: by the library a cell takes ten steps.

    Every text goes through `word_text` and is escaped.
    """

    def __init__(self, table: doc.Table, form: Form) -> None:
        self._table, self._columns = table, table.columns
        size, own = type_size(table, form), type_size(table, form) != form.table_size
        leading = round(form.table_leading * size / form.table_size * TWIPS)
        self._spacing = f'<w:spacing w:line="{leading}" w:lineRule="atLeast"/>' if own else ""
        self._size = f'<w:sz w:val="{int(size * 2)}"/>' if own else ""
        points = column_widths(table.columns)
        self._widths = [_twips(width) for width in points]
        self._padding = (form.table_padding, side_padding(table), _twips(sum(points)))

    def whole(self) -> str:
        padding, side, width = self._padding
        margins = "".join(
            f'<w:{edge} w:w="{size}" w:type="dxa"/>' for edge, size in _margins(side, padding)
        )
        grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in self._widths)
        return (
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>'
            f'<w:tblBorders>{_RULES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(self._rows())}</w:tbl>"
        )

    def _rows(self) -> Iterator[str]:
        """Yield the rows; the header stays with the first, and the last ones together."""
        table, count = self._table, len(self._table.rows)
        for cells in self._head():
            yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
        height = f'<w:trHeight w:val="{_twips(table.row_height * _MM)}" w:hRule="atLeast"/>'
        high = height if table.row_height else ""
        for index, texts in enumerate(table.rows):
            keep = count > 1 and (index < ROWS_TOGETHER - 1 or -ROWS_TOGETHER <= index - count < -1)
            bold = index in table.bold_rows
            cells = "".join(
                self._cell(text, width, column.align, bold=bold, keep=keep)
                for text, width, column in zip(texts, self._widths, self._columns, strict=True)
            )
            yield f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{cells}</w:tr>"

    def _head(self) -> list[str]:
        """Return the cells of the one row of titles, or of two with the groups above."""
        titles = [
            (column.title, wide) for column, wide in zip(self._columns, self._widths, strict=True)
        ]
        if not any(column.group for column in self._columns):
            return ["".join(self._title(title, width) for title, width in titles)]
        upper, lower, place = "", "", 0
        for group, members in groupby(self._columns, key=lambda column: column.group):
            end = place + len(list(members))
            if group:
                span = f'<w:gridSpan w:val="{end - place}"/>' if end - place > 1 else ""
                upper += self._title(group, sum(self._widths[place:end]), span)
                lower += "".join(self._title(*each) for each in titles[place:end])
            else:
                upper += "".join(self._title(*each, _GOES_DOWN) for each in titles[place:end])
                lower += "".join(_covered(width) for _, width in titles[place:end])
            place = end
        return [upper, lower]

    def _title(self, title: str, width: int, merged: str = "") -> str:
        return self._cell(title, width, doc.Align.CENTER, bold=True, keep=True, merged=merged)

    def _cell(
        self, text: str, width: int, align: doc.Align, *, bold: bool, keep: bool, merged: str = ""
    ) -> str:
        shown = word_text(bounded(text, LONGEST_CELL))
        kept, heavy = "<w:keepNext/>" if keep else "", "<w:b/>" if bold else ""
        space = ' xml:space="preserve"' if shown.strip() != shown else ""
        run = (
            f"<w:r><w:rPr>{heavy}{self._size}</w:rPr><w:t{space}>{escape(shown)}</w:t></w:r>"
            if shown
            else ""
        )
        return (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{merged}<w:vAlign w:val="center"/>'
            f'</w:tcPr><w:p><w:pPr><w:pStyle w:val="{_CELL_STYLE}"/>{kept}{self._spacing}'
            f'<w:jc w:val="{ALIGNED[align]}"/></w:pPr>{run}</w:p></w:tc>'
        )


_CELL_STYLE = style_code(CELL)


def _covered(width: int) -> str:
    """Return a cell that the one above reaches down over."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{_FROM_ABOVE}</w:tcPr>'
        "<w:p><w:pPr><w:keepNext/></w:pPr></w:p></w:tc>"
    )


def _margins(side: float, padding: float) -> list[tuple[str, int]]:
    """Return the room at each edge of a cell, in twips."""
    above, below = max(padding - 1, 0), padding + 1 if padding else 0
    edges = (("top", above), ("left", side), ("bottom", below), ("right", side))
    return [(edge, _twips(size)) for edge, size in edges]


def _new_table(word: Any, widths: Sequence[float]) -> Any:
    """Return a table of one row, of fixed widths in points, without room around its texts."""
    made = word.add_table(1, len(widths))
    of_table = made._tbl.tblPr
    for old in list(of_table):
        of_table.remove(old)
    of_table.append(element("w:tblW", w=_twips(sum(widths)), type="dxa"))
    of_table.append(element("w:tblLayout", type="fixed"))
    margins = element("w:tblCellMar")
    for edge, size in _margins(0, 0):
        margins.append(element(f"w:{edge}", w=size, type="dxa"))
    of_table.append(margins)
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    for cell, width in zip(made._tbl.tr_lst[0].tc_lst, widths, strict=True):
        cell.width = Pt(width)
    return made


def _forbid_split(row: Any) -> None:
    row.get_or_add_trPr().append(element("w:cantSplit"))


def _twips(points: float) -> int:
    return round(points * TWIPS)
