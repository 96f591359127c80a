"""The title of the counting screen: what is elected, by which rules, and the few switches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from congress_desk.domain.elections.candidate_list import Surplus
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import label, tr, with_decimal_mark
from congress_desk.keys.names import use_name
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.elided_label import ElidedLabel


def round_title(sheet: RoundSheet) -> str:
    """Return what is elected and in which round."""
    return tr(
        "{election} · round {number}", election=sheet.election.title, number=sheet.round.number
    )


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
    if surplus.number <= 0:
        return tr("{seats} to elect from {names} · no surplus · {marking} · {article}", **parts)
    return tr(
        "{seats} to elect from {names} · surplus {share}% · {marking} · {article}",
        share=share,
        **parts,
    )


class TitleRow(QWidget):
    """Back, title, and switches for totals, sounds and help."""

    back = Signal()
    totals_switched = Signal()
    help_switched = Signal()
    muted = Signal(bool)

    def __init__(self, sheet: RoundSheet, muted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = _tool("arrow-left", tr("Back to the election"))
        back.setObjectName("backButton")
        back.clicked.connect(self.back)
        self.totals = _tool("list-ordered", _keyed(tr("Running totals"), "totals"), checkable=True)
        self.totals.setObjectName("totalsButton")
        self.totals.clicked.connect(self.totals_switched)
        self.sound = _tool("volume-2", _keyed(tr("Sounds"), "sounds"), checkable=True)
        self.sound.setObjectName("soundButton")
        self.sound.setChecked(not muted)
        self.sound.toggled.connect(lambda on: self.muted.emit(not on))
        self.help = _tool("keyboard", _keyed(tr("Keys"), "keys"), checkable=True)
        self.help.setObjectName("helpButton")
        self.help.clicked.connect(self.help_switched)
        self._heading = ElidedLabel(round_title(sheet), Qt.TextElideMode.ElideMiddle)
        self._heading.setProperty("role", "heading")
        subtitle = ElidedLabel(round_subtitle(sheet))
        subtitle.setProperty("role", "subtitle")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._heading)
        texts.addWidget(subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        for tool in (self.totals, self.sound, self.help):
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)

    def show_page(self, *, totals: bool, keys: bool) -> None:
        """Show which panel of the right column is open."""
        self.totals.setChecked(totals)
        self.help.setChecked(keys)


def _tool(name: str, text: str, *, checkable: bool = False) -> QToolButton:
    tool = QToolButton()
    tool.setToolTip(text)
    tool.setAccessibleName(text)
    tool.setCheckable(checkable)
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    icons.set_icon(tool, name, "muted", 20)
    return tool


def _keyed(words: str, use: str) -> str:
    return tr("{words} ({key})", words=words, key=use_name(use))
