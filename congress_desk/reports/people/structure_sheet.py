"""The sheet "Cơ cấu": D, the structure with its targets, delegations, and charts of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.people.person import BaseRule, Person, base_sum
from congress_desk.domain.structure.figures import Extreme, Figure
from congress_desk.domain.structure.structure import Structure
from congress_desk.domain.structure.target_text import share_text
from congress_desk.domain.structure.targets import Judgement, Measure, Targets
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    Chart,
    ChartKind,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
    plain_rows,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.credentials_quality import quality_groups
from congress_desk.reports.people.people_words import names_words

_COLUMNS: tuple[tuple[str, ColumnKind], ...] = (
    ("item", ColumnKind.TEXT),
    ("number", ColumnKind.NUMBER),
    ("percent", ColumnKind.NUMBER),
    ("target", ColumnKind.TEXT),
    ("standing", ColumnKind.TEXT),
)
_MOST_DELEGATIONS = 30
_DRAWN = {
    "gender": ChartKind.PIE,
    "age": ChartKind.BAR,
    "party_age": ChartKind.BAR,
    "degree": ChartKind.BAR,
    "theory": ChartKind.BAR,
}
_NOTHING: tuple[Value, ...] = (None, None)


def structure_sheet(
    people: Sequence[Person],
    rule: BaseRule,
    found: Structure,
    targets: Targets,
    judgements: Sequence[Judgement],
    words: Wording,
) -> Sheet:
    """Return the figures that the report on credentials and the structure panel show as well."""
    sections = [_numbers(people, rule, words)]
    if judgements:
        sections.append(_targets(targets, judgements, words))
    charts: list[Chart] = []
    kinds = {words.say(f"credentials.quality.{key}"): drawn for key, drawn in _DRAWN.items()}
    for title, lines in quality_groups(found, words):
        if title in kinds:
            charts.append(_chart(kinds[title], title, len(sections)))
        sections.append(Section(title=title, rows=plain_rows(_line(*line) for line in lines)))
    if found.age.average:
        sections.append(_ages(found, words))
    delegations = _delegations(found, words)
    if delegations.rows:
        if len(delegations.rows) <= _MOST_DELEGATIONS:
            charts.append(_chart(ChartKind.BAR, delegations.title, len(sections)))
        sections.append(delegations)
    return Sheet(
        name=words.say("people_book.sheets.structure"),
        title=words.say("people_book.structure.title"),
        notes=(_note(found, words),),
        columns=tuple(
            BookColumn(title=words.say(f"people_book.structure.{key}"), kind=column)
            for key, column in _COLUMNS
        ),
        sections=tuple(sections),
        freeze_columns=1,
        filtered=False,
        charts=tuple(charts),
    )


def _chart(kind: ChartKind, title: str, section: int) -> Chart:
    return Chart(kind=kind, title=title, section=section, names=0, values=1)


def _note(found: Structure, words: Wording) -> str:
    if not found.day:
        return words.say("people_book.structure.no_day", number=found.number)
    day = vietnamese_date(found.day)
    return words.say("people_book.structure.day", day=day, number=found.number)


def _numbers(people: Sequence[Person], rule: BaseRule, words: Wording) -> Section:
    base = base_sum(people, rule)

    def title(key: str, **params: str) -> str:
        return words.say(f"people_book.structure.{key}", **params)

    rows = [(title("convened"), base.convened)]
    rows += [
        (title("deducted", status=words.say(f"status.{status.value}")), -count)
        for status, count in base.deductions
    ]
    if base.alternates:
        rows.append((title("alternates"), base.alternates))
    book_rows = [BookRow(values=(name, number, None, *_NOTHING)) for name, number in rows]
    total = BookRow(values=(title("base"), base.base, None, *_NOTHING), tone=Tone.TOTAL)
    present = BookRow(values=(title("present"), base.present, None, *_NOTHING))
    return Section(title=title("numbers"), rows=(*book_rows, total, present))


def _targets(targets: Targets, judgements: Sequence[Judgement], words: Wording) -> Section:
    rows = (
        (
            _measure(judgement.measure, targets, words),
            judgement.number,
            _share_of(judgement),
            _target(judgement, words),
            words.say(f"people_book.standing.{judgement.standing.value}"),
        )
        for judgement in judgements
    )
    return Section(title=words.say("people_book.structure.targets"), rows=plain_rows(rows))


def _share_of(judgement: Judgement) -> Decimal | None:
    exact = percent(judgement.number, judgement.of)
    return Decimal(exact) if exact else None


def _measure(measure: Measure, targets: Targets, words: Wording) -> str:
    return words.say(f"people_book.measure.{measure.value}", years=targets.young_under)


def _target(judgement: Judgement, words: Wording) -> str:
    """Return a target as a share and in people: "từ 15% (18 người) trở lên"."""
    low, high = judgement.target.at_least, judgement.target.at_most
    least, most = judgement.least or 0, judgement.most or 0
    if low is not None and high is not None:
        shares = {"low": _share(low, words), "high": _share(high, words)}
        return words.say("people_book.structure.between", least=least, most=most, **shares)
    if high is not None:
        return words.say("people_book.structure.at_most", share=_share(high, words), most=most)
    share = _share(low or Fraction(0), words)
    return words.say("people_book.structure.at_least", share=share, least=least)


def _share(share: Fraction, words: Wording) -> str:
    text = share_text(share)
    if "/" in text:
        return text
    return words.say("people_book.structure.percent_share", percent=decimal_comma(text))


def _line(name: str, figure: Figure) -> tuple[Value, ...]:
    share = Decimal(figure.percent) if figure.percent else None
    return name[:1].upper() + name[1:], figure.number, share, *_NOTHING


def _ages(found: Structure, words: Wording) -> Section:
    rows: list[tuple[Value, ...]] = []
    for key, extreme in (("oldest", found.age.most), ("youngest", found.age.least)):
        if extreme:
            rows.append(_extreme(words.say(f"people_book.structure.{key}"), extreme, words))
    for key, span in (("average", found.age), ("party_average", found.party_age)):
        if span.average:
            title = words.say(f"people_book.structure.{key}")
            rows.append((title, Decimal(span.average.text), None, *_NOTHING))
    return Section(title=words.say("people_book.structure.ages"), rows=plain_rows(rows))


def _extreme(title: str, extreme: Extreme, words: Wording) -> tuple[Value, ...]:
    names = names_words([person.name for person in extreme.people], words)
    return title, extreme.years, None, names, None


def _delegations(found: Structure, words: Wording) -> Section:
    parts = [(part.written, part.figure) for part in found.delegations.parts]
    if parts and found.delegations.unknown.number:
        parts.append((words.say("people.no_delegation"), found.delegations.unknown))
    rows = plain_rows(_line(*part) for part in parts)
    return Section(title=words.say("people_book.structure.delegations"), rows=rows)
