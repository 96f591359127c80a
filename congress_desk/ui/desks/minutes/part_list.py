"""The list of parts of a paper, and how each of them stands."""

from __future__ import annotations

from congress_desk.domain.minutes.paper_fields import ShownPart
from congress_desk.i18n import tr
from congress_desk.ui.desks.minutes.words import SIGNS, TONES, part_title, state_word
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable


def part_table() -> DataTable:
    """Return the list; Enter `chosen`s the part to be edited."""
    columns = (
        TableColumn(title=tr("Part"), text=part_title, strong=lambda part: part.waits),
        TableColumn(
            title=tr("State"),
            text=state_word,
            sign=lambda part: SIGNS.get(part.state),
            tone=lambda part: TONES.get(part.state, ""),
        ),
    )
    return DataTable("partsTable", tr("Parts of the paper"), RecordTableModel(columns), long=(0,))


def same_part(old: ShownPart, new: ShownPart) -> bool:
    """Say whether two rows are of one part."""
    return old.record == new.record
