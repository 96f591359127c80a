"""The ballot in hand is said to a screen reader at each key, and can be asked for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from congress_desk.ui.widgets.announcement import say_aloud


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What a screen reader would hear."""
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility",
        lambda event: heard.append(getattr(event, "message", lambda: "?")()),
    )  # fmt: skip
    return heard


def test_that_words_are_said_once_and_stand_in_the_description(qtbot, said):
    part = QWidget()
    qtbot.addWidget(part)
    say_aloud(part, "gạch 3. hợp lệ")
    say_aloud(part, "gạch 3. hợp lệ")
    say_aloud(part, "gạch 3 · 12. hợp lệ")
    assert part.accessibleDescription() == "gạch 3 · 12. hợp lệ"
    assert said == ["gạch 3. hợp lệ", "gạch 3 · 12. hợp lệ"]


def test_that_nothing_is_sent_while_nobody_listens(qtbot, said, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    part = QWidget()
    qtbot.addWidget(part)
    say_aloud(part, "hợp lệ")
    assert said == []
    assert part.accessibleDescription() == "hợp lệ"
