"""The sheets of a bundle as a scanner fed them, and what a person answered to doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, PageReading, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePicture:
    """The picture of one side of a sheet, by the SHA-256 of its JPEG.

    `code` is that of the printed page it was laid on: its lines stand where they were printed. ""
    where it was laid on none.
    """

    picture: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedSheet:
    """A sheet at its place in a bundle, from 1: read, doubted, or set aside.

    The keys of `paper` are positions; it holds what is clear, and all of it where there are no
    doubts. `file` and `page` say where its picture comes from, `twin` which sheet of the bundle
    has the same picture, 0 of none.
    """

    sequence: int
    paper: Paper
    doubts: tuple[LineDoubt, ...]
    aside: Aside | None
    file: str
    page: int
    sides: tuple[SidePicture, ...]
    twin: int = 0

    @property
    def needs_person(self) -> bool:
        """Say whether somebody has to look at it before it counts."""
        return bool(self.doubts) or self.aside is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person said of a sheet: the ballot as it is, or that it is none and is left out.

    With a `cause` it is put aside for the whole board. `by` is who answered, `beside` who saw it
    too, "" where one is enough.
    """

    paper: Paper | None
    cause: DoubtCause | None = None
    note: str = ""
    by: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAside:
    """A sheet of a scanned bundle that waits for the board."""

    cause: DoubtCause
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedBundle:
    """A bundle between two covers; `expected` is the number on its cover, None without one."""

    number: int
    expected: int | None
    sheets: tuple[ScannedSheet, ...]

    def waiting(self, answers: Mapping[int, Answer]) -> tuple[ScannedSheet, ...]:
        """Return the sheets nobody has answered yet; `answers` by sequence."""
        return tuple(s for s in self.sheets if s.needs_person and s.sequence not in answers)

    def ballots(self, answers: Mapping[int, Answer]) -> tuple[Paper | PutAside, ...]:
        """Return the ballots in the order of the feeder, without what was left out."""
        found = list[Paper | PutAside]()
        for sheet in self.sheets:
            answer = answers.get(sheet.sequence)
            if answer is None:
                found.append(sheet.paper)
            elif answer.cause is not None:
                found.append(PutAside(cause=answer.cause, note=answer.note))
            elif answer.paper is not None:
                found.append(answer.paper)
        return tuple(found)

    def counted_sheets(self, answers: Mapping[int, Answer]) -> tuple[ScannedSheet, ...]:
        """Return the sheets of `ballots`, in the same order."""
        return tuple(
            sheet
            for sheet in self.sheets
            if sheet.sequence not in answers
            or answers[sheet.sequence].paper is not None
            or answers[sheet.sequence].cause is not None
        )


def one_ballot(sides: Sequence[PageReading], pages: int) -> PageReading:
    """Return what the sides of one paper say together; `pages` is how many its print run has.

    Where a side is missing, or is there twice, the whole ballot is doubted. A side without a mark
    is not, where the same pen left marks on the other.
    """
    if pages == 1:
        return sides[0]
    bare = [side for side in sides if any(doubt.why is Why.BARE for doubt in side.doubts)]
    settled = bare if len(bare) < len(sides) else []
    doubts = tuple(
        doubt
        for side in sides
        for doubt in side.doubts
        if side not in settled or doubt.why not in {Why.BARE, Why.LIGHT}
    )
    if sorted(side.page for side in sides) != list(range(1, pages + 1)):
        doubts = (LineDoubt(0, Why.SIDES), *doubts)
    papers = [side.paper for side in sides]
    return replace(
        sides[0],
        positions=tuple(sorted({p for side in sides for p in side.positions})),
        paper=Paper(
            struck=frozenset().union(*(paper.struck for paper in papers)),
            both=frozenset().union(*(paper.both for paper in papers)),
            blank=frozenset().union(*(paper.blank for paper in papers)),
        ),
        doubts=doubts,
    )
