"""Random elections over several rounds against a course worked out apart from the program.

Every rule set and kind: ties and re-votes, lots, lowered numbers, new names, annulments, recounts,
void rounds, rounds that the rules allow no more.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import independent_count
import pytest
from congress_files import a_congress, anyway, code_of, fresh_uids, granted
from elections_after_round import A, decide, declare, of
from independent_course import LOWERED, ONE_POST, Course, Held, rules_of
from share_acts import a_company, a_share_round, absent, enter_lines

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.decisions import record_lot
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.elections.shares import set_holding
from congress_desk.actions.elections.superior import annul_round
from congress_desk.actions.nomination.later_names import add_later_name
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting, Round, RoundKind
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.imports.rule_sets import rule_set_text
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.next_round import next_round
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections.shares import issued_voters

RULE_SETS = (
    "dang-190-2024", "dang-244-2014", "doan-tncs", "cong-doan", "phu-nu", "nong-dan", "ccb",
    "generic",
)  # fmt: skip
KINDS = (*LOWERED, *ONE_POST, "delegates")
NAMES = ("Ngô An", "Trần Bình", "Lê Châu", "Phạm Dũng", "Hoàng Đào", "Vũ Em", "Đỗ Giang", "Bùi Hà")
TWO = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch"}
MOST_STEPS = 9


class Walk:
    """One random election, held in a file and worked out beside it."""

    def __init__(self, file: CongressFile, course: Course, luck: random.Random) -> None:
        self.file, self.course, self.luck = file, course, luck
        self.ids = {c.name: c.id for c in of(file, "E").candidates}
        self.news = 0
        self.ballots: list[dict] = []

    def go(self) -> None:
        self.hold(self.course.names, self.course.first_seats)
        for _ in range(MOST_STEPS):
            if self.luck.random() < 0.15:
                self.annul()
            elif self.luck.random() < 0.15 and not self.course.annulled:
                self.recount()
            ways = sorted(self.course.ways())
            if not ways:
                break
            self.take(self.luck.choice(ways))
            self.compare()
        if not self.course.ways() and not self.course.open_posts:
            assert code_of(next_round(self.file, of(self.file, "E").id)) == "election_complete"

    def take(self, way: str) -> None:
        """Go on one of the ways that the rules leave."""
        last = self.course.last
        if way == "hold":
            self.hold_again(last)
        elif way == "revote":
            self.decide(DecisionKind.REVOTE)
            self.hold_tied(last)
        elif way in ("next_round", "new_names"):
            self.hold_next(new=way == "new_names")
        elif way == "lot":
            self.draw_lot(last)
        elif way == "lower_number":
            seats = len(self.course.have_posts)
            self.decide(DecisionKind.LOWER_NUMBER, seats)
            last.decided.append((way, seats))
        else:
            self.decide(DecisionKind(way))
            last.decided.append((way, None))

    def hold_again(self, last: Held | None) -> None:
        held = self.course.annulled or last
        if self.course.annulled or held.result["outcome"] == "void":
            self.hold(held.names, held.seats, tie=held.tie)
        else:
            self.hold_tied(held)

    def hold_tied(self, last: Held) -> None:
        self.hold(last.tied, last.seats - len(last.elected), tie=True)

    def hold_next(self, *, new: bool) -> None:
        last, left, posts = self.course.last, self.course.who_is_left(), self.course.open_posts
        decided = self.decide(DecisionKind.NEW_NAMES if new else DecisionKind.NEXT_ROUND)
        for _ in range(max(posts - len(left), 0) + self.luck.randint(1, 2) if new else 0):
            name = f"Mới {chr(ord('A') + self.news)}"
            self.news += 1
            added = granted(add_later_name(self.file, decided.id, Candidate(name=name), actor=A))
            self.ids[name] = added[-1].id
            last.decided.append(("new_name", name))
            left.append(name)
        names = self.luck.sample(left, self.luck.randint(1, len(left)))
        self.hold(names, min(posts, len(names)))

    def draw_lot(self, last: Held) -> None:
        decided = self.decide(DecisionKind.LOT)
        taken = self.luck.sample(last.tied, last.seats - len(last.elected))
        ids = [self.ids[name] for name in taken]
        granted(record_lot(self.file, decided.id, ids, drawn_by="Vũ Ê", **TWO, actor=A))
        last.decided.append(("lot", taken))

    def decide(self, kind: DecisionKind, seats: int | None = None):
        return decide(self.file, "E", kind, people=20, seats=seats)

    def hold(self, names: list[str], seats: int, *, tie: bool = False) -> None:
        """Open the round for these names, count random ballots in both ways, and declare it."""
        found = self.open([self.ids[name] for name in names], seats)
        ordered = {candidate.id: candidate.name for candidate in found.candidates}
        names = list(ordered.values())
        assert found.seats == seats
        number = found.accounting.returned or 0
        self.ballots = [self.ballot(len(names), seats) for _ in range(number)]
        accounting = found.accounting
        numbers = {
            name: getattr(accounting, name)
            for name in ("convened", "present", "issued", "returned")
        }
        self.enter(found, self.ballots)
        sheet = declare(self.file, found)
        held = self.course.hold(names, seats, tie, self.ballots, numbers)
        assert_same(sheet.result, held.result)

    def open(self, ids: list[int], seats: int) -> Round:
        """Open the next round; one in twelve has a paper too many in its box, and is void."""
        issued = self.luck.randint(4, 9)
        accounting = Accounting(
            convened=issued + self.luck.randint(0, 2),
            present=issued,
            issued=issued,
            returned=issued + (self.luck.random() < 0.08),
        )
        number = of(self.file, "E").id
        going_on = replace(anyway(self.file), reason="thử")
        named = {"by_hand": True, "bundle_size": 50, "going_on": going_on, "actor": A}
        chosen = {"candidate_ids": ids, "seats": seats}
        return granted(open_round(self.file, number, accounting=accounting, **chosen, **named))

    def ballot(self, listed: int, seats: int) -> dict:
        """Return a random ballot; those of a round lean the same way, so that votes pile up."""
        lines = range(1, listed + 1)
        empty = {"struck": [], "both": [], "blank": [], "invalid": ""}
        if self.luck.random() < 0.06:
            return empty | {"invalid": str(BoardReason.SIGNED)}
        if listed > seats:
            kept = self.luck.choice([seats, seats, seats, max(seats - 1, 1), 0, listed])
            weights = [self.luck.random() / (1 + line % 3) for line in lines]
            ranked = sorted(lines, key=lambda line: -weights[line - 1])
            return empty | {"struck": sorted(ranked[kept:])}
        marks = [self.luck.choice(["", "", "", "struck", "struck", "both", "blank"]) for _ in lines]
        return empty | {
            mark: [line for line in lines if marks[line - 1] == mark]
            for mark in ("struck", "both", "blank")
        }

    def enter(self, found: Round, ballots: list[dict]) -> None:
        ids = [candidate.id for candidate in found.candidates]
        papers = [
            Paper(
                **{
                    mark: frozenset(ids[p - 1] for p in ballot[mark])
                    for mark in ("struck", "both", "blank")
                },
                board_reason=BoardReason(ballot["invalid"]) if ballot["invalid"] else None,
            )
            for ballot in ballots
        ]
        if papers:
            uids = fresh_uids(len(papers))
            granted(enter_ballots(self.file, found.id, 1, papers, uids, operator="Nhập"))

    def annul(self) -> None:
        if self.course.annulled or self.course.last is None:
            return
        number = election_course(self.file, of(self.file, "E").id).last.round.id
        paper = {"document": "9-QĐ", "document_date": "2026-11-30", "issued_by": "Cấp trên"}
        granted(
            annul_round(
                self.file, number, organ=DecisionOrgan.SUPERIOR, reason="vi phạm", **paper, **TWO,
                actor=A,
            )
        )  # fmt: skip
        self.course.annul()
        self.compare()

    def recount(self) -> None:
        """Count the newest ballots again; one may be read otherwise."""
        course = election_course(self.file, of(self.file, "E").id)
        before = course.last.round
        found = granted(open_recount(self.file, before.id, reason="đề nghị", **TWO, actor=A))
        names = [candidate.name for candidate in found.candidates]
        if self.luck.random() < 0.6:
            place = self.luck.randrange(len(self.ballots))
            self.ballots[place] = self.ballot(len(names), found.seats)
        self.enter(found, self.ballots)
        sheet = declare(self.file, found)
        held = self.course.recount(self.ballots, numbers_of(found))
        assert_same(sheet.result, held.result)
        self.compare()

    def compare(self) -> None:
        """Compare where the election stands."""
        course = election_course(self.file, of(self.file, "E").id)
        assert sorted(seat.name for seat in course.elected) == sorted(self.course.have_posts)
        assert (course.seats, course.open_seats) == (self.course.seats, self.course.open_posts)
        left = {c.name for c in course.last.round.candidates} if course.last else set()
        assert left == set(self.course.last.names if self.course.last else ())


def numbers_of(found: Round) -> dict[str, int]:
    """Return the numbers of a round as the count apart from the program takes them."""
    names = ("convened", "present", "issued", "returned")
    return {name: getattr(found.accounting, name) for name in names}


def assert_same(result, expected: dict) -> None:
    """Compare one round, number by number."""
    for key in ("outcome", "valid", "invalid", "elected", "tied"):
        found = getattr(result, key)
        assert (list(found) if isinstance(found, tuple) else found) == expected[key], key
    assert [c.votes for c in result.candidates] == expected["votes"]
    assert [c.against for c in result.candidates] == expected["against"]
    assert [c.percent for c in result.candidates] == expected["percent"]
    assert [c.outcome for c in result.candidates] == expected["candidate_outcome"]
    assert dict(result.invalid_by_reason) == expected["invalid_by_reason"]


def a_walk(folder: Path, rule_set: str, seed: int) -> Walk:
    luck = random.Random(f"{rule_set} {seed}")
    kind = KINDS[seed % len(KINDS)]
    seats = 1 if kind in ONE_POST else luck.randint(2, 4)
    listed = seats + luck.randint(0, 3)
    names = list(NAMES[:listed])
    held = Election(
        code="E", title="Bầu", seats=seats, kind=ElectionKind(kind), kind_said=True,
        candidates=tuple(Candidate(name=name, born=f"197{i}") for i, name in enumerate(names)),
    )  # fmt: skip
    file = a_congress(folder, held, rule_set_id=rule_set, people=20)
    rules = rules_of(rule_set_text(rule_set))
    return Walk(file, Course(rules, kind, names, seats), luck)


# Four of each rule set; all kinds come up, each in several sets.
EACH = 4


@pytest.mark.parametrize("rule_set", RULE_SETS)
def test_that_a_random_election_goes_as_the_rules_have_it(tmp_path, rule_set):
    first = EACH * RULE_SETS.index(rule_set)
    for seed in range(first, first + EACH):
        folder = tmp_path / str(seed)
        folder.mkdir()
        walk = a_walk(folder, rule_set, seed)
        walk.go()
        assert walk.file.check() == []
        walk.file.close()


def test_that_a_random_company_elects_as_the_law_has_it(tmp_path):
    """Shares, proxies and votes at random; who is tied for the last seat is voted on again."""
    tied = 0
    for seed in range(6):
        luck = random.Random(f"company {seed}")
        (tmp_path / str(seed)).mkdir()
        file = a_company(tmp_path / str(seed), seats=luck.randint(1, 3))
        absent(file, 4)
        for person in (1, 2, 3, 5, 6):
            granted(set_holding(file, person, shares=100, actor=A))
        granted(set_holding(file, 4, shares=100, proxy_id=2, actor=A))
        for _ in range(3):
            found = a_share_round(file)
            result, expected = count_a_company(file, found, luck)
            assert (list(result.elected), list(result.tied)) == (
                expected["elected"], expected["tied"],
            )  # fmt: skip
            assert [c.votes for c in result.candidates] == expected["votes"]
            assert [c.percent for c in result.candidates] == expected["percent"]
            assert result.valid == expected["valid"]
            tied += bool(expected["tied"])
            if not expected["tied"]:
                break
            if found.kind is RoundKind.TIE:
                decide_again(file, found)
        assert file.check() == []
        file.close()
    assert tied


def count_a_company(file: CongressFile, found: Round, luck: random.Random):
    """Enter random papers of who was handed one; return the result of both counts."""
    weights = [voter.shares for voter in issued_voters(file, found.id)]
    names = range(1, len(found.candidates) + 1)
    papers = []
    for shares in weights:
        chosen = luck.sample(names, min(luck.choice([1, 1, 2]), len(names)))
        over = luck.choice([1, 1, 1, 1, 2])
        given = {p: over * shares * found.seats // len(chosen) for p in chosen}
        papers.append((shares, given))
    lines = [f"{s} {' '.join(f'{p}/{v}' for p, v in sorted(g.items()))}" for s, g in papers]
    granted(enter_lines(file, found, *lines))
    sheet = declare(file, found)
    expected = independent_count.count_by_shares(
        papers, len(found.candidates), found.seats, sum(weights)
    )
    return sheet.result, expected


def decide_again(file: CongressFile, found: Round) -> None:
    """Let the meeting decide on another vote among those tied again."""
    decide(file, "HDQT", DecisionKind.REVOTE, people=2_000)
