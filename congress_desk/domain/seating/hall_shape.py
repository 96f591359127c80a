"""A hall drawn by a few numbers: rows, blocks between aisles, the stage, the first rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.seating.plan import MOST_SEATS, HallSeat, KeptFor
from congress_desk.errors import Refusal, refuse

MOST_ROWS, MOST_BLOCKS, MOST_ACROSS, MOST_ON_STAGE, MOST_STAGE_ROWS = 80, 8, 60, 120, 4
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class RowNames(StrEnum):
    """How rows are called."""

    LETTERS = "letters"
    NUMBERS = "numbers"


class Numbering(StrEnum):
    """How the seats of a row are numbered.

    Through from the left, each block from 1, or from the middle: odd to the left, even to the
    right.
    """

    THROUGH = "through"
    BY_BLOCK = "by_block"
    ODD_EVEN = "odd_even"


@dataclass(frozen=True, slots=True, kw_only=True)
class HallShape:
    """The numbers a hall is drawn by.

    `blocks` are the seats in a row of each block, from the left, with an aisle between two;
    `cross_aisles` the rows after which an aisle runs across. `on_stage` seats of the presidium
    stand in `stage_rows`; the first `guest_rows` of the hall are kept for guests.
    """

    rows: int
    blocks: tuple[int, ...]
    cross_aisles: tuple[int, ...] = ()
    row_names: RowNames = RowNames.LETTERS
    numbering: Numbering = Numbering.THROUGH
    on_stage: int = 0
    stage_rows: int = 1
    guest_rows: int = 0

    @property
    def in_hall(self) -> int:
        """Return how many seats the hall has below the stage."""
        return self.rows * sum(self.blocks)


def read_numbers(text: str) -> tuple[int, ...] | None:
    """Return the numbers typed as "8 12 8", "8, 12, 8" or "8+12+8"; None of anything else."""
    words = text.replace(",", " ").replace("+", " ").replace("-", " ").replace(";", " ").split()
    if not all(word.isascii() and word.isdecimal() and len(word) <= 3 for word in words):
        return None
    return tuple(int(word) for word in words)


def check_shape(shape: HallShape) -> Refusal | None:
    """Refuse numbers that no hall has."""
    if not 1 <= shape.rows <= MOST_ROWS:
        return refuse("hall_rows_wrong", most=MOST_ROWS)
    wrong = not all(1 <= across <= MOST_ACROSS for across in shape.blocks)
    if not 1 <= len(shape.blocks) <= MOST_BLOCKS or wrong:
        return refuse("hall_blocks_wrong", most=MOST_ACROSS, blocks=MOST_BLOCKS)
    if any(not 1 <= row < shape.rows for row in shape.cross_aisles):
        return refuse("hall_aisles_wrong", last=shape.rows - 1)
    if not 0 <= shape.on_stage <= MOST_ON_STAGE or not 1 <= shape.stage_rows <= MOST_STAGE_ROWS:
        return refuse("hall_stage_wrong", most=MOST_ON_STAGE, rows=MOST_STAGE_ROWS)
    if not 0 <= shape.guest_rows <= shape.rows:
        return refuse("hall_guest_rows_wrong", most=shape.rows)
    total = shape.in_hall + shape.on_stage
    return refuse("hall_too_large", count=total, most=MOST_SEATS) if total > MOST_SEATS else None


def drawn_hall(shape: HallShape, stage_block: str) -> tuple[HallSeat, ...] | Refusal:
    """Return the seats of a hall, line by line from the stage; `stage_block` is on its stage."""
    refusal = check_shape(shape)
    if refusal:
        return refusal
    stage = tuple(_stage(shape, stage_block))
    first = max((seat.line for seat in stage), default=-2) + 2
    return (*stage, *_hall(shape, first))


def row_name(place: int, names: RowNames) -> str:
    """Return what a row is called, `place` from 0: "A" … "Z", "AA" …, or "1" …"""
    if names is RowNames.NUMBERS:
        return str(place + 1)
    before, letter = divmod(place, len(_LETTERS))
    return (_LETTERS[before - 1] if before else "") + _LETTERS[letter]


def initials(words: str) -> str:
    """Return the first letters of words: "đoàn chủ tịch" -> "ĐCT"."""
    return "".join(word[0] for word in words.split()).upper()


def _stage(shape: HallShape, block: str) -> Iterator[HallSeat]:
    """Yield the seats of the presidium, each row of them in the middle."""
    across = sum(shape.blocks) + len(shape.blocks) - 1
    rows = min(shape.stage_rows, max(shape.on_stage, 1))
    each, more = divmod(shape.on_stage, rows)
    counts = [each + (line < more) for line in range(rows)]
    left = [max((across - count) // 2, 0) for count in counts]
    for line, count in enumerate(counts):
        for place in range(count):
            yield HallSeat(
                block=block,
                row=str(line + 1) if rows > 1 else "",
                number=place + 1,
                line=line,
                column=left[line] + place,
                kept_for=KeptFor.PRESIDIUM,
            )


def _hall(shape: HallShape, first: int) -> Iterator[HallSeat]:
    line = first
    for place in range(shape.rows):
        kept = KeptFor.GUESTS if place < shape.guest_rows else KeptFor.DELEGATES
        for block, number, column in _row(shape):
            yield HallSeat(
                block=block,
                row=row_name(place, shape.row_names),
                number=number,
                line=line,
                column=column,
                kept_for=kept,
            )
        line += 2 if place + 1 in shape.cross_aisles else 1


def _row(shape: HallShape) -> list[tuple[str, int, int]]:
    """Return block, number and column of each seat of a row."""
    columns = [
        (block, place, sum(shape.blocks[:block]) + block + place)
        for block, across in enumerate(shape.blocks)
        for place in range(across)
    ]
    if shape.numbering is Numbering.BY_BLOCK and len(shape.blocks) > 1:
        # Blocks are not called as rows are: "1-A12", "A-3-12".
        letters = shape.row_names is RowNames.NUMBERS
        names = RowNames.LETTERS if letters else RowNames.NUMBERS
        return [(row_name(block, names), place + 1, column) for block, place, column in columns]
    numbers = _numbers(shape.blocks, shape.numbering)
    return [("", number, column) for number, (_, _, column) in zip(numbers, columns, strict=True)]


def _numbers(blocks: Sequence[int], numbering: Numbering) -> list[int]:
    total = sum(blocks)
    if numbering is not Numbering.ODD_EVEN:
        return list(range(1, total + 1))
    half, middle = divmod(len(blocks), 2)
    left = sum(blocks[:half]) + ((blocks[half] + 1) // 2 if middle else 0)
    return [2 * (left - i) - 1 if i < left else 2 * (i - left + 1) for i in range(total)]
