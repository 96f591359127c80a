"""What the office sets on a paper itself: its number, place and day, and who signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from congress_desk.domain.congress import Congress
from congress_desk.domain.papers import Imprint
from congress_desk.reports.document.document import (
    Block,
    Document,
    KeepTogether,
    Recipients,
    Signature,
    Signatures,
)
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    congress_wording,
    number_text,
    place_and_date,
)

_NOBODY: Mapping[str, str] = MappingProxyType({})


def imprinted(
    document: Document,
    imprint: Imprint,
    congress: Congress,
    leaders: Mapping[str, str] = _NOBODY,
) -> Document:
    """Return a document with what was set; what is not set stays as the records have it.

    `leaders` says who signs for an organ where the paper leaves the name open and nobody was set.
    """
    words = congress_wording(congress)
    head = document.head
    place, day = imprint.place or head.place, imprint.day or head.day
    number = number_text(imprint.number, head.symbol, words) if imprint.number else head.number
    head = replace(
        head,
        number=number,
        place=place,
        day=day,
        place_and_date=place_and_date(place, day, words),
    )
    signers = {**_of_all(congress, document), **dict(imprint.signers)}
    blocks = tuple(_block(block, signers, leaders) for block in document.blocks)
    return replace(document, head=head, blocks=blocks)


def _of_all(congress: Congress, document: Document) -> dict[str, str]:
    """Return who signs on all papers; each election has a board, whose head the records name."""
    signers = dict(congress.office.signers)
    if any(place.signer == COUNTING_BOARD and place.name for place in signing_organs(document)):
        signers.pop(COUNTING_BOARD, None)
    return signers


def signing_organs(document: Document) -> tuple[Signature, ...]:
    """Return the places where somebody signs for an organ, in the order they are printed."""
    found: list[Signature] = []
    waiting = list(document.blocks)
    while waiting:
        block = waiting.pop(0)
        if isinstance(block, KeepTogether):
            waiting[:0] = block.blocks
        if isinstance(block, Signatures):
            found += [c for c in block.cells if isinstance(c, Signature) and c.signer]
    return tuple({place.signer: place for place in found}.values())


def _block(block: Block, signers: Mapping[str, str], leaders: Mapping[str, str]) -> Block:
    if isinstance(block, KeepTogether):
        inside = (_block(inner, signers, leaders) for inner in block.blocks)
        return replace(block, blocks=tuple(inside))
    if isinstance(block, Signatures):
        cells = (_cell(cell, signers, leaders) for cell in block.cells)
        return replace(block, cells=tuple(cells))
    return block


def _cell(
    cell: Signature | Recipients | None, signers: Mapping[str, str], leaders: Mapping[str, str]
) -> Signature | Recipients | None:
    if not isinstance(cell, Signature):
        return cell
    name = signers.get(cell.signer) or cell.name or leaders.get(cell.signer, "")
    return replace(cell, name=name)
