"""What can be done at a place of the window: its buttons, menus, keys, tips and palette lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

# QMetaMethod, which a refusal alone asks for, is made when it is first named.
from PySide6 import QtCore
from PySide6.QtCore import QKeyCombination, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QMenu,
    QToolTip,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.keys.names import key_name, keys_name, use_name
from congress_desk.keys.place import WINDOW, Line
from congress_desk.keys.table import PLACES
from congress_desk.keys.uses import USES, keys_of, part_key
from congress_desk.ui.look import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

Act = Callable[[], object]
_BY_THE_WIDGET = "go_on"
_KEYED = "keyed"
# Of a window: what was last asked for in it, so that a dialog can say what it belongs to.
LAST_COMMAND = "lastCommand"
_MAY_REPEAT = frozenset({"move_up", "move_down", "move_in", "move_out"})
# Pressed again it brings back what it took away.
_TURNS_BACK = frozenset({"blank_hall", "hall_hold"})


class Commands(QObject):
    """The commands of a place that can be done now, `acts` by name; `widget` is where.

    `why_not` says of a command why it is not allowed, "" while it is, None where it is not even
    shown; `words` what it is called just now, "" for the table's words. `where` narrows the key of
    a command to a part of the place; keys that are `heard` are answered by the place itself, which
    asks `heard_name`. Buttons of those it `hides` are not there while refused. `refused` carries
    the reason when a key asks for the refused, "" when that reason holds no more.
    """

    refused = Signal(str)

    def __init__(
        self,
        place: str,
        widget: QWidget,
        acts: Mapping[str, Act],
        *,
        why_not: Callable[[str], str | None] = lambda name: "",
        words: Callable[[str], str] = lambda name: "",
        where: Mapping[str, QWidget] | None = None,
        hides: Collection[str] = (),
        heard: Collection[str] = (),
    ) -> None:
        super().__init__(widget)
        self.place, self.widget = place, widget
        self.lines = {line.name: line for line in PLACES[place].lines if line.name in acts}
        if unknown := sorted(set(acts) - set(self.lines)):
            raise KeyError(f"{place}: {unknown}")
        self._acts, self._why_not, self._words = dict(acts), why_not, words
        self._buttons: dict[str, list[QAbstractButton]] = {}
        self._said: dict[QAbstractButton, tuple[str | None, str, bool]] = {}
        self._without_keyboard: QAbstractButton | None = None
        self._told = ("", "")
        self._hides, self._heard = frozenset(hides), frozenset(heard)
        self._away = frozenset[str]()
        self._add_keys(where or {})

    def why_not(self, name: str) -> str | None:
        """Return why a command is refused, "" while it is allowed, None where it is not shown."""
        return self._why_not(name)

    def words(self, name: str) -> str:
        """Return what a command is called, without the mark of a menu."""
        return self._words(name) or plain_words(self.lines[name])

    def keys(self, name: str) -> str:
        """Return what the keys of a command are called, "" without any."""
        return keys_name(self.lines[name].keys)

    def run(self, name: str) -> None:
        """Do a command, or say why it is refused."""
        reason = self.why_not(name)
        self.widget.window().setProperty(LAST_COMMAND, f"{self.place}.{name}")
        if reason == "":
            self._acts[name]()
        elif reason:
            if not self.isSignalConnected(QtCore.QMetaMethod.fromSignal(self.refused)):
                place = self.widget.mapToGlobal(QPoint(self.widget.width() // 3, 0))
                QToolTip.showText(place, reason, self.widget)
            self._told = (name, reason)
            self.refused.emit(reason)

    def heard_name(self, event: QKeyEvent) -> str:
        """Return which of the commands whose keys the place hears itself is asked for, or ""."""
        return next((each for each in self._heard if is_pressed(event, self.lines[each].use)), "")

    def bind_button(self, button: QAbstractButton, name: str, *, keyed: bool = False) -> None:
        """Let a button that runs a command be enabled and worded as the command is, from now on.

        One that is `keyed` says its key beside its words.
        """
        self._buttons.setdefault(name, []).append(button)
        button.setProperty(_KEYED, keyed)
        self._refresh_button(button, name)

    def put_away(self, names: Collection[str]) -> None:
        """Show no buttons of these from now on: menus and palette have them for whoever asks."""
        if self._away != frozenset(names):
            self._away = frozenset(names)
            self._said.clear()
            self.refresh()

    def name_of(self, widget: QWidget | None) -> str:
        """Return the command that a button runs, "" of what is no button of this place."""
        for name, buttons in self._buttons.items():
            if any(button is widget for button in buttons):
                return name
        return ""

    def refresh(self) -> None:
        """Let the buttons say what is allowed now; a reason told that holds no more is over."""
        name, reason = self._told
        if reason and self.why_not(name) != reason:
            self._told = ("", "")
            self.refused.emit("")
        for name, buttons in self._buttons.items():
            for button in buttons:
                self._refresh_button(button, name)

    def tip(self, name: str) -> str:
        """Return what the tip of a command's button says: what it does, its key, why not."""
        return self._tip(name, self.words(name), self.why_not(name))

    def _tip(self, name: str, words: str, reason: str | None) -> str:
        line = self.lines[name]
        said = tr(line.tip) if line.tip else words
        keys = self.keys(name)
        tip = f"{said} ({keys})" if keys else said
        return "\n".join(filter(None, (tip, reason)))

    def fill_menu(self, menu: QMenu, names: Sequence[str], *, in_bar: bool = False) -> None:
        """Put commands into a menu, "" is a line between them; what is refused says why.

        Those `in_bar` have a letter of their own to be chosen by.
        """
        menu.setToolTipsVisible(True)
        for name in names:
            if not name:
                menu.addSeparator()
                continue
            reason = self.why_not(name)
            if reason is None:
                continue
            keys = self.keys(name)
            words = tr(self.lines[name].words) if in_bar else self.words(name).replace("&", "&&")
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.setObjectName(name)
            action.setEnabled(not reason)
            action.setToolTip(self.tip(name))
            action.triggered.connect(lambda _=False, name=name: self.run(name))
            if icon := self.lines[name].icon:
                icons.set_icon(action, icon)

    def offer_in(self, table: QAbstractItemView, names: Sequence[str] = ()) -> None:
        """Give a table a context menu of these commands, all of the place when none are named."""
        chosen = tuple(names) or tuple(self.lines)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(partial(self._on_menu, table, chosen))

    def _on_menu(self, table: QAbstractItemView, names: Sequence[str], at: QPoint) -> None:
        menu = QMenu(table)
        menu.setObjectName("contextMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, names)
        # What every table can do by itself: copy, and choose its columns.
        if table.actions():
            menu.addSeparator()
            menu.addActions(table.actions())
        menu.popup(table.viewport().mapToGlobal(at))

    def _refresh_button(self, button: QAbstractButton, name: str) -> None:
        reason, words = self.why_not(name), self.words(name)
        # A tip that is set anew costs more than asking whether it is the same.
        if self._said.get(button) == (said := (reason, words, button.parentWidget() is not None)):
            return
        self._said[button] = said
        if reason != "":
            self._keep_keyboard(button)
        if reason is None or name in self._away or (reason and name in self._hides):
            button.hide()
        elif button.parentWidget() is not None:
            # Shown without a parent it would be a window of its own.
            button.show()
        button.setEnabled(not reason)
        tip = self._tip(name, words, reason)
        why = tr("Why? Point here and press {key}", key=use_name("help"))
        button.setToolTip(f"{tip}\n{why}" if reason else tip)
        if button.text():
            key = f"  {self.keys(name)}" if button.property(_KEYED) and self.keys(name) else ""
            shown = words.replace("&", "&&") + key
            if button.text() != shown:
                button.setText(shown)
        else:
            button.setAccessibleName(words)
        if reason == "":
            self._give_back_keyboard(button)

    def _keep_keyboard(self, button: QAbstractButton) -> None:
        """Leave the keyboard at the place; Qt hands that of a refused button to the next part."""
        if button.window().focusWidget() is button:
            self._without_keyboard = button
            self.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_back_keyboard(self, button: QAbstractButton) -> None:
        """Let a button that was refused for a while have the keyboard again that waits for it."""
        if self._without_keyboard is button:
            self._without_keyboard = None
            if self.widget.window().focusWidget() is self.widget:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_keys(self, where: Mapping[str, QWidget]) -> None:
        for name, line in self.lines.items():
            if line.use in ("", _BY_THE_WIDGET) or name in self._heard:
                continue
            target = where.get(name, self.widget)
            add_use(target, line.use, partial(self.run, name), everywhere=self.place == WINDOW)


def plain_words(line: Line) -> str:
    """Return the words of a command in the user's language, without the mark of a menu."""
    return tr(line.words).replace("&", "")


def add_shortcut(where: QWidget, key: str, act: Act, *, everywhere: bool = False) -> QShortcut:
    """Let a key do something while the keyboard is in `where`, or anywhere in its window."""
    shortcut = QShortcut(QKeySequence(key), where)
    if not everywhere:
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut


def add_use(where: QWidget, use: str, act: Act, *, everywhere: bool = False) -> None:
    """Let the keys of a use do something; held down, what changes the congress is done once."""
    for key in keys_of(use):
        # The Enter of the number pad is a key of its own.
        for each in {key, key.replace("Enter", "Return")}:
            shortcut = add_shortcut(where, each, act, everywhere=everywhere)
            once = USES[use].changes or use in _TURNS_BACK
            shortcut.setAutoRepeat(use in _MAY_REPEAT or not once)


def add_part_keys(where: QWidget, bar: QTabBar, show: Callable[[int], object]) -> None:
    """Let Alt and a digit go to the parts of a place; the tabs say so."""
    for place in range(bar.count()):
        add_shortcut(where, part_key(place), partial(show, place))
        bar.setTabToolTip(place, key_name(part_key(place)))


def is_pressed(event: QKeyEvent, use: str) -> bool:
    """Say whether a key event is one of the keys of a use."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(held, Qt.Key(event.key()))) in _sequences(use)


@cache
def _sequences(use: str) -> tuple[QKeySequence, ...]:
    """Return the keys of a use; to read their names anew at each key of a ballot is too slow."""
    return tuple(QKeySequence(key) for key in USES[use].keys)
