"""Real charts of Excel beside a table, with the numbers in them for viewers that compute none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import floor
from typing import Any

from congress_desk.exports.xlsx.cells import cell_text
from congress_desk.exports.xlsx.layout import Layout
from congress_desk.reports.document.book import Chart, ChartKind, Sheet, Value

_WIDTH, _HEIGHT = 15.0, 7.5  # cm
_BAR_HEIGHT = 0.75  # cm of one bar with its name
# What else a chart of bars takes, in cm; type that is no higher than a bar, in points.
_AROUND, _SMALL_TYPE, _LEAST_TYPE = 2.0, 10, 5
_GAP = 0.8  # cm between two charts
_BARS = {"fill": {"color": "#1F5A8C"}, "gap": 40}
_SLICES = {"data_labels": {"percentage": True, "value": True}}
_PIXELS_OF_CM = 96 / 2.54
_POINTS_OF_CM = 72 / 2.54
_CM_OF_CHARACTER = 0.232  # of a digit of the normal font (0.212), with a little to spare
_PAGE = (27.1, 17.4)  # cm across and down of what is printed on A4 turned
_PLAIN_ROW = 15.0  # points
# Programs make rows a little higher or lower.
_SURELY = 0.95
# The share of its size to which a sheet shrinks at the most for its last rows.
_SMALLEST = 0.85


def add_charts(
    workbook: Any, worksheet: Any, sheet: Sheet, layout: Layout, starts: Sequence[int]
) -> None:
    """Put the charts of a sheet one below the other to the right of its table.

    A page is broken above a chart that its end would cut.
    """
    if not sheet.charts:
        return
    column = len(sheet.columns) + 1
    breaks = []
    rows = _Rows(sheet, layout, starts)
    # Below the header: what reaches into it would be repeated with it on every page.
    row = layout.header_row + 1
    used = rows.above(row)
    highest = rows.page * _SURELY - used - _GAP
    for chart in sheet.charts:
        height = min(_height(sheet, chart), highest)
        made = _chart(workbook, sheet, chart, starts[chart.section], height)
        made.set_size({"width": _WIDTH * _PIXELS_OF_CM, "height": height * _PIXELS_OF_CM})
        if used + height + _GAP > rows.page * _SURELY:
            breaks.append(row - 1)
            used = rows.head
        # A little below the edge of its row: a page that begins there shows no line of it before.
        worksheet.insert_chart(row - 1, column, made, {"y_offset": 2})
        row, used = rows.below(row, used, height + _GAP)
    worksheet.set_h_pagebreaks(breaks)


def scale_with_charts(layout: Layout) -> int:
    """Return the scale in percent at which a sheet and its charts are one page wide.

    A program that fits the page by itself may pass over the breaks above the charts. Rows that
    would stand alone on a second page come onto the first, a little smaller.
    """
    across = sum(layout.widths) * _CM_OF_CHARACTER + _WIDTH + 2
    wide = min(floor(100 * _PAGE[0] / across), 100)
    down = layout.height / _POINTS_OF_CM
    high = floor(100 * _PAGE[1] * _SURELY / down)
    return high if _SMALLEST * wide <= high < wide else wide


class _Rows:
    """The heights of the rows of a sheet in cm, and that of its printed pages."""

    def __init__(self, sheet: Sheet, layout: Layout, starts: Sequence[int]) -> None:
        self._heights = {row: points / _POINTS_OF_CM for row, points in layout.heights.items()}
        for start, section in zip(starts, sheet.sections, strict=True):
            for place, row in enumerate(section.rows):
                self._heights[start + place] = layout.row_height(row) / _POINTS_OF_CM
        self.page = _PAGE[1] * 100 / scale_with_charts(layout)
        self.head = self._height(layout.header_row)

    def _height(self, row: int) -> float:
        return self._heights.get(row, _PLAIN_ROW / _POINTS_OF_CM)

    def above(self, row: int) -> float:
        """Return the height of all that stands above a row of the first page."""
        return sum(self._height(each) for each in range(1, row))

    def below(self, row: int, used: float, height: float) -> tuple[int, float]:
        """Return the first row that begins `height` below a row, and what is used of the page."""
        end = used + height
        while used < end:
            used += self._height(row)
            row += 1
        return row, used


def _height(sheet: Sheet, chart: Chart) -> float:
    """Return the height of a chart in cm: of bars as many of them ask for."""
    if chart.kind is ChartKind.PIE:
        return _HEIGHT
    bars = len(sheet.sections[chart.section].rows)
    return max(_HEIGHT, bars * _BAR_HEIGHT + _AROUND)


def _chart(workbook: Any, sheet: Sheet, chart: Chart, first: int, height: float) -> Any:
    pie = chart.kind is ChartKind.PIE
    made: Any = workbook.add_chart({"type": "pie" if pie else "bar"})
    rows = sheet.sections[chart.section].rows
    font = {"size": _type_size((height - _AROUND) / max(len(rows), 1))}
    last = first + len(rows) - 1
    made.add_series(
        {
            "name": _plain(sheet.columns[chart.values].title),
            "categories": [sheet.name, first - 1, chart.names, last - 1, chart.names],
            "values": [sheet.name, first - 1, chart.values, last - 1, chart.values],
            # The numbers themselves, for viewers that compute none.
            "categories_data": [cell_text(str(row.values[chart.names] or "")) for row in rows],
            "values_data": [_number(row.values[chart.values]) for row in rows],
            **(_SLICES if pie else _bars(font)),
        }
    )
    made.set_title({"name": _plain(chart.title), "overlay": False})
    if not pie:
        _lay_bars(made, font)
    return made


def _type_size(bar: float) -> int:
    """Return the type of names and numbers beside bars so high (cm), in points."""
    return max(_LEAST_TYPE, min(floor(bar * _POINTS_OF_CM * 0.75), _SMALL_TYPE))


def _bars(font: dict[str, int]) -> dict[str, Any]:
    return {**_BARS, "data_labels": {"value": True, "font": font}}


def _lay_bars(made: Any, font: dict[str, int]) -> None:
    """Let the bars lie, the first name at the top; each bears its number, so its axis says none.

    Every bar has its name: a program leaves out what it finds too close.
    """
    made.set_style(10)
    made.set_legend({"none": True})
    made.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": font})
    made.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})


def _plain(text: str) -> str:
    """Return a text that is not taken for the address of one."""
    return cell_text(text).lstrip("=")


def _number(value: Value) -> int | Decimal | str:
    return value if isinstance(value, int | Decimal) else ""
