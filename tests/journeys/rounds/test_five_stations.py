"""348 ballots of 63 names at five stations in two passes, with slips, settled there, and declared.

Every station is a file of its own that is opened, filled and closed apart. All bundles are handed
out for both passes before the first is typed; each station brings its first block and then the
rest, signed; a third settles what two tell otherwise, from the paper. Every figure is that of the
same papers counted once, without a slip, at a single station.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from command_line import said_by
from congress_files import a_congress, a_round, code_of, fresh_uids, granted, reopened
from elections_after_round import declare, of_paper

from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, PassSource
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.stations.distribution import distributed_bundles
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.bundles import bundle_list, compared_bundle
from congress_desk.queries.elections.stations.stations import round_at_station, station_order
from congress_desk.station_files import hand_out
from congress_desk.storage.opening import open_file

BALLOTS, NAMES, SEATS, BUNDLE, STATIONS = 348, 63, 55, 25, 5
TYPISTS = ("Lâm Viết Hòa", "Mai Thị Diệu Lan", "Tạ Thị Kim Oanh", "Vũ Ba", "Đinh Tư")
# Of sheets: misread as a careless typist of this list does, left out, taken twice.
MISREAD, LEFT_OUT, TWICE = 0.12, 0.01, 0.01
LISTED = Election(
    code="BCH",
    title="Bầu Ban Chấp hành",
    seats=SEATS,
    candidates=tuple(
        Candidate(name=f"Nguyễn Thị {chr(65 + n // 26)}{chr(65 + n % 26)}", born=str(1960 + n % 40))
        for n in range(NAMES)
    ),
)
Sheets = Sequence[Sequence[int]]


@pytest.fixture(scope="module")
def paper() -> list[Sheets]:
    """Return the struck positions of every sheet by bundle; one in ten strikes a name more."""
    dice = random.Random(348)

    def sheet() -> tuple[int, ...]:
        liked_least = sorted(range(1, NAMES + 1), key=lambda name: dice.random() * name)
        return tuple(liked_least[-(NAMES - SEATS + (dice.random() < 0.1)) :])

    sheets = [sheet() for _ in range(BALLOTS)]
    return [sheets[first : first + BUNDLE] for first in range(0, BALLOTS, BUNDLE)]


def test_that_five_stations_give_every_figure_of_a_single_one(tmp_path, capsys, paper):
    several, one = Desk(tmp_path / "five", capsys, passes=2), Desk(tmp_path / "one", capsys)
    dice, slips = random.Random(5), set[tuple[int, ...]]()
    numbers = range(1, len(paper) + 1)
    shares = granted(distributed_bundles(numbers, STATIONS, 2))
    sticks = [several.hand_out(mine) for mine in shares]
    for part in range(2):
        for stick, mine, by in zip(sticks, shares, TYPISTS, strict=True):
            some = mine[: len(mine) // 2] if part == 0 else mine[len(mine) // 2 :]
            typed = {n: list(with_slips(paper[n - 1], dice, slips))[:BUNDLE] for n in some}
            several.type_at(stick, typed, by=by)
        several.take_everything()
    assert len(several.differing()) > len(paper) // 2
    again = several.settle_at_stations(paper, shares)
    assert again > BALLOTS * MISREAD
    one.type_at(one.hand_out(numbers), dict(enumerate(paper, start=1)), by=TYPISTS[0])
    one.take_everything()
    of_several, of_one = several.declare(), one.declare()
    counted, faultless = several.ballots(), one.ballots()
    assert [(b.bundle, b.sequence, b.paper) for b in counted] == [
        (b.bundle, b.sequence, b.paper) for b in faultless
    ]
    assert of_several.tally.same_as(of_one.tally)
    assert figures(of_several) == figures(of_one)
    assert of_several.result.outcome is not RoundOutcome.VOID
    minutes, other_minutes = several.minutes(), one.minutes()
    assert numbers_told(minutes, of_several) == numbers_told(other_minutes, of_one)
    assert of_several.head.code in minutes
    several.close_checked()
    one.close_checked()


class Desk:
    """The congress's laptop, with the sticks that lie on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], passes: int = 1) -> None:
        folder.mkdir()
        self.file, self._capsys = a_congress(folder, LISTED, people=BALLOTS), capsys
        granted(set_entry_settings(self.file, EntrySettings(passes=passes), actor="TK"))
        self.round = a_round(self.file, papers=BALLOTS, bundle_size=BUNDLE)
        self._folder, self._sticks, self._results = folder, 0, list[Path]()

    def call(self, *words: object) -> None:
        """Run a call on the command line."""
        said = said_by(self._capsys, *words)
        assert said.code == 0, said.err + said.out

    def hand_out(self, numbers: Iterable[int]) -> Path:
        """Hand bundles to a station; return its file."""
        self._sticks += 1
        stick = self._folder / f"T{self._sticks}.station"
        chosen, name = list(numbers), stick.stem
        granted(hand_out(self.file, self.round.id, chosen, name=name, target=stick, actor="TK"))
        return stick

    def type_at(self, stick: Path, typed: dict[int, Sheets], *, by: str) -> None:
        """Have bundles typed at a station, and keep its result."""
        result = stick.with_suffix(".station-result.json")
        there = granted(open_file(stick))
        found = round_at_station(there)
        for number, sheets in typed.items():
            expected = next(n for each, n in station_order(there).bundles if each == number)
            if len(sheets) != expected:
                granted(set_bundle(there, found.id, number, len(sheets), actor=by))
            papers = marked(found, sheets)
            uids = fresh_uids(len(papers))
            granted(enter_ballots(there, found.id, number, papers, uids, operator=by))
        there.close()
        self.call("station-result", stick, "--to", result)
        self._results.append(result)

    def take_everything(self) -> None:
        """Take every result in that lies here, in one call."""
        self.file.close()
        self.call("take", self.file.path, *self._results)
        self._results.clear()
        self.file = granted(open_file(self.file.path))

    def differing(self) -> list[int]:
        return [b.number for b in bundle_list(self.file, self.round.id) if not b.is_agreed]

    def settle_at_stations(self, paper: Sequence[Sheets], shares: Sequence[Sequence[int]]) -> int:
        """Settle what differs, each bundle by whoever typed none of its passes.

        Sheets are counted by hand here where that is asked; return how many are typed again.
        """
        left: dict[int, tuple[int, ...]] = {}
        thirds = {n: _third(n, shares) for n in range(1, len(paper) + 1)}
        for number in self.differing():
            compared = compared_bundle(self.file, self.round.id, number)
            if compared.needs_count:
                by = TYPISTS[thirds[number]]
                sheets = len(paper[number - 1])
                counted = count_by_hand(self.file, self.round.id, number, sheets, operator=by)
                compared = granted(counted)
            if compared.left:
                left[number] = compared.left
        for station in range(STATIONS):
            mine = [n for n in left if thirds[n] == station]
            typed = {n: [paper[n - 1][place - 1] for place in left[n]] for n in mine}
            if mine:
                self.type_at(self.hand_out(mine), typed, by=TYPISTS[station])
        self.take_everything()
        sources = self.file.rows(
            "SELECT DISTINCT source FROM entry_pass WHERE number = ? AND voided = 0", RESOLVER
        )
        assert [row["source"] for row in sources] == [PassSource.STATION.value]
        for number in self.differing():
            self._type_untold(number, paper[number - 1], TYPISTS[thirds[number]])
        assert self.differing() == []
        return sum(map(len, left.values()))

    def _type_untold(self, number: int, sheets: Sheets, by: str) -> None:
        """Type here, twice alike, the sheets of a bundle that both passes read wrongly."""
        left = compared_bundle(self.file, self.round.id, number).left
        for place in left:
            (paper,) = marked(self.round, [sheets[place - 1]])
            typing = partial(resolve_place, self.file, self.round.id, number, place, paper)
            assert code_of(typing(*fresh_uids(1), operator=by)) == "sheet_told_by_no_pass"
            granted(typing(*fresh_uids(1), operator=by, twice=True))

    def declare(self) -> RoundSheet:
        return declare(self.file, self.round)

    def ballots(self):
        return ballots(self.file, self.round.id)

    def minutes(self) -> str:
        return of_paper(self.file, "counting-minutes", self.round.id)

    def close_checked(self) -> None:
        """Close the file after everything in it was held against everything else."""
        self.file = reopened(self.file)
        assert recount_problems(self.file) == []
        assert self.file.check() == []
        self.file.close()


