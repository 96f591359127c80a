"""The walk of the self-test through the window."""

from __future__ import annotations

from example_copies import an_example
from window_bench import Window

from congress_desk.ui.desks import DESKS
from congress_desk.ui.desks.motions import desk as motions
from congress_desk.ui.shell.every_desk import EveryDesk


def test_that_every_desk_is_drawn_once(qtbot, tmp_path):
    window, walk = Window(qtbot, an_example(tmp_path / "mau.congress")), EveryDesk()
    walk.begin(window.main)
    qtbot.waitUntil(lambda: not window.main.isVisible(), timeout=60_000)
    assert walk.error is None
    assert len(walk.titles) == len(DESKS)


def test_that_a_desk_that_raises_ends_the_walk(qtbot, tmp_path, monkeypatch):
    def raises(self):
        raise ArithmeticError("no motions")

    monkeypatch.setattr(motions.MotionsDesk, "activate", raises)
    window, walk = Window(qtbot, an_example(tmp_path / "mau.congress")), EveryDesk()
    walk.begin(window.main)
    qtbot.waitUntil(lambda: not window.main.isVisible(), timeout=60_000)
    assert isinstance(walk.error, ArithmeticError)
    assert len(walk.titles) < len(DESKS)
