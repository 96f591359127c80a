"""The example congress: its workbook and its ballots are sound and tell a plausible story."""

from __future__ import annotations

from collections import Counter

import pytest
from builders import base_rule

from congress_desk.domain.elections.ballots import InvalidReason, mark_mode
from congress_desk.domain.elections.tally import BallotRules, Tally, tally_ballots
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.person import PersonKind, Status, base_sum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.imports.ballots_csv import read_ballots
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.paths import resource


@pytest.fixture(scope="module")
def setup() -> Setup:
    setup = read_setup(resource("samples", "dai-hoi-phuong.xlsx"), rule_set_ids())
    assert isinstance(setup, Setup)
    return setup


def count(setup: Setup, code: str) -> tuple[Counter[int], Tally]:
    """Return the ballots by bundle and the totals of a sample of ballots."""
    election = next(e for e in setup.elections if e.code == code)
    names = len(election.candidates)
    mode = mark_mode(names, election.seats)
    lines = read_ballots(resource("samples", f"phieu-{code}.csv"), names, mode)
    rules = load_rule_set(setup.rule_set_id)
    assert not isinstance(lines, Refusal)
    assert isinstance(rules, RuleSet)
    judging = BallotRules(
        candidates=tuple(range(1, names + 1)), seats=election.seats, mode=mode, rules=rules
    )
    return Counter(line.bundle for line in lines), tally_ballots((b.paper for b in lines), judging)


def test_that_the_workbook_comes_in_without_a_note(setup):
    assert setup.notes == ()
    assert setup.rule_set_id == "dang-190-2024"
    kinds = Counter(person.kind for person in setup.people)
    assert kinds[PersonKind.OFFICIAL] + kinds[PersonKind.EX_OFFICIO] == 120
    assert (kinds[PersonKind.ALTERNATE], kinds[PersonKind.GUEST]) == (2, 2)
    lists = [(e.code, e.seats, len(e.candidates)) for e in setup.elections]
    assert lists == [("BCH", 15, 18), ("DB", 12, 14), ("BT", 1, 1)]


def test_that_the_base_is_one_hundred_and_nineteen(setup):
    found = base_sum(setup.people, base_rule(setup.details.kind))
    assert (found.convened, found.base, found.present) == (120, 119, 118)
    assert found.deductions == ((Status.ABSENT_THROUGHOUT_NO_ALTERNATE, 1),)


def test_that_everybody_with_a_duty_or_on_a_list_is_a_delegate(setup):
    delegates = {p.name for p in setup.people if p.kind is not PersonKind.GUEST}
    candidates = {c.name for e in setup.elections for c in e.candidates}
    counters = {d.name for d in setup.duties if d.organ is Organ.COUNTING_BOARD}
    assert candidates | {duty.name for duty in setup.duties} <= delegates
    assert counters & candidates == set()
    sizes = Counter(duty.organ for duty in setup.duties)
    assert [sizes[organ] for organ in Organ if organ is not Organ.FREE] == [3, 2, 3, 5]


def test_that_a_name_with_thi_is_a_womans(setup):
    assert {p.gender for p in setup.people if " Thị " in p.name} == {"nữ"}
    assert {p.gender for p in setup.people if " Văn " in p.name} == {"nam"}


def test_that_the_counted_election_elects_fifteen_beyond_doubt(setup):
    bundles, tally = count(setup, "BCH")
    assert bundles == {1: 25, 2: 25, 3: 25, 4: 25, 5: 18}
    assert tally.invalid_by_reason == {
        InvalidReason.OVERVOTE: 2,
        InvalidReason.EXTRA_WRITING: 1,
        InvalidReason.SIGNED: 1,
    }
    votes = sorted((tally.votes(position) for position in range(1, 19)), reverse=True)
    assert len(set(votes)) == 18
    assert votes[0] == 112
    assert votes[14] == 76 > 119 // 2 + 1 > votes[15] == 55


def test_that_the_unfinished_election_stops_in_the_third_bundle(setup):
    bundles, tally = count(setup, "DB")
    assert bundles == {1: 25, 2: 25, 3: 10}
    assert (tally.valid, tally.invalid) == (58, 2)
