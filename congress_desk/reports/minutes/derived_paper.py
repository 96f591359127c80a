"""A paper derived from records: its parts, where somebody edited them, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from congress_desk.domain.minutes.paper_fields import (
    ComputedPart,
    PartState,
    Piece,
    ShownPart,
    pieces,
    shown_parts,
)
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.reports.document.date_words import day_of
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    congress_day,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.minutes.congress_facts import CongressFacts

_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
)  # fmt: skip
_BULLET = "- "


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedPaper:
    """A paper before it is edited.

    `sections` are the titles of sections by key, in order; a section without title has no heading.
    `tables` are the tables that stand for a field, by record and field. `stamps` say why it is a
    draft whatever its parts are; `organ` issues it where the congress does not alone.
    """

    paper: CongressPaper
    symbol: str
    title: str
    subject: tuple[str, ...]
    sections: Mapping[str, str]
    parts: tuple[ComputedPart, ...]
    signatures: tuple[Signature | Recipients | None, ...]
    tables: Mapping[str, Mapping[str, Table]] = field(default_factory=dict)
    stamps: tuple[str, ...] = ()
    organ: str = ""


def derived_document(facts: CongressFacts, derived: DerivedPaper, words: Wording) -> Document:
    """Return the document with its edited and free parts; a draft while one is to be looked at."""
    shown = shown_parts(derived.parts, facts.kept)
    closed = facts.closed_at
    day = day_of(closed.isoformat()) if closed else congress_day(facts.congress)
    head = document_head(facts.congress, day, words, organ=derived.organ, symbol=derived.symbol)
    return Document(
        head=head,
        title=derived.title,
        subject=derived.subject,
        blocks=tuple(_blocks(shown, derived)),
        footer=footer_text(facts.head, words),
        stamp=_stamp(facts, derived, shown, words),
        form=words.form,
    )


def part_blocks(part: ShownPart, tables: Mapping[str, Table]) -> Iterator[Block]:
    """Yield what one part prints: a line a paragraph; a table where its field stands alone."""
    for line in part.text.splitlines():
        if not line.strip():
            continue
        bullet = line.startswith(_BULLET)
        found = pieces(line.removeprefix(_BULLET) if bullet else line, part.values)
        table, runs = _table(found, tables), _runs(found)
        if table is not None:
            yield table
        elif bullet:
            yield Bullet(runs=runs)
        else:
            yield _paragraph(runs)


def _blocks(shown: Sequence[ShownPart], derived: DerivedPaper) -> Iterator[Block]:
    groups = list(_sections(shown, derived))
    for place, blocks in enumerate(groups):
        if place < len(groups) - 1:
            yield from blocks
            continue
        # The last paragraph stands on the page of the signatures, under its heading.
        last = 2 if len(blocks) > 1 and isinstance(blocks[-2], Heading) else 1
        yield from blocks[:-last]
        signed = Signatures(cells=derived.signatures, across=len(derived.signatures))
        yield KeepTogether(blocks=(*blocks[-last:], Spacer(height=6), signed))


def _sections(shown: Sequence[ShownPart], derived: DerivedPaper) -> Iterator[list[Block]]:
    """Yield the blocks of each section under its heading; what prints nothing has no heading."""
    number = 0
    current, gathered = None, list[Block]()
    for part in shown:
        blocks = list(part_blocks(part, derived.tables.get(part.record, {})))
        if not blocks:
            continue
        if part.section != current:
            if gathered:
                yield gathered
            current, gathered = part.section, []
            title = derived.sections.get(part.section, "")
            if title:
                gathered.append(Heading(title=f"{_ROMAN[min(number, len(_ROMAN) - 1)]}. {title}"))
                number += 1
        gathered += blocks
    yield gathered


def _table(found: Sequence[Piece], tables: Mapping[str, Table]) -> Table | None:
    """Return the table that a line stands for: its field and nothing else."""
    said = [piece for piece in found if piece.text.strip()]
    alone = len(said) == 1 and said[0].field
    return tables.get(said[0].field) if alone else None


def _paragraph(runs: tuple[Run, ...]) -> Block:
    """Return a line: one wholly in bold heads what follows, in capitals in the middle."""
    if not all(run.bold for run in runs):
        return Paragraph(runs=runs)
    if all(run.text.isupper() for run in runs):
        return Paragraph(runs=runs, align=Align.CENTER, indent=False)
    return Heading(title="".join(run.text for run in runs))


def _runs(found: Sequence[Piece]) -> tuple[Run, ...]:
    """Return pieces as runs, those in one face beside each other as one."""
    return tuple(
        Run("".join(piece.text for piece in same), bold=bold)
        for bold, same in groupby((p for p in found if p.text), key=lambda piece: piece.bold)
    )


def _stamp(
    facts: CongressFacts, derived: DerivedPaper, shown: Sequence[ShownPart], words: Wording
) -> str:
    stamps = [stamp_text(facts.congress, words), *derived.stamps]
    if any(_makes_draft(part) for part in shown):
        stamps.append(words.say("congress_minutes.to_look_at"))
    return " · ".join(filter(None, stamps))


def _makes_draft(part: ShownPart) -> bool:
    """Say whether a part may tell numbers that hold no longer."""
    orphaned = part.state is PartState.ORPHANED and bool(part.text.strip())
    return orphaned or part.state is PartState.TO_LOOK_AT
