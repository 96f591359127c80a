"""The plan of a hall (sơ đồ chỗ ngồi) as plain data: whole, block by block, and by delegation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.seating.filling import blocks_of_columns
from congress_desk.domain.seating.plan import HallSeat, KeptFor, SeatingPlan, seat_label
from congress_desk.domain.seating.seating import Seating
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording


class CellKind(StrEnum):
    """How a seat is drawn on paper: plain, for guests, of the stage, or closed."""

    DELEGATE = "delegate"
    GUEST = "guest"
    STAGE = "stage"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCell:
    """One seat of a page, `across` and `down` from its upper left corner, in places of seats."""

    label: str
    number: str
    name: str
    across: int
    down: int
    kind: CellKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """A part of the hall: its seats, the names of its rows by their place, and where the stage is.

    `stage` is the side of the page that shows to the stage; `sums` are of its seats alone.
    """

    title: str
    sums: str
    cells: tuple[SeatCell, ...]
    rows: tuple[tuple[str, int], ...]
    sideways: bool
    stage: str

    @property
    def size(self) -> tuple[int, int]:
        """Return how many places the page is wide and high."""
        wide = max((cell.across for cell in self.cells), default=0) + 1
        return wide, max((cell.down for cell in self.cells), default=0) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySeats:
    """A delegation with its seats in words, "B1–B12, C1–C5", and how many they are.

    Guests and those of no delegation stand `beside` the delegations.
    """

    name: str
    seats: str
    count: str
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingPages:
    """The pages of a plan; `large` ones are A3. `companies` stand on pages of their own."""

    title: str
    congress: str
    about: str
    pages: tuple[PlanPage, ...]
    companies: tuple[CompanySeats, ...]
    companies_title: str
    companies_sums: str
    companies_heads: tuple[str, str, str]
    stage_words: str
    large: bool
    footer: str
    stamp: str


_KINDS = {
    KeptFor.DELEGATES: CellKind.DELEGATE,
    KeptFor.GUESTS: CellKind.GUEST,
    KeptFor.PRESIDIUM: CellKind.STAGE,
    KeptFor.NOBODY: CellKind.CLOSED,
}


def seating_pages(
    congress: Congress,
    seating: Seating,
    head: JournalLine,
    *,
    large: bool = False,
    wording: Wording | None = None,
) -> SeatingPages:
    """Return the hall on one page, then each block, then where each delegation sits.

    A `large` one is the whole hall on A3 alone.
    """
    words, plan = congress_wording(congress, wording), seating.plan
    whole = _page(words.say("seating.whole"), plan.seats, seating, words)
    blocks = () if large else tuple(_blocks(seating, words))
    companies = () if large else tuple(_companies(seating, words))
    delegations = [int(company.count) for company in companies if not company.beside]
    beside = sum(int(company.count) for company in companies if company.beside)
    return SeatingPages(
        title=words.say("seating.title"),
        congress=congress_name(congress, words),
        about=" · ".join(filter(None, (plan.name, plan.session))),
        pages=(whole, *(blocks if len(blocks) > 1 else ())),
        companies=companies,
        companies_title=words.say("seating.companies"),
        companies_sums=words.say(
            "seating.companies_and_beside" if beside else "seating.companies_sums",
            count=len(delegations),
            seats=sum(delegations),
            beside=beside,
        ),
        companies_heads=(
            words.say("seating.heads.company"),
            words.say("seating.heads.count"),
            words.say("seating.heads.seats"),
        ),
        stage_words=words.say("seating.stage"),
        large=large,
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
    )


def _page(title: str, seats: Sequence[HallSeat], seating: Seating, words: Wording) -> PlanPage:
    plan = seating.plan
    drawn = plan.drawing()
    places = {seat.id: drawn(seat.line, seat.column) for seat in seats}
    left = min((x for x, _ in places.values()), default=0)
    top = min((y for _, y in places.values()), default=0)
    sideways = plan.stage.value in ("left", "right")
    rows: dict[int, str] = {}
    for seat in seats:
        x, y = places[seat.id]
        rows.setdefault(x - left if sideways else y - top, seat.row or seat.block)
    usable = sum(seat.kept_for is not KeptFor.NOBODY for seat in seats)
    taken = sum(seating.sitter(seat) is not None for seat in seats)
    return PlanPage(
        title=title,
        sums=words.say("seating.sums", seats=usable, taken=taken, free=usable - taken),
        cells=tuple(_cell(seat, places[seat.id], (left, top), seating) for seat in seats),
        rows=tuple((name, place) for place, name in rows.items()),
        sideways=sideways,
        stage=plan.stage.value,
    )


def _cell(
    seat: HallSeat, place: tuple[int, int], first: tuple[int, int], seating: Seating
) -> SeatCell:
    person = seating.sitter(seat)
    return SeatCell(
        label=seat.label,
        number=str(seat.number),
        name=person.name if person else "",
        across=place[0] - first[0],
        down=place[1] - first[1],
        kind=_KINDS[seat.kept_for],
    )


def _blocks(seating: Seating, words: Wording) -> Iterator[PlanPage]:
    """Yield the stage, then each block of the hall between its aisles."""
    plan = seating.plan
    stage = [seat for seat in plan.seats if seat.on_stage]
    if stage:
        yield _page(words.say("seating.on_stage"), stage, seating, words)
    hall = [seat for seat in plan.seats if not seat.on_stage]
    block_of = blocks_of_columns(hall)
    for block in sorted(set(block_of.values())):
        seats = [seat for seat in hall if block_of[seat.column] == block]
        named = {seat.block for seat in seats} - {""}
        name = ", ".join(sorted(named)) or str(block + 1)
        yield _page(words.say("seating.block", block=name), seats, seating, words)


def _companies(seating: Seating, words: Wording) -> Iterator[CompanySeats]:
    """Yield where each delegation sits, in the order of the register."""
    sitting: dict[str, list[HallSeat]] = {}
    delegations: set[str] = set()
    order = {name: n for n, name in enumerate(dict.fromkeys(p.delegation for p in seating.people))}
    for seat in seating.plan.seats:
        person = seating.sitter(seat)
        if person is not None and not seat.on_stage and _counts(person):
            sitting.setdefault(person.delegation, []).append(seat)
            if person.kind is not PersonKind.GUEST:
                delegations.add(person.delegation)
    for name in sorted(sitting, key=lambda name: (not name, order.get(name, 0))):
        yield CompanySeats(
            name=name or words.say("seating.no_company"),
            seats=", ".join(seat_ranges(sitting[name])),
            count=str(len(sitting[name])),
            beside=not name or name not in delegations,
        )


def _counts(person: Person) -> bool:
    """Say whether somebody is of a delegation: guests are named with their own seats."""
    return person.has_vote or bool(person.delegation)


def seat_ranges(seats: Iterable[HallSeat]) -> list[str]:
    """Return seats in words, those beside each other together: "B1–B12", "C3"."""
    said: list[str] = []
    run: list[HallSeat] = []
    for seat in sorted(seats, key=lambda s: (s.line, s.block, s.number)):
        if run and not _beside(run[-1], seat):
            said.append(_range(run))
            run = []
        run.append(seat)
    return [*said, _range(run)] if run else said


def _beside(one: HallSeat, other: HallSeat) -> bool:
    same = (one.line, one.block, one.row) == (other.line, other.block, other.row)
    return same and other.number == one.number + 1


def _range(run: Sequence[HallSeat]) -> str:
    if len(run) == 1:
        return run[0].label
    last = run[-1]
    return f"{run[0].label}–{seat_label('', last.row, last.number)}"


def plan_title(plan: SeatingPlan) -> str:
    """Return what a plan is called in titles of papers: its name, and its session."""
    return " · ".join(filter(None, (plan.name, plan.session)))
