"""The passes of one bundle held against each other; it tells places, never what stands on a paper.

A sheet that one pass left out or took twice is one difference, not one for each that follows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from congress_desk.domain.elections.passes.alignment import DOUBTFUL, Column, align


class StretchKind(StrEnum):
    """Sheets that every pass reads alike, that the passes tell otherwise, or the board decides."""

    SAME = "same"
    DIFFERS = "differs"
    BOARD = "board"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring sheets of a bundle, by pass: how many lie before them, and how many they are.

    `slack` says how far a stretch that only some passes have may lie further up and further down:
    among equal neighbours nobody can say which sheet it was that another pass left out.
    """

    kind: StretchKind
    before: tuple[int, ...]
    lengths: tuple[int, ...]
    slack: tuple[int, int] = (0, 0)

    @property
    def most(self) -> int:
        """Return how many sheets the longest pass has here."""
        return max(self.lengths)

    @property
    def least(self) -> int:
        """Return how many sheets the shortest pass has here."""
        return min(self.lengths)

    @property
    def is_uneven(self) -> bool:
        """Say whether the passes do not tell of as many sheets here."""
        return self.kind is StretchKind.DIFFERS and self.least != self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleComparison:
    """How the passes of a bundle compare: `counts` are the sheets of each, `stretches` in order."""

    counts: tuple[int, ...]
    stretches: tuple[Stretch, ...]

    @property
    def differing(self) -> tuple[Stretch, ...]:
        """Return the stretches in which the passes differ, from the top of the bundle."""
        return tuple(s for s in self.stretches if s.kind is StretchKind.DIFFERS)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return what is to be said of it, from the first sheet to the last."""
        return tuple(Difference(stretch=stretch) for stretch in self.differing)

    @property
    def agrees(self) -> bool:
        """Say whether every pass tells the same of every sheet that is not the board's."""
        return not self.differing

    def needs_count(self, expected: int | None) -> bool:
        """Say whether the sheets must be counted by hand before anything is typed.

        That is so where the passes tell of another number of sheets, or of another than the cover.
        """
        if any(stretch.is_uneven for stretch in self.differing):
            return True
        return expected is not None and sum(s.most for s in self.stretches) != expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where the passes tell otherwise; its sentence is `difference.<code>` in i18n."""

    stretch: Stretch

    @property
    def lacking(self) -> tuple[int, ...]:
        """Return the passes, from 1, that have fewer sheets here than another."""
        stretch = self.stretch
        return tuple(
            number
            for number, length in enumerate(stretch.lengths, start=1)
            if length < stretch.most
        )

    @property
    def missing(self) -> int:
        """Return how many sheets the poorest pass has fewer."""
        return self.stretch.most - self.stretch.least

    @property
    def code(self) -> str:
        """Return what kind it is: read otherwise, missing, or both at once."""
        stretch = self.stretch
        if not stretch.is_uneven:
            return "read" if stretch.most == 1 else "read_range"
        if stretch.least:
            return "mixed"
        name = "missing_within" if any(stretch.slack) else "missing"
        if name == "missing" and not self.params["after"]:
            name = "missing_first"
        return name if self.missing == 1 else f"{name}_many"

    @property
    def params(self) -> dict[str, str | int]:
        """Return the numbers of its sentence: places in the pass that lacks a sheet, else in 1."""
        stretch, lacking = self.stretch, self.lacking
        counted_in = lacking[0] - 1 if lacking else 0
        up, down = stretch.slack
        fullest = stretch.lengths.index(stretch.most)
        return {
            "number": ", ".join(map(str, lacking)),
            "missing": self.missing,
            "after": stretch.before[counted_in],
            "first": stretch.before[fullest] + 1 - up,
            "last": stretch.before[fullest] + stretch.most + down,
        }


def compare_passes(passes: Sequence[Sequence[Hashable]]) -> BundleComparison:
    """Compare two or three passes sheet by sheet; DOUBTFUL stands for what the board decides."""
    passes = _numbered(passes)
    columns = align(passes)
    stretches = list(_stretches(passes, columns))
    return BundleComparison(
        counts=tuple(map(len, passes)), stretches=tuple(_with_slack(passes, stretches))
    )


def _numbered(passes: Sequence[Sequence[Hashable]]) -> list[list[Hashable]]:
    """Return the passes with a number for each paper: papers are looked at once, numbers often."""
    numbers: dict[Hashable, Hashable] = {DOUBTFUL: DOUBTFUL}
    return [[numbers.setdefault(tokens, len(numbers)) for tokens in each] for each in passes]


def _stretches(
    passes: Sequence[Sequence[Hashable]], columns: Iterable[Column]
) -> Iterator[Stretch]:
    before = [0] * len(passes)
    for kind, group in groupby(columns, key=lambda column: _kind(passes, column)):
        found = list(group)
        # Every doubtful sheet is decided by itself.
        for part in [[each] for each in found] if kind is StretchKind.BOARD else [found]:
            lengths = [sum(c[p] is not None for c in part) for p in range(len(passes))]
            yield Stretch(kind=kind, before=tuple(before), lengths=tuple(lengths))
            before = [b + length for b, length in zip(before, lengths, strict=True)]


def _kind(passes: Sequence[Sequence[Hashable]], column: Column) -> StretchKind:
    tokens = {each[i] for each, i in zip(passes, column, strict=True) if i is not None}
    if DOUBTFUL in tokens:
        return StretchKind.BOARD
    alike = len(tokens) == 1 and None not in column
    return StretchKind.SAME if alike else StretchKind.DIFFERS


def _with_slack(
    passes: Sequence[Sequence[Hashable]], stretches: Sequence[Stretch]
) -> Iterator[Stretch]:
    """Yield the stretches, those that only some passes have with their room among equal sheets."""
    for place, stretch in enumerate(stretches):
        only_in = [p for p, length in enumerate(stretch.lengths) if length]
        if stretch.is_uneven and stretch.least == 0 and _is_one(passes, stretch, only_in):
            tokens, start = passes[only_in[0]], stretch.before[only_in[0]]
            up = _same_length(stretches, place - 1)
            down = _same_length(stretches, place + 1)
            end = start + stretch.most
            room = (
                sum(1 for _ in _run(tokens, start - 1, end - 1, -1, up)),
                sum(1 for _ in _run(tokens, start, end, 1, down)),
            )
            yield replace(stretch, slack=room)
        else:
            yield stretch


def _is_one(passes: Sequence[Sequence[Hashable]], stretch: Stretch, only_in: Sequence[int]) -> bool:
    """Say whether the passes that have these sheets tell the same of them."""
    tokens = {
        tuple(passes[p][stretch.before[p] : stretch.before[p] + stretch.lengths[p]])
        for p in only_in
    }
    return len(tokens) == 1


def _same_length(stretches: Sequence[Stretch], place: int) -> int:
    if not 0 <= place < len(stretches) or stretches[place].kind is not StretchKind.SAME:
        return 0
    return stretches[place].most


def _run(tokens: Sequence[Hashable], one: int, other: int, step: int, most: int) -> Iterator[None]:
    """Yield as often as a stretch can move by one sheet and tell the same."""
    for _ in range(most):
        if tokens[one] != tokens[other]:
            return
        yield
        one, other = one + step, other + step
