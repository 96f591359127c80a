"""What the line under the entry line says: one sentence at a time, the most pressing first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from congress_desk.help.why import Why, why_said


class Topic(IntEnum):
    """What a notice is about, the most pressing first."""

    STOPPED = 1
    CLOSED = 2
    REFUSED = 3
    QUESTION = 4
    UNSAVED = 5
    FAILED = 6
    OPERATOR = 7
    CORRECTING = 8
    SEARCHING = 9
    BUNDLE_FULL = 10
    DONE = 11
    RESUMED = 12
    PASS_OFFERED = 13
    HINT = 14


PASSING = (Topic.FAILED, Topic.DONE, Topic.RESUMED)


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a notice; the same can be done by the key its sentence names."""

    label: str
    chosen: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence with its tone ("wrong", "look", "holds" or "accent") and its buttons.

    `why` are the parts of a refusal, told on demand; what is "wrong" or `refuses` without one tells
    its text.
    """

    text: str
    tone: str = "accent"
    answers: tuple[Answer, ...] = ()
    why: Why | None = None
    refuses: bool = False

    @property
    def explained(self) -> Why | None:
        """Return why something was refused, None of a notice that refuses nothing."""
        refuses = self.refuses or self.tone == "wrong"
        return self.why or (why_said(self.text) if refuses else None)


class Notices(QObject):
    """Holds at most one notice a topic; `changed` says that another one may be on top."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[Topic, Notice] = {}

    def __contains__(self, topic: Topic) -> bool:
        return topic in self._notices

    @property
    def top(self) -> Notice | None:
        """Return the most pressing notice."""
        return self._notices[min(self._notices)] if self._notices else None

    def get(self, topic: Topic) -> Notice | None:
        """Return the notice of one topic."""
        return self._notices.get(topic)

    def put(self, topic: Topic, notice: Notice) -> None:
        """Say something, in place of what was said on the same topic."""
        self._notices[topic] = notice
        self.changed.emit()

    def clear(self, *topics: Topic) -> None:
        """Stop saying what is said on these topics."""
        gone = [self._notices.pop(topic) for topic in topics if topic in self._notices]
        if gone:
            self.changed.emit()
