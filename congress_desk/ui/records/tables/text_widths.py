"""How wide the texts of a column are."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from typing import Any

from PySide6.QtGui import QFontMetrics

from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.records.tables.cells import PADDING

LOOKED_AT = 12


def longest_text(column: TableColumn, records: Sequence[Any]) -> int:
    """Return the width of a column, in pixels, by the longest of its texts."""
    bold = any(column.strong(record) for record in records)
    measure = QFontMetrics(theme.font("table", bold=bold))
    texts = {f"{column.text(r)} {column.remark(r)}".strip() for r in records}
    widest = max(map(measure.horizontalAdvance, nlargest(LOOKED_AT, texts, key=len)), default=0)
    signed = any(column.sign(record) for record in records)
    remarked = any(column.remark(record) for record in records)
    beside = theme.px(24 if signed else 4) + theme.px(8 if remarked else 0)
    return widest + beside + 2 * theme.px(PADDING)
