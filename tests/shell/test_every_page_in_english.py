"""Every page and dialog in English: no sentence is Vietnamese, none is cut, no words are glued."""

from __future__ import annotations

import pytest
from every_page import (
    SilentMessages,
    cut_buttons,
    cut_labels,
    doubled_letters,
    election_pages,
    glued,
    pages,
    scrolling_sideways,
    sentences_of_the_other,
    untranslated,
)
from example_copies import an_example
from window_bench import window_of_a_module

from congress_desk.i18n import use_language
from congress_desk.ui.desks import DESKS

VIETNAMESE = sentences_of_the_other("en")


@pytest.fixture(scope="module")
def window(request, qapp, tmp_path_factory):
    """The window at the smallest size and the largest usual type."""
    path = an_example(tmp_path_factory.mktemp("english") / "mau.congress")
    shown = window_of_a_module(
        request, tmp_path_factory, path, messages=SilentMessages(), scale=150, language="en"
    )
    with shown as made:
        made.main.resize(1024, 700)
        made.settle()
        yield made


@pytest.fixture(autouse=True)
def in_english(window):
    use_language("en")


def faults(page):
    return {
        "cut": [*cut_buttons(page), *cut_labels(page), *scrolling_sideways(page)],
        "untranslated": untranslated(page, VIETNAMESE),
        "glued": glued(page),
        "letters": doubled_letters(page),
    }


NONE = {"cut": [], "untranslated": [], "glued": [], "letters": []}


@pytest.mark.parametrize("key", [entry.key for entry in DESKS])
def test_that_every_page_is_english_and_whole(window, key):
    found = {name: told for name, page in pages(window, key) if (told := faults(page)) != NONE}
    assert found == {}


def test_that_every_page_of_the_elections_is_english_and_whole(window):
    shown = election_pages(window)
    assert {name: told for name, page in shown if (told := faults(page)) != NONE} == {}
