"""An open congress: the top line, the desks at the left, and the desk in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QTabBar,
    QWidget,
)

from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks import DESKS, DeskEntry
from congress_desk.ui.look import icons, theme
from congress_desk.ui.look.tokens import NAVIGATION, NAVIGATION_NARROW
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.rehearsal_mark import RehearsalMark
from congress_desk.ui.session import Session
from congress_desk.ui.shell.files.backup_watch import BackupWatch
from congress_desk.ui.shell.navigation import Navigation
from congress_desk.ui.shell.top_line import TopLine
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_of
from congress_desk.ui.widgets.layout.page_stack import PageStack, WholePages
from congress_desk.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from congress_desk.ui.desks.obstacles.capture import Capture
    from congress_desk.ui.shell.files.opening import Opened

# Lower than this the check is said in one line; narrower, the desks are their icons alone.
LOW, NARROW = 640, 920
# Lower than this titles are written smaller and the top line is lower: the page needs the room.
LOWEST = 520
_GOOD_NEWS = frozenset({"second_journal_caught_up"})


def desks_for(opened: Opened | None) -> tuple[DeskEntry, ...]:
    """Return the desks of a file: a station enters its bundles and has the count alone."""
    if opened is None or not opened.station:
        return DESKS
    return tuple(entry for entry in DESKS if entry.key == "elections")


class Workspace(QWidget):
    """Builds a desk when it is first shown, and tells it each time it is shown."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        *,
        entries: Sequence[DeskEntry] = DESKS,
    ) -> None:
        super().__init__()
        self._session = session
        self._messages = messages
        self.entries = tuple(entries)
        self._desks: dict[int, Desk] = {}
        self._capture: Capture | None = None
        self.notice = Notice()
        self.navigation = Navigation(self.entries)
        self.navigation.currentRowChanged.connect(self._on_row_changed)
        self.navigation.itemActivated.connect(lambda _: self.focus_page())
        self._check = QLabel()
        self._checked: tuple[str, ...] = ()
        self._check_mark = QLabel()
        self._copied = QLabel()
        self._copied_mark = QLabel()
        self._copied_problem = False
        self.pages = PageStack()
        self._lay_out()
        self.navigation.verticalScrollBar().rangeChanged.connect(self._fit_navigation)
        self._badge_obstacles()
        self.backup_watch = BackupWatch(session, self)
        self.backup_watch.told.connect(lambda told: self.show_copied(told.made, told.problem))
        self.mark = RehearsalMark(session, self)
        session.noted.connect(self._on_noted)
        session.unsaved.connect(self._on_unsaved)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_noted(self, problems: Sequence[Problem]) -> None:
        if all(each.code in _GOOD_NEWS for each in problems):
            self.notice.say("holds", problem_text(problems[-1]))
        else:
            self.notice.say_problems(problems, tone="look")

    def _on_unsaved(self, refusal: Refusal) -> None:
        """Say in red that an act was not written, unless its screen says so in red itself."""
        words = problem_text(refusal.first)
        said = (
            each.isVisible() and each.property("tone") == "wrong" and words in each.accessibleName()
            for each in self.window().findChildren(QFrame)
        )
        if not any(said):
            self.notice.say_problems(refusal.problems)

    @property
    def desk(self) -> Desk | None:
        """Return the desk in use."""
        return self._desks.get(self.navigation.currentRow())

    @property
    def desk_key(self) -> str:
        """Return the key of the desk in use."""
        return self.entries[self.navigation.currentRow()].key

    def shown(self) -> tuple[str, Callable[[Workspace | None], None]]:
        """Return the desk in use, and what shows the same part of it in a window built anew."""
        key, desk = self.desk_key, self.desk
        back = desk.way_back() if desk is not None else None

        def show(made: Workspace | None) -> None:
            if back and made is not None and made.desk is not None and made.desk_key == key:
                back(made.desk)

        return key, show

    def show_desk(self, key: str) -> None:
        """Show the desk of this key, or the one that there is at a station."""
        known = any(entry.key == key for entry in self.entries)
        self.navigation.setCurrentRow(self.navigation.row_of(key) if known else 0)

    def show_place(self, place: DeskPlace) -> None:
        """Show a desk at one of its records or parts, and type there; not one that is not here."""
        if all(entry.key != place.desk for entry in self.entries):
            return
        self.show_desk(place.desk)
        if self.desk is not None:
            self.desk.show_place(place)
        self.focus_page()

    def show_desk_at(self, row: int) -> None:
        """Show the desk with this place in the navigation, and type there."""
        if row < self.navigation.count():
            self.navigation.setCurrentRow(row)
            self.focus_page()

    def has_unsaved(self) -> bool:
        """Say whether something typed into a desk is not saved yet; every desk is asked.

        One that saves by itself does so when it is asked.
        """
        unsaved = [desk.unsaved for desk in self._desks.values()]
        return any(unsaved)

    def show_check(self, lines: int, code: str) -> None:
        """Say under the navigation that the file was checked when it was opened."""
        self._checked = (
            tr("The file is sound"),
            tr("{lines} journal lines", lines=lines),
            tr("code {code}", code=code),
        )
        self._show_checked()
        self._check_mark.show()

    def show_copied(self, made_at: str, problem: Problem | None) -> None:
        """Say under the navigation when the last copy was made, or quietly what is missing."""
        words = tr("Copied at {hour}", hour=made_at) if made_at else ""
        short = {
            "file_opened_to_read": tr("Open for reading only"),
            "backup_place_missing": tr("The place of the copies is not there"),
            "backup_place_failed": tr("The place of the copies takes nothing"),
        }
        if problem is not None:
            words = short.get(problem.code, tr("The last copy was not written"))
        self._copied.setText(words)
        theme.set_tone(self._copied, "look" if problem else "muted")
        tip = problem_text(problem) if problem else words
        for part in (self._copied, self._copied_mark):
            part.setToolTip(tip)
        self._copied_mark.setVisible(bool(words))
        self._copied_problem = problem is not None
        self._show_marks()
        self._fit_navigation()

    def _show_marks(self) -> None:
        self._check_mark.setPixmap(icons.pixmap("circle-check", "holds", 16))
        icon, tone = ("triangle-alert", "look") if self._copied_problem else ("save", "muted")
        self._copied_mark.setPixmap(icons.pixmap(icon, tone, 16))

    def _show_checked(self) -> None:
        """Say it in one line where the window is too low for three."""
        low = self.height() < theme.px(LOW)
        self._check.setText("\n".join(self._checked[: 1 if low else None]))
        for part in (self._check, self._check_mark):
            part.setToolTip("\n".join((*self._checked, _check_tip())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_navigation()
        self._show_checked()
        self._fit_titles()

    def _fit_titles(self) -> None:
        """Write titles smaller where the window is low for its type."""
        room = "low" if self.height() < theme.px(LOWEST) else ""
        if (self.property("room") or "") == room:
            return
        self.setProperty("room", room)
        titles = (part for part in self.findChildren(QLabel) if part.property("role") == "heading")
        for part in (*titles, *self.findChildren(QTabBar)):
            part.style().unpolish(part)
            part.style().polish(part)
        self._top.be_low(bool(room))

    def _fit_navigation(self) -> None:
        """Leave the room to the page where the window is narrow for its type."""
        narrow = self.width() < theme.px(NARROW)
        self.navigation.show_icons_alone(narrow)
        self._check.setVisible(not narrow)
        self._copied.setVisible(not narrow and bool(self._copied.text()))
        bar = self.navigation.verticalScrollBar()
        beside = bar.sizeHint().width() if narrow and bar.maximum() > 0 else 0
        self._column.setFixedWidth(theme.px(NAVIGATION_NARROW if narrow else NAVIGATION) + beside)

    def focus_page(self) -> None:
        """Put the keyboard into the desk in use, unless it is there already."""
        desk = self.desk
        typing_in = QApplication.focusWidget()
        if desk is None or (typing_in is not None and desk.isAncestorOf(typing_in)):
            return
        target = desk.focusWidget() or desk.keyboard or _first_field(desk)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_part(self) -> None:
        """Move the keyboard between the navigation and the desk."""
        if self.navigation.hasFocus():
            self.focus_page()
        else:
            self.navigation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def note_obstacle(self) -> None:
        """Open the form of an obstacle over the desk in use, which stays as it is."""
        from congress_desk.ui.desks.obstacles.capture import Capture

        if self._capture is None:
            self._capture = Capture(self._session, self)
        self._capture.note()

    def _badge_obstacles(self) -> None:
        from congress_desk.ui.desks.obstacles.badge import ObstacleBadge

        for row, entry in enumerate(self.entries):
            if entry.key == "obstacles":
                ObstacleBadge(self._session, self.navigation, self.navigation.item(row))

    def _on_row_changed(self, row: int) -> None:
        if row < 0:
            return
        if row not in self._desks:
            desk = self.entries[row].make(self._session, self._messages, self.pages)
            self._desks[row] = desk
            self.pages.addWidget(desk)
            desk.place_wanted.connect(self.show_place)
        self.navigation.show_in_bold(row)
        self.pages.setCurrentWidget(self._desks[row])
        self._desks[row].activate()

    def _on_theme_changed(self) -> None:
        self._fit_navigation()
        self._fit_titles()
        self._show_marks()

    def _make_column(self) -> QWidget:
        theme.set_tone(self._check, "muted")
        self._check_mark.hide()
        foot = QFrame()
        foot.setProperty("role", "foot")
        self._copied_mark.hide()
        self._copied.setObjectName("copied")
        for words in (self._check, self._copied):
            words.setWordWrap(True)
        rows = QGridLayout(foot)
        rows.setContentsMargins(*[theme.px(12)] * 4)
        rows.setSpacing(theme.px(8))
        rows.addWidget(self._check_mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self._check, 0, 1)
        rows.addWidget(self._copied_mark, 1, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self._copied, 1, 1)
        rows.setColumnStretch(1, 1)
        self._column = QWidget()
        if len(self.entries) == 1:
            # Shown here it would be a window of its own: it has no parent yet.
            self._column.hide()
        column_in(self._column, (self.navigation, 1), foot, spacing=0)
        return self._column

    def _lay_out(self) -> None:
        right = column_of(spacing=0)
        self.notice.setProperty("place", "top")
        right.addWidget(self.notice)
        right.addWidget(WholePages(self.pages), 1)
        below = row_of(self._make_column(), (right, 1), spacing=0)
        whole = column_in(self, spacing=0)
        self._top = TopLine(self._session)
        self._top.place_wanted.connect(self.show_place)
        whole.addWidget(self._top)
        whole.addLayout(below, 1)


def _check_tip() -> str:
    return tr(
        "Checked when it was opened: the rows, the journal and its chain. The code is that"
        " of the newest line."
    )


def _first_field(desk: QWidget) -> QWidget | None:
    for widget in desk.findChildren(QWidget):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisibleTo(desk) and widget.isEnabled():
            return widget
    return None
