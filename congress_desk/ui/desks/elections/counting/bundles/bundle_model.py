"""The bundles of a round as rows: number, state, entered and expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Bundle
from congress_desk.i18n import grouped, tr
from congress_desk.ui.model_index import Index
from congress_desk.ui.parts.pass_words import (
    bundle_sign,
    pass_counts,
    pass_word,
    pile_sign,
    pile_words,
    who_and_when,
)
from congress_desk.ui.records.table_model import Sign


class BundleState(StrEnum):
    """How far a bundle is typed."""

    UNTOUCHED = "untouched"
    OPEN = "open"
    FULL = "full"
    OVER = "over"


class BundleRole(IntEnum):
    """Roles of a row beside the usual ones."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2
    STATE_WORD = Qt.ItemDataRole.UserRole + 3
    COUNTS = Qt.ItemDataRole.UserRole + 4
    IN_HAND = Qt.ItemDataRole.UserRole + 5
    SIGN = Qt.ItemDataRole.UserRole + 6
    CORNER = Qt.ItemDataRole.UserRole + 7


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One bundle; `in_hand` is the one being typed, `passes` is None in a round of one pass."""

    bundle: Bundle
    in_hand: bool
    passes: BundlePasses | None = None


def bundle_state(bundle: Bundle) -> BundleState:
    """Return how far a bundle is typed; without a number on its cover it is never full."""
    if bundle.expected is not None and bundle.taken > bundle.expected:
        return BundleState.OVER
    if bundle.expected is not None and bundle.taken == bundle.expected:
        return BundleState.FULL
    return BundleState.OPEN if bundle.taken else BundleState.UNTOUCHED


_SIGNS = {
    BundleState.UNTOUCHED: Sign(icon="circle", tone="muted"),
    BundleState.OPEN: Sign(icon="circle-dot", tone="look"),
    BundleState.FULL: Sign(icon="circle-check", tone="holds"),
    BundleState.OVER: Sign(icon="octagon-alert", tone="wrong"),
}
_AWAY = Sign(icon="log-out", tone="muted")
_IN_HAND = Sign(icon="circle-dot", tone="accent")


def row_sign(row: BundleRow) -> Sign:
    """Return the sign before a bundle."""
    if row.bundle.station:
        return _AWAY
    if row.passes is not None:
        return bundle_sign(row.passes)
    state = bundle_state(row.bundle)
    typed = row.in_hand and state in (BundleState.UNTOUCHED, BundleState.OPEN)
    return _IN_HAND if typed else _SIGNS[state]


def state_word(row: BundleRow) -> str:
    """Return the state in a word."""
    if row.bundle.station:
        return tr("at “{name}”", name=row.bundle.station)
    if row.passes is not None:
        return pass_word(row.passes)
    state = bundle_state(row.bundle)
    if row.bundle.by_totals:
        return tr("by tally sheet")
    if state is BundleState.FULL:
        return tr("full")
    if state is BundleState.OVER:
        return tr("too many")
    if row.in_hand:
        return tr("being typed")
    return tr("not full yet") if state is BundleState.OPEN else tr("not begun")


def counts_text(bundle: Bundle) -> str:
    """Return "16 / 25", or "15 + 1 / 25" with one aside; "?" while the cover says nothing."""
    expected = "?" if bundle.expected is None else grouped(bundle.expected)
    aside = f" + {bundle.waiting}" if bundle.waiting else ""
    return f"{grouped(bundle.entered)}{aside} / {expected}"


def row_counts(row: BundleRow) -> str:
    """Return what is entered and expected; of several passes nothing of a pass that is closed."""
    return counts_text(row.bundle) if row.passes is None else pass_counts(row.passes)


def row_tip(row: BundleRow) -> str:
    """Return everything about a bundle that a narrow row has no room for."""
    told = tr(
        "Bundle {bundle}, {state}, {counts}",
        bundle=row.bundle.number,
        state=state_word(row),
        counts=row_counts(row),
    )
    if row.passes is None:
        return told
    pile = pile_words(row.passes)
    return "\n".join((told, *((pile,) if pile else ()), *who_and_when(row.passes)))


class BundleListModel(QAbstractListModel):
    """Frozen rows, replaced as a whole; a row that changed is told, the others stay."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[BundleRow, ...] = ()

    def show(
        self,
        bundles: Sequence[Bundle],
        in_hand: int | None,
        passes: Sequence[BundlePasses] = (),
    ) -> None:
        """Show these bundles, one of them in hand; with their passes where there are several."""
        of_number = {each.number: each for each in passes}
        rows = tuple(
            BundleRow(bundle, bundle.number == in_hand, of_number.get(bundle.number))
            for bundle in bundles
        )
        if [row.bundle.number for row in rows] != [row.bundle.number for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, number: int) -> int:
        """Return the row of a bundle, -1 when there is none of this number."""
        numbers = [row.bundle.number for row in self._rows]
        return numbers.index(number) if number in numbers else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Bundle {bundle}", bundle=row.bundle.number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row_tip(row)
        return self._own_role(row, role)

    def _own_role(self, row: BundleRow, role: int) -> object:
        if role == BundleRole.NUMBER:
            return row.bundle.number
        if role == BundleRole.STATE:
            return bundle_state(row.bundle).value
        if role == BundleRole.STATE_WORD:
            return state_word(row)
        if role == BundleRole.COUNTS:
            return row_counts(row)
        if role == BundleRole.SIGN:
            return row_sign(row)
        if role == BundleRole.CORNER:
            return None if row.passes is None else pile_sign(row.passes)
        return row.in_hand if role == BundleRole.IN_HAND else None
