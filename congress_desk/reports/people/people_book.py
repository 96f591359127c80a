"""The workbook of people: the register as it can be read in again, presence, structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Passage
from congress_desk.domain.structure.structure import Structure
from congress_desk.domain.structure.targets import Judgement, Targets
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_sheet import people_sheet
from congress_desk.reports.people.presence_sheet import presence_sheet
from congress_desk.reports.people.structure_sheet import structure_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFacts:
    """What the workbook is made of.

    `people` is the register by number, `groups` the names of groups by number; `passages` oldest
    first; `structure` that of those who vote; `reasons` why somebody is absent, by number.
    """

    congress: Congress
    people: tuple[Person, ...]
    groups: Mapping[int, str]
    passages: Sequence[Passage]
    structure: Structure
    targets: Targets
    judgements: tuple[Judgement, ...]
    head: JournalLine
    reasons: Mapping[int, str] = field(default_factory=dict)


def people_book(
    facts: PeopleFacts, *, private: bool = False, wording: Wording | None = None
) -> Book:
    """Return the workbook; dates of birth and notes only when it is `private`."""
    congress = facts.congress
    words = congress_wording(congress, wording)
    rule = congress.base_rule
    stamp = stamp_text(congress, words)
    return Book(
        title=words.say("people_book.title", congress=congress_name(congress, words)),
        sheets=(
            people_sheet(facts.people, facts.groups, words, private=private),
            presence_sheet(facts.people, rule, facts.passages, facts.reasons, words),
            structure_sheet(
                facts.people, rule, facts.structure, facts.targets, facts.judgements, words
            ),
        ),
        footer=" · ".join(part for part in (footer_text(facts.head, words), stamp) if part),
    )
