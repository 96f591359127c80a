"""Whoever went to another window hears of it when something long has ended."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from congress_desk.ui.widgets import finished_alert
from congress_desk.ui.widgets.finished_alert import tell_finished


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_that_nothing_is_said_to_whoever_looks_at_the_window(page):
    assert not tell_finished(page, "3 giấy tờ")


def test_that_the_system_says_it_or_the_window_asks_for_attention(page, qtbot, monkeypatch):
    shown, alerted = [], []
    monkeypatch.setattr(page, "isActiveWindow", lambda: False)
    monkeypatch.setattr(QApplication, "alert", lambda *args: alerted.append(args))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert tell_finished(page, "3 giấy tờ")
    assert len(alerted) == 1 and page.findChildren(QSystemTrayIcon) == []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, *said: shown.append(said[:2]))
    monkeypatch.setattr(finished_alert, "SHOWN_MS", 20)
    assert tell_finished(page, "3 giấy tờ")
    assert shown == [("Congress Desk đã làm xong", "3 giấy tờ")]
    qtbot.waitUntil(lambda: page.findChildren(QSystemTrayIcon) == [])
