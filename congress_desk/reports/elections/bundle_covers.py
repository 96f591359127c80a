"""Covers of bundles (bìa tệp phiếu) as plain data: what lies on the table, nothing of a voter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.cover_code import CoverCode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleCover:
    """One cover: the number on it, how many ballots lie under it, and the code that opens it."""

    bundle: str
    sheets: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleCovers:
    """The covers of a round; `passes` are the lines to fill in by hand, one for each entry."""

    title: str
    congress: str
    election: str
    round: str
    bundle: str
    passes: tuple[str, ...]
    times: str
    piles: tuple[str, ...]
    cards: tuple[BundleCover, ...]
    footer: str
    stamp: str


def bundle_covers(
    congress: Congress,
    election: Election,
    held: Round,
    bundles: Sequence[tuple[int, int | None]],
    head: JournalLine,
    wording: Wording | None = None,
) -> BundleCovers:
    """Return a cover for each bundle: its number and how many ballots it holds, None unknown."""
    words = congress_wording(congress, wording)
    several = held.passes > 1
    return BundleCovers(
        title=words.say("cover.title"),
        congress=congress_name(congress, words),
        election=election.title,
        round=words.say("cover.round", number=held.number),
        bundle=words.say("cover.bundle"),
        passes=tuple(
            words.say("cover.pass", number=number) if several else words.say("cover.entered")
            for number in range(1, held.passes + 1)
        ),
        times=words.say("cover.times"),
        piles=(words.say("cover.agrees"), words.say("cover.differs")) if several else (),
        cards=tuple(
            BundleCover(
                bundle=str(number),
                sheets=_sheets_words(expected, words),
                code=CoverCode(
                    election=election.id, round=held.id, bundle=number, sheets=expected or 0
                ).text,
            )
            for number, expected in bundles
        ),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
    )


def _sheets_words(expected: int | None, words: Wording) -> str:
    if expected is None:
        return words.say("cover.sheets_unknown")
    return words.say("cover.sheets", count=expected)
