"""The table of figures: what it says of a structure, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from congress_desk.domain.people.person import Person
from congress_desk.domain.structure.figures import Division, Extreme, Figure, Span
from congress_desk.domain.structure.structure import Structure
from congress_desk.domain.structure.targets import YOUNG, Judgement, Measure
from congress_desk.i18n import tr
from congress_desk.queries.structure import StructureView
from congress_desk.ui.parts.structure.words import (
    band_words,
    note_sentences,
    note_words,
    number_text,
    part_words,
    share_words,
    standing_sign,
    standing_words,
    target_words,
)
from congress_desk.ui.records.table_model import Sign, TableColumn

LONG, NOTE = (1,), 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One line: its section (named in its `first` line), words, number, share and judgement.

    `figure` has the people behind the number; a row without one has nobody to show.
    """

    section: str = ""
    first: bool = False
    words: str
    number: str
    percent: str = ""
    note: str = ""
    judgement: Judgement | None = None
    figure: Figure | None = None


Section = tuple[str, Iterator[FigureRow]]


def figure_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of a figure."""
    return (
        TableColumn(
            title=tr("Group"),
            text=lambda row: row.section if row.first else "",
            strong=lambda row: True,
        ),
        TableColumn(title=tr("Figure"), text=lambda row: row.words),
        TableColumn(title=tr("How many"), text=lambda row: row.number, number=True),
        TableColumn(title="%", text=lambda row: row.percent, number=True, needed=True),
        TableColumn(title=tr("Target"), text=_target_text),
        TableColumn(
            title=tr("Assessment"), text=_standing_text, sign=_standing_sign, tone=_standing_tone
        ),
        TableColumn(title=tr("Unknown"), text=lambda row: row.note, tip=_note_tip),
    )


def figure_rows(view: StructureView) -> tuple[FigureRow, ...]:
    """Return every line on a structure; a section of which nothing is known is left out."""
    judged = {judgement.measure: judgement for judgement in view.judgements}
    who, (age, party_age) = _who(view, judged), _how_long(view.structure)
    whole = (tr("In all"), _whole(view, judged.get(Measure.SURPLUS)))
    sections = (whole, *who[:2], age, *who[2:], party_age, *_parts(view.structure))
    return tuple(row for title, rows in sections for row in _titled(title, rows))


def _who(view: StructureView, judged: Mapping[Measure, Judgement]) -> tuple[Section, ...]:
    found, young = view.structure, {view.targets.young_under: judged.get(Measure.YOUNG)}
    women = (tr("Women"), found.women, judged.get(Measure.WOMEN))
    again = (tr("re-elected"), found.re_elected, judged.get(Measure.RE_ELECTED))
    minority = judged.get(Measure.MINORITY)
    return (
        (tr("Gender"), _figures(women, (tr("Men"), found.men, None))),
        (
            tr("Young"),
            _figures(
                *((tr("under {years}", years=y), found.under(y), young.get(y)) for y in YOUNG)
            ),
        ),
        (tr("Minority"), _named(tr("of a minority"), found.minority, minority, found.ethnic)),
        (
            tr("Religion"),
            _named(tr("with a religion"), found.religious, None, found.religion),
        ),
        (
            tr("Re-elected"),
            _figures(again, (tr("for the first time"), found.first_time, None)),
        ),
    )


def _how_long(found: Structure) -> tuple[Section, Section]:
    return (
        (
            tr("Age"),
            _span(found.age, tr("oldest"), tr("youngest"), tr("birth date not known"), _born),
        ),
        (
            tr("Years of membership"),
            _span(found.party_age, tr("longest"), tr("shortest"), tr("date not known"), _joined),
        ),
    )


def _parts(found: Structure) -> tuple[Section, ...]:
    return (
        (tr("Schooling"), _division(found.schooling, "schooling")),
        (tr("Professional degree"), _division(found.degree, "degree")),
        (tr("Theory"), _division(found.theory, "theory")),
        (tr("Titles"), _division(found.titles, "title")),
        (tr("Kind"), _division(found.kinds, "kind")),
        (tr("Delegation"), _division(found.delegations, "delegation")),
    )


def _titled(title: str, rows: Iterator[FigureRow]) -> Iterator[FigureRow]:
    for i, row in enumerate(rows):
        yield replace(row, section=title, first=i == 0)


def _whole(view: StructureView, surplus: Judgement | None) -> Iterator[FigureRow]:
    people = view.structure.people
    everybody = Figure(people=people, of=len(people))
    yield FigureRow(words=tr("People"), number=str(len(people)), figure=everybody)
    if view.surplus is not None:
        yield FigureRow(words=tr("Seats to fill"), number=str(view.surplus.seats))
        yield FigureRow(
            words=tr("Surplus, of the seats"),
            number=str(view.surplus.number),
            percent=share_words(view.surplus.percent),
            judgement=surplus,
        )


def _figures(*figures: tuple[str, Figure, Judgement | None]) -> Iterator[FigureRow]:
    if all(not figure.number and len(figure.unknown) == figure.of for _, figure, _ in figures):
        if any(judgement for _, _, judgement in figures) and figures[0][1].of:
            yield _figure(*figures[0])
        return
    for words, figure, judgement in figures:
        yield _figure(words, figure, judgement)


def _figure(words: str, figure: Figure, judgement: Judgement | None = None) -> FigureRow:
    return FigureRow(
        words=words,
        number=str(figure.number),
        percent=share_words(figure.percent),
        note=note_words(figure),
        judgement=judgement,
        figure=figure,
    )


def _span(
    span: Span, most: str, least: str, unknown: str, date: Callable[[Person], str]
) -> Iterator[FigureRow]:
    if span.average is None:
        return
    for part in span.bands.parts:
        yield _figure(band_words(part.key), replace(part.figure, unknown=()))
    yield FigureRow(words=tr("average"), number=number_text(span.average.text))
    for words, extreme in ((most, span.most), (least, span.least)):
        if extreme is not None:
            yield _extreme(words, extreme, date)
    if span.bands.unknown.number:
        yield _figure(unknown, span.bands.unknown)


def _extreme(words: str, extreme: Extreme, date: Callable[[Person], str]) -> FigureRow:
    first = extreme.people[0]
    text = f"{words}: {first.name} ({date(first)[:4]})"
    if len(extreme.people) > 1:
        text += " " + tr("and {count} others", count=len(extreme.people) - 1)
    figure = Figure(people=extreme.people, of=len(extreme.people))
    return FigureRow(words=text, number=str(extreme.years), figure=figure)


def _named(
    words: str, figure: Figure, judgement: Judgement | None, division: Division
) -> Iterator[FigureRow]:
    """Return the figure, then its parts by name (those with a code are not part of it)."""
    if not division.known and judgement is None:
        return
    yield _figure(words, figure, judgement)
    for part in division.parts:
        if not part.key:
            yield _figure(part.written, part.figure)


def _division(division: Division, group: str) -> Iterator[FigureRow]:
    if not division.known:
        return
    for part in division.parts:
        yield _figure(part_words(group, part), part.figure)
    if division.unknown.number:
        yield _figure(tr("not known"), division.unknown)


def _note_tip(row: FigureRow) -> str:
    return note_sentences(row.figure) if row.figure and row.note else ""


def _target_text(row: FigureRow) -> str:
    return target_words(row.judgement) if row.judgement else ""


def _standing_text(row: FigureRow) -> str:
    return standing_words(row.judgement) if row.judgement else ""


def _standing_sign(row: FigureRow) -> Sign | None:
    return standing_sign(row.judgement) if row.judgement else None


def _standing_tone(row: FigureRow) -> str:
    sign = _standing_sign(row)
    return sign.tone if sign else ""


def _born(person: Person) -> str:
    return person.born


def _joined(person: Person) -> str:
    return person.joined
