"""The guided first congress sees by itself what is done, from the file alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from congress_files import granted

from congress_desk.actions.elections.accounting import confirm_bundle
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.first_congress import BALLOTS, FirstStep
from congress_desk.domain.people.person import Status
from congress_desk.example import make_example
from congress_desk.first_congress import make_first_congress
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.first_congress import first_progress
from congress_desk.queries.people import register
from congress_desk.storage.opening import open_file

NOW = datetime(2026, 11, 29, 8, 0)


@pytest.fixture
def file(tmp_path: Path):
    made = granted(make_first_congress(tmp_path / "dau-tien.congress", now=NOW))
    opened = granted(open_file(made))
    yield opened
    opened.close()


def test_that_the_practice_congress_is_a_rehearsal_with_one_member_still_to_come(file):
    assert congress(file).state is CongressState.REHEARSAL
    assert [p.name for p in register(file) if p.status is Status.ABSENT] == ["Hoàng Thị Lan"]
    assert first_progress(file).next_step is FirstStep.CHECK_IN


def test_that_each_step_is_seen_when_it_is_done_and_no_condition_stands_in_the_way(file):
    lan = next(p for p in register(file) if p.name == "Hoàng Thị Lan")
    granted(set_status(file, [lan.id], Status.PRESENT, reason="", actor="An"))
    assert first_progress(file).next_step is FirstStep.OPEN
    (election,) = elections(file)
    figures = Accounting(convened=0, present=BALLOTS, issued=BALLOTS, returned=BALLOTS)
    opened = granted(
        open_round(file, election.id, accounting=figures, by_hand=False,
                   bundle_size=BALLOTS, actor="An")
    )  # fmt: skip
    assert first_progress(file).figures
    assert first_progress(file).next_step is FirstStep.BALLOTS
    ids = [candidate.id for candidate in opened.candidates]
    papers = [Paper(struck=frozenset({ids[3 - (n == 3)]})) for n in range(BALLOTS)]
    granted(enter_ballots(file, opened.id, 1, papers, [f"phieu-so-{n}" for n in range(BALLOTS)],
                          operator="An"))  # fmt: skip
    progress = first_progress(file)
    assert (progress.ballots, progress.next_step) == (BALLOTS, FirstStep.CLOSE)
    granted(confirm_bundle(file, opened.id, 1, operator="An"))
    assert first_progress(file).next_step is FirstStep.DECLARE
    granted(declare_result(file, opened.id, first="Phạm Văn Hòa", second="Hoàng Thị Lan",
                           actor="An"))  # fmt: skip
    assert first_progress(file).next_step is FirstStep.PAPER
    assert replace(first_progress(file), read=True).next_step is None


def test_that_another_congress_is_none_to_be_led_through(tmp_path):
    path = granted(make_example(tmp_path / "mau.congress"))
    other = granted(open_file(path))
    assert first_progress(other).next_step is FirstStep.TAKE
    other.close()


def test_that_the_practice_congress_is_made_anew_over_one_made_before(tmp_path):
    path = tmp_path / "dau-tien.congress"
    for _ in range(2):
        granted(make_first_congress(path, now=NOW))
    opened = granted(open_file(path))
    assert first_progress(opened).next_step is FirstStep.CHECK_IN
    opened.close()
