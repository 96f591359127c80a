"""Reading the help: a line to search by, back and forward, and the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from congress_desk.help.contents import section_about
from congress_desk.help.why import Why, why_lines
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.look import icons, theme
from congress_desk.ui.shell.help.help_browser import CONTENTS, HelpBrowser
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of, row_of

LONGEST = 80
TYPED_MS = 250


class HelpReader(QWidget):
    """`print_wanted` carries the name of the page shown; beside a dialog none is printed."""

    print_wanted = Signal(str)

    def __init__(self, *, printable: bool = True) -> None:
        super().__init__()
        self.browser = HelpBrowser()
        self.why = WhyBand()
        self.line = QLineEdit()
        self._back = _tool("chevron-left", tr("Back"), self.browser.backward)
        self._on = _tool("chevron-right", tr("Forward"), self.browser.forward)
        self._contents = _tool("list-ordered", tr("Contents"), self.show_contents)
        self._print = _tool(
            "printer", f"{tr('Print this page')} ({use_name('print')})", self._ask_to_print
        )
        self._lay_out()
        self._print.setVisible(printable)
        self.browser.backwardAvailable.connect(self._back.setEnabled)
        self.browser.forwardAvailable.connect(self._on.setEnabled)
        self.browser.sourceChanged.connect(lambda _: self._on_shown())
        self._back.setEnabled(False)
        self._on.setEnabled(False)
        # A page for each letter typed would fill the way back.
        self._typed = QTimer(self, interval=TYPED_MS, singleShot=True)
        self._typed.timeout.connect(self._find)
        self.line.textEdited.connect(lambda _: self._typed.start())
        self.line.returnPressed.connect(self._on_enter)
        add_use(self, "filter", self._to_line)
        if printable:
            add_use(self, "print", self._ask_to_print)

    def show_topic(self, topic: str, why: Why | None = None) -> None:
        """Show what explains a place ("counting") or a command, over it why that was refused."""
        self.why.explain(why)
        self.browser.show_section(section_about(topic).address)

    def show_contents(self) -> None:
        """Show the list of all pages."""
        self.browser.show_section(CONTENTS)

    def take_keyboard(self) -> None:
        """Let the arrow keys scroll the page."""
        self.browser.setFocus(Qt.FocusReason.PopupFocusReason)

    def _to_line(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _on_enter(self) -> None:
        self._typed.stop()
        self._find()
        self.take_keyboard()

    def _find(self) -> None:
        typed = self.line.text().strip()
        if typed:
            self.browser.show_found(typed)
        else:
            self.show_contents()

    def _on_shown(self) -> None:
        self._print.setEnabled(bool(self.browser.page_name))

    def _ask_to_print(self) -> None:
        if self.browser.page_name:
            self.print_wanted.emit(self.browser.page_name)

    def _lay_out(self) -> None:
        self.line.setObjectName("helpLine")
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(tr("Search the help, no accents needed"))
        self.line.setAccessibleName(tr("Search the help"))
        self.line.setToolTip(f"{tr('Search the help')} ({use_name('filter')})")
        row = row_of(self._back, self._on, self._contents, (self.line, 1), self._print, spacing=4)
        column_in(self, row, self.why, (self.browser, 1))


def _tool(icon: str, words: str, act: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(words)
    button.setToolTip(words)
    icons.set_icon(button, icon)
    button.clicked.connect(lambda: act())
    return button


class WhyBand(QFrame):
    """Hidden until a refusal is to be explained; goes away by its cross."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("whyBand")
        self.setProperty("role", "band")
        theme.set_tone(self, "look")
        self._lines = grid_of(across=12, down=4, wide=1)
        close = QToolButton()
        close.setAccessibleName(tr("Close"))
        close.setToolTip(tr("Close"))
        icons.set_icon(close, "x")
        close.clicked.connect(self.hide)
        head = theme.label(tr("Why can this not be done yet?"), "strong", wrap=True)
        top = QGridLayout()
        top.addWidget(head, 0, 0)
        top.addWidget(close, 0, 1, Qt.AlignmentFlag.AlignTop)
        top.setColumnStretch(0, 1)
        column_in(self, top, self._lines, spacing=4, margins=(12, 4, 4, 10))
        self.hide()

    def explain(self, why: Why | None) -> None:
        """Show what is missing, what to do, who can do it and the article; None hides it."""
        while (held := self._lines.takeAt(0)) is not None:
            if (label := held.widget()) is not None:
                label.deleteLater()
        lines = why_lines(why) if why is not None else ()
        for row, (caption, said) in enumerate(lines):
            self._lines.addWidget(_words(caption, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(_words(said), row, 1)
        self.setAccessibleName(" ".join(f"{caption}: {said}." for caption, said in lines))
        self.setVisible(bool(lines))


def _words(text: str, tone: str = "") -> QLabel:
    label = QLabel(
        text, wordWrap=not tone, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
    )
    if tone:
        theme.set_tone(label, tone)
    return label
