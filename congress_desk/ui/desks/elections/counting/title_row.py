"""The title of the counting screen: what is elected, by which rules, and the few switches."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.i18n import label, tr, with_decimal_mark
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import icons, sounds, theme
from congress_desk.ui.parts.election_words import title_of_part
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_of, row_in, row_of

# What the arrow and the switches take, in unscaled pixels.
TOOLS = 180


def round_title(sheet: RoundSheet) -> str:
    """Return what is elected and in which round; of a recount that it is one."""
    number, election = sheet.round.number, title_of_part(sheet.election.title, sheet.round.part)
    if sheet.round.is_recount:
        return tr("{election} · recount of round {number}", election=election, number=number)
    return tr("{election} · round {number}", election=election, number=number)


def station_title(sheet: RoundSheet, order: StationOrder) -> str:
    """Return which station this is, and what it enters or settles."""
    words: dict[str, str | int] = {
        "station": order.name,
        "election": sheet.election.title,
        "number": order.vote,
    }
    if order.settles:
        return tr("{station} · settling · {election} · round {number}", **words)
    return tr("{station} · {election} · round {number}", **words)


def round_subtitle(sheet: RoundSheet) -> str:
    """Return seats, list, surplus, how the paper is marked, and the article."""
    names, seats = len(sheet.round.candidates), sheet.round.seats
    surplus = Surplus(candidates=names, seats=seats, kind=sheet.election.kind)
    share = with_decimal_mark(surplus.percent)
    parts: dict[str, str | int] = {
        "seats": seats,
        "names": names,
        "marking": label("mark_mode", sheet.round.mode.value),
        "article": sheet.congress.rules.article("ballot"),
    }
    if sheet.round.mode is MarkMode.CUMULATIVE:
        return tr("{seats} to elect from {names} · {marking} · {article}", **parts)
    if surplus.number <= 0:
        return tr("{seats} to elect from {names} · no surplus · {marking} · {article}", **parts)
    return tr(
        "{seats} to elect from {names} · surplus {share}% · {marking} · {article}",
        share=share,
        **parts,
    )


class TitleRow(QWidget):
    """Back, title, and switches for totals, sounds and help."""

    muted = Signal(bool)

    def __init__(self, sheet: RoundSheet, muted: bool, station: StationOrder | None = None) -> None:
        super().__init__()
        self._one_line = False
        self.leave = _tool("backButton", "arrow-left")
        self.totals = _tool("totalsButton", "list-ordered", checkable=True)
        self.sound = _tool("soundButton", "volume-2", checkable=True)
        self.sound.setChecked(not muted)
        self.sound.toggled.connect(lambda on: self.muted.emit(not on))
        sounds.switch.changed.connect(self.sound.setChecked)
        self.help = _tool("helpButton", "keyboard", checkable=True)
        said = tr("{words} ({key})", words=tr("Keys"), key=use_name("help"))
        self.help.setToolTip(said)
        self.help.setAccessibleName(said)
        self._heading = ElidedLabel(
            station_title(sheet, station) if station else round_title(sheet),
            Qt.TextElideMode.ElideMiddle,
        )
        self._heading.setProperty("role", "heading")
        self._subtitle = ElidedLabel(round_subtitle(sheet), role="subtitle")
        texts = column_of(self._heading, self._subtitle, spacing=0)
        row = row_in(self)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.beside = row_of()
        row.addLayout(self.beside)
        for tool in (self.totals, self.sound, self.help):
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)

    def be_low(self, low: bool, *, one_line: bool = False) -> None:
        """Say seats and marking by the title's tip where the height is the paper's.

        `one_line`: the height is so little that a title of several lines would leave it none.
        """
        self._one_line = one_line
        self._subtitle.setVisible(not low)
        title, told = self._heading.whole, self._subtitle.whole
        self._heading.setToolTip(f"{title}\n{told}" if low else title)

    def bind(self, commands: Commands) -> None:
        """Let the buttons do and say what the commands of the screen do and say."""
        for tool, name in ((self.leave, "leave"), (self.totals, "totals"), (self.sound, "sounds")):
            commands.bind_button(tool, name)
        self.leave.clicked.connect(partial(commands.run, "leave"))
        self.totals.clicked.connect(partial(commands.run, "totals"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - theme.px(TOOLS)
        large = QFontMetrics(theme.font("page", bold=True)).horizontalAdvance(self._heading.whole)
        theme.set_property(self._heading, "length", "small" if large > room else "")
        # Elections of one congress begin and end with the same words: the middle tells them apart.
        long = self._heading.sizeHint().width() > room
        if long:
            theme.set_property(self._heading, "length", "long")
        self._heading.setWordWrap(long and not self._one_line)
        self._subtitle.setWordWrap(self._subtitle.sizeHint().width() > room)

    def show_page(self, *, totals: bool, keys: bool) -> None:
        """Show which panel of the right column is open."""
        self.totals.setChecked(totals)
        self.help.setChecked(keys)


def _tool(name: str, icon: str, *, checkable: bool = False) -> QToolButton:
    tool = QToolButton()
    tool.setObjectName(name)
    tool.setCheckable(checkable)
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    icons.set_icon(tool, icon, "muted", 20)
    return tool
