"""The geometry of a ballot paper, exact to the hundredth of a point.

The drawing is made from it and from nothing else, so that whoever reads the papers later knows
where each name, box and mark is. All lengths are points (1/72 inch); x grows to the right, y
upwards, from the lower left corner of the ballot, not of the sheet it is cut from. A ballot has one
page, or two that are printed on both sides of one paper.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from congress_desk.reports.ballot_papers.forms import Colour, ColourKind, PaperSize

LEAST_TYPE = 11.0
_VERSION = "CD1"


class Face(StrEnum):
    """A face of the print font."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its lower left corner and its extent."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    def holds(self, other: Box) -> bool:
        """Say whether another box lies wholly inside, to a hundredth of a point."""
        grain = 0.011
        return (
            self.x <= other.x + grain
            and self.y <= other.y + grain
            and other.right <= self.right + grain
            and other.top <= self.top + grain
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text: where it begins on its base line, and how wide it is."""

    text: str
    x: float
    y: float
    width: float
    size: float
    face: Face


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line of the table."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A line of the list: the whole row, the cell of the name, and where an X is put.

    `lines` is the name as drawn, several lines of one that is wider than its cell at the least
    type. `agree` and `disagree` are None where names are struck out.
    """

    position: int
    candidate_id: int
    row: Box
    name: Box
    lines: tuple[TextLine, ...]
    agree: Box | None = None
    disagree: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPage:
    """One page of a ballot.

    `marks` are squares filled black: upper left, upper right, lower left, and lower right, where
    the square has a white one of half its side in its middle: so a page is turned the right way
    round. `code` is the QR code with its white edge. `stamp` is None on the second page.
    """

    marks: tuple[Box, Box, Box, Box]
    code: Box
    code_text: str
    stamp: Box | None
    band: Box | None
    lines: tuple[TextLine, ...]
    rules: tuple[Rule, ...]
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotLayout:
    """A ballot of one list: the same on every copy; `type_size` is that of the names."""

    size: PaperSize
    columns: int
    type_size: float
    colour: Colour
    colour_kind: ColourKind
    pages: tuple[BallotPage, ...]

    @property
    def width(self) -> float:
        return self.size.width

    @property
    def height(self) -> float:
        return self.size.height

    @property
    def rows(self) -> tuple[NameRow, ...]:
        return tuple(row for page in self.pages for row in page.rows)

    @property
    def split_names(self) -> int:
        """Return how many names need more than one line."""
        return sum(len(row.lines) > 1 for row in self.rows)

    def as_json(self) -> str:
        """Return the whole layout as text, the same layout always as the same text."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def layout_of(text: str) -> BallotLayout:
    """Return the layout that `as_json` wrote."""
    values = json.loads(text)
    return BallotLayout(
        size=PaperSize(values["size"]),
        columns=values["columns"],
        type_size=values["type_size"],
        colour=Colour(values["colour"]),
        colour_kind=ColourKind(values["colour_kind"]),
        pages=tuple(map(_page, values["pages"])),
    )


def with_codes(layout: BallotLayout, election_id: int, number: int, list_code: str) -> BallotLayout:
    """Return a layout whose pages bear their code.

    The code names the form of the code, election, round, layout, page and list:
    "CD1:3:1:A5C2-K7QM:1:K7Q2M9X4W3". It is the same on every copy.
    """
    digest = hashlib.sha256(layout.as_json().encode("utf-8")).digest()
    own = base64.b32encode(digest).decode("ascii")[:4]
    form = f"{layout.size}C{layout.columns}-{own}"
    return replace(
        layout,
        pages=tuple(
            replace(page, code_text=f"{_VERSION}:{election_id}:{number}:{form}:{place}:{list_code}")
            for place, page in enumerate(layout.pages, start=1)
        ),
    )


def _page(values: Mapping[str, Any]) -> BallotPage:
    first, second, third, fourth = map(_box, values["marks"])
    return BallotPage(
        marks=(first, second, third, fourth),
        code=_box(values["code"]),
        code_text=values["code_text"],
        stamp=_box_or_none(values["stamp"]),
        band=_box_or_none(values["band"]),
        lines=tuple(map(_line, values["lines"])),
        rules=tuple(Rule(**rule) for rule in values["rules"]),
        rows=tuple(map(_row, values["rows"])),
    )


def _row(values: Mapping[str, Any]) -> NameRow:
    return NameRow(
        position=values["position"],
        candidate_id=values["candidate_id"],
        row=_box(values["row"]),
        name=_box(values["name"]),
        lines=tuple(map(_line, values["lines"])),
        agree=_box_or_none(values["agree"]),
        disagree=_box_or_none(values["disagree"]),
    )


def _box(values: Mapping[str, float]) -> Box:
    return Box(**values)


def _line(values: Mapping[str, Any]) -> TextLine:
    return TextLine(**{**values, "face": Face(values["face"])})


def _box_or_none(values: Mapping[str, float] | None) -> Box | None:
    return None if values is None else _box(values)
