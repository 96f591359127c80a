"""Which texts of the congress go to whom: how many of each are printed, and who signs for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.preparation.recipients import (
    DistributedText,
    Distribution,
    Receiver,
)
from congress_desk.domain.preparation.text import CongressText
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signatures,
    Table,
)
from congress_desk.reports.document.head import (
    SECRETARIAT,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording, grouped

_POINTS, _ROW_HEIGHT = 11.5, 9.0
# So many texts stand beside each other in a table of the delegations.
_TEXTS_ACROSS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionFacts:
    """The texts of which it is said who gets them, in order."""

    congress: Congress
    lines: tuple[DistributedText, ...]
    head: JournalLine


def distribution_list(facts: DistributionFacts, wording: Wording | None = None) -> Document:
    """Return how many copies of each text go to whom, by delegation, and what is printed in all."""
    words = congress_wording(facts.congress, wording)
    return congress_paper(
        facts.congress,
        facts.head,
        words,
        title=words.say("distribution.title"),
        blocks=tuple(_whole(facts, words)),
        organ=SECRETARIAT,
        landscape=True,
    )


def recipients_list(
    facts: DistributionFacts, line: DistributedText, wording: Wording | None = None
) -> Document:
    """Return who gets one text, by name and delegation, with room to sign."""
    words = congress_wording(facts.congress, wording)
    return congress_paper(
        facts.congress,
        facts.head,
        words,
        title=words.say("distribution.names_title"),
        subject=(title_of(line.text, words),),
        blocks=tuple(_names(line.gets, words)),
        organ=SECRETARIAT,
    )


def title_of(text: CongressText, words: Wording) -> str:
    """Return a text with its version."""
    key = "copies.subject_version" if text.version else "copies.subject"
    return words.say(key, text=text.title, version=text.version)


def units_of(lines: Sequence[DistributedText]) -> tuple[str, ...]:
    """Return the delegations of whoever gets a text, in the order of the cards; "" comes last."""
    receivers = {r.number or r.name: r for line in lines for r in line.gets.receivers}
    ordered = sorted(receivers.values(), key=lambda r: (not r.number, r.number))
    units = dict.fromkeys(receiver.unit for receiver in ordered)
    return (*(unit for unit in units if unit), *(("",) if "" in units else ()))


def unit_words(unit: str, words: Wording) -> str:
    """Return a delegation, or that somebody is of none."""
    return unit or words.say("distribution.no_unit")


def _whole(facts: DistributionFacts, words: Wording) -> Iterator[Block]:
    copies = sum(line.gets.copies for line in facts.lines)
    yield Paragraph(runs=words.runs("distribution.sums", texts=len(facts.lines), copies=copies))
    yield _texts(facts.lines, words)
    yield Heading(title=words.say("distribution.by_unit"))
    for begin in range(0, len(facts.lines), _TEXTS_ACROSS):
        yield _units(facts.lines, begin, words)
    yield from _beside(facts.lines, words)
    signed = Signatures(cells=(None, organ_signature(SECRETARIAT, words)), across=2)
    yield KeepTogether(blocks=(signed,))


def _texts(lines: Sequence[DistributedText], words: Wording) -> Table:
    keys = ("number", "text", "version", "to", "people", "beside", "copies")
    widths = {"number": 11, "version": 24, "to": 88, "people": 22, "beside": 24, "copies": 22}
    rows = [
        (
            str(number),
            line.text.title,
            line.text.version,
            "; ".join(each.words for each in line.gets.recipients),
            *_sums((line,)),
        )
        for number, line in enumerate(lines, start=1)
    ]
    rows.append(("", words.say("distribution.total"), "", "", *_sums(lines)))
    columns = tuple(
        Column(
            title=words.say(f"distribution.column.{key}"),
            width=widths.get(key, 0),
            align=Align.LEFT if key in ("text", "to") else Align.CENTER,
        )
        for key in keys
    )
    return Table(
        columns=columns, rows=tuple(rows), points=_POINTS, bold_rows=frozenset({len(lines)})
    )


def _sums(lines: Sequence[DistributedText]) -> tuple[str, str, str]:
    people = sum(len(line.gets.receivers) for line in lines)
    copies = sum(line.gets.copies for line in lines)
    return grouped(people), grouped(copies - people), grouped(copies)


def _units(lines: Sequence[DistributedText], begin: int, words: Wording) -> Table:
    """Return how many copies of each text go to each delegation, from the text `begin` on."""
    shown = lines[begin : begin + _TEXTS_ACROSS]
    last = begin + len(shown) == len(lines)
    counted = [
        (unit_words(unit, words), [line.gets.of_unit(unit) for line in lines])
        for unit in units_of(lines)
    ]
    beside = [line.gets.copies - len(line.gets.receivers) for line in lines]
    if any(beside):
        counted.append((words.say("distribution.column.beside"), beside))
    counted.append((words.say("distribution.total"), [line.gets.copies for line in lines]))
    rows = tuple(
        (
            str(number) if number < len(counted) else "",
            name,
            *(grouped(n) if n else "" for n in counts[begin : begin + len(shown)]),
            *((grouped(sum(counts)),) if last else ()),
        )
        for number, (name, counts) in enumerate(counted, start=1)
    )
    titles = [str(number) for number in range(begin + 1, begin + len(shown) + 1)]
    numbers = tuple(Column(title=title, width=12.5, align=Align.CENTER) for title in titles)
    whole = (Column(title=words.say("distribution.column.sum"), width=18, align=Align.CENTER),)
    columns = (
        Column(title=words.say("distribution.column.number"), width=11, align=Align.CENTER),
        Column(title=words.say("distribution.column.unit")),
        *numbers,
        *(whole if last else ()),
    )
    return Table(
        columns=columns, rows=rows, points=_POINTS, bold_rows=frozenset({len(counted) - 1})
    )


def _beside(lines: Sequence[DistributedText], words: Wording) -> Iterator[Block]:
    """Yield for whom copies are printed that no person signs for."""
    sums: dict[str, int] = {}
    for line in lines:
        for each in line.gets.beside:
            who = each.words.rpartition(":")[0]
            sums[who] = sums.get(who, 0) + each.copies
    if sums:
        named = "; ".join(f"{who}: {copies}" for who, copies in sums.items())
        yield Paragraph(runs=words.runs("distribution.beside", named=named))


def _names(gets: Distribution, words: Wording) -> Iterator[Block]:
    people = len(gets.receivers)
    yield Paragraph(runs=words.runs("distribution.names_sums", copies=gets.copies, people=people))
    units: dict[str, list[Receiver]] = {}
    for receiver in sorted(gets.receivers, key=lambda r: (not r.number, r.number)):
        units.setdefault(receiver.unit, []).append(receiver)
    number = 0
    for unit in sorted(units, key=lambda unit: not unit):
        if len(units) > 1:
            count = words.say("distribution.of_unit", count=len(units[unit]))
            yield Heading(title=unit_words(unit, words), remark=count)
        yield _signing(units[unit], number, words)
        number += len(units[unit])
    if gets.beside:
        rows = tuple((each.words.rpartition(":")[0], str(each.copies), "") for each in gets.beside)
        yield Heading(title=words.say("distribution.column.beside"))
        yield Table(
            columns=(
                Column(title=words.say("distribution.column.whom")),
                Column(title=words.say("distribution.column.copies"), width=25, align=Align.CENTER),
                Column(title=words.say("copies.column.receives"), width=45),
            ),
            rows=rows,
            points=_POINTS,
            row_height=_ROW_HEIGHT,
        )
    signed = Signatures(cells=(None, organ_signature(SECRETARIAT, words)), across=2)
    yield KeepTogether(blocks=(signed,))


def _signing(receivers: Sequence[Receiver], before: int, words: Wording) -> Table:
    rows = tuple(
        (str(number), str(receiver.number or ""), receiver.name, "")
        for number, receiver in enumerate(receivers, start=before + 1)
    )
    return Table(
        columns=(
            Column(title=words.say("distribution.column.number"), width=12, align=Align.CENTER),
            Column(title=words.say("distribution.column.card"), width=20, align=Align.CENTER),
            Column(title=words.say("copies.column.name")),
            Column(title=words.say("copies.column.receives"), width=45),
        ),
        rows=rows,
        points=_POINTS,
        row_height=_ROW_HEIGHT,
    )
