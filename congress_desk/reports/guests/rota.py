"""The rota of photographs and flowers as it is printed: who, when, how many minutes, where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.guests.rota import RotaKind, TimedTurn
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from congress_desk.reports.document.head import SECRETARIAT, congress_name, congress_wording
from congress_desk.reports.document.wording import Wording

_WIDTHS = {
    "number": 11.0, "clock": 30.0, "minutes": 16.0, "who": 0.0, "people": 18.0, "spot": 34.0,
    "note": 32.0,
}  # fmt: skip
_CENTRED = frozenset({"number", "clock", "minutes", "people"})


def rota_paper(
    congress: Congress,
    turns: Sequence[TimedTurn],
    sizes: Mapping[str, int],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the rota, a table for photographs and one for flowers, each by the clock.

    `sizes` are how many people a delegation has.
    """
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("rota.title"),
        subject=(words.say("rota.subject", congress=congress_name(congress, words)),),
        organ=SECRETARIAT,
        blocks=tuple(_blocks(turns, sizes, words)) or (Paragraph(runs=words.runs("rota.nobody")),),
    )


def _blocks(
    turns: Sequence[TimedTurn], sizes: Mapping[str, int], words: Wording
) -> Iterator[Block]:
    for kind in RotaKind:
        of_kind = sorted(
            (turn for turn in turns if turn.kind is kind), key=lambda t: (not t.begins, t.begins)
        )
        if of_kind:
            minutes = sum(turn.minutes for turn in of_kind)
            remark = words.say("rota.remark", count=len(of_kind), minutes=minutes)
            yield Heading(title=words.say(f"rota.kind.{kind.value}"), remark=remark)
            yield _table(of_kind, sizes, words)


def _table(turns: Sequence[TimedTurn], sizes: Mapping[str, int], words: Wording) -> Table:
    rows = [_values(n, turn, sizes, words) for n, turn in enumerate(turns, start=1)]
    keys = [
        key
        for key in _WIDTHS
        if key not in ("people", "spot", "note") or any(row[key] for row in rows)
    ]
    columns = tuple(
        Column(
            title=words.say(f"rota.column.{key}"),
            width=_WIDTHS[key],
            align=Align.CENTER if key in _CENTRED else Align.LEFT,
        )
        for key in keys
    )
    return Table(columns=columns, rows=tuple(tuple(row[key] for key in keys) for row in rows))


def _values(
    number: int, turn: TimedTurn, sizes: Mapping[str, int], words: Wording
) -> dict[str, str]:
    clock = words.say("rota.clock", begins=turn.begins, ends=turn.ends) if turn.begins else ""
    return {
        "number": str(number),
        "clock": clock,
        "minutes": str(turn.minutes),
        "who": turn.who,
        "people": str(sizes.get(turn.who, "")),
        "spot": turn.spot,
        "note": turn.note,
    }
