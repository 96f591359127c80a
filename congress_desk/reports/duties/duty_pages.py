"""One page a person (phiếu phân công nhiệm vụ): what, when by the planned clock, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from congress_desk.domain.agenda.item_words import unnumbered
from congress_desk.domain.duties.person_page import PageLine, Part, page_lines
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import organ_key
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.agenda.programme import clock_text
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.duties.duty_words import (
    election_titles,
    organ_words,
    own_title,
    session_words,
    title_of,
)

_COLUMNS = (("time", 28), ("content", 0), ("part", 42), ("beside", 34))
# Small enough for the day of a member of the presidium to stand on one page.
_POINTS = 11.5
# Where a page has more lines than this, what the organ does together is left to the programme.
_LINES_OF_A_PAGE = 24
# More sessions than these share one table, or their headings would take the page.
_SESSIONS_APART = 4
# What the person does together with an organ, or another does instead, does not stand out.
_PLAIN = (Part.ORGAN, Part.RELIEVED)


def duty_pages(view: DutiesView, wording: Wording | None = None) -> Document:
    """Return a page for everybody who is a member of an organ, in the order of the organs."""
    words = congress_wording(view.congress, wording)
    blocks: list[Block] = []
    for duties in view.persons():
        if blocks:
            blocks += [PageBreak(), *_title(view, words)]
        blocks += _page(view, duties, words)
    return congress_paper(
        view.congress,
        view.head,
        words,
        title=words.say("duty_page.title"),
        subject=(words.say("duties.subject", congress=congress_name(view.congress, words)),),
        blocks=tuple(blocks) or (Paragraph(runs=words.runs("duties.empty")),),
    )


def _title(view: DutiesView, words: Wording) -> Iterator[Block]:
    """Yield what stands above on every page but the first, which has the head of the paper."""
    title = Run(words.say("duty_page.title"), bold=True)
    yield Paragraph(runs=(title,), align=Align.CENTER, indent=False)
    subject = words.say("duties.subject", congress=congress_name(view.congress, words))
    yield Paragraph(runs=(Run(subject, bold=True),), align=Align.CENTER, indent=False)
    yield Spacer(height=6)


def _page(view: DutiesView, duties: tuple[Duty, ...], words: Wording) -> Iterator[Block]:
    yield _line(words.runs("duty_page.for", name=duties[0].name))
    person = view.person(duties[0])
    place = ", ".join(p for p in (person.position, person.delegation) if p) if person else ""
    if place:
        yield _line(words.runs("duty_page.position", position=place))
    for duty in duties:
        yield from _membership(view, duty, words)
    lines = page_lines(view, duties)
    yield Spacer(height=3)
    if not lines:
        yield _line(words.runs("duty_page.nothing"))
        return
    shortened = len(lines) > _LINES_OF_A_PAGE
    if shortened:
        lines = tuple(line for line in lines if line.part is not Part.ORGAN)
    sessions = [tuple(found) for _, found in groupby(lines, key=lambda line: line.session.key)]
    if len(sessions) > _SESSIONS_APART:
        yield _table_of_sessions(sessions, words)
    else:
        for session in sessions:
            yield Heading(title=session_words(session[0].session, words))
            yield _table(session, words)
    if shortened:
        yield Paragraph(runs=words.runs("duty_page.shortened"), indent=False)
    yield Paragraph(runs=words.runs("duty_page.note"), indent=False, small=True)


def _membership(view: DutiesView, duty: Duty, words: Wording) -> Iterator[Block]:
    titles = election_titles(view)
    key = organ_key(duty)
    organ = organ_words(key, titles, words)
    title = own_title(title_of(view, duty))
    group = next(group for group in view.groups if group.key == key)
    sits = "duty_page.sits_as" if title else "duty_page.sits"
    if fold(title) == fold(organ) or not title and len(group.members) == 1:
        sits = "duty_page.is"
    yield Bullet(runs=words.runs(sits, title=title, organ=organ))
    if duty.duty and own_title(duty.duty) and duty.duty != duty.title:
        yield _line(words.runs("duty_page.duty", duty=duty.duty))
    others = [other.name for other in group.members if other.id != duty.id]
    if others:
        names = ", ".join(others)
        yield _line(words.runs("duty_page.with", organ=organ, names=names))


def _table(lines: Sequence[PageLine], words: Wording) -> Table:
    own = frozenset(place for place, line in enumerate(lines) if line.part not in _PLAIN)
    bold = own if len(own) < len(lines) else frozenset()
    rows = tuple(_row(line, words) for line in lines)
    return Table(columns=_columns(words), rows=rows, bold_rows=bold, points=_POINTS)


def _table_of_sessions(sessions: Sequence[tuple[PageLine, ...]], words: Wording) -> Table:
    """Return one table for many sessions, each under a bold row with its name."""
    rows: list[tuple[str, ...]] = []
    heads: list[int] = []
    for session in sessions:
        heads.append(len(rows))
        rows.append(("", session_words(session[0].session, words), "", ""))
        rows += [_row(line, words) for line in session]
    return Table(
        columns=_columns(words), rows=tuple(rows), bold_rows=frozenset(heads), points=_POINTS
    )


def _columns(words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"duty_page.{key}"),
            width=width,
            align=Align.CENTER if key == "time" else Align.LEFT,
        )
        for key, width in _COLUMNS
    )


def _row(line: PageLine, words: Wording) -> tuple[str, ...]:
    if line.planned is None:
        start, end = line.start, line.end
        clock = ""
        if start and end:
            clock = words.say("agenda.from_to", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
        content = words.say("duty_page.whole_session")
    else:
        clock, content = clock_text(line.planned, words), unnumbered(line.planned.item.content)
    return clock, content, part_words(line, words), ", ".join(dict.fromkeys(line.beside))


def part_words(line: PageLine, words: Wording) -> str:
    """Return what the person does at a line, in whose stead, or who does it now."""
    what = line.what or words.say("duty_page.own_alone")
    match line.part:
        case Part.ORGAN:
            return words.say("duty_page.organ")
        case Part.NAMED:
            return words.say("duty_page.named")
        case Part.INSTEAD:
            return words.say("duty_page.instead", what=what, other=line.other, reason=line.reason)
        case Part.RELIEVED if line.other:
            params = {"what": what, "other": line.other, "reason": line.reason}
            return words.say("duty_page.relieved", **params)
        case Part.RELIEVED:
            return words.say("duty_page.relieved_by_nobody", what=what, reason=line.reason)
    return what


def _line(runs: tuple[Run, ...]) -> Paragraph:
    return Paragraph(runs=runs, align=Align.LEFT, indent=False)
