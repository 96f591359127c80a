"""How a paper ends: places to sign and totals never stand alone on a page."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Ending,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)

# Rows of a table that go with what stands below it.
ROWS_KEPT = 2


def with_endings(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which places to sign, and lines below a last table, keep what they end."""
    made: list[Block] = []
    for place, block in enumerate(blocks):
        if _signs(block):
            _close(made, block)
            continue
        made.append(block)
        last = place + 1 == len(blocks) or isinstance(blocks[place + 1], PageBreak)
        if last and isinstance(block, Paragraph):
            _close(made, made.pop())
    return made


def _close(made: list[Block], block: Block) -> None:
    """Put `block` at the end of `made`, with the last lines or rows there."""
    group = [block]
    while made and _is_slight(made[-1]):
        group.insert(0, made.pop())
    if not made or _has_lines(group[-1]):
        made += group
        return
    before = made[-1]
    if isinstance(before, Table):
        made[-1] = Ending(table=before, blocks=tuple(group))
        return
    if isinstance(before, Paragraph | Bullet | KeepTogether) and not isinstance(block, Paragraph):
        group.insert(0, made.pop())
        if made and isinstance(made[-1], Heading):
            group.insert(0, made.pop())
        made.append(KeepTogether(blocks=tuple(group)))
        return
    made += group


def _signs(block: Block) -> bool:
    if isinstance(block, KeepTogether):
        return any(_signs(inner) for inner in block.blocks)
    return isinstance(block, Signatures)


def _is_slight(block: Block) -> bool:
    """Say whether a block is too little to hold a page: room, or a remark below a table."""
    return isinstance(block, Spacer) or (isinstance(block, Paragraph) and block.small)


def _has_lines(block: Block) -> bool:
    """Say whether the places to sign already bring lines of text along."""
    if not isinstance(block, KeepTogether):
        return False
    return any(isinstance(b, Bullet | Table) or _is_text(b) for b in block.blocks)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.small
