"""How a paper ends: places to sign and totals never stand alone on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Ending,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)

_LETTERS_OF_A_LINE = 80


@dataclass(frozen=True, slots=True)
class Kept:
    """How many rows of a table, or lines of text, go with the places to sign below them."""

    rows: int
    lines: int


# The first is needed for no page to hold a signature alone; the further ones are taken one after
# the other, as far as a last page needs them not to look forgotten.
KEPT = (Kept(2, 1), Kept(2, 3), Kept(3, 5), Kept(4, 8))


def with_endings(blocks: Sequence[Block], kept: Kept) -> list[Block]:
    """Return blocks in which a last page holds lines or rows beside the places to sign."""
    made: list[Block] = []
    for place, block in enumerate(blocks):
        if signs(block):
            _close(made, block, kept)
            continue
        made.append(block)
        last = place + 1 == len(blocks) or isinstance(blocks[place + 1], PageBreak)
        if last and isinstance(block, Paragraph | Bullet):
            _close(made, made.pop(), kept)
    return made


def _close(made: list[Block], block: Block, kept: Kept) -> None:
    """Put `block` at the end of `made`, with the last lines or rows there."""
    group, lines = [block], 0
    while made and (lines < kept.lines or _leads_in(made[-1]) or isinstance(group[0], Table)):
        before = made[-1]
        if isinstance(before, Table) and len(before.rows) > kept.rows + 1:
            made[-1] = Ending(table=before, blocks=tuple(group), rows=kept.rows)
            return
        if isinstance(before, Ending):
            made[-1] = replace(before, blocks=(*before.blocks, *group))
            return
        if isinstance(before, PageBreak):
            break
        group.insert(0, made.pop())
        lines += _lines(before)
        if signs(before):
            # What was signed before has its lines already.
            break
    made += [KeepTogether(blocks=tuple(group))] if len(group) > 1 else group


def signs(block: Block) -> bool:
    """Say whether a block has places to sign."""
    if isinstance(block, KeepTogether):
        return any(signs(inner) for inner in block.blocks)
    return isinstance(block, Signatures)


def _leads_in(block: Block) -> bool:
    """Say whether a block is about the one below: a heading, or words that end with a colon."""
    if isinstance(block, Paragraph):
        return _text(block).endswith(":")
    return isinstance(block, Heading)


def _lines(block: Block) -> int:
    """Return about how many lines of text a block has; places to sign and room have none."""
    match block:
        case KeepTogether():
            return sum(map(_lines, block.blocks))
        case Table():
            return len(block.rows)
        case Paragraph() | Bullet():
            return -(-len(_text(block)) // _LETTERS_OF_A_LINE)
        case Heading():
            return 1
    return 0


def _text(block: Paragraph | Bullet) -> str:
    return "".join(run.text for run in block.runs)
