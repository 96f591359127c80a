"""The drill teaches each key, then times and scores; what it takes is what the desk takes."""

from __future__ import annotations

import pytest
from congress_files import code_of, granted

from congress_desk.domain.practice.ballots import practice_ballots
from congress_desk.domain.practice.drill import Drill, Lesson, Outcome, lessons, timed
from congress_desk.i18n import message, use_language
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.languages import LANGUAGES
from congress_desk.reports.practice.practice_sheets import practice_lists

STRIKE, TICK = practice_lists(granted(load_rule_set("dang-190-2024")))
BALLOTS = practice_ballots(STRIKE, ballots=20, set_number=1)


def the_timed() -> Drill:
    return Drill(timed(STRIKE, BALLOTS))


def type_in(drill: Drill, line: str, at: int = 0) -> Outcome:
    """Type a line key by key, each one allowed, and Enter."""
    for end in range(1, len(line) + 1):
        assert drill.refused(line[:end]) is None, line[:end]
        drill.key(at)
    drill.key(at)
    return granted(drill.enter(line, at))


def test_that_a_lesson_a_key_is_taught_and_each_is_done_by_the_line_it_shows():
    drill = Drill(lessons(STRIKE, TICK))
    taught = []
    while drill.task is not None:
        task = drill.task
        taught.append(task.lesson)
        outcome = type_in(drill, task.line)
        if task.lesson is Lesson.TAKE_BACK:
            assert (outcome, drill.asks) == (Outcome.ASKED, True)
            outcome = granted(drill.enter("-", 0))
            assert outcome is Outcome.TAKEN_BACK
        else:
            assert outcome is Outcome.RIGHT, task
    assert taught == [lesson for lesson in Lesson if lesson]
    assert drill.score.ballots == drill.score.keys == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_each_lesson_shows_what_to_type(code):
    use_language(code)
    try:
        for task in lessons(STRIKE, TICK):
            assert task.line in message(f"drill.{task.lesson.value}", line=task.line)
    finally:
        use_language("vi")


def test_that_a_lesson_waits_for_its_own_key_and_for_what_is_on_the_paper():
    drill = Drill(lessons(STRIKE, TICK))
    assert type_in(drill, "0312") is Outcome.WRONG
    assert type_in(drill, "3.12.16") is Outcome.RIGHT
    assert code_of(drill.enter("", 0)) == "entry_line_empty"
    assert type_in(drill, "0") is Outcome.RIGHT
    assert type_in(drill, "07080910") is Outcome.OTHER_KEY
    assert type_in(drill, "7-10") is Outcome.RIGHT
    assert type_in(drill, "7-10") is Outcome.OTHER_KEY
    assert type_in(drill, "+") is Outcome.RIGHT
    assert type_in(drill, "+") is Outcome.OTHER_KEY
    assert code_of(drill.refused("+4")) == "entry_repeat_too_many"


def test_that_the_best_typist_is_told_keys_and_seconds_and_nothing_wrong():
    drill = the_timed()
    for place, ballot in enumerate(BALLOTS):
        assert type_in(drill, ballot.line, at=10 + place * 2000) is Outcome.RIGHT
    score = drill.score
    assert drill.task is None
    assert (score.ballots, score.wrong, score.milliseconds) == (20, (), 38_000)
    assert score.keys == sum(len(ballot.line) + 1 for ballot in BALLOTS)
    assert score.keys_tenths < 80
    assert score.seconds_tenths == 19


def test_that_a_wrong_ballot_goes_on_and_is_shown_with_what_is_typed():
    drill = the_timed()
    assert type_in(drill, "01") is Outcome.WRONG
    for ballot in BALLOTS[1:]:
        type_in(drill, ballot.line)
    (wrong,) = drill.score.wrong
    assert (wrong.task.ballot.number, wrong.line, wrong.task.line) == (1, "01", BALLOTS[0].line)


def test_that_what_is_taken_back_is_typed_again_and_costs_its_keys():
    drill = the_timed()
    assert drill.refused("-") is not None
    type_in(drill, "01")
    assert type_in(drill, "-") is Outcome.ASKED
    drill.leave()
    assert drill.task.ballot.number == 2
    type_in(drill, "-")
    assert granted(drill.enter("", 0)) is Outcome.TAKEN_BACK
    assert drill.task.ballot.number == 1
    assert type_in(drill, BALLOTS[0].line) is Outcome.RIGHT
    assert drill.score.wrong == ()
    assert drill.score.keys == 3 + 2 + 2 + len(BALLOTS[0].line) + 1


def test_that_repeating_records_as_many_ballots_as_it_says_and_no_more_than_are_left():
    drill = the_timed()
    type_in(drill, BALLOTS[0].line)
    assert type_in(drill, "+2") is Outcome.WRONG
    assert [typed.task.ballot.number for typed in drill.score.wrong] == [2, 3]
    assert code_of(drill.refused("+18")) == "entry_repeat_too_many"
    assert drill.refused("+17") is None
