"""Where charts lie on the printed pages of a workbook, computed from the saved file alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_PAGE_DOWN = 21.0  # cm of A4 turned
_CM_OF_INCH, _POINTS_OF_CM = 2.54, 72 / 2.54
_EMU_OF_CM = 360_000
_PLAIN_ROW = 15.0


@dataclass(frozen=True)
class Placed:
    """A chart on its page: `top` and `bottom` of it and the height of a page, in cm."""

    page: int
    top: float
    bottom: float
    page_height: float


def placed_charts(worksheet: Any, *, stretched: float = 1.0) -> list[Placed]:
    """Return where each chart begins and ends; a program may make rows `stretched` as high."""
    margins = worksheet.page_margins
    down = _PAGE_DOWN - (margins.top + margins.bottom) * _CM_OF_INCH
    height = down * 100 / worksheet.page_setup.scale / stretched
    return [_placed(worksheet, chart, height) for chart in worksheet._charts]


def _placed(worksheet: Any, chart: Any, height: float) -> Placed:
    header = int(re.search(r"\d+", worksheet.print_title_rows)[0])
    broken = {each.id for each in worksheet.row_breaks.brk}
    page, used = 1, 0.0
    first = chart.anchor._from.row + 1
    for row in range(1, first + 1):
        if row - 1 in broken or used + _row(worksheet, row) > height:
            page, used = page + 1, _row(worksheet, header)
        used += _row(worksheet, row)
    top = used - _row(worksheet, first)
    end = chart.anchor.to
    high = sum(_row(worksheet, row) for row in range(first, end.row + 1))
    offset = (end.rowOff - chart.anchor._from.rowOff) / _EMU_OF_CM
    return Placed(page, top, top + high + offset, height)


def _row(worksheet: Any, row: int) -> float:
    return (worksheet.row_dimensions[row].height or _PLAIN_ROW) / _POINTS_OF_CM
