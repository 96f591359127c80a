"""Name cards for the tables (biển tên để bàn) as plain data: one folded sheet a person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import organ_key
from congress_desk.domain.text.clean_text import fold, without_accents
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.duties.duty_words import (
    election_titles,
    organ_words,
    own_title,
    title_of,
)

# What a title ends with that says again what the organ is called.
_BODIES = frozenset({"ban", "doan", "to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCard:
    """What both sides of a card say: the name, and under it one line for each organ."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCards:
    """The cards in the order of the organs; `congress` stands small above every name."""

    title: str
    congress: str
    cards: tuple[TableCard, ...]
    footer: str
    stamp: str


def table_cards(view: DutiesView, wording: Wording | None = None) -> TableCards:
    """Return a card for everybody who is a member of an organ."""
    words = congress_wording(view.congress, wording)
    return TableCards(
        title=words.say("table_cards.title"),
        congress=congress_name(view.congress, words),
        cards=tuple(
            TableCard(
                name=duties[0].name,
                lines=tuple(dict.fromkeys(_office(view, duty, words) for duty in duties)),
            )
            for duties in view.persons()
        ),
        footer=footer_text(view.head, words),
        stamp=stamp_text(view.congress, words),
    )


def _office(view: DutiesView, duty: Duty, words: Wording) -> str:
    """Return the office in an organ: "Trưởng ban Kiểm phiếu" says "ban" once."""
    key, titles = organ_key(duty), election_titles(view)
    organ, title = organ_words(key, titles, words), own_title(title_of(view, duty))
    if not title:
        return organ
    plain = organ_words(replace(key, election_id=0), titles, words)
    if fold(plain) in fold(title):
        return title + organ.removeprefix(plain)
    if without_accents(title.split()[-1]).casefold() in _BODIES and title.count(" "):
        # "Trưởng ban" of the "Đoàn thư ký" is its "Trưởng đoàn".
        title = " ".join(title.split()[:-1])
    return words.say("table_cards.chair", title=title, organ=organ[:1].lower() + organ[1:])
