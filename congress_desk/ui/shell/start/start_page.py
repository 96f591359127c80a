"""The first page: open a congress, make one from a workbook, or look at the example."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.settings import SettingsStore
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.look import icons, theme
from congress_desk.ui.messages import open_folder
from congress_desk.ui.shell.start.choice_button import ChoiceButton
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, grid_in, row_in, row_of
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.notice import Notice

PATH = Qt.ItemDataRole.UserRole
MISSING = Qt.ItemDataRole.UserRole + 1
LINES, LINE, ROOM = 3, 52, 12
# A new congress in this order; the step in the middle is done in Excel.
_STEPS = (
    (
        "get_template",
        "download",
        "1. Get the empty workbook…",
        "Sheets for the people, the programme, the duties and the elections",
    ),
    (
        "new_from_workbook",
        "file-spreadsheet",
        "3. Make the congress from the workbook…",
        "Mistakes are named by sheet and row; nothing is half made",
    ),
)
_FILLING = "2. Fill it in Excel; save it, come back here"
_OTHERS = (
    ("open_file", "folder-open", "Open a congress…", "Go on with a .congress file"),
    ("new_empty", "file-plus", "New, empty…", "Type the details yourself"),
)
# What is learnt before the day, the shortest first.
_PRACTICE = (
    (
        "first_congress",
        "flag",
        "The first congress in ten minutes",
        "One small election, led step by step to its minutes",
    ),
    (
        "drill",
        "keyboard",
        "Practise typing ballots…",
        "Ballots with known answers: learn the keys, then against the clock",
    ),
    (
        "open_example",
        "graduation-cap",
        "Example congress…",
        "Of 21, 120 or 348, in the middle of its work, to try things on",
    ),
    (
        "new_rehearsal",
        "layers",
        "Rehearse…",
        "With the real lists; nothing of it counts",
    ),
)


class StartPage(QWidget):
    """`wanted` carries the name of an act, `path_chosen` a recent file; `notice` tells refusals."""

    wanted = Signal(str)
    path_chosen = Signal(object)

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._settings = settings
        # First what holds the others: a part that moves to another parent is styled anew.
        self._page = self._make_page()
        self.notice = Notice(self._page)
        self.recent = RecentList(self._page)
        self.recent.chosen.connect(self.path_chosen)
        self.recent.removed.connect(self._forget)
        self.recent.currentRowChanged.connect(lambda _: self._show_buttons())
        self._lately = theme.section(tr("Recent files"))
        self._progress = QProgressBar(self._page)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._open_recent = QPushButton(tr("Open this file"), self._page)
        self._open_recent.clicked.connect(
            lambda: self.path_chosen.emit(Path(self.recent.selected_path()))
        )
        self._remove = QPushButton(tr("Remove from this list"), self._page)
        self._remove.clicked.connect(lambda: self._forget(self.recent.selected_path()))
        self._choices = self._make_choices()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files as they are now; who opened none begins with the empty workbook."""
        paths = self._settings.values.recent
        self.recent.show_paths(paths)
        for part in (self._lately, self.recent):
            part.setVisible(bool(paths))
        self.begin_with(self._next_act())
        self._show_buttons()

    def _next_act(self) -> str:
        return "new_from_workbook" if self._settings.values.recent else "get_template"

    def begin_with(self, act: str) -> None:
        """Fill the button of the act that comes next."""
        for button in self._choices:
            button.set_primary(button.objectName() == act)

    def set_busy(self, busy: bool) -> None:
        """Show that a file is being read."""
        self._progress.setVisible(busy)

    def _forget(self, path: str) -> None:
        self._settings.use(self._settings.values.without_recent(path))
        self.refresh()

    def _show_buttons(self) -> None:
        path = self.recent.selected_path()
        self._remove.setVisible(bool(path))
        self._open_recent.setVisible(bool(path) and Path(path).is_file())

    def _make_choices(self) -> list[ChoiceButton]:
        choices = []
        for act, icon_name, title, text in (*_STEPS, *_OTHERS, *_PRACTICE):
            primary = act == self._next_act()
            button = ChoiceButton(icon_name, tr(title), tr(text), self._page, primary=primary)
            button.setObjectName(act)
            button.clicked.connect(lambda _=False, act=act: self.wanted.emit(act))
            choices.append(button)
        return choices

    def _make_page(self) -> QWidget:
        """Return the page in the middle of what scrolls, still empty."""
        centred = QWidget(self)
        column_in(self, scrolled(centred), spacing=None)
        page = QWidget(centred)
        page.setMaximumWidth(theme.px(1000))
        row_in(centred, page, spacing=None)
        return page

    def _make_left(self) -> QVBoxLayout:
        """Return the steps to a new congress, and below them what else can be begun."""
        first, last, *others = self._choices[: -len(_PRACTICE)]
        filling = theme.subtitle(tr(_FILLING))
        filling.setContentsMargins(theme.px(56), theme.px(2), 0, theme.px(2))
        left = column_of(theme.section(tr("A new congress, in three steps")), first, filling, last)
        left.addSpacing(theme.px(12))
        left.addWidget(theme.section(tr("Or begin with")))
        for button in others:
            left.addWidget(button)
        left.addStretch(1)
        return left

    def _lay_out(self) -> None:
        left = self._make_left()
        buttons = row_of(self._open_recent, self._remove, None, spacing=None)
        right = column_of(self._lately, (self.recent, 1), buttons)
        right.addWidget(theme.section(tr("Practise first")))
        for button in self._choices[-len(_PRACTICE) :]:
            right.addWidget(button)
        right.addStretch(0)
        drop = theme.subtitle(tr("You can also drop a .congress or .xlsx file on this window."))
        grid = grid_in(self._page, across=32, down=16, margins=(32, 32, 32, 24))
        grid.addWidget(_title(), 0, 0, 1, 2)
        grid.addWidget(self._progress, 1, 0, 1, 2)
        grid.addWidget(self.notice, 2, 0, 1, 2)
        grid.addLayout(left, 3, 0)
        grid.addLayout(right, 3, 1)
        grid.addWidget(drop, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)


