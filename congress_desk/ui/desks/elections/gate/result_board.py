"""The result that would be declared: who is elected first and large, every name whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.elections.result import CandidateOutcome, CandidateResult, RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.gate.board_plan import GAP, BoardPlan, board_plan
from congress_desk.ui.desks.elections.result.words import (
    base_words,
    headline_number,
    headline_words,
    outcome_label,
    outcome_sign,
    percent_text,
)
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.layout.side_by_side import TALL, WIDE

_ORDER = (
    CandidateOutcome.ELECTED,
    CandidateOutcome.TIED,
    CandidateOutcome.MAJORITY_NOT_PLACED,
    CandidateOutcome.NO_MAJORITY,
)
_HEADLINE, _HEADLINE_WIDE = 110, 66
_HEAD_WIDTH = 640
_TIGHT_ROW = 20
_ACROSS = 8
_SCROLL_BAR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """Candidates of one outcome from high to low; `first` is the rank of the first of them."""

    outcome: CandidateOutcome
    words: str
    members: tuple[CandidateResult, ...]


def name_groups(sheet: RoundSheet) -> tuple[NameGroup, ...]:
    """Return the candidates by outcome, the elected first."""
    ranked = sheet.result.by_votes
    groups = (
        NameGroup(
            outcome=outcome,
            words=outcome_label(outcome, sheet.result.majority),
            members=tuple(c for c in ranked if c.outcome is outcome),
        )
        for outcome in _ORDER
    )
    return tuple(group for group in groups if group.members)


class ResultBoard(QWidget):
    """Headline, ground of the decision and the names; `show_room` says what height is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("resultBoard")
        self._groups: tuple[NameGroup, ...] = ()
        self._laid_out: tuple[BoardPlan, int] | None = None
        self._room = 0
        self._number = theme.label("", "number")
        self._symbol = QLabel()
        self._words = theme.label("", "section")
        self._ground = theme.subtitle()
        for part in (self._words, self._ground):
            part.setWordWrap(True)
            part.setTextFormat(Qt.TextFormat.PlainText)
        headline = row_of(self._number, self._symbol, (self._words, 1), spacing=12)
        self._head = QBoxLayout(TALL)
        self._head.setSpacing(theme.px(4))
        self._head.addLayout(headline, 1)
        self._head.addWidget(self._ground, 1)
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        column_in(self, self._head, self._names, None, spacing=4)
        theme.changed.connect(self._lay_out_anew)

    @property
    def headline(self) -> str:
        return f"{self._number.text()} · {self._words.text()}"

    @property
    def ground(self) -> str:
        return self._ground.text()

    def names(self) -> list[QLabel]:
        """Return the labels of the names, elected first."""
        return [part for part in self.findChildren(QLabel) if part.property("part") == "name"]

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show what declaring this round would say."""
        sign = outcome_sign(sheet.result.outcome)
        self._number.setText(headline_number(sheet))
        self._words.setText(headline_words(sheet))
        theme.set_tone(self._words, sign.tone)
        self._symbol.setPixmap(icons.pixmap(sign.icon, sign.tone, 24))
        void = sheet.result.outcome is RoundOutcome.VOID
        # What a void round brings stands over the board already.
        self._ground.setText("" if void else base_words(sheet))
        self._ground.setVisible(not void)
        self._groups = () if void else name_groups(sheet)
        self._lay_out_anew()

    def show_room(self, height: int) -> None:
        """Say how much height is in sight: names are as large as it allows."""
        if height != self._room:
            self._room = height
            self._lay_out()

    def _lay_out_anew(self) -> None:
        self._laid_out = None
        self._lay_out()

    def _lay_out(self) -> None:
        scale = theme.scale() / 100
        measure = QFontMetricsF(theme.font("section", bold=True))
        em = theme.px(18)
        ems = [measure.horizontalAdvance(c.name) / em for g in self._groups for c in g.members]
        width = self._steady_width()
        plan = board_plan(
            ems,
            [len(group.members) for group in self._groups],
            width / scale,
            max(self._room / scale - self._arrange_head(), 200),
        )
        if self._laid_out == (plan, width):
            return
        self._laid_out = plan, width
        clear_layout(self._names)
        size, small = theme.px(plan.type_size), theme.px(max(plan.type_size - 4, 12))
        self.setStyleSheet(
            f'QLabel[part="name"], QLabel[part="votes"] {{ font-size: {size}px; }}'
            f' QLabel[part="rank"], QLabel[part="share"] {{ font-size: {small}px; }}'
        )
        rank = 1
        for group in self._groups:
            self._names.addWidget(_group_title(group, plan))
            self._names.addLayout(_grid(group, plan, rank, width))
            rank += len(group.members)

    def _steady_width(self) -> int:
        """Return the width to lay out for: a scroll bar that goes again changes nothing.

        Names laid out for the width without it may need it, those for the width beside it not.
        """
        width = self.width()
        before = self._laid_out[1] if self._laid_out else width
        return before if before <= width <= before + theme.px(_SCROLL_BAR) else width

    def _arrange_head(self) -> int:
        """Put headline and ground beside each other where there is room; return their height."""
        wide = self.width() >= theme.px(_HEAD_WIDTH)
        self._head.setDirection(WIDE if wide else TALL)
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._ground.setAlignment(beside if wide else Qt.AlignmentFlag.AlignLeft)
        return _HEADLINE_WIDE if wide else _HEADLINE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()


def _group_title(group: NameGroup, plan: BoardPlan) -> QLabel:
    words = group.words
    title = theme.caption(
        tr("{outcome} · {count}", outcome=words[:1].upper() + words[1:], count=len(group.members))
    )
    above = 10 if plan.row > _TIGHT_ROW else 3
    title.setContentsMargins(0, theme.px(above), 0, theme.px(2))
    return title


def _grid(group: NameGroup, plan: BoardPlan, first: int, width: int) -> QGridLayout:
    grid = grid_of(across=_ACROSS, down=0)
    parts = 5
    rows = -(-len(group.members) // plan.columns)
    for index, cells in enumerate(_cells(group, plan, first, width)):
        column, row = divmod(index, rows)
        for part, cell in enumerate(cells):
            grid.addWidget(cell, row, column * parts + part)
        grid.setRowMinimumHeight(row, theme.px(plan.row))
    for column in range(plan.columns):
        grid.setColumnStretch(column * parts + 1, 1)
        if column:
            grid.setColumnMinimumWidth(column * parts - 1, theme.px(GAP - _ACROSS))
    for column in range(plan.columns):
        grid.setColumnMinimumWidth(column * parts, theme.px(plan.type_size * 2))
    return grid


def _cells(group: NameGroup, plan: BoardPlan, first: int, width: int) -> Iterator[Sequence[QLabel]]:
    elected = group.outcome is CandidateOutcome.ELECTED
    room = _name_room(group, plan, width)
    for rank, candidate in enumerate(group.members, start=first):
        name = _label(candidate.name, "name", strong=elected)
        _give_lines(name, plan, room, strong=elected)
        votes = _label(str(candidate.votes), "votes", strong=True, right=True)
        cells = [_label(str(rank), "rank", muted=True, right=True), name, votes]
        if plan.shares:
            share = tr("{percent}%", percent=percent_text(candidate.percent))
            cells.append(_label(share, "share", muted=True, right=True))
        yield cells


def _name_room(group: NameGroup, plan: BoardPlan, width: int) -> int:
    """Return the width in pixels that the grid leaves to a name, which the plan but estimates."""
    votes = _metrics(plan.type_size, strong=True)
    beside = [theme.px(plan.type_size * 2), max(_widths(votes, (c.votes for c in group.members)))]
    if plan.shares:
        small = _metrics(max(plan.type_size - 4, 12))
        shares = (percent_text(c.percent) + "%" for c in group.members)
        beside.append(max(_widths(small, shares)))
    column = (width - theme.px(GAP) * (plan.columns - 1)) // plan.columns
    return column - sum(beside) - theme.px(_ACROSS) * len(beside)


def _widths(measure: QFontMetrics, values: Iterable[object]) -> Iterator[int]:
    return (measure.horizontalAdvance(str(value)) for value in values)


def _metrics(size: int, *, strong: bool = False) -> QFontMetrics:
    font = theme.font("section", bold=strong)
    font.setPixelSize(theme.px(size))
    return QFontMetrics(font)


def _give_lines(name: QLabel, plan: BoardPlan, room: int, *, strong: bool) -> None:
    """Let a name that is wider than its column take as many lines as it needs.

    A name never makes the board wider than what is in sight of it.
    """
    name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    measure = _metrics(plan.type_size, strong=strong)
    if measure.horizontalAdvance(name.text()) > room:
        name.setWordWrap(True)
        wrapped = measure.boundingRect(
            0, 0, max(room, 1), 10_000, Qt.TextFlag.TextWordWrap, name.text()
        )
        name.setMinimumHeight(wrapped.height())
        name.setMinimumWidth(max(map(measure.horizontalAdvance, name.text().split())))


def _label(
    text: str, part: str, *, strong: bool = False, muted: bool = False, right: bool = False
) -> QLabel:
    made = QLabel(text)
    made.setProperty("part", part)
    if strong:
        made.setProperty("role", "strong")
    if muted:
        made.setProperty("tone", "muted")
    if right:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
