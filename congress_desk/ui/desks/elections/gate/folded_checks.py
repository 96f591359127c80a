"""The checks beside the result: folded to "5 / 5 hold", open only where one does not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import article_said, tr
from congress_desk.ui.desks.elections.gate.check_words import (
    check_remark,
    check_sentence,
    check_sign,
)
from congress_desk.ui.desks.elections.gate.checks import Check, CheckState, checks
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow


class FoldedChecks(QWidget):
    """Two lines that unfold: what holds, and what needs a look or was let stand."""

    def __init__(self) -> None:
        super().__init__()
        self.holding = _Fold("holdingChecks")
        self.noted = _Fold("notedChecks")
        column_in(self, theme.caption(tr("Checks")), self.holding, self.noted, spacing=2)

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show how the sums of a round stand."""
        found = checks(sheet)
        holding = [check for check in found if check.state is CheckState.HOLDS]
        wrong = [check for check in found if check.state is CheckState.WRONG]
        noted = [check for check in found if check not in holding and check not in wrong]
        numbers = {"holding": len(holding), "all": len(holding) + len(wrong)}
        self.holding.show_checks(tr("{holding} / {all} sums hold", **numbers), "holds", holding)
        self.noted.setVisible(bool(noted))
        self.noted.show_checks(tr("{count} to review", count=len(noted)), "look", noted)


class _Fold(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.button: QPushButton = make_button("", self._turn, name=name, role="link")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._inside = QWidget()
        self._inside.setLayout(self._lines)
        self._lines.setContentsMargins(theme.px(12), 0, 0, theme.px(6))
        self._tone, self._words = "holds", ""
        column_in(self, self.button, self._inside, spacing=0)
        self._inside.hide()

    @property
    def is_open(self) -> bool:
        return not self._inside.isHidden()

    def show_checks(self, words: str, tone: str, found: Sequence[Check]) -> None:
        self._tone, self._words = tone, words
        clear_layout(self._lines)
        for check in found:
            row = StateRow()
            sentence, remark = check_sentence(check), check_remark(check)
            text = f"{sentence} — {remark}" if remark else sentence
            row.show_state(check_sign(check).tone, text, article_said(check.article))
            self._lines.addWidget(row)
        self._dress()

    def _turn(self) -> None:
        self._inside.setVisible(not self.is_open)
        self._dress()

    def _dress(self) -> None:
        shut = tr("{words}  ›", words=self._words)
        self.button.setText(tr("{words}  ⌄", words=self._words) if self.is_open else shut)
        self.button.setAccessibleDescription(tr("open") if self.is_open else tr("folded"))
        icon = "circle-check" if self._tone == "holds" else "triangle-alert"
        icons.set_icon(self.button, icon, self._tone, 18)
