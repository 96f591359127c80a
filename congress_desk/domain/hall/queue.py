"""What was prepared for the hall: the queue and the messages typed, as one text of the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.hall.subject import Subject, SubjectKind

# The key of the setting that keeps it, and how many messages are kept, the newest.
PREPARED_KEY = "hall.prepared"
MOST_MESSAGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The subjects to come, in their order, and the texts of messages, oldest first."""

    queue: tuple[Subject, ...] = ()
    messages: tuple[str, ...] = ()

    def with_message(self, text: str) -> Prepared:
        """Return the same with another message at the end; the oldest go where there are many."""
        kept = dict.fromkeys((*(each for each in self.messages if each != text), text))
        return Prepared(queue=self.queue, messages=tuple(kept)[-MOST_MESSAGES:])

    def without_message(self, text: str) -> Prepared:
        """Return the same without a message, which leaves the queue too."""
        return Prepared(
            queue=tuple(subject for subject in self.queue if subject.text != text),
            messages=tuple(each for each in self.messages if each != text),
        )


def prepared_text(prepared: Prepared) -> str:
    """Return it as a text to keep, "" of nothing."""
    if prepared == Prepared():
        return ""
    queue = [[each.kind.value, each.record, each.text] for each in prepared.queue]
    kept = {"queue": queue, "messages": list(prepared.messages)}
    return json.dumps(kept, ensure_ascii=False)


def prepared_of(text: str) -> Prepared:
    """Return what was kept; nothing of a text that is none of ours."""
    try:
        kept: dict[str, Any] = json.loads(text) if text else {}
        return Prepared(
            queue=tuple(
                Subject(kind=SubjectKind(kind), record=int(record), text=str(words))
                for kind, record, words in kept.get("queue", ())
            ),
            messages=tuple(map(str, kept.get("messages", ()))),
        )
    except (ValueError, TypeError, AttributeError):
        return Prepared()
