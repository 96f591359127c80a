"""What a screen leaves behind is collected, and typing is not kept waiting for it."""

from __future__ import annotations

import gc
import os
import sys
import weakref
from pathlib import Path

import pytest
from congress_files import a_round, an_election
from elections_bench import elections_desk
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from congress_desk.ui.garbage import GarbageCollector, give_memory_back

REST = 60


@pytest.fixture
def collector(qapp):
    made = GarbageCollector(qapp)
    made._rest.setInterval(REST)
    yield made
    made.deleteLater()


def test_that_counting_screens_that_were_left_are_not_kept(qtbot, tmp_path, collector):
    with elections_desk(tmp_path, qtbot, an_election(), prepare=a_round) as bench:
        tables = []
        for _ in range(6):
            bench.desk.show_at("counting", bench.rounds()[0].id)
            bench.settle()
            tables.append(weakref.ref(bench.desk.screen_of("counting").table))
            collect_at_rest(qtbot, collector)
            bench.desk.show_at("elections")
            bench.settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            collect_at_rest(qtbot, collector)
        assert sum(table() is not None for table in tables) <= 2


def test_that_whoever_types_on_in_one_field_waits_for_young_garbage_alone(
    qtbot, tmp_path, collector, monkeypatch
):
    with elections_desk(tmp_path, qtbot, an_election(), prepare=a_round) as bench:
        bench.desk.show_at("counting", bench.rounds()[0].id)
        bench.settle()
        assert QApplication.focusWidget() is not None
        collected: list[int] = []
        monkeypatch.setattr(gc, "collect", collected.append)
        for _ in range(3):
            collect_at_rest(qtbot, collector)
        bench.press("01")
        collect_at_rest(qtbot, collector)
        assert collected == [2, 1, 1, 1]
        monkeypatch.undo()


def test_that_whoever_goes_to_a_field_and_types_at_once_is_not_kept_waiting(
    qtbot, tmp_path, collector, monkeypatch
):
    with elections_desk(tmp_path, qtbot, an_election(), prepare=a_round) as bench:
        bench.desk.show_at("counting", bench.rounds()[0].id)
        bench.settle()
        collected: list[int] = []
        monkeypatch.setattr(gc, "collect", collected.append)
        collector._rest.setTimerType(Qt.TimerType.PreciseTimer)
        collector._rest.setInterval(60_000)
        collector.collect()
        qtbot.wait(500)
        left = collector._rest.remainingTime()
        bench.press("01")
        assert collector._rest.remainingTime() > left
        collector.collect()
        assert collected == []
        collector._rest.setInterval(0)
        qtbot.waitUntil(lambda: collected == [2])
        monkeypatch.undo()


def collect_at_rest(qtbot, collector: GarbageCollector) -> None:
    collector.collect()
    qtbot.waitUntil(lambda: not collector._rest.isActive())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has it at once")
def test_that_memory_that_lies_free_between_things_in_use_goes_back():
    held = [bytes(2_000) for _ in range(20_000)]
    between, held = held[1:-1], [held[0], held[-1]]
    before = _pages_in_use()
    between.clear()
    give_memory_back()
    assert (before - _pages_in_use()) * os.sysconf("SC_PAGE_SIZE") > 20_000_000
    assert len(held) == 2


def _pages_in_use() -> int:
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1])
