"""The way to the gate: open when nothing stands against it, else the reasons beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Bundle, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.i18n import finding_text, tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.pass_words import PASSES_COMPARED
from congress_desk.ui.widgets.layout.layouts import column_in

SHOWN = 1
UNBOUNDED = 16_777_215


def reasons_against(sheet: RoundSheet) -> list[str]:
    """Return why the result of a round cannot be declared yet."""
    if sheet.declared:
        return []
    if sheet.round.state is RoundState.CANCELLED:
        return [tr("this round was cancelled")]
    reasons = [finding_text(finding) for finding in sheet.blocking]
    if not reasons and sheet.result.outcome is RoundOutcome.INCOMPLETE:
        reasons.append(tr("the ballots entered are not all the ballots returned"))
    return reasons


def leads_to_comparison(sheet: RoundSheet) -> bool:
    """Say whether bundles are not agreed: they are settled where passes are compared."""
    return any(finding.code in PASSES_COMPARED for finding in sheet.blocking)


class DeclarePanel(QWidget):
    """Forecast, button and reasons; `why_not` is why the button is closed, "" while it is open.

    The link under it `leads` to the gate while that is shut too: no way round what the screen
    itself waits for. `wanted` names where to go: the gate, or where bundles that differ are
    settled.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.forecast = theme.label(tone="muted", name="forecast")
        self.button = theme.primary(QPushButton(tr("Declare the result…")))
        self.button.setObjectName("toGate")
        theme.set_property(self.button, "control", "tall")
        self.reasons = theme.label(tone="muted", name="declareReasons", wrap=True)
        self.compares = False
        self.look = QPushButton(tr("See what stands against it"))
        self.look.setObjectName("seeObstacles")
        self.look.setProperty("role", "link")
        column_in(self, self.forecast, self.button, self.reasons, self.look, spacing=4)
        self.button.clicked.connect(lambda: self.wanted.emit("gate"))
        self.look.clicked.connect(self._on_look)
        self.why_not = ""
        self.leads = False
        self._room = UNBOUNDED
        self.show_forecast(None)
        theme.changed.connect(self._on_theme_changed)

    def show_sheet(self, sheet: RoundSheet, waiting: bool, own: Sequence[str]) -> None:
        """Show whether the result can be declared.

        `waiting` are ballots not in the file yet, `own` the reasons of the screen itself.
        """
        if sheet.declared:
            self.button.setText(tr("See the result"))
        against = reasons_against(sheet)
        reasons = [*own, *against]
        self.why_not = _sentence(reasons)
        if waiting and not reasons:
            self.why_not = tr(
                "Not yet: {reason}", reason=tr("ballots are on their way to the file")
            )
        self.button.setEnabled(not self.why_not)
        self.reasons.setText(_sentence(reasons))
        self.reasons.setToolTip("\n".join(reasons))
        self.leads = bool(against)
        self._fit()
        self.compares = not own and leads_to_comparison(sheet)
        self.look.setText(
            tr("Compare the passes") if self.compares else tr("See what stands against it")
        )
        self.button.setAccessibleDescription(_sentence(reasons))
        self.button.setToolTip("\n".join(reasons))

    def show_station(self, bundles: Sequence[Bundle], waiting: bool, own: Sequence[str]) -> None:
        """Show whether the result of a station can be written: a bundle of it is full."""
        self.button.setText(tr("Write the station's result…"))
        reasons = list(own)
        if waiting and not own:
            reasons = [tr("ballots are on their way to the file")]
        begun = [bundle.number for bundle in bundles if bundle.taken != bundle.expected]
        open_words = tr("bundles that are not full: {bundles}", bundles=ranges_text(begun))
        if len(begun) == len(bundles) and not reasons:
            reasons = [open_words]
        self.why_not = tr("The result waits: {reason}", reason=reasons[0]) if reasons else ""
        left_out = tr("Not in the result yet: {reason}", reason=open_words) if begun else ""
        self.button.setEnabled(not reasons)
        self.button.setAccessibleDescription(self.why_not or left_out)
        self.reasons.setText(self.why_not or left_out)
        self._fit()

    def _on_look(self) -> None:
        self.wanted.emit("passes" if self.compares else "gate")

    def show_forecast(self, moment: datetime | None) -> None:
        """Show when the count will be done; None keeps the place empty."""
        text = tr("Done at about {time}", time=moment.strftime("%H:%M")) if moment else " "
        self.forecast.setText(text)

    def fit_in(self, height: int) -> None:
        """Leave the reasons to the button's tip and to the gate where they would cover the rest."""
        self._room = height
        self._fit()

    def _on_theme_changed(self) -> None:
        theme.when_dressed(self, self._fit)

    def _fit(self) -> None:
        """Keep the reasons whole: what stands above them scrolls."""
        self.reasons.setMinimumHeight(0)  # it would be part of what is needed
        needed = self.reasons.heightForWidth(self.width()) if self.reasons.text() else 0
        self.reasons.setMinimumHeight(max(needed, 0))
        forecast, button, look = (
            part.sizeHint().height() + theme.px(4)
            for part in (self.forecast, self.button, self.look)
        )
        left = self._room - button - look
        self.look.setVisible(self.leads and left >= 0)
        self.forecast.setVisible(forecast <= left)
        self.reasons.setVisible(bool(self.reasons.text()) and forecast + needed <= left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _sentence(reasons: Sequence[str]) -> str:
    if not reasons:
        return ""
    if len(reasons) == 1:
        return tr("Not yet: {reason}", reason=reasons[0])
    return tr("Not yet: {reason}; and {more} more", reason=reasons[0], more=len(reasons) - SHOWN)
