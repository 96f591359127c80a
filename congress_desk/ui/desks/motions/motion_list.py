"""The list of motions: its columns, and the lines of a file's motions."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.motions import Motion, MotionOutcome, repeated_ids
from congress_desk.i18n import tr
from congress_desk.ui.desks.motions.words import (
    MotionRow,
    percent_words,
    row_sign,
    row_words,
    share_words,
)
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable

LEAST_ROWS = 3


def motion_table() -> DataTable:
    """Return the table of motions; Enter `chosen`s one."""
    table = DataTable("motionsTable", tr("Motions"), RecordTableModel(motion_columns()), long=(1,))
    table.show_at_least(LEAST_ROWS)
    return table


def motion_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of a motion."""
    return (
        TableColumn(title=tr("No."), text=lambda row: str(row.number), number=True, tone=_tone),
        TableColumn(title=tr("Matter"), text=lambda row: row.motion.matter, tone=_tone),
        TableColumn(
            title=tr("In favour"), text=lambda row: share_words(row.motion), number=True, tone=_tone
        ),
        TableColumn(
            title=tr("% in favour"),
            text=lambda row: percent_words(row.motion),
            number=True,
            tone=_tone,
        ),
        TableColumn(
            title=tr("Result"), text=row_words, sign=row_sign, tone=lambda r: row_sign(r).tone
        ),
    )


def motion_rows(motions: Sequence[Motion]) -> tuple[MotionRow, ...]:
    """Return the lines of the list, numbered in the order of the motions."""
    repeated = repeated_ids(motions)
    return tuple(
        MotionRow(number=number, motion=motion, repeated=motion.id in repeated)
        for number, motion in enumerate(motions, start=1)
    )


def same_motion(old: MotionRow, new: MotionRow) -> bool:
    """Say whether two lines are of the same motion."""
    return old.motion.id == new.motion.id


def _tone(row: MotionRow) -> str:
    out_of_use = row.repeated or row.motion.outcome is MotionOutcome.CANCELLED
    return "muted" if out_of_use else ""
