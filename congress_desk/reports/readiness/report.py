"""The readiness report: each thing with how to mend it, and every letter to try the printer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.readiness.checks import Readiness, ReadyCheck
from congress_desk.i18n import message
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.wording import Wording

LETTERS = ("letters", "capitals", "figures")
_STATE_WIDTH, _MEND_WIDTH = 24, 66


def readiness_report(
    congress: Congress,
    checks: Sequence[ReadyCheck],
    at: datetime,
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the report on checks that were made at a moment."""
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("readiness.title"),
        subject=(words.say("readiness.subject", congress=congress_name(congress, words)),),
        blocks=tuple(_blocks(checks, at, words)),
    )


def check_words(check: ReadyCheck) -> tuple[str, str]:
    """Return how a thing stands, and how it is mended ("" where it is right)."""
    params = {
        key: message(value) if isinstance(value, str) and value.startswith("organ.") else value
        for key, value in check.params.items()
    }
    mend = "" if check.state is Readiness.OK else message(f"ready_mend.{check.code}")
    return message(f"ready.{check.code}", **params), mend


def _blocks(checks: Sequence[ReadyCheck], at: datetime, words: Wording) -> Iterator[Block]:
    counts = Counter(check.state for check in checks)
    figures = {state.value: counts[state] for state in Readiness}
    yield Paragraph(runs=words.runs("readiness.sentence", at=f"{at:%H:%M, %d/%m/%Y}", **figures))
    yield Spacer(height=2)
    yield Table(
        columns=(
            Column(title=words.say("readiness.state"), width=_STATE_WIDTH, align=Align.CENTER),
            Column(title=words.say("readiness.what"), width=0, align=Align.LEFT),
            Column(title=words.say("readiness.mend"), width=_MEND_WIDTH, align=Align.LEFT),
        ),
        rows=tuple(
            (words.say(f"readiness.{check.state.value}"), *check_words(check)) for check in checks
        ),
    )
    letters = (Paragraph(runs=words.runs(f"readiness.{key}")) for key in LETTERS)
    yield KeepTogether(
        blocks=(
            Spacer(height=4),
            Heading(title=words.say("readiness.letters_title")),
            Paragraph(runs=words.runs("readiness.letters_sentence")),
            *letters,
        )
    )
