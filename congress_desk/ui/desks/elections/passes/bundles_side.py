"""The bundles of a round of several passes: how many agree, and how far each is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.passes.view import PassesView
from congress_desk.ui.look import theme
from congress_desk.ui.parts.pass_words import bundle_sign, state_words
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

LIST_WIDTH, LIST_SHARE, LEAST_LIST = 250, 26, 190


class BundlesSide(QWidget):
    """The figures above the table; `current` is the bundle that is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._view: PassesView | None = None
        self._agreed, self._of_them = QLabel(), QLabel()
        theme.set_property(self._agreed, "role", "number")
        self._agreed.setObjectName("agreedBundles")
        theme.set_tone(self._of_them, "muted")
        self.table = DataTable(
            "passBundles", tr("Bundles"), RecordTableModel(self._columns()), long=(1,)
        )
        figures = row_of(self._agreed, (self._of_them, 1), spacing=10)
        column_in(self, figures, (self.table, 1), spacing=None)

    @property
    def current(self) -> BundlePasses | None:
        """Return the bundle that is looked at."""
        found: BundlePasses | None = self.table.current
        return found

    def show_view(self, view: PassesView, wanted: int) -> None:
        """Show the bundles; the one looked at stays, unless another is `wanted` by its number."""
        self._view = view
        self._agreed.setText(f"{view.agreed} / {len(view.bundles)}")
        words = tr("bundles agree")
        if view.differing:
            words = f"{words}\n" + tr("{count} to settle", count=len(view.differing))
        self._of_them.setText(words)
        self.table.show_records(view.bundles, same=lambda a, b: a.number == b.number)
        for row, bundle in enumerate(view.bundles):
            if bundle.number == wanted:
                self.table.select_row(row)

    def fit(self, width: int) -> None:
        """Take a share of the width of the page."""
        share = width * LIST_SHARE // 100
        self.setFixedWidth(min(theme.px(LIST_WIDTH), max(share, theme.px(LEAST_LIST))))

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(
                title=tr("Bundle"),
                text=lambda bundle: str(bundle.number),
                number=True,
                sign=bundle_sign,
                strong=lambda bundle: True,
            ),
            TableColumn(title=tr("State"), text=self._state_words),
        )

    def _state_words(self, bundle: BundlePasses) -> str:
        compared = self._view.compared.get(bundle.number) if self._view else None
        return state_words(bundle, compared)
