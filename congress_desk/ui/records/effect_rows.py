"""Lines of a dialog that say what an act would do, one under the other below its fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout

from congress_desk.ui.look import theme
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.state_row import StateRow


def put_rows(dialog: FormDialog, rows: Iterable[StateRow]) -> None:
    """Put rows between the fields of a dialog and what it says."""
    told = QVBoxLayout()
    told.setSpacing(theme.px(4))
    for row in rows:
        told.addWidget(row)
    whole = dialog.layout()
    assert isinstance(whole, QVBoxLayout)
    whole.insertLayout(1, told)
