"""The card of keys, to be printed and laid beside the keyboard: one sheet, from the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congress_desk.i18n import tr
from congress_desk.keys.entry_line import entry_line_keys
from congress_desk.keys.names import key_name, keys_name
from congress_desk.keys.table import PLACES
from congress_desk.keys.uses import DESK_DIGITS, USES, desk_key, part_key
from congress_desk.reports.document.document import (
    Block,
    Column,
    Document,
    Head,
    Heading,
    KeepTogether,
    Line,
    Table,
)
from congress_desk.reports.document.wording import wording_of

KEY_WIDTH = 27
POINTS = 8


def keys_card(program: str) -> Document:
    """Return the card: what each key means everywhere, then the entry line of ballots."""
    return Document(
        head=Head(
            issuer=(Line(program, bold=True),),
            organisation=(tr("One key, one meaning"),),
            place_and_date="",
        ),
        title=tr("Keys").upper(),
        subject=(),
        blocks=tuple(_blocks()),
        footer=tr("The keys of the desk in use: {key}", key=key_name(USES["help"].keys[0])),
        stamp="",
        form=replace(wording_of("party").form, title_rule=""),
    )


def key_rows() -> tuple[tuple[str, str], ...]:
    """Return every key of the program with its one meaning."""
    rows = [
        (f"{key_name(desk_key(0))} … {key_name(desk_key(DESK_DIGITS - 1))}", tr("Go to a desk")),
        (f"{key_name(desk_key(DESK_DIGITS))} …", tr("The tenth desk and those after it")),
        (f"{key_name(part_key(0))} …", tr("Part of the desk: a tab, a list, a panel")),
    ]
    rows += [(keys_name(use.keys), _means(name)) for name, use in USES.items()]
    return tuple(rows)


def _means(use: str) -> str:
    """Return the meaning, and the one desk it is of where it is of one alone."""
    desks = {place.desk for place in PLACES.values() for line in place.lines if line.use == use}
    means, only = tr(USES[use].means), next(iter(desks)) if len(desks) == 1 else ""
    return f"{means} ({tr(PLACES[only].title)})" if only else means


def _blocks() -> Iterator[Block]:
    yield _table(key_rows())
    ballots = _table(entry_line_keys())
    yield KeepTogether(blocks=(Heading(title=tr("Typing ballots")), ballots))


def _table(rows: Sequence[tuple[str, str]]) -> Table:
    """Return the keys in two columns, read down the first and then down the second."""
    titles = (Column(title=tr("Key"), width=KEY_WIDTH), Column(title=tr("What it does"), width=0))
    half = (len(rows) + 1) // 2
    beside = (*rows[half:], *[("", "")] * (2 * half - len(rows)))
    both = tuple((*left, *right) for left, right in zip(rows[:half], beside, strict=True))
    return Table(columns=(*titles, *titles), rows=both, points=POINTS)
