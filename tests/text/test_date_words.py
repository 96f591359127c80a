"""Times as an office types them."""

from __future__ import annotations

import pytest

from congress_desk.ui.widgets.inputs.date_input import moment_text, typed_moment


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("13/03/2020 07:30", "2020-03-13T07:30"),
        ("13/3/2020 7h30", "2020-03-13T07:30"),
        ("13/3/2020, 7 giờ", "2020-03-13T07:00"),
        ("13/3/2020 7g05", "2020-03-13T07:05"),
        ("13.3.2020", "2020-03-13"),
        ("03/2020", "2020-03"),
        ("  ", ""),
    ],
)
def test_that_a_time_is_taken_as_it_is_typed(typed, iso):
    assert typed_moment(typed) == iso


@pytest.mark.parametrize("typed", ["mai", "32/1/2020", "13/3/2020 25:00", "2020 7:30", "7:30"])
def test_that_what_is_no_time_is_not_taken(typed):
    assert typed_moment(typed) is None


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2020-03-13T07:30", "13/03/2020 07:30"),
        ("2020-03-13 07:30:00", "13/03/2020 07:30"),
        ("2020-03-13", "13/03/2020"),
        ("", ""),
    ],
)
def test_that_a_time_is_shown_as_an_office_writes_it(iso, shown):
    assert moment_text(iso) == shown
