"""Real charts of Excel beside a table, with the numbers in them for viewers that compute none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import floor
from typing import Any

from openpyxl.chart.bar_chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.pie_chart import PieChart
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.utils.cell import get_column_letter, quote_sheetname
from openpyxl.worksheet.pagebreak import Break

from congress_desk.exports.xlsx.cells import cell_text
from congress_desk.exports.xlsx.layout import Layout
from congress_desk.reports.document.book import Chart, ChartKind, Sheet

_WIDTH, _HEIGHT, _MOST_HEIGHT = 15.0, 7.5, 17.0  # cm
_BAR_HEIGHT = 0.75  # cm of one bar with its name
_GAP = 0.8  # cm between two charts
_ACCENT = "1F5A8C"
_POINTS_OF_CM = 72 / 2.54
_CM_OF_CHARACTER = 0.232  # of a digit of the normal font (0.212), with a little to spare
_PAGE = (27.1, 17.4)  # cm across and down of what is printed on A4 turned
_PLAIN_ROW = 15.0  # points
# Programs make rows a little higher or lower.
_SURELY = 0.95


def add_charts(worksheet: Any, sheet: Sheet, layout: Layout, starts: Sequence[int]) -> None:
    """Put the charts of a sheet one below the other to the right of its table.

    A page is broken above a chart that its end would cut.
    """
    if not sheet.charts:
        return
    column = get_column_letter(len(sheet.columns) + 2)
    rows = _Rows(sheet, layout, starts)
    # Below the header: what reaches into it would be repeated with it on every page.
    row = layout.header_row + 1
    used = rows.above(row)
    highest = rows.page * _SURELY - used - _GAP
    for chart in sheet.charts:
        made = _chart(sheet, chart, starts[chart.section])
        made.height = min(made.height, highest)
        if used + made.height + _GAP > rows.page * _SURELY:
            worksheet.row_breaks.append(Break(id=row - 1))
            used = rows.head
        worksheet.add_chart(made, f"{column}{row}")
        row, used = rows.below(row, used, made.height + _GAP)


def scale_with_charts(layout: Layout) -> int:
    """Return the scale in percent at which a sheet and its charts are one page wide.

    A program that fits the page by itself may pass over the breaks above the charts.
    """
    across = sum(layout.widths) * _CM_OF_CHARACTER + _WIDTH + 2
    return min(floor(100 * _PAGE[0] / across), 100)


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


def _chart(sheet: Sheet, chart: Chart, first: int) -> Any:
    rows = sheet.sections[chart.section].rows
    series = Series(idx=0, order=0)
    series.tx = SeriesLabel(v=cell_text(sheet.columns[chart.values].title))
    series.cat = AxDataSource(strRef=_names(sheet, chart, first))
    series.val = NumDataSource(numRef=_numbers(sheet, chart, first))
    made = _pie(series) if chart.kind is ChartKind.PIE else _bars(series, len(rows))
    made.title = cell_text(chart.title)
    made.width = _WIDTH
    return made


def _pie(series: Any) -> Any:
    made: Any = PieChart()
    made.series.append(series)
    made.dataLabels = DataLabelList()
    made.dataLabels.showPercent = made.dataLabels.showVal = True
    made.dataLabels.showSerName = made.dataLabels.showLegendKey = False
    made.dataLabels.showCatName = False
    made.height = _HEIGHT
    return made


def _bars(series: Any, count: int) -> Any:
    """Return lying bars, the first name at the top."""
    series.graphicalProperties.solidFill = _ACCENT
    made: Any = BarChart()
    made.series.append(series)
    made.type, made.style, made.gapWidth = "bar", 10, 40
    made.legend = None
    # Each bar bears its number, so the axis of numbers says nothing.
    made.x_axis.delete, made.y_axis.delete = False, True
    made.x_axis.scaling.orientation = "maxMin"
    made.y_axis.majorGridlines = None
    made.y_axis.scaling.min = 0
    made.dataLabels = DataLabelList()
    made.dataLabels.showVal = True
    made.dataLabels.showSerName = made.dataLabels.showCatName = False
    made.dataLabels.showLegendKey = False
    made.height = min(max(_HEIGHT, count * _BAR_HEIGHT + 2), _MOST_HEIGHT)
    return made


def _names(sheet: Sheet, chart: Chart, first: int) -> Any:
    rows = sheet.sections[chart.section].rows
    texts = [cell_text(str(row.values[chart.names] or "")) for row in rows]
    points = [StrVal(idx=place, v=text) for place, text in enumerate(texts)]
    data = StrData(ptCount=len(points), pt=points)
    return StrRef(f=_area(sheet, chart.names, first, len(rows)), strCache=data)


def _numbers(sheet: Sheet, chart: Chart, first: int) -> Any:
    rows = sheet.sections[chart.section].rows
    points = [
        NumVal(idx=place, v=str(value))
        for place, row in enumerate(rows)
        if isinstance(value := row.values[chart.values], int | Decimal)
    ]
    data = NumData(formatCode="General", ptCount=len(rows), pt=points)
    return NumRef(f=_area(sheet, chart.values, first, len(rows)), numCache=data)


def _area(sheet: Sheet, column: int, first: int, count: int) -> str:
    letter = get_column_letter(column + 1)
    return f"{quote_sheetname(sheet.name)}!${letter}${first}:${letter}${first + count - 1}"
