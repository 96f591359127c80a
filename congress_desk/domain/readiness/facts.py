"""What is known of the machine and of the congress before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.congress import CongressState


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFacts:
    """What a window knows: where it keeps a second journal, its screens and printers.

    None is what nobody could look at: a command line sees no screen.
    """

    journal_folder: str = ""
    screens: tuple[tuple[int, int], ...] | None = None
    printers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFacts:
    """What the machine says.

    `free` is in bytes, on the disk of the file; `copies` is how many automatic copies there are,
    -1 where none can be written. `journal_there` says whether the folder of the second journal can
    be reached. `missing_letters` cannot be printed. Screens are (width, height) in pixels, the
    first one this desk's.
    """

    now: datetime
    free: int
    copies: int
    journal_there: bool
    missing_letters: str
    window: WindowFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFacts:
    """An election: the names on its list, whether that is fixed, and papers printed of it."""

    election_id: int
    code: str
    title: str
    names: int
    frozen: bool
    begun: bool
    printed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalFacts:
    """The newest rehearsal made of a congress, and when a result was declared in any of them."""

    name: str = ""
    made_at: str = ""
    declared_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """A seating plan: `without` are delegates to come who have no seat, `free` seats for them.

    `guests_without` are guests to come who have none, where the plan keeps seats for guests. A plan
    has `begun` once it is in force or somebody has a seat: an empty one may be for fewer people.
    """

    name: str
    free: int
    begun: bool = True
    without: int = 0
    guests_without: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSeat:
    """A seat that was typed for several people, where no plan gives the seats."""

    seat: str
    names: tuple[str, ...]
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedFacts:
    """The numbered copies of a text: how many there are, for how many, and how they stand.

    `without` are delegates who have none although handing out has begun; `out` are copies still to
    come back after collecting has begun.
    """

    text_id: int
    title: str
    printed: int
    wanted: int
    handed: int = 0
    without: int = 0
    out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressFacts:
    """What the file says; times are ISO texts, "" for never.

    `missing_organs` are those without members, by their codes. Where guests were asked for,
    `guests` is how many there are, of whose letters some are `unsent` or `unanswered`;
    `summons_unsent` are delegates whose letters stayed behind when those of others were sent.
    """

    state: CongressState
    last_line_at: str
    rules_title: str
    rules_edited: bool
    convened: int
    delegates: bool
    items: int
    lists: tuple[ListFacts, ...]
    missing_organs: tuple[str, ...]
    rehearsal: RehearsalFacts
    guests: int = 0
    unsent: int = 0
    unanswered: int = 0
    summons_unsent: int = 0
    plans: tuple[PlanFacts, ...] = ()
    shared_seats: tuple[SharedSeat, ...] = ()
    numbered: tuple[NumberedFacts, ...] = ()
