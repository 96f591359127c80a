"""The printed programme: TT | Thời gian | Nội dung | Thực hiện, a line for each session and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from congress_desk.domain.agenda.adoption import ProgrammeAdoption
from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item_words import unnumbered
from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.agenda.item_numbers import item_numbers
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_text, moment
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    SECRETARIAT,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording

# Widths in mm; the content takes what is left, a number longer than 25.1 what its letters need.
_COLUMNS = (("number", 13), ("time", 31), ("content", 0), ("executor", 42))
_NUMBER_LETTERS, _LETTER = 4, 2.6
_HELD_COLUMNS = (("number", 13), ("content", 0), ("time", 31), ("held", 31), ("executor", 36))
# What a part begins with: reportlab and Word drop plain blanks at the start of a line.
_PART_MARK = "– "


def agenda_paper(
    congress: Congress,
    planned: Sequence[PlannedItem],
    head: JournalLine,
    adoption: ProgrammeAdoption,
    wording: Wording | None = None,
) -> Document:
    """Return the programme as it is handed out; it says which version it is."""
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("agenda.title"),
        subject=(
            words.say("agenda.subject", congress=congress_name(congress, words)),
            *_version(adoption, words),
        ),
        blocks=tuple(_blocks(planned, words)),
    )


def _version(adoption: ProgrammeAdoption, words: Wording) -> Iterator[str]:
    """Yield which version it is, nothing before the congress voted on one."""
    if not adoption.number:
        return
    if not adoption.holds:
        yield words.say("agenda.to_be_adopted", amendment=adoption.next_amendment)
    elif adoption.number == 1:
        yield words.say("agenda.adopted")
    else:
        yield words.say("agenda.amended", amendment=adoption.number - 1)


def agenda_held(
    congress: Congress,
    planned: Sequence[PlannedItem],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the programme as it was held: planned and actual hours beside each other."""
    words = congress_wording(congress, wording)
    rows = tuple(
        _held_row(found, number, words)
        for found, number in zip(planned, item_numbers(planned), strict=True)
    )
    columns = tuple(
        Column(
            title=words.say(f"agenda.{key}"),
            width=width,
            align=Align.LEFT if key in ("content", "executor") else Align.CENTER,
        )
        for key, width in _HELD_COLUMNS
    )
    return congress_paper(
        congress,
        head,
        words,
        organ=SECRETARIAT,
        title=words.say("agenda.held_title"),
        subject=(words.say("agenda.subject", congress=congress_name(congress, words)),),
        blocks=(
            Table(columns=columns, rows=rows),
            *clock_notes(planned, words),
            Signatures(cells=(None, organ_signature(SECRETARIAT, words)), across=2),
        ),
    )


def clock_notes(planned: Sequence[PlannedItem], words: Wording) -> Iterator[Block]:
    """Yield what is to be put right by hand where the clock was put back while an item was held."""
    for found in planned:
        if found.item.clock_put_back:
            said = words.say("agenda.clock_put_back", content=unnumbered(found.item.content))
            yield Paragraph(runs=(Run(said),), small=True)


def _held_row(found: PlannedItem, number: str, words: Wording) -> tuple[str, ...]:
    item = found.item
    started, finished = moment(item.started_at), moment(item.finished_at)
    actual = f"{started:%H:%M}" if started else words.say("agenda.not_held")
    if started and finished:
        actual = words.say("agenda.from_to", start=f"{started:%H:%M}", end=f"{finished:%H:%M}")
    content = _PART_MARK * found.depth + unnumbered(item.content)
    return number.rstrip("."), content, clock_text(found, words), actual, item.executor


def session_titles(planned: Sequence[PlannedItem], words: Wording) -> dict[int, str]:
    """Return what stands above the first item of each session and day, by its place."""
    titles: dict[int, str] = {}
    before = ("", "")
    for place, found in enumerate(planned):
        here = (found.item.session, found.item.day)
        if found.depth == 0 and here != before and any(here):
            titles[place] = _session_title(*here, words)
        if found.depth == 0:
            before = here
    return titles


def _session_title(session: str, day: str, words: Wording) -> str:
    if session in words.lists["agenda.bare_sessions"]:
        session = words.say("agenda.bare", session=session.lower())
    try:
        weekday = words.lists["agenda.weekdays"][date.fromisoformat(day).weekday()]
    except ValueError:
        return words.say("agenda.session", session=session)
    title = day_text(day, words)
    if not session:
        return f"{weekday[:1].upper()}{weekday[1:]}, {title}"
    return words.say("agenda.day", session=session, weekday=weekday, day=title)


def clock_text(found: PlannedItem, words: Wording) -> str:
    """Return "07:30 – 07:45" of an item, one time when it takes none, "" without a clock."""
    if found.start is None or found.end is None:
        return ""
    if found.start == found.end:
        return f"{found.start:%H:%M}"
    return words.say("agenda.from_to", start=f"{found.start:%H:%M}", end=f"{found.end:%H:%M}")


def _blocks(planned: Sequence[PlannedItem], words: Wording) -> Iterator[Block]:
    if not planned:
        yield Paragraph(runs=words.runs("agenda.empty"))
        return
    titles, numbers = session_titles(planned, words), item_numbers(planned)
    begins = sorted({0, *titles})
    for begin, end in zip(begins, [*begins[1:], len(planned)], strict=True):
        if begin in titles:
            yield Spacer(height=2)
            yield Heading(title=titles[begin])
        rows = tuple(
            _row(found, number, words)
            for found, number in zip(planned[begin:end], numbers[begin:end], strict=True)
        )
        yield Table(columns=_columns(max(map(len, numbers)), words), rows=rows)


def _row(found: PlannedItem, number: str, words: Wording) -> tuple[str, ...]:
    content = _PART_MARK * found.depth + unnumbered(found.item.content)
    return number.rstrip("."), clock_text(found, words), content, found.item.executor


def _columns(letters: int, words: Wording) -> tuple[Column, ...]:
    more = max(letters - _NUMBER_LETTERS, 0) * _LETTER
    return tuple(
        Column(
            title=words.say(f"agenda.{key}"),
            width=width + (more if key == "number" else 0),
            align=Align.CENTER if key in ("number", "time") else Align.LEFT,
        )
        for key, width in _COLUMNS
    )
