"""What a help page never types itself: keys, commands and labels, filled in as they are now.

In the Markdown stands `{key:palette}` for a key, `{do:counting.undo}` for a command with its key,
`{name:counting.undo}` for its words alone, `{place:counting}` for the title of a place,
`{say:English sentence}` for words on the screen, and on a line of its own `{keys:counting}` for the
table of what can be done at a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from congress_desk.domain.elections.entry_line import REASONS
from congress_desk.i18n import label, tr
from congress_desk.keys.entry_line import entry_line_keys
from congress_desk.keys.names import key_name, keys_name, use_name
from congress_desk.keys.place import WINDOW, Line
from congress_desk.keys.table import PLACES, line_of
from congress_desk.keys.uses import DESK_DIGITS, USES, desk_key, part_key

MARKER = re.compile(r"\{(\w+):([^{}]+)\}")
ENTRY_LINE, REASON_DIGITS = "entry_line", "reasons"
_MENU_LETTER = re.compile(r"&(?=\S)")
Row = tuple[str, str]


def filled(markdown: str) -> str:
    """Return a page with every marker filled in; KeyError names one that means nothing."""
    return MARKER.sub(lambda found: _FILLS[found[1]](found[2].strip()), markdown)


def command_words(name: str) -> str:
    """Return what a command "place.name" is called, as on its button."""
    place, _, command = name.partition(".")
    return _MENU_LETTER.sub("", tr(line_of(place, command).words)).rstrip("…")


def key_rows(name: str) -> tuple[Row, ...]:
    """Return the keys of a place with what each does; what has no key is told in the text alone."""
    if name == ENTRY_LINE:
        return entry_line_keys()
    if name == REASON_DIGITS:
        return tuple((f"*{digit}", label("reason", r.value)) for digit, r in REASONS.items())
    lines = (_row(name, line) for line in PLACES[name].lines if line.use)
    return (*_moving_rows(name), *lines)


def _moving_rows(name: str) -> Iterator[Row]:
    if name == WINDOW:
        yield f"{desk_key(0)} … {desk_key(DESK_DIGITS - 1)}", tr("Go to a desk")
        yield f"{desk_key(DESK_DIGITS)} …", tr("The tenth desk and those after it")
    parts = PLACES[name].parts
    if parts:
        keys = f"{key_name(part_key(0))} … {key_name(part_key(len(parts) - 1))}"
        yield keys, ", ".join(map(tr, parts))


def _row(place: str, line: Line) -> Row:
    words = command_words(f"{place}.{line.name}")
    said = f"{words}: {_begun_small(tr(line.tip))}" if line.tip else words
    return keys_name(line.keys), said


def _begun_small(sentence: str) -> str:
    """Return a sentence as it goes on behind a colon; a name of letters alone stays as it is."""
    first = sentence.split(" ", 1)[0]
    return sentence if first.isupper() else sentence[:1].lower() + sentence[1:]


def _key(use: str) -> str:
    return _as_key(use_name(use)) if use in USES else _as_key(key_name(use))


def _as_key(name: str) -> str:
    return f"`{name}`"


def _command(name: str) -> str:
    place, _, command = name.partition(".")
    keys = line_of(place, command).keys
    said = f"**{command_words(name)}**"
    return f"{said} ({_as_key(key_name(keys[0]))})" if keys else said


def _table(name: str) -> str:
    rows = [(_cell(keys, key=True), _cell(words)) for keys, words in key_rows(name)]
    lines = [(tr("Key"), tr("What it does")), ("---", "---"), *rows]
    return "\n".join(f"| {keys} | {words} |" for keys, words in lines)


def _cell(text: str, *, key: bool = False) -> str:
    escaped = text.replace("|", "\\|")
    return _as_key(escaped) if key and escaped else escaped


_FILLS: dict[str, Callable[[str], str]] = {
    "key": _key,
    "do": _command,
    "name": lambda name: f"**{command_words(name)}**",
    "place": lambda name: f"**{tr(PLACES[name].title)}**",
    "say": lambda source: f"**{tr(source)}**",
    "keys": _table,
}
