"""Every dialog on a small screen at twice the type: on the screen, its words and buttons whole."""

from __future__ import annotations

import pytest
from every_dialog import every_dialog, off_the_screen, overlapping, pages_sideways
from every_page import SilentMessages, cut_buttons, cut_labels, marked_congress, nameless
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from window_bench import window_of_a_module

SCREEN, SCALE = QSize(1024, 700), 200
# As many as are opened now, but for some.
LEAST = 80


@pytest.fixture
def window(request, qapp, tmp_path, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(QScreen, "availableSize", lambda screen: QSize(SCREEN))
    path = tmp_path / "marked.congress"
    marked_congress(path)
    shown = window_of_a_module(
        request, tmp_path_factory, path, messages=SilentMessages(), scale=SCALE, theme="light"
    )
    with shown as made:
        made.main.resize(SCREEN)
        made.settle()
        yield made


def faults(dialog):
    found = (
        off_the_screen(dialog), cut_buttons(dialog), cut_labels(dialog), overlapping(dialog),
        pages_sideways(dialog), nameless(dialog),
    )  # fmt: skip
    return [words for each in found for words in each]


def test_that_every_dialog_is_whole_on_the_smallest_screen_at_twice_the_type(window):
    seen, wrong = 0, {}
    for name, dialog in every_dialog(window):
        seen += 1
        if told := faults(dialog):
            wrong[name] = told
    assert wrong == {}
    assert seen >= LEAST
