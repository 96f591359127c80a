"""What a station counted, as the text that it signs, and back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER
from congress_desk.domain.elections.stations.order import VERSION, canonical
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT, TEXT_LIMIT

RESULT_FORMAT = "congress-desk.station-result"
_TO_THE_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_MOST_SHEETS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSheet:
    """One sheet of a bundle: what stands on it by ballot position, or why it waits for the board.

    `typist` is who entered it, or put it aside.
    """

    paper: Paper | None = None
    cause: DoubtCause | None = None
    note: str = ""
    typist: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationBundle:
    """A bundle in the paper's order. `began` and `ended` are local times to the minute, or ""."""

    number: int
    began: str
    ended: str
    sheets: tuple[StationSheet, ...]

    @property
    def typists(self) -> tuple[str, ...]:
        """Return who entered it, each once, in the order of their first sheets."""
        return tuple(dict.fromkeys(sheet.typist for sheet in self.sheets))

    @property
    def told(self) -> dict[str, Any]:
        """Return the bundle as JSON has it."""
        return {
            "bundle": self.number,
            "began": self.began,
            "ended": self.ended,
            "typists": list(self.typists),
            "sheets": [_told_sheet(sheet, self.typists) for sheet in self.sheets],
        }

    @property
    def hash(self) -> str:
        """Return the SHA-256 of what it tells."""
        return hashlib.sha256(canonical(self.told).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class StationResult:
    """What came of an order: the congress, the list and the order it names, its bundles so far.

    Of a station that settles the sheets of a bundle are those of the places in its order.
    `rehearsal` says that nothing of it counts.
    """

    congress_uid: str
    election: str
    round_id: int
    station: int
    pass_number: int
    list_hash: str
    order_hash: str
    bundles: tuple[StationBundle, ...]
    rehearsal: bool = False

    @property
    def text(self) -> str:
        """Return the text that the station signs."""
        return canonical(self.told)

    @property
    def told(self) -> dict[str, Any]:
        """Return the result as JSON has it."""
        return {
            "format": RESULT_FORMAT,
            "version": VERSION,
            "congress": self.congress_uid,
            "election": self.election,
            "round": self.round_id,
            "station": self.station,
            "pass": self.pass_number,
            "list": self.list_hash,
            "order": self.order_hash,
            **({"rehearsal": True} if self.rehearsal else {}),
            "bundles": [bundle.told for bundle in self.bundles],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedResult:
    """A result as it came in: the text that was signed, the signature, and the file's name."""

    result: StationResult
    text: str
    signature: str
    source: str


def _told_sheet(sheet: StationSheet, typists: tuple[str, ...]) -> dict[str, Any]:
    """Return a sheet with what is on it alone; `by` is the place of its typist from 1."""
    told: dict[str, Any] = {"by": typists.index(sheet.typist) + 1}
    if sheet.paper is None:
        return {**told, "aside": sheet.cause.value if sheet.cause else "", "note": sheet.note}
    paper = sheet.paper
    for name in ("struck", "both", "blank"):
        if getattr(paper, name):
            told[name] = sorted(getattr(paper, name))
    if paper.board_reason is not None:
        told |= {"invalid": paper.board_reason.value, "note": paper.board_text}
    return told


def result_of(told: Mapping[str, Any]) -> StationResult:
    """Return the result that JSON tells; ValueError, KeyError or TypeError where it tells none."""
    return StationResult(
        congress_uid=_text(told["congress"]),
        election=_text(told["election"]),
        round_id=_number(told["round"]),
        station=_number(told["station"]),
        pass_number=_number(told["pass"], least=RESOLVER),
        list_hash=_text(told["list"]),
        order_hash=_text(told["order"]),
        bundles=tuple(_bundle_of(bundle) for bundle in _list(told["bundles"])),
        rehearsal=told.get("rehearsal", False) is True,
    )


def _bundle_of(told: Mapping[str, Any]) -> StationBundle:
    typists = tuple(_name(name) for name in _list(told["typists"]))
    return StationBundle(
        number=_number(told["bundle"]),
        began=_time(told["began"]),
        ended=_time(told["ended"]),
        sheets=tuple(_sheet_of(sheet, typists) for sheet in _list(told["sheets"])),
    )


def _sheet_of(told: Mapping[str, Any], typists: tuple[str, ...]) -> StationSheet:
    typist, note = typists[_number(told["by"]) - 1], _note(told.get("note", ""))
    if "aside" in told:
        return StationSheet(cause=DoubtCause(told["aside"]), note=note, typist=typist)
    paper = Paper(
        struck=_positions(told.get("struck", [])),
        both=_positions(told.get("both", [])),
        blank=_positions(told.get("blank", [])),
        board_reason=BoardReason(told["invalid"]) if "invalid" in told else None,
        board_text=note,
    )
    return StationSheet(paper=paper, typist=typist)


def _positions(told: Any) -> frozenset[int]:
    found = frozenset(map(_number, _list(told)))
    if len(found) != len(told):
        raise ValueError("a position twice")
    return found


def _list(told: Any) -> list[Any]:
    if not isinstance(told, list) or len(told) > _MOST_SHEETS:
        raise ValueError("no list")
    return told


def _number(told: Any, *, least: int = 1) -> int:
    if type(told) is not int or not least <= told <= 10**9:
        raise ValueError("no number")
    return told


def _text(told: Any) -> str:
    if not isinstance(told, str) or len(told) > TEXT_LIMIT:
        raise ValueError("no text")
    return told


def _note(told: Any) -> str:
    return clean_text(_text(told))


def _name(told: Any) -> str:
    name = clean_text(_text(told))
    if not name or len(name) > NAME_LIMIT:
        raise ValueError("no name")
    return name


def _time(told: Any) -> str:
    if told == "":
        return ""
    if not _TO_THE_MINUTE.fullmatch(_text(told)):
        raise ValueError("no time")
    datetime.fromisoformat(told)
    return str(told)
