"""What a station is asked to enter, as the text that the congress signs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.elections.passes.bundle_passes import RESOLVER
from congress_desk.domain.elections.round import Round

ORDER_FORMAT = "congress-desk.station"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StationOrder:
    """Which bundles of which list a station enters, as which pass.

    `bundles` are (number, sheets on the cover); keys are public, in hexadecimal. `vote` is the
    number of the vote that people say, `round_id` the round in the congress file. A station that
    settles (its pass is that of the resolver) types single sheets from the paper: then `places`
    are, bundle by bundle, their numbers from the top, and each bundle has as many sheets. The
    text of a rehearsal says so, and so does every result of it.
    """

    congress_uid: str
    congress_name: str
    election: str
    round_id: int
    vote: int
    station: int
    name: str
    pass_number: int
    passes: int
    list_hash: str
    bundles: tuple[tuple[int, int], ...]
    congress_key: str
    station_key: str
    rehearsal: bool = False
    places: tuple[tuple[int, ...], ...] = ()

    @property
    def settles(self) -> bool:
        return self.pass_number == RESOLVER

    def place(self, bundle: int, sequence: int) -> int:
        """Return which sheet of a bundle, from the top, is entered there as the `sequence`-th."""
        of_bundle = dict(zip((number for number, _ in self.bundles), self.places, strict=False))
        places = of_bundle.get(bundle, ())
        return places[sequence - 1] if 0 < sequence <= len(places) else sequence

    @property
    def sheets(self) -> int:
        """Return how many sheets its covers promise."""
        return sum(expected for _, expected in self.bundles)

    @property
    def text(self) -> str:
        """Return the text that is signed: the same order is always the same text."""
        told: dict[str, Any] = {"places": [list(each) for each in self.places]}
        return canonical(
            {
                **(told if self.settles else {}),
                "format": ORDER_FORMAT,
                "version": VERSION,
                "congress": self.congress_uid,
                "congress_name": self.congress_name,
                "election": self.election,
                "round": self.round_id,
                "vote": self.vote,
                "station": self.station,
                "name": self.name,
                "pass": self.pass_number,
                "passes": self.passes,
                "list": self.list_hash,
                "bundles": [list(bundle) for bundle in self.bundles],
                "congress_key": self.congress_key,
                "station_key": self.station_key,
                **({"rehearsal": True} if self.rehearsal else {}),
            }
        )

    @property
    def hash(self) -> str:
        """Return the SHA-256 of its text, by which a result names it."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def order_of(text: str) -> StationOrder:
    """Return the order that a text tells; the text is the program's own."""
    told: dict[str, Any] = json.loads(text)
    return StationOrder(
        congress_uid=told["congress"],
        congress_name=told["congress_name"],
        election=told["election"],
        round_id=told["round"],
        vote=told["vote"],
        station=told["station"],
        name=told["name"],
        pass_number=told["pass"],
        passes=told["passes"],
        list_hash=told["list"],
        bundles=tuple((number, expected) for number, expected in told["bundles"]),
        congress_key=told["congress_key"],
        station_key=told["station_key"],
        rehearsal=told.get("rehearsal", False) is True,
        places=tuple(tuple(each) for each in told.get("places", ())),
    )


def list_hash(found: Round) -> str:
    """Return the SHA-256 of what a ballot of a round says: names in their order, seats, marking."""
    told = {
        "names": [[candidate.name, candidate.born] for candidate in found.candidates],
        "seats": found.seats,
        "mode": found.mode.value,
    }
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def canonical(told: Mapping[str, Any]) -> str:
    """Return JSON in which what is equal is one text."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