def say_made(page: QWidget, notice: Notice, words: str, file: Path) -> None:
    """Say where the empty workbook is; on the start page its third step comes next."""
    act = partial(open_folder, file.parent)
    notice.say("holds", words, button=tr("Open the folder"), act=act)
    if isinstance(page, StartPage):
        page.begin_with("new_from_workbook")


def _title() -> QWidget:
    title = QWidget()
    symbol = QLabel()
    symbol.setPixmap(icons.pixmap("vote", "accent", 36))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(theme.heading("Congress Desk"))
    words.addWidget(theme.subtitle(tr("Elections of a congress: from the list to signed minutes.")))
    row = row_in(title, spacing=16)
    row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return title


class RecentList(QListWidget):
    """Enter or a double click opens, Delete takes the line off the list; no file is touched."""

    chosen = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentList")
        self.setAccessibleName(tr("Recent files"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.itemActivated.connect(self._on_activated)
        self._paths: tuple[str, ...] = ()
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Ask for three lines at the most: the page is not to scroll for what scrolls itself."""
        lines = min(max(self.count(), 1), LINES)
        return QSize(super().sizeHint().width(), theme.px(LINE) * lines + theme.px(ROOM))

    def show_paths(self, paths: tuple[str, ...]) -> None:
        """List `paths`, newest first."""
        row, self._paths = self.currentRow(), paths
        self.setIconSize(icons.spaced_size())
        self.clear()
        for path in paths:
            self.addItem(_line(path))
        self.setCurrentRow(min(row, len(paths) - 1))

    def _on_theme_changed(self) -> None:
        self.show_paths(self._paths)

    def selected_path(self) -> str:
        """Return the path of the selected line, "" without one."""
        item = self.currentItem()
        return str(item.data(PATH)) if item else ""

    def _on_activated(self, item: QListWidgetItem) -> None:
        if not item.data(MISSING):
            self.chosen.emit(Path(item.data(PATH)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_pressed(event, "remove") and self.selected_path():
            self.removed.emit(self.selected_path())
        else:
            super().keyPressEvent(event)


def _line(path: str) -> QListWidgetItem:
    file = Path(path)
    missing = not _exists(file)
    note = tr("not there any more") if missing else str(file.parent)
    item = QListWidgetItem(f"{file.stem}\n{note}")
    item.setData(PATH, path)
    item.setData(MISSING, missing)
    item.setToolTip(path)
    item.setIcon(icons.icon("landmark", "disabled" if missing else "accent", spaced=True))
    if missing:
        item.setForeground(theme.colour("disabled"))
    return item


def _exists(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False
