"""Every dialog that a command with "…" opens, wherever it is in sight, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import shiboken6
from every_page import asked
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from window_bench import Window

from congress_desk.domain.elections.round import RoundState
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.commands_in_sight import commands_here
from congress_desk.ui.widgets.dialog_size import screen_room

OF_ANY, OF_A_COUNT, OF_A_RESULT = ("election", "nomination"), ("counting", "passes"), ("result",)


def every_dialog(window: Window) -> Iterator[tuple[str, QDialog]]:
    """Yield each dialog with the command that opened it: of every desk, tab and election."""
    seen: set[tuple[str, str]] = set()
    for show in _places(window):
        show()
        yield from _dialogs_here(window, show, seen)


def _places(window: Window) -> Iterator[Callable[[], None]]:
    for entry in DESKS:
        bars = window.show_desk(entry.key).findChildren(QTabBar)
        for place in range(max((bar.count() for bar in bars), default=1)):
            yield lambda key=entry.key, place=place: _show_tab(window, key, place)
    desk = window.show_desk("elections")
    for election in asked(window, elections):
        held = asked(window, rounds, election.id)
        shown = [(name, election.id) for name in OF_ANY]
        if held:
            counting = held[-1].state is RoundState.COUNTING
            screens = (*(OF_A_COUNT if counting else OF_A_RESULT), "issue")
            shown += [(name, held[-1].id) for name in screens]
        else:
            shown.append(("opening", election.id))
        for name, record in shown:

            def show(name: str = name, record: int = record) -> None:
                window.show_desk("elections")
                desk.show_at(name, record)
                window.settle()

            yield show


def _show_tab(window: Window, key: str, place: int) -> None:
    for bar in window.show_desk(key).findChildren(QTabBar):
        if place < bar.count() and bar.isEnabled() and bar.isTabVisible(place):
            bar.setCurrentIndex(place)
    window.settle()


def _dialogs_here(
    window: Window, show: Callable[[], None], seen: set[tuple[str, str]]
) -> Iterator[tuple[str, QDialog]]:
    _take_first_rows(window)
    for commands, name in _openers(window, seen):
        seen.add((commands.place, name))
        if not shiboken6.isValid(commands) or commands.why_not(name) != "":
            continue
        commands.run(name)
        window.settle()
        while isinstance(dialog := _dialog(window), QDialog):
            if not isinstance(dialog, QPrintDialog):  # Qt's own
                dialog.grab()
                window.qtbot.wait(10)
                yield f"{commands.place}.{name}", dialog
            dialog.done(0)
            window.qtbot.wait(1)
        show()


def _openers(window: Window, seen: set[tuple[str, str]]) -> list[tuple[Commands, str]]:
    return [
        (commands, name)
        for commands in commands_here(window.main)
        for name in commands.lines
        if (commands.place, name) not in seen and "…" in commands.words(name)
        if commands.why_not(name) == ""
    ]


def _dialog(window: Window) -> QWidget | None:
    shown = QApplication.topLevelWidgets()
    beside = (each for each in shown if isinstance(each, QDialog) and each.isVisible())
    return QApplication.activeModalWidget() or next(beside, None)


def _take_first_rows(window: Window) -> None:
    for table in window.main.page.findChildren(QAbstractItemView):
        if table.isVisible() and not table.currentIndex().isValid() and table.model():
            table.setCurrentIndex(table.model().index(0, 0))
    window.settle()


def off_the_screen(dialog: QDialog) -> list[str]:
    """Return what is off the screen: the dialog itself, or a button that does not scroll."""
    room = screen_room(dialog)
    if dialog.width() > room.width() or dialog.height() > room.height():
        return [f"{dialog.width()}x{dialog.height()}"]
    return [
        button.text()
        for button in dialog.findChildren(QPushButton)
        if button.isVisible() and not _scrolls(button, dialog)
        if not dialog.rect().contains(QRect(button.mapTo(dialog, QPoint(0, 0)), button.size()))
    ]


def _scrolls(part: QWidget, dialog: QDialog) -> bool:
    above = part.parentWidget()
    while above is not None and above is not dialog:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def overlapping(dialog: QDialog) -> list[str]:
    """Return the buttons that lie over another button beside them."""
    shown = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    return [
        f"{one.text()} | {other.text()}"
        for place, one in enumerate(shown)
        for other in shown[place + 1 :]
        if one.parentWidget() is other.parentWidget()
        if one.geometry().intersects(other.geometry())
    ]


def pages_sideways(whole: QWidget) -> list[str]:
    """Return the areas of a dialog or a desk whose page is wider than they are."""
    return [
        area.objectName() or type(area.widget()).__name__
        for area in whole.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
        if area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ]
