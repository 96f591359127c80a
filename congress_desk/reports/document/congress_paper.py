"""A paper of a congress: its head, footer and stamp around what the paper says."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.document import Block, Document
from congress_desk.reports.document.head import (
    congress_day,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording


def congress_paper(
    congress: Congress,
    head: JournalLine,
    words: Wording,
    *,
    title: str,
    blocks: tuple[Block, ...],
    subject: tuple[str, ...] = (),
    day: str | None = None,
    organ: str = "",
    symbol: str = "",
    stamps: tuple[str, ...] = (),
    landscape: bool = False,
) -> Document:
    """Return the paper that an organ of the congress issues.

    Its `day` (a partial date) is that of the congress, or dots where it is "". `head` is the newest
    line of the journal; `stamps` are the keys of why it is no official paper yet.
    """
    issued = congress_day(congress) if day is None else day
    return Document(
        head=document_head(congress, issued, words, organ=organ, symbol=symbol),
        title=title,
        subject=subject,
        blocks=blocks,
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words, *stamps),
        form=words.form,
        landscape=landscape,
    )
