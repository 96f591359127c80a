"""A field of a record as a column shows it, and as a cell or the card is typed into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.domain.text.name_order import title_key
from congress_desk.i18n import label, tr
from congress_desk.ui.records.table_model import Sign, TableColumn

LONGEST, PROSE_HEIGHT = 2000, 62
_DAY = len("2020-06-05")


class Unreadable(ValueError):
    """What was typed is nothing this field can hold; the text says what it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """A field: `text` of a record, `read` the value of a typed text, `key` what it sorts by.

    `choices` are (value, words) where there are but a few, each with its `choice_sign`;
    `suggestions` are offered while typing. A `prose` field is typed into several lines, `height`
    pixels high; one to `tick` is a box with the title beside it. A field that is not `carded` is
    only a column, one without a `column` only on the card; `asked` ones are asked for when a record
    is added; two `half` ones after each other share a row of the card. Names `apart` by a sign are
    offered one by one; `ghost` says what an empty field means, and a field can be `closed`.
    Suggestions that are `listed` stand in a list that can be opened too. A field with `people`
    chooses one of them by some letters; its value is that person's number, 0 for nobody. The column
    of a `needed` one gives way last where a table is too narrow.
    """

    name: str
    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any] = lambda record: ""
    read: Callable[[str], Any] = clean_text
    choices: tuple[tuple[Any, str], ...] = ()
    suggestions: Sequence[str] | Callable[[], Sequence[str]] = ()
    choice_sign: Callable[[Any], Sign | None] = lambda value: None
    prose: bool = False
    height: int = PROSE_HEIGHT
    longest: int = LONGEST
    tick: bool = False
    carded: bool = True
    column: bool = True
    asked: bool = False
    long: bool = False
    needed: bool = False
    half: bool = False
    apart: str = ""
    listed: bool = False
    people: Sequence[Person] | None = None
    ghost: Callable[[Any], str] = lambda record: ""
    closed: Callable[[Any], bool] = lambda record: False
    number: bool = False
    hint: str = ""
    sign: Callable[[Any], Sign | None] = lambda record: None
    tone: Callable[[Any], str] = lambda record: ""
    strong: Callable[[Any], bool] = lambda record: False
    remark: Callable[[Any], str] = lambda record: ""
    tip: Callable[[Any], str] = lambda record: ""

    def offered(self) -> Sequence[str]:
        """Return what is offered while this field is typed into."""
        return self.suggestions() if callable(self.suggestions) else self.suggestions

    def shown(self) -> TableColumn:
        """Return the column of a table that shows this field."""
        return TableColumn(
            title=self.title,
            text=self.text,
            number=self.number,
            sign=self.sign,
            tone=self.tone,
            strong=self.strong,
            remark=self.remark,
            tip=self.tip,
            editable=self.carded,
            needed=self.needed,
        )


def text_field(
    name: str, title: str, *, sorted_by: Callable[[str], Any] = title_key, **more: Any
) -> RecordField:
    """Return a field that shows the attribute of that name as it is."""

    def text(record: Any) -> str:
        return str(getattr(record, name))

    def key(record: Any) -> Any:
        return sorted_by(text(record))

    return RecordField(name=name, title=title, text=text, key=key, **more)


def choice_field(
    name: str, title: str, choices: Sequence[tuple[Any, str]], **more: Any
) -> RecordField:
    """Return a field that holds one of a few values, each with its words, sorted in this order."""
    words = dict(choices)
    places = {value: place for place, value in enumerate(words)}
    return RecordField(
        name=name,
        title=title,
        text=lambda record: words.get(getattr(record, name), ""),
        key=lambda record: places.get(getattr(record, name), -1),
        read=reading_choice(choices),
        choices=tuple(choices),
        **more,
    )


def state_choices(group: str, states: type[StrEnum]) -> tuple[tuple[Any, str], ...]:
    """Return the states of an enumeration with their words."""
    return tuple((state, label(group, state.value)) for state in states)


def reading_choice(choices: Sequence[tuple[Any, str]]) -> Callable[[str], Any]:
    """Return what reads a typed text as one of these choices; the beginning of one is enough."""

    def read(text: str) -> Any:
        typed = fold(text)
        words = [(value, fold(said)) for value, said in choices]
        exact = [value for value, said in words if said == typed]
        begun = [value for value, said in words if typed and said.startswith(typed)]
        if exact or len(begun) == 1:
            return (exact or begun)[0]
        raise Unreadable(tr("Type one of: {choices}", choices=", ".join(s for _, s in choices)))

    return read


def reading_day(near: date) -> Callable[[str], str]:
    """Return what reads a typed day; without a year it is the one nearest to `near`."""

    def read(text: str) -> str:
        text = clean_text(text).rstrip("/")
        if not text:
            return ""
        found = partial_date(text)
        if found is not None and len(found) == _DAY:
            return found
        years = (partial_date(f"{text}/{near.year + step}") for step in (-1, 0, 1))
        days = [date.fromisoformat(day) for day in years if day and len(day) == _DAY]
        if found is None and days:
            return str(min(days, key=lambda day: abs(day - near)))
        raise Unreadable(tr("Type the day as 05/06/2020 or 05/06"))

    return read


def day_text(iso: str) -> str:
    """Return a day as it is typed: "05/06/2020"."""
    return vietnamese_date(iso)
