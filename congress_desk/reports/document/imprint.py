"""What the office sets on a paper itself: its number, place and day, and who signs."""

from __future__ import annotations

from dataclasses import replace

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
from congress_desk.reports.document.head import congress_wording, number_text, place_and_date


def imprinted(document: Document, imprint: Imprint, congress: Congress) -> Document:
    """Return a document with what was set; what is not set stays as the records have it."""
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
    signers = {**dict(congress.office.signers), **dict(imprint.signers)}
    blocks = tuple(_block(block, signers) for block in document.blocks)
    return replace(document, head=head, blocks=blocks)


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


def _block(block: Block, signers: dict[str, str]) -> Block:
    if isinstance(block, KeepTogether):
        return replace(block, blocks=tuple(_block(inner, signers) for inner in block.blocks))
    if isinstance(block, Signatures):
        return replace(block, cells=tuple(_cell(cell, signers) for cell in block.cells))
    return block


def _cell(
    cell: Signature | Recipients | None, signers: dict[str, str]
) -> Signature | Recipients | None:
    if isinstance(cell, Signature) and signers.get(cell.signer):
        return replace(cell, name=signers[cell.signer])
    return cell
