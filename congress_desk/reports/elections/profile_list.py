"""The candidates with what is known of each (danh sách trích ngang), in ballot order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_words import date_words

_POINTS = 9
_FEMALE = "nu"
_GENDERS = ("nam", _FEMALE)
# Title, width in mm, title of the group it stands under; the date of birth comes after the name.
_AFTER_BIRTH = (
    ("hometown", 22.0, ""),
    ("ethnic", 11.5, ""),
    ("religion", 13.0, ""),
    ("position", 0.0, ""),
    ("schooling", 11.0, "education"),
    ("degree", 19.0, "education"),
    ("theory", 13.0, "education"),
    ("language", 12.0, "education"),
    ("joined", 16.8, "joining"),
    ("official_on", 16.8, "joining"),
    ("incumbent", 11.5, ""),
    ("note", 14.0, ""),
)
_ALWAYS = frozenset({"number", "name", "position"})
_LEFT = frozenset({"name", "hometown", "position", "degree", "note"})


def profile_list(
    congress: Congress,
    election: Election,
    people: Sequence[Person],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the list of an election; `people` are its candidates in ballot order.

    A draft until the list is frozen, as the list of candidates itself.
    """
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        organ=PRESIDIUM,
        title=words.say("profiles.title"),
        subject=(words.say("profiles.subject", title=election_title(election)),),
        blocks=(
            Paragraph(
                runs=words.runs("profiles.count", candidates=len(people), seats=election.seats)
            ),
            _table(people, words),
            Paragraph(runs=words.runs("profiles.order"), small=True),
            _signature(words),
        ),
        stamps=() if election.frozen else ("draft_list",),
        landscape=True,
    )


def _table(people: Sequence[Person], words: Wording) -> Table:
    """Return the columns that say something of somebody; the others are left out."""
    gendered = all(fold(person.gender) in _GENDERS for person in people)
    columns = list(_columns(gendered, words))
    rows = [_row(place, p, gendered, words) for place, p in enumerate(people, start=1)]
    profiles = [
        index
        for index, (key, _) in enumerate(columns)
        if key in _ALWAYS or any(row[index] for row in rows)
    ]
    return Table(
        columns=tuple(columns[index][1] for index in profiles),
        rows=tuple(tuple(row[index] for index in profiles) for row in rows),
        points=_POINTS,
    )


def _columns(gendered: bool, words: Wording) -> Iterator[tuple[str, Column]]:
    """Yield the columns; the date of birth under Nam or Nữ when every gender is known."""
    born = [("born", 16.8, "")]
    if gendered:
        born = [("male", 16.8, "born"), ("female", 16.8, "born")]
    first = [("number", 7.5, ""), ("name", 30.0, "")]
    for key, width, group in (*first, *born, *_AFTER_BIRTH):
        column = Column(
            title=words.say(f"profiles.{key}"),
            width=width,
            align=Align.LEFT if key in _LEFT else Align.CENTER,
            group=words.say(f"profiles.{group}") if group else "",
        )
        yield key, column


def _row(place: int, person: Person, gendered: bool, words: Wording) -> tuple[str, ...]:
    born = [date_words(person.born)]
    if gendered:
        born = ["", *born] if fold(person.gender) == _FEMALE else [*born, ""]
    incumbent = words.say(f"people.incumbent.{person.incumbent}") if person.incumbent else ""
    return (
        str(place),
        person.name,
        *born,
        person.hometown,
        person.ethnic,
        person.religion,
        person.position,
        person.schooling,
        person.degree,
        person.theory,
        person.language,
        date_words(person.joined),
        date_words(person.official_on),
        incumbent,
        person.note,
    )


def _signature(words: Wording) -> Block:
    signatures = Signatures(cells=(None, organ_signature(PRESIDIUM, words)), across=2)
    return KeepTogether(blocks=(Spacer(height=4), signatures))
