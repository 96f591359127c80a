"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Container, Sequence


def column_widths(
    natural: Sequence[int],
    *,
    least: Sequence[int],
    long: Sequence[int],
    room: int,
    widest: int,
    readable: int,
) -> list[int]:
    """Return a width for each column: the `long` ones share what the others leave.

    Other columns get their natural width, `widest` at the most. The first of the long ones goes
    before the rest until it is `readable`; of the rest the shorter keep their natural width and the
    longest give way, none below its `least`. What is left over goes to the first.
    """
    widths = [min(width, widest) for width in natural]
    if not long:
        return widths
    first, *rest = long
    left = room - sum(width for i, width in enumerate(widths) if i not in long)
    wanted = min(natural[first], readable)
    widths[first] = max(min(wanted, left - sum(least[i] for i in rest)), least[first])
    left -= widths[first]
    for done, column in enumerate(sorted(rest, key=lambda i: natural[i])):
        share = left // (len(rest) - done)
        widths[column] = max(min(natural[column], share), least[column])
        left -= widths[column]
    widths[first] += max(left, 0)
    return widths


def columns_with_room(
    shown: Sequence[int],
    needed: Sequence[int],
    *,
    main: int,
    kept: Container[int],
    late: Container[int] = (),
    room: int,
) -> list[int]:
    """Return which of the columns that are `shown` have room, in their order.

    `needed` is the least width of each column. The last ones give way first, then those before the
    `main` one, which says what a row is about, then the `late` ones; it stays, as do the first and
    those to be `kept`.
    """
    after = [column for column in reversed(shown) if column > main]
    before = [column for column in reversed(shown[1:]) if column < main]
    left = list(shown)
    for column in sorted((*after, *before), key=lambda each: each in late):
        if sum(needed[each] for each in left) <= room:
            break
        if column not in kept:
            left.remove(column)
    return left
