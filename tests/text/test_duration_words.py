"""A long time is said in hours, on every screen and paper: "nhanh 5 giờ 25 phút"."""

from __future__ import annotations

import pytest

from congress_desk.errors import problem
from congress_desk.i18n import duration_words, problem_text


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (0, "0 phút"),
        (59, "59 phút"),
        (60, "1 giờ"),
        (325, "5 giờ 25 phút"),
        (24 * 60, "1 ngày"),
        (27 * 60, "1 ngày 3 giờ"),
        (556 * 24 * 60, "556 ngày"),
    ],
)
def test_that_a_length_is_said_as_people_say_it(minutes, words):
    assert duration_words(minutes) == words


def test_that_a_problem_says_its_length_in_hours():
    told = problem_text(problem("agenda_overlap", lasting=150))
    assert told.startswith("Bắt đầu sớm hơn 2 giờ 30 phút so với")
