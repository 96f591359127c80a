"""What each key means, wherever it means something: one key, one meaning.

A command names its use here; it never names a key. See docs/decisions/0014-one-key-one-meaning.md.
"""

from __future__ import annotations

from typing import NamedTuple

DESK_DIGITS = 9


class Use(NamedTuple):
    """A meaning and its keys; `means` is the English source of its words.

    `changes` says that it changes the congress, at once or by the form it opens.
    """

    keys: tuple[str, ...]
    means: str
    changes: bool = False


USES: dict[str, Use] = {
    # everywhere
    "help": Use(keys=("F1",), means="Help about this place, with its keys"),
    "palette": Use(keys=("Ctrl+K",), means="Find what to do, a desk, a person, a paper"),
    "next_part": Use(keys=("F6",), means="From the desks to the page and back"),
    "note_obstacle": Use(keys=("F9",), means="Record an obstacle, from any desk", changes=True),
    "operator": Use(keys=("Ctrl+L",), means="Who is at the keyboard: sign in, switch"),
    "full_screen": Use(keys=("F11",), means="Full screen and back"),
    "blank_hall": Use(keys=("F12",), means="Blank the screen of the hall, and bring it back"),
    "new_from_workbook": Use(keys=("Ctrl+N",), means="New congress from a workbook"),
    "new_empty": Use(keys=("Ctrl+Shift+N",), means="New congress, empty"),
    "open_file": Use(keys=("Ctrl+O",), means="Open a congress"),
    "save_copy": Use(keys=("Ctrl+Shift+S",), means="Save a backup copy"),
    "close_file": Use(keys=("Ctrl+W",), means="Close the congress"),
    "settings": Use(keys=("Ctrl+,",), means="Settings of this computer"),
    "quit": Use(keys=("Ctrl+Q",), means="Quit the program"),
    "larger": Use(keys=("Ctrl++", "Ctrl+="), means="Larger"),
    "smaller": Use(keys=("Ctrl+-",), means="Smaller"),
    "usual_size": Use(keys=("Ctrl+0",), means="Usual size"),
    "new_window": Use(keys=("Ctrl+Shift+T",), means="A second window on the same congress"),
    # in every table, list and form
    "go_on": Use(keys=("Enter",), means="Go on with what is chosen"),
    "back": Use(keys=("Esc",), means="Back: to the table, to the line, out of a form"),
    "add": Use(keys=("Insert",), means="Add", changes=True),
    "change": Use(keys=("F2",), means="Change what is chosen, type into the cell", changes=True),
    "remove": Use(keys=("Delete",), means="Remove, cancel or skip", changes=True),
    "tick": Use(keys=("Space",), means="Tick off: done, resolved, reviewed", changes=True),
    "duplicate": Use(keys=("Ctrl+D",), means="Duplicate", changes=True),
    "undo": Use(keys=("Ctrl+Z",), means="Undo the last act", changes=True),
    "card": Use(keys=("Ctrl+Enter",), means="To the card of what is chosen"),
    "move_up": Use(keys=("Alt+Up",), means="Move up", changes=True),
    "move_down": Use(keys=("Alt+Down",), means="Move down", changes=True),
    "move_out": Use(keys=("Alt+Left",), means="Out of its item", changes=True),
    "move_in": Use(keys=("Alt+Right",), means="Into the item above", changes=True),
    "sort_rising": Use(keys=("Ctrl+Up",), means="Sort by the column of the cell, rising"),
    "sort_falling": Use(keys=("Ctrl+Down",), means="Sort by the column of the cell, falling"),
    "filter": Use(keys=("Ctrl+F", "/"), means="Filter the table"),
    "copy": Use(keys=("Ctrl+C",), means="Copy the rows for Excel"),
    "import": Use(keys=("Ctrl+I",), means="Import a list", changes=True),
    "export": Use(keys=("Ctrl+E",), means="Write it to a file"),
    "print": Use(keys=("Ctrl+P",), means="Print preview, print"),
    "save": Use(keys=("Ctrl+S",), means="Save what the form holds", changes=True),
    "bold": Use(keys=("Ctrl+B",), means="Bold letters"),
    "replace": Use(keys=("Ctrl+H",), means="Find words and replace them", changes=True),
    "subject": Use(keys=("Ctrl+G",), means="Go to what this is about"),
    "sounds": Use(keys=("Ctrl+M",), means="Sounds on or off"),
    "renew": Use(keys=("F5",), means="Refresh: presence, the list read again",
                 changes=True),
    "status": Use(keys=("F7",), means="Change the status of a person", changes=True),
    # of one desk alone
    "notes": Use(keys=("F3",), means="To the notes of the agenda item"),
    "direction": Use(keys=("F4",), means="The door records going out, or coming in again",
                     changes=True),
    "next_item": Use(keys=("F8",), means="End the current agenda item, begin the next",
                     changes=True),
    "finish_item": Use(keys=("Shift+F8",), means="End the current agenda item", changes=True),
    "totals": Use(keys=("Ctrl+T",), means="Running totals of the count"),
    "set_aside": Use(keys=("Ctrl+J",), means="Put the ballot aside for the whole board",
                     changes=True),
    "take_ballot_back": Use(keys=("Ctrl+Delete",), means="Take back the ballot being corrected",
                            changes=True),
    "hall_next": Use(keys=("Ctrl+F12",), means="Show the next of the queue to the hall"),
    "hall_hold": Use(keys=("Shift+F12",), means="Hold what the hall sees, and let it go on"),
    "hall_page_on": Use(keys=("Ctrl+PgDown",), means="Next page of the hall"),
    "hall_page_back": Use(keys=("Ctrl+PgUp",), means="Page of the hall before"),
    "step_on": Use(keys=("Alt+N",), means="Next step of the import"),
    "step_back": Use(keys=("Alt+B",), means="Step of the import before"),
}  # fmt: skip


def desk_key(row: int) -> str:
    """Return the key of the desk with this place in the navigation, from 0."""
    if row < DESK_DIGITS:
        return f"Ctrl+{row + 1}"
    return f"Ctrl+Shift+{row + 1 - DESK_DIGITS}"


def part_key(place: int) -> str:
    """Return the key of a part of the desk in use, from 0: a tab, a list, a panel."""
    return f"Alt+{place + 1}"


def keys_of(use: str) -> tuple[str, ...]:
    """Return the keys of a use, none of "": a command that has none."""
    return USES[use].keys if use else ()
