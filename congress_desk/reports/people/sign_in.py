"""Sign-in lists (danh sách điểm danh ký tên): each delegation begins a page, guests come last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import same_names
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from congress_desk.reports.document.head import (
    congress_day,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_list import company_name
from congress_desk.reports.people.people_order import Company, by_number, companies
from congress_desk.reports.people.people_words import namesakes_remark

_ROW_HEIGHT = 9.5


def sign_in_lists(
    congress: Congress,
    people: Sequence[Person],
    head: JournalLine,
    wording: Wording | None = None,
    *,
    sessions: Sequence[str] = (),
) -> Document:
    """Return the lists to sign at the door, for each session anew.

    The number of each row is ticked in later.
    """
    words = congress_wording(congress, wording)
    namesakes = same_names(people)
    blocks: list[Block] = []
    for session, company in product(sessions or ("",), companies(people, by_number)):
        if blocks:
            blocks.append(PageBreak())
        blocks += [
            *_session(session, words),
            _heading(company, words),
            _table(company, words),
            *namesakes_remark(company.people, namesakes, words),
            _closing(company, words),
        ]
    return Document(
        head=document_head(congress, congress_day(congress), words),
        title=words.say("sign_in.title"),
        subject=(words.say("people_list.subject", congress=congress_name(congress, words)),),
        blocks=tuple(blocks) or (Paragraph(runs=words.runs("people_list.empty")),),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
        running=words.say("sign_in.running", congress=congress_name(congress, words)),
    )


def _session(session: str, words: Wording) -> Iterator[Paragraph]:
    if session:
        sentence = words.say("agenda.bare", session=session.lower())
        named = sentence if session in words.lists["agenda.bare_sessions"] else session
        yield Paragraph(runs=(Run(named.upper(), bold=True),), align=Align.CENTER, indent=False)


def _heading(company: Company, words: Wording) -> Heading:
    remark = words.say("sign_in.count", count=len(company.people))
    return Heading(title=company_name(company, words), remark=remark)


def _table(company: Company, words: Wording) -> Table:
    def title(key: str) -> str:
        return words.say(f"sign_in.{key}")

    rows = tuple(
        (
            str(person.id),
            person.name,
            person.position,
            words.say(f"people.kind.{person.kind.value}"),
            "",
        )
        for person in company.people
    )
    columns = (
        Column(title=title("person"), width=14, align=Align.CENTER),
        Column(title=title("name"), width=48),
        Column(title=title("position")),
        Column(title=title("kind"), width=26.5, align=Align.CENTER),
        Column(title=title("signature"), width=34),
    )
    return Table(columns=columns, rows=rows, small=True, row_height=_ROW_HEIGHT)


def _closing(company: Company, words: Wording) -> Paragraph:
    """Return what is filled in by hand when the door closes."""
    blank = words.say("common.blank")
    runs = words.runs("sign_in.total", count=len(company.people), blank=blank)
    return Paragraph(runs=runs, align=Align.LEFT, indent=False)
