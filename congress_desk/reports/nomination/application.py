"""The application of somebody who stands by himself (đơn ứng cử): form 1 of 04-HD/TW."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.document import (
    Align,
    Block,
    Document,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
)
from congress_desk.reports.document.head import (
    congress_day,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording


def application(
    congress: Congress, found: Election, person: Candidate, head: JournalLine
) -> Document:
    """Return the application for somebody to sign; what is not known is left to be written in."""
    words = congress_wording(congress)
    return Document(
        # The paper is the applicant's: no body issues it.
        head=replace(document_head(congress, congress_day(congress), words), issuer=()),
        title=words.say("application.title"),
        subject=(words.say("application.subject", title=election_title(found)),),
        blocks=tuple(_blocks(congress, found, person, words)),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
    )


def _blocks(
    congress: Congress, found: Election, person: Candidate, words: Wording
) -> Iterator[Block]:
    blank = words.say("application.blank")
    known = {
        "name": person.name,
        "born": vietnamese_date(person.born) or blank,
        "blank": blank,
        "role": person.role or blank,
    }
    to = words.runs("application.to", congress=congress_name(congress, words))
    yield Paragraph(runs=to, align=Align.CENTER, indent=False)
    yield Spacer(height=2)
    for key in ("name", "born", "home", "role"):
        yield Paragraph(runs=words.runs(f"application.{key}", **known), align=Align.LEFT)
    yield Paragraph(runs=words.runs("application.wish", title=election_title(found)))
    yield Paragraph(runs=words.runs("application.promise"))
    cells = (
        Signature(title=words.say("application.received")),
        Signature(title=words.say("application.signed"), name=person.name),
    )
    yield KeepTogether(blocks=(Spacer(height=4), Signatures(cells=cells, across=2)))
