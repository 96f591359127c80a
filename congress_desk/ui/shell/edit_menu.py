"""The Edit menu: what can be taken back here, by name, and what every table can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from congress_desk.i18n import tr
from congress_desk.keys.names import keys_name
from congress_desk.keys.uses import keys_of
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import icons
from congress_desk.ui.shell.commands_in_sight import Showing, commands_here

if TYPE_CHECKING:
    from congress_desk.ui.session import Session

_USES = ("undo", "copy", "filter")


class Editing(Showing, Protocol):
    """A window that may have a congress open, whose journal says what was done last."""

    session: Session | None


class EditMenu(QObject):
    """Filled when it is shown, from the commands of what is in sight in its window."""

    def __init__(self, menu: QMenu, window: Editing) -> None:
        super().__init__(menu)
        self._menu, self._window = menu, window
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        found = {use: self._of_use(use) for use in _USES}
        undo = self._add("undo", found["undo"], tr("&Undo"))
        if found["undo"] is None:
            undo.setToolTip(
                tr("Nothing here can be undone by a key; change it, or see the journal")
            )
        else:
            self._name(undo, *found["undo"])
        self._menu.addSeparator()
        self._add("copy", found["copy"], tr("&Copy the rows for Excel"))
        self._add("filter", found["filter"], tr("&Filter the table"))

    def _of_use(self, use: str) -> tuple[Commands, str] | None:
        """Return the commands nearest to what is in sight that have a line of this use."""
        for commands in commands_here(self._window):
            for name, line in commands.lines.items():
                if line.use == use and commands.why_not(name) is not None:
                    return commands, name
        return None

    def _add(self, use: str, found: tuple[Commands, str] | None, words: str) -> QAction:
        action = self._menu.addAction(f"{words}\t{keys_name(keys_of(use))}")
        action.setObjectName(f"edit_{use}")
        if use == "undo":
            icons.set_icon(action, "undo-2")
        if found is None:
            action.setEnabled(False)
            return action
        commands, name = found
        reason = commands.why_not(name)
        action.setEnabled(not reason)
        action.setToolTip(commands.tip(name))
        action.triggered.connect(lambda _=False: commands.run(name))
        return action

    def _name(self, action: QAction, commands: Commands, name: str) -> None:
        """Say what would be taken back: in the words of the command, or as the journal says it."""
        from congress_desk.ui.shell.undone_next import undone_next

        session, sentence = self._window.session, undone_next(commands.place)
        if sentence is None or session is None:
            _say(action, commands.words(name))
        else:
            session.ask(sentence, done=partial(_told, action))


def _told(action: QAction, sentence: str) -> None:
    if not shiboken6.isValid(action):
        return
    if sentence:
        _say(action, tr("Undo: {what}", what=sentence))
    else:
        action.setEnabled(False)
        _say(action, tr("Undo: nothing was changed here"))


def _say(action: QAction, words: str) -> None:
    keys = keys_name(keys_of("undo"))
    action.setText(f"{words.replace('&', '&&')}\t{keys}")
