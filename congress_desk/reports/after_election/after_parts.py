"""What the papers after an election share: how long ballots are kept, who is elected, who signs."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.course import ElectionCourse, Seat
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.elections.round import Part, Round
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.document import (
    Align,
    Column,
    Head,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Table,
)
from congress_desk.reports.document.head import body_issuer, document_head
from congress_desk.reports.document.sentences import citation
from congress_desk.reports.document.wording import Wording


def months_later(day: str, months: int) -> str:
    """Return the day so many months after another (YYYY-MM-DD), the last of a shorter month."""
    if day.count("-") != 2:
        return ""
    year, month, date = map(int, day.split("-"))
    gone = month - 1 + months
    year, month = year + gone // 12, gone % 12 + 1
    return f"{year:04d}-{month:02d}-{min(date, monthrange(year, month)[1]):02d}"


def retention(rules: RuleSet, day: str, words: Wording) -> Paragraph:
    """Return how long sealed ballots are kept from a day on, by the rule set (190 Điều 35)."""
    months = rules.retention_months
    if not months:
        return Paragraph(runs=words.runs("after.retention_unset"))
    params: dict[str, str | int] = {
        "months": months,
        "from": day_text(day, words),
        "until": day_text(months_later(day, months), words),
    }
    if rules.own_article("retention"):
        article = citation(rules, "retention")
        return Paragraph(runs=words.runs("after.retention_article", article=article, **params))
    return Paragraph(runs=words.runs("after.retention", **params))


def vote_words(found: Round, words: Wording) -> str:
    """Return which vote ballots are of: "lần bầu thứ 2", a recount, the alternates."""
    vote = words.say("after.recount" if found.is_recount else "after.vote", number=found.number)
    return f"{vote} ({words.say('after.alternates')})" if found.part is Part.ALTERNATE else vote


def of_organ(duties: Iterable[Duty], organ: Organ) -> tuple[Duty, ...]:
    """Return who belongs to an organ."""
    return tuple(duty for duty in duties if duty.organ is organ)


def names_or_dots(names: Sequence[str], words: Wording) -> str:
    """Return names in a row, or dots to be filled in by hand."""
    return ", ".join(names) if names else words.say("after.blank_long")


def is_branch(congress: Congress) -> bool:
    """Say whether the congress is that of a cell, which is led without a larger committee."""
    return likely_kind(congress) == BRANCH


def committee_name(congress: Congress, words: Wording) -> str:
    """Return what leads the body: "Ban Chấp hành", in a cell "chi ủy" or the cell itself."""
    if congress.no_committee:
        return words.say("after.cell")
    return words.say("after.committee_branch") if is_branch(congress) else words.terms["committee"]


def committee_signature(congress: Congress, words: Wording, title: str = "") -> Signature:
    """Return the place where who leads the body signs for it: "T/M CHI ỦY", under it "BÍ THƯ"."""
    name = f"{words.terms['on_behalf']} {committee_name(congress, words).upper()}"
    return Signature(title=title or name, role=words.terms["leader"].upper(), signer="committee")


def committee_head(congress: Congress, words: Wording, *, symbol: str) -> Head:
    """Return the head of a paper that the body itself issues, under its superior.

    Its number is of the body's own register, not of the congress's: room is left for it.
    """
    head = document_head(congress, "", words)
    details = congress.details
    return Head(
        issuer=body_issuer(details.superior, details.body, words) or head.issuer,
        organisation=head.organisation,
        place_and_date=head.place_and_date,
        number=words.say("head.number_of_body", type=symbol),
        place=head.place,
        day=head.day,
    )


def recipients(superior: str, words: Wording) -> Recipients:
    """Return to whom a paper to the superior goes."""
    lines = (words.say("after.recipients_superior", superior=superior),) if superior else ()
    return Recipients(
        title=words.say("after.recipients"), lines=(*lines, words.say("after.recipients_kept"))
    )


def to_superior(superior: str, words: Wording) -> tuple[Paragraph, ...]:
    """Return "Kính gửi: …", nothing where nobody is known to report to."""
    if not superior:
        return ()
    runs: tuple[Run, ...] = words.runs("after.addressee", superior=superior)
    return (Paragraph(runs=runs, align=Align.CENTER, indent=False),)


def seats_table(course: ElectionCourse, seats: Sequence[Seat], words: Wording) -> Table:
    """Return who is elected with their votes, from high to low vote by vote, then by decision."""
    ticked = any(seat.round and seat.round.mode is MarkMode.TICK for seat in seats)
    several = len({seat.round.number for seat in seats if seat.round}) > 1
    rows = tuple(
        (
            str(number),
            seat.name,
            "" if seat.votes is None else str(seat.votes),
            decimal_comma(seat.percent) if seat.percent else "",
            _seat_note(seat, words, several=several),
        )
        for number, seat in enumerate(seats, start=1)
    )
    return Table(
        columns=(
            Column(title=words.say("after.number"), width=11, align=Align.CENTER),
            Column(title=words.say("after.name")),
            Column(
                title=words.say("after.agree" if ticked else "after.votes"),
                width=22,
                align=Align.CENTER,
            ),
            Column(title=words.say("after.percent"), width=22, align=Align.CENTER),
            Column(title=words.say("after.note"), width=38),
        ),
        rows=rows,
    )


def _seat_note(seat: Seat, words: Wording, *, several: bool) -> str:
    parts = []
    if several and seat.round is not None:
        parts.append(vote_words(seat.round, words))
    if seat.decision is not None:
        parts.append(words.say("election_report.by_decision"))
    return "; ".join(parts)
