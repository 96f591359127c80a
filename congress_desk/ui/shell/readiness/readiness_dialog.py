"""Each thing that must be ready: how it stands, how to mend it, and the way there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from congress_desk.domain.readiness.checks import Readiness, ReadyCheck
from congress_desk.domain.readiness.facts import WindowFacts
from congress_desk.errors import Refusal
from congress_desk.i18n import message, tr
from congress_desk.papers import make_paper, write_paper
from congress_desk.papers.paper import Draft, PaperChoices
from congress_desk.papers.readiness import readiness_of, readiness_paper
from congress_desk.reports.readiness.report import check_words
from congress_desk.settings import documents_folder
from congress_desk.ui.background import Background
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.look import icons, theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.layouts import grid_in, parts_in_order
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.notice import Notice

_WIDTH, _HEIGHT = 860, 640
_SIGNS = {
    Readiness.OK: ("circle-check", "holds"),
    Readiness.LOOK: ("eye", "look"),
    Readiness.WRONG: ("circle-x", "wrong"),
}
_FIRST = (Readiness.WRONG, Readiness.LOOK, Readiness.OK)


class ReadinessDialog(QDialog):
    """`place_wanted` carries the DeskPlace where something is mended."""

    place_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        messages: Messages,
        background: Background,
        facts: Callable[[], WindowFacts],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readiness")
        self.setWindowTitle(tr("Is everything ready?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._messages = session, messages
        self._background, self._facts = background, facts
        self.whole = theme.section()
        self.whole.setObjectName("readinessWhole")
        self.notice = Notice()
        self.notice.hide()
        self._lines = QWidget()
        self._grid = grid_in(self._lines, across=12, down=8, wide=1, margins=None)
        self.again = make_button(tr("Look again"), self.look, name="lookAgain")
        self.print = make_button(
            tr("Print the report…"), self._on_print, name="printReadiness", icon="printer"
        )
        self.close_button = make_button(tr("Close"), self.reject, name="closeReadiness")
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.px(16)] * 4)
        page.setSpacing(theme.px(12))
        page.addWidget(self.whole)
        page.addWidget(scrolled(self._lines, read_as=self.windowTitle()), 1)
        page.addWidget(self.notice)
        page.addLayout(button_row(None, self.again, self.print, self.close_button))
        be_large(self, _WIDTH, _HEIGHT)
        self.look()

    def look(self) -> None:
        """Look at everything again."""
        self._session.ask(readiness_of, self._facts(), done=self._show)

    def _show(self, checks: tuple[ReadyCheck, ...]) -> None:
        for old in self._lines.findChildren(QWidget):
            old.deleteLater()
        ordered = sorted(checks, key=lambda check: _FIRST.index(check.state))
        self.whole.setText(whole_words(checks))
        for row, check in enumerate(ordered):
            self._add(row, check)
        self._grid.setRowStretch(len(ordered), 1)
        for before, after in pairwise((*parts_in_order(self._grid), self.again, self.print)):
            self.setTabOrder(before, after)

    def _add(self, row: int, check: ReadyCheck) -> None:
        icon, tone = _SIGNS[check.state]
        words, mend = check_words(check)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(icon, tone, 18))
        sign.setAccessibleName(message(f"ready_state.{check.state.value}"))
        text = theme.label(
            f"{words}\n{mend}" if mend else words,
            tone="" if check.state is Readiness.OK else tone,
            wrap=True,
        )
        self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        if check.desk:
            button = make_button(tr("Go there"), partial(self._go, check), role="link")
            button.setAccessibleName(tr("Go there") + f": {words}")
            button.setObjectName(f"mend_{check.code}")
            self._grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)

    def _go(self, check: ReadyCheck) -> None:
        self.accept()
        self.place_wanted.emit(DeskPlace(desk=check.desk, record=check.record, part=check.part))

    def _on_print(self) -> None:
        paper = readiness_paper()
        target = documents_folder() / paper.file_name
        title, filters = tr("Where to keep the report"), "PDF (*.pdf);;DOCX (*.docx)"
        self._messages.save_file(self, title, target, filters, self._make)

    def _make(self, path: Path) -> None:
        choices = PaperChoices(window=self._facts())
        self._session.ask(make_paper, readiness_paper(), choices, done=partial(self._write, path))

    def _write(self, path: Path, draft: Draft) -> None:
        def on_written(refusal: Refusal | None) -> None:
            if refusal:
                self.notice.say_problems(refusal.problems)
            else:
                self.notice.say("holds", tr("The report is in {path}", path=str(path)))

        self._background.run(partial(write_paper, draft, path), on_written)


def whole_words(checks: tuple[ReadyCheck, ...]) -> str:
    """Say how things stand as a whole."""
    counts = Counter(check.state for check in checks)
    parts = []
    if counts[Readiness.WRONG]:
        parts.append(tr("{count} wrong: mend these first", count=counts[Readiness.WRONG]))
    if counts[Readiness.LOOK]:
        parts.append(tr("{count} to look at", count=counts[Readiness.LOOK]))
    return " · ".join(parts) or tr("Everything is ready.")
