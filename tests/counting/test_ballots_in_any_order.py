"""Entries, corrections, take-backs and undos in any order: the file tells what a plain list tells.

The model is a list of papers by place, and its history; votes are counted by independent_count.
"""

from __future__ import annotations

import copy
import random
import tempfile
from dataclasses import replace
from pathlib import Path

from congress_files import a_congress, an_election, anyway, code_of, fresh_uids, granted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from independent_count import count

from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import (
    correct_ballot,
    enter_ballots,
    take_back_ballot,
    undo_last,
)
from congress_desk.actions.elections.rounds import open_round
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.round import Accounting
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover

SHAPES = ((4, 3), (3, 3), (1, 1))
PAPERS = 60
BUNDLES = (1, 2, 3)
KEPT_TOGETHER = settings(
    max_examples=15, stateful_step_count=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@st.composite
def marks(draw, shape):
    """Return a ballot as independent_count reads it: positions, and a reason of the board."""
    listed, seats = shape
    kinds = ("struck", "kept") if listed > seats else ("struck", "kept", "both", "blank")
    on = draw(st.lists(st.sampled_from(kinds), min_size=listed, max_size=listed))
    reason = draw(st.sampled_from(("", "", "", "", "signed", "outsider", "other")))
    ballot = {kind: [i for i, k in enumerate(on, 1) if k == kind] for kind in kinds + BOTH}
    return {**ballot, "invalid": reason}


BOTH = ("both", "blank")


def paper_of(found, ballot):
    def ids(positions):
        return frozenset(found.candidates[p - 1].id for p in positions)

    return Paper(
        struck=ids(ballot["struck"]), both=ids(ballot["both"]), blank=ids(ballot["blank"]),
        board_reason=BoardReason(ballot["invalid"]) if ballot["invalid"] else None,
    )  # fmt: skip


def a_file(folder, shape):
    file = a_congress(Path(folder) / "dh.congress", an_election("BCH", *shape))
    accounting = Accounting(convened=PAPERS, present=PAPERS, issued=PAPERS, returned=PAPERS)
    found = granted(
        open_round(
            file, elections(file)[0].id, accounting=accounting, by_hand=True, bundle_size=20,
            actor="A", going_on=anyway(file),
        )
    )  # fmt: skip
    for bundle in BUNDLES:
        granted(set_bundle(file, found.id, bundle, None, actor="A"))
    return file, found


class Counting(RuleBasedStateMachine):
    """One round of the shape below, beside {(bundle, place): ballot} and its earlier states."""

    shape = SHAPES[0]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file, self.found = a_file(self.folder.name, self.shape)
        self.model: dict[tuple[int, int], dict] = {}
        self.history: list[dict[tuple[int, int], dict]] = []

    def teardown(self) -> None:
        path, told = self.file.path, round_sheet(self.file, self.found.id)
        assert self.file.check() == []
        self.file.close()
        target = path.with_name("again.congress")
        assert granted(recover(path.with_name(path.name + SUFFIX), target)).left_out is None
        again = granted(open_file(target))
        assert replace(round_sheet(again, self.found.id), kept_agrees=True) == told
        again.close()
        self.folder.cleanup()

    def remember(self) -> None:
        self.history.append(copy.deepcopy(self.model))

    def id_at(self, place):
        found = ballots(self.file, self.found.id)
        return next(b.id for b in found if (b.bundle, b.sequence) == place)

    @rule(data=st.data(), bundle=st.sampled_from(BUNDLES), number=st.integers(1, 4))
    def enter(self, data, bundle, number):
        papers = [data.draw(marks(self.shape)) for _ in range(number)]
        marked = [paper_of(self.found, ballot) for ballot in papers]
        uids = fresh_uids(number)
        for _ in range(2):
            granted(enter_ballots(self.file, self.found.id, bundle, marked, uids, operator="A"))
        self.remember()
        last = max((place for b, place in self.model if b == bundle), default=0)
        for i, ballot in enumerate(papers, start=1):
            self.model[bundle, last + i] = ballot

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def correct(self, data):
        place = data.draw(st.sampled_from(sorted(self.model)))
        ballot = data.draw(marks(self.shape))
        paper = paper_of(self.found, ballot)
        done = correct_ballot(self.file, self.id_at(place), paper, *fresh_uids(1), operator="B")
        if ballot == self.model[place]:
            assert code_of(done) == "correction_changes_nothing"
        else:
            granted(done)
            self.remember()
            self.model[place] = ballot

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def take_back(self, data):
        place = data.draw(st.sampled_from(sorted(self.model)))
        granted(take_back_ballot(self.file, self.id_at(place), operator="A"))
        self.remember()
        del self.model[place]

    @rule()
    def undo(self):
        done = undo_last(self.file, self.found.id, operator="A")
        if self.history:
            granted(done)
            self.model = self.history.pop()
        else:
            assert code_of(done) == "nothing_to_undo"

    @rule()
    def come_back_tomorrow(self):
        self.file.close()
        self.file = granted(open_file(self.file.path))

    @invariant()
    def the_file_tells_what_the_list_tells(self):
        told = {(b.bundle, b.sequence): b.paper for b in ballots(self.file, self.found.id)}
        assert told == {place: paper_of(self.found, ballot) for place, ballot in self.model.items()}
        assert_same_count(self.file, self.found, self.shape, list(self.model.values()))

    @invariant()
    def the_count_that_is_kept_tells_what_the_rows_tell(self):
        kept = running_sheet(self.file, self.found.id)
        assert round_sheet(self.file, self.found.id) == replace(kept, kept_agrees=True)

    @invariant()
    def the_file_is_sound(self):
        assert self.file.check() == []


def assert_same_count(file, found, shape, papers):
    accounting = {"convened": PAPERS, "present": PAPERS, "issued": PAPERS, "returned": PAPERS}
    expected = count(papers, *shape, accounting)
    result = round_sheet(file, found.id).result
    told = {
        "valid": result.valid,
        "invalid": result.invalid,
        "invalid_by_reason": {r.value: n for r, n in result.invalid_by_reason.items()},
        "votes": [c.votes for c in result.candidates],
        "against": [c.against for c in result.candidates],
        "uncounted": [c.uncounted for c in result.candidates],
        "percent": [c.percent for c in result.candidates],
    }
    assert told == {key: expected[key] for key in told}


class CountingWithoutSurplus(Counting):
    shape = SHAPES[1]


class CountingOneName(Counting):
    shape = SHAPES[2]


TestCounting = Counting.TestCase
TestCounting.settings = KEPT_TOGETHER
TestCountingWithoutSurplus = CountingWithoutSurplus.TestCase
TestCountingWithoutSurplus.settings = KEPT_TOGETHER
TestCountingOneName = CountingOneName.TestCase
TestCountingOneName.settings = KEPT_TOGETHER


@settings(max_examples=15, deadline=None)
@given(data=st.data(), shape=st.sampled_from(SHAPES), seed=st.integers(0, 999))
def test_that_neither_order_nor_bundling_changes_a_result(data, shape, seed):
    papers = data.draw(st.lists(marks(shape), min_size=1, max_size=25))
    choose = random.Random(seed)
    results = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            file, found = a_file(folder, shape)
            for ballot in papers:
                entered = [paper_of(found, ballot)]
                bundle = choose.choice(BUNDLES)
                done = enter_ballots(file, found.id, bundle, entered, fresh_uids(1), operator="A")
                granted(done)
            results.append(round_sheet(file, found.id).result)
            file.close()
        choose.shuffle(papers)
    assert results[0] == results[1]
