"""The modules of the desks are loaded one by one, and only while nothing is under way."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell import preloading
from congress_desk.ui.shell.preloading import PARTS, Preloading


def test_that_there_is_every_part_and_every_desk_is_one():
    assert [name for name in PARTS if find_spec(name) is None] == []
    assert {f"congress_desk.ui.desks.{desk.key}.desk" for desk in DESKS} <= set(PARTS)


def test_that_nothing_is_loaded_while_something_is_under_way(qapp, qtbot, monkeypatch):
    names = ("colorsys", "this_is_there", "sndhdr_not_asked")
    monkeypatch.setattr(preloading, "PARTS", names)
    monkeypatch.setattr(preloading, "STEP_MS", 1)
    loaded: list[str] = []
    monkeypatch.setattr(preloading, "import_module", loaded.append)
    monkeypatch.setitem(sys.modules, "this_is_there", sys)
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    busy = [True]
    made = Preloading(lambda: not busy[0], qapp)
    qtbot.wait(20)
    assert loaded == []
    busy[0] = False
    qtbot.waitUntil(lambda: made.done)
    assert loaded == ["colorsys", "sndhdr_not_asked"]
    made.deleteLater()
