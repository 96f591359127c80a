"""The line above the register: what is typed filters at each key, three lists narrow it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QPushButton, QWidget

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.fields import kind_words, status_words
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.look import theme
from congress_desk.ui.records.tables.filter_line import FilterLine
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.layouts import row_of
from congress_desk.ui.widgets.layout.side_by_side import TALL, WIDE
from congress_desk.ui.widgets.layout.turning_row import stand_below

WIDEST_LIST, ROOM = 220, 820
ANY = "*"
VOTING, SAME_NAME = "voting", "same"


class FilterBar(QWidget):
    """`changed` at each key and choice; `left` when the keyboard is to go to the table."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._same: frozenset[int] = frozenset()
        self._voters: frozenset[int] = frozenset()
        self.line = FilterLine(
            "peopleFilter",
            tr("Filter the register"),
            tr("Name, code, number, delegation or position; no accents needed"),
        )
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.left.connect(self.left)
        self.kinds = self._make_list("kindFilter", tr("Kind"))
        self.statuses = self._make_list("statusFilter", tr("Status"))
        self.delegations = self._make_list("delegationFilter", tr("Delegation"))
        self.clear: QPushButton = make_button(
            tr("Show all"), self.show_all, name="clearFilter", icon="x", role="link"
        )
        self._lists, self._more = row_of(), row_of()
        lists = self._lists
        for each in (self.kinds, self.statuses, self.delegations):
            lists.addWidget(each, 1)
        lists.addWidget(self.clear)
        lists.addStretch(0)
        self._both = QBoxLayout(WIDE, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(theme.px(8))
        self._both.addWidget(self.line, 4)
        self._both.addLayout(lists, 6)
        self._both.addLayout(self._more)
        self._fill_fixed()
        self._tell()

    def show_view(self, view: PeopleView) -> None:
        """Offer the delegations of the register; what is chosen stays."""
        named = [(name, name) for name in view.values("delegation")]
        if any(not person.delegation for person in view.people):
            named.append((tr("(no delegation)"), ""))
        self._same, self._voters = frozenset(view.same), view.voters
        _fill(self.delegations, tr("All delegations"), named)

    @property
    def active(self) -> bool:
        """Say whether anybody may be left out."""
        lists = (self.kinds, self.statuses, self.delegations)
        return bool(self.line.text().strip()) or any(each.currentData() != ANY for each in lists)

    def keeping(self) -> Callable[[Person], bool] | None:
        """Return what the lists keep, None when they keep everybody."""
        kind, status = self.kinds.currentData(), self.statuses.currentData()
        delegation = self.delegations.currentData()
        same, voters = self._same, self._voters
        checks: list[Callable[[Person], bool]] = []
        if kind == VOTING:
            checks.append(lambda p: p.id in voters)
        elif kind == SAME_NAME:
            checks.append(lambda p: p.id in same)
        elif kind != ANY:
            checks.append(lambda p: p.kind == kind)
        if status != ANY:
            checks.append(lambda p: p.status == status)
        if delegation != ANY:
            checks.append(lambda p: p.delegation == delegation)
        return (lambda p: all(check(p) for check in checks)) if checks else None

    def show_all(self) -> None:
        """Take every filter off."""
        for each in (self.kinds, self.statuses, self.delegations):
            each.setCurrentIndex(0)
        self.line.clear()
        self.line.setFocus()

    def _fill_fixed(self) -> None:
        kinds: list[tuple[str, Any]] = [(tr("With a vote"), VOTING), (tr("Same name"), SAME_NAME)]
        kinds += [(kind_words(kind), kind.value) for kind in PersonKind]
        _fill(self.kinds, tr("All kinds"), kinds)
        _fill(self.statuses, tr("All statuses"), [(status_words(s), s.value) for s in Status])
        _fill(self.delegations, tr("All delegations"), [])

    def _make_list(self, name: str, title: str) -> QComboBox:
        made = ChoiceBox()
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setMaximumWidth(theme.px(WIDEST_LIST))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(6)
        made.currentIndexChanged.connect(self._on_chosen)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._both.setDirection(WIDE if width >= theme.px(ROOM) else TALL)
        last = ((self.delegations, 1), (self.clear, 0))
        stand_below(last, self._lists, self._more, at=2, room=width)

    def _on_chosen(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.clear.setEnabled(self.active)


def _fill(made: QComboBox, everything: str, choices: list[tuple[str, Any]]) -> None:
    """Offer choices under “all”; the one chosen stays chosen where it is still there."""
    before = made.currentData()
    wanted = [(everything, ANY), *choices]
    if [(made.itemText(i), made.itemData(i)) for i in range(made.count())] == wanted:
        return
    made.blockSignals(True)
    made.clear()
    for words, value in wanted:
        made.addItem(words, value)
    made.setCurrentIndex(max(made.findData(before), 0))
    made.blockSignals(False)
