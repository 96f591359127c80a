"""Acts on obstacles: noted as they are, answered, resolved, opened again with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from congress_files import Clock, a_congress, code_of, granted, reopened
from obstacles_acts import (
    BALLOTS,
    SOUND,
    A,
    a_resolved_obstacle,
    an_answered_obstacle,
    an_obstacle,
)

from congress_desk.actions import obstacles
from congress_desk.domain.obstacles import Gravity, Obstacle, ObstacleState
from congress_desk.queries.congress import agenda
from congress_desk.queries.obstacles import (
    capture_view,
    obstacle,
    obstacle_counts,
    obstacles_view,
    open_obstacles,
)
from congress_desk.queries.obstacles import obstacles as obstacles_of

NOW = datetime(2020, 6, 5, 9, 0)


@pytest.fixture
def file(tmp_path):
    """A congress with an agenda of two items, at eight in the morning."""
    made = a_congress(tmp_path)
    clock = Clock()
    made.clock = lambda: clock().replace(tzinfo=None)
    yield made
    assert made.check() == []
    made.close()


def test_that_an_obstacle_is_there_since_it_is_noted_when_no_time_is_given(file):
    noted = an_obstacle(file, Obstacle(what="  Mất   điện "))
    assert (noted.what, noted.state) == ("Mất điện", ObstacleState.OPEN)
    assert noted.since.startswith("2020-06-05T08:00")
    assert (noted.actor, noted.asked_at, noted.answer) == (A, "", "")


def test_that_a_time_given_and_whom_we_ask_are_kept(file):
    noted = an_obstacle(file)
    assert noted.since == "2020-06-05T07:40"
    assert noted.asked_at.startswith("2020-06-05T08:00")
    assert noted.procedure


def test_that_a_new_obstacle_has_no_answer_whatever_was_given_with_it(file):
    given = replace(BALLOTS, answer="x", decision="y", state=ObstacleState.RESOLVED)
    noted = an_obstacle(file, given)
    assert (noted.answer, noted.decision, noted.state) == ("", "", ObstacleState.OPEN)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"what": " \u200b "}, "obstacle_what_missing"),
        ({"what": "x" * 2001}, "text_too_long"),
        ({"where_in": "x" * 501}, "text_too_long"),
        ({"asked": "x" * 201}, "text_too_long"),
        ({"answerable": "x" * 201}, "text_too_long"),
        ({"item_id": 99}, "obstacle_item_unknown"),
        ({"since": "sáng nay"}, "obstacle_since_wrong"),
        ({"since": "2020-06-05T23:00"}, "obstacle_since_later"),
    ],
)
def test_that_what_cannot_be_is_refused_and_nothing_is_written(file, changes, code):
    noted = an_obstacle(file)
    lines = len(file.journal_lines())
    assert code_of(obstacles.add_obstacle(file, replace(BALLOTS, **changes), actor=A)) == code
    changed = replace(noted, **changes)
    assert code_of(obstacles.edit_obstacle(file, changed, actor=A)) == code
    assert len(file.journal_lines()) == lines
    assert obstacle(file, noted.id) == noted


def test_that_a_change_leaves_answer_and_state_alone(file):
    answered = an_answered_obstacle(file)
    draft = replace(BALLOTS, id=answered.id, gravity=Gravity.HIGH, where_in="bàn 2")
    changed = granted(obstacles.edit_obstacle(file, draft, actor="Người khác"))
    assert (changed.gravity, changed.where_in) == (Gravity.HIGH, "bàn 2")
    assert (changed.answer, changed.state) == (answered.answer, ObstacleState.ANSWERED)
    assert (changed.actor, changed.asked_at) == (A, answered.asked_at)


def test_that_asking_somebody_else_begins_a_new_wait(file):
    noted = an_obstacle(file)
    other = granted(obstacles.edit_obstacle(file, replace(noted, asked="Quận ủy"), actor=A))
    assert other.asked_at > noted.asked_at
    nobody = granted(obstacles.edit_obstacle(file, replace(noted, asked=""), actor=A))
    assert nobody.asked_at == ""


def test_that_an_answer_does_not_take_the_obstacle_away(file):
    answered = an_answered_obstacle(file)
    assert answered.state is ObstacleState.ANSWERED
    assert answered.answered_at
    assert [found.id for found in open_obstacles(file)] == [answered.id]
    assert code_of(obstacles.answer_obstacle(file, answered.id, answer=" ", actor=A)) == (
        "obstacle_answer_missing"
    )


def test_that_a_resolved_obstacle_keeps_its_times_when_its_answer_is_corrected(file):
    resolved = a_resolved_obstacle(file)
    assert resolved.resolved_at and resolved.decision == "Thay loa"
    corrected = granted(
        obstacles.answer_obstacle(file, resolved.id, answer="Do dây", decision="Thay dây", actor=A)
    )
    assert corrected.state is ObstacleState.RESOLVED
    assert corrected.resolved_at == resolved.resolved_at
    assert code_of(obstacles.resolve_obstacle(file, resolved.id, actor=A)) == "obstacle_resolved"


def test_that_resolving_without_a_decision_keeps_the_one_there_is(file):
    answered = an_answered_obstacle(file)
    granted(obstacles.answer_obstacle(file, answered.id, answer="a", decision="b", actor=A))
    assert granted(obstacles.resolve_obstacle(file, answered.id, actor=A)).decision == "b"


def test_that_an_obstacle_is_opened_again_only_with_a_reason_and_keeps_its_answer(file):
    resolved = a_resolved_obstacle(file)
    refused = obstacles.reopen_obstacle(file, resolved.id, reason=" ", actor=A)
    assert code_of(refused) == "reason_missing"
    again = granted(obstacles.reopen_obstacle(file, resolved.id, reason="lại rè", actor=A))
    assert (again.state, again.resolved_at) == (ObstacleState.OPEN, "")
    assert (again.reopen_reason, again.decision) == ("lại rè", "Thay loa")
    assert "lại rè" in file.journal_lines()[-1].about
    assert code_of(obstacles.reopen_obstacle(file, again.id, reason="x", actor=A)) == (
        "obstacle_open"
    )


def test_that_one_noted_by_mistake_goes_with_a_reason_and_stays_in_the_journal(file):
    noted = an_obstacle(file)
    assert code_of(obstacles.remove_obstacle(file, noted.id, reason="", actor=A)) == (
        "reason_missing"
    )
    granted(obstacles.remove_obstacle(file, noted.id, reason="ghi nhầm", actor=A))
    assert obstacles_of(file) == ()
    assert BALLOTS.what in file.journal_lines()[-1].changes
    for act in (
        lambda: obstacles.resolve_obstacle(file, noted.id, actor=A),
        lambda: obstacles.answer_obstacle(file, noted.id, answer="x", actor=A),
        lambda: obstacles.edit_obstacle(file, noted, actor=A),
    ):
        assert code_of(act()) == "obstacle_unknown"


def test_that_everything_is_there_after_the_file_was_closed(tmp_path):
    file = a_congress(tmp_path)
    answered, resolved = an_answered_obstacle(file), a_resolved_obstacle(file)
    again = reopened(file)
    assert obstacles_of(again) == (answered, resolved)
    again.close()


def test_that_the_counts_and_places_are_told(file):
    first = agenda(file)[0]
    noted = an_obstacle(file, replace(SOUND, item_id=first.id))
    a_resolved_obstacle(file)
    found = obstacle_counts(file)
    assert (found.open, found.answered, found.resolved, found.in_the_way) == (1, 0, 1, 1)
    assert found.gravest is Gravity.LOW
    assert obstacles_view(file).place(noted) == "Khai mạc – cánh trái"


def test_that_the_superior_and_whoever_was_named_before_are_offered_first(file):
    an_obstacle(file)
    view = capture_view(file, NOW)
    assert view.answerable[0] == "Đỗ Văn Trưởng"
    assert view.asked[:2] == ("Ban Tổ chức Quận ủy", "Quận ủy")
    assert "Đại biểu 3" in view.asked
    assert len(view.asked) == len(set(view.asked))
