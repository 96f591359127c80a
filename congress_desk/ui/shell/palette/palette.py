"""The palette over the window: what to do, where to go, what is found; by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from congress_desk.i18n import tr
from congress_desk.keys.names import keys_name
from congress_desk.keys.uses import keys_of
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.look import icons, theme
from congress_desk.ui.shell.palette.palette_line import PaletteLine, answering
from congress_desk.ui.shell.palette.palette_list import PaletteList
from congress_desk.ui.shell.palette.palette_sources import (
    code_lines,
    command_lines,
    help_lines,
    place_lines,
    record_lines,
)
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow
    from congress_desk.ui.shell.palette.found_records import FoundRecord

NAME = "commandPalette"
WIDTH, TOP, HEIGHT, PAGE = 664, 88, 560, 8
DIMNESS = 110
LONGEST = 120
_STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE,
}  # fmt: skip


class Palette(QWidget):
    """Covers its window; Enter does the chosen line, Esc or a click beside it closes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before = QApplication.focusWidget()
        self._lines: tuple[PaletteLine, ...] = ()
        self._found: tuple[PaletteLine, ...] = ()
        self.setObjectName(NAME)
        self.setAccessibleName(tr("Find what to do"))
        self.line, self.list = QLineEdit(), PaletteList(self)
        self._count = QLabel()
        self._lay_out()
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _: self._show_answers())
        self.list.clicked.connect(lambda _: self._run())
        window.installEventFilter(self)
        window.language_changed.connect(self.close)
        self._handing_on = False

    @staticmethod
    def switch(window: MainWindow) -> None:
        """Open the palette, or close it when it is open."""
        shown = window.findChild(Palette, NAME)
        if shown is not None and shown.isVisible():
            shown.close()
        else:
            Palette(window).open()

    def open(self) -> None:
        """Show what can be done here; what is in the congress comes as soon as it is read."""
        workspace = self._window.workspace
        self._lines = (*command_lines(self._window), *help_lines(self._window))
        if workspace is not None and self._window.session is not None:
            from congress_desk.ui.shell.palette.found_records import palette_records

            self._lines += tuple(place_lines(workspace))
            self._window.session.ask(palette_records, done=self._on_records)
        self._show_answers()
        self._fit()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_records(self, records: tuple[FoundRecord, ...]) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            self._found = record_lines(workspace, records)
            if self.line.text().strip():
                self._show_answers()

    def _show_answers(self) -> None:
        typed = self.line.text()
        workspace = self._window.workspace
        codes = code_lines(workspace, typed) if workspace is not None else ()
        found = (*answering((*self._lines, *self._found), typed), *codes)
        self.list.show_lines(found, typed)
        words = tr("{count} found", count=len(found)) if found else tr("Nothing has this name")
        self._count.setText(words)

    def _run(self) -> None:
        """Do the chosen line with the keyboard back where it was; a refused one is explained."""
        chosen = self.list.chosen
        if chosen is not None:
            self.close()
            QTimer.singleShot(0, self._window, chosen.act)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(theme.px(WIDTH), self.width() - theme.px(32))
        top = min(theme.px(TOP), self.height() // 8)
        height = min(theme.px(HEIGHT), self.height() - top - theme.px(16))
        self._card.setGeometry((self.width() - width) // 2, top, width, height)

    def _lay_out(self) -> None:
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        sign = QLabel()
        sign.setPixmap(icons.pixmap("search", "muted", 22))
        self.line.setObjectName("paletteLine")
        self.line.setProperty("role", "palette")
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(tr("Find what to do"))
        self.line.setPlaceholderText(tr("What to do, a desk, a name…"))
        hint = theme.label(tr("no accents needed"), tone="muted")
        top = row_of(sign, (self.line, 1), hint, spacing=12, margins=(24, 12, 24, 12))
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(10))
        keys = theme.label(_foot_words(), tone="muted")
        theme.set_tone(self._count, "muted")
        foot.addWidget(keys, 1)
        foot.addWidget(self._count)
        column_in(self._card, top, _rule(), (self.list, 1), _rule(), foot, spacing=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fit()
        if watched is self.line and event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._close_when_left)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return watched is self.line and self._on_key(event)
        return super().eventFilter(watched, event)

    def _close_when_left(self) -> None:
        holder = QApplication.focusWidget()
        if self.isVisible() and holder is not None and not self.isAncestorOf(holder):
            self._before = holder
            self.close()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = _STEPS[key]
            (self.list.step if abs(step) == 1 else self.list.step_page)(step)
        elif is_pressed(event, "back"):
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._run()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.list.step(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is typed over the palette is for its line; what the line leaves is for nobody.
        if self._handing_on or self._on_key(event):
            return
        self._handing_on = True
        QApplication.sendEvent(self.line, event)
        self._handing_on = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, DIMNESS))
        painter.end()

    def close(self) -> bool:
        """Go away, the keyboard back where it was."""
        if self.isVisible():
            self.hide()
            self.setObjectName("")
            self._window.removeEventFilter(self)
            if self._before is not None and isValid(self._before) and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self.deleteLater()
        return True


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule


def _foot_words() -> str:
    return tr(
        "{arrows} choose · {enter} do it · {esc} close",
        arrows="↑ ↓",
        enter=keys_name(keys_of("go_on")),
        esc=keys_name(keys_of("back")),
    )
