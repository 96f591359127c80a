"""A place of the window and a command there. `words` and `title` are English sources."""

from __future__ import annotations

from typing import NamedTuple

from congress_desk.keys.uses import keys_of

WINDOW = "window"


class Line(NamedTuple):
    """One command: its words, its use of a key, its icon, and what it does in a sentence.

    Its key is that of its use; an `&` in the words is for menus.
    """

    name: str
    words: str
    use: str = ""
    icon: str = ""
    tip: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return keys_of(self.use)


class CommandPlace(NamedTuple):
    """A place: a desk, a tab or a form; `desk` is the key of the desk it is on.

    `parts` are the tabs, lists or panels that a digit goes to.
    """

    title: str
    lines: tuple[Line, ...] = ()
    parts: tuple[str, ...] = ()
    within: str = WINDOW
    desk: str = ""


def line(name: str, words: str, use: str = "", icon: str = "", tip: str = "") -> Line:
    return Line(name=name, words=words, use=use, icon=icon, tip=tip)


SORTS = (
    line("sort_rising", "Sort by the column, rising", "sort_rising"),
    line("sort_falling", "Sort by the column, falling", "sort_falling"),
)
ROWS = (
    line("card", "To the card of the row", "card"),
    *SORTS,
    line("filter", "Filter the table", "filter", "search"),
    line("copy", "Copy to Excel", "copy", "copy"),
    line("undo", "Undo", "undo", "undo-2"),
)
MOVES = (
    line("up", "Move up", "move_up", "arrow-up"),
    line("down", "Move down", "move_down", "arrow-down"),
)