def _third(number: int, shares: Sequence[Sequence[int]]) -> int:
    """Return a station that typed no pass of a bundle."""
    others = [station for station, mine in enumerate(shares) if number not in mine]
    return others[number % len(others)]


def marked(found: Round, bundle: Sheets) -> list[Paper]:
    return [Paper(struck=frozenset(found.candidates[n - 1].id for n in each)) for each in bundle]


def with_slips(
    bundle: Sequence[tuple[int, ...]], dice: random.Random, made: set[tuple[int, ...]]
) -> Iterator[tuple[int, ...]]:
    """Yield a bundle as somebody types it; no slip is one of those `made` before."""
    for sheet in bundle:
        turn = dice.random()
        if turn < LEFT_OUT:
            continue
        if turn < LEFT_OUT + TWICE:
            yield sheet
        if turn > 1 - MISREAD:
            sheet = misread(sheet, dice)
            while sheet in made:
                sheet = misread(sheet, dice)
            made.add(sheet)
        yield sheet


def misread(sheet: tuple[int, ...], dice: random.Random) -> tuple[int, ...]:
    """Return a ballot with another name struck in the place of one."""
    other = dice.choice([n for n in range(1, NAMES + 1) if n not in sheet])
    return (*sheet[1:], other)


def figures(sheet: RoundSheet) -> tuple[object, ...]:
    """Return everything that a round comes to."""
    bundles = [(b.number, b.entered, b.expected) for b in sheet.bundles]
    return sheet.result, bundles, sheet.tally.entered


def numbers_told(minutes: str, sheet: RoundSheet) -> list[str]:
    """Return the lines that tell a number, without the code of the journal and the time of day."""
    apart = (sheet.head.code, " giờ ")
    lines = [line for line in minutes.splitlines() if not any(part in line for part in apart)]
    return [line for line in lines if any(map(str.isdigit, line))]
