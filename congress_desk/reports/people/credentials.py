"""The report on credentials (báo cáo thẩm tra tư cách đại biểu): who sits here, by what right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum, Person, Status
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.domain.structure.structure import Structure
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Block,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
)
from congress_desk.reports.document.head import (
    CREDENTIALS,
    PRESIDIUM,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import basis
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.credentials_numbers import (
    delegations_section,
    numbers_section,
    shares_section,
)
from congress_desk.reports.people.credentials_quality import quality_section
from congress_desk.reports.people.people_words import names_words, of_members


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What the report is made of.

    `people` is the whole register, `structure` that of those who vote; `reasons` says by number
    why somebody is absent; `complaints` is what the committee wrote, "" when it has not yet. Where
    shares vote `sum` has them, and `proxies` says by number who votes for somebody absent.
    """

    congress: Congress
    people: tuple[Person, ...]
    structure: Structure
    duties: tuple[Duty, ...]
    head: JournalLine
    reasons: Mapping[int, str] = field(default_factory=dict)
    complaints: str = ""
    sum: BaseSum | None = None
    proxies: Mapping[int, str] = field(default_factory=dict)


def credentials_report(facts: Credentials, wording: Wording | None = None) -> Document:
    """Return the report; of members (đảng viên, hội viên) where no delegates meet."""
    congress = facts.congress
    words = congress_wording(congress, wording)
    name = congress_name(congress, words)
    numbers = (
        _numbers(facts, words),
        delegations_section(congress, facts.people, words),
        () if congress.rules.votes is VotesBy.SHARES else quality_section(facts.structure, words),
    )
    if without_committee(facts):
        organ, subject = "", words.say("credentials.of_attendance.subject", congress=name)
        runs = words.runs("credentials.of_attendance.opening", basis=basis(congress.rules, words))
        last = Paragraph(runs=words.runs("credentials.of_attendance.closing"))
        place = organ_signature(PRESIDIUM, words, name=_alone(facts.duties, Organ.PRESIDIUM))
        sign = Signatures(cells=(None, place), across=2)
        blocks = (Paragraph(runs=runs), *_numbered(numbers), last, Spacer(height=4), sign)
    else:
        organ, subject = CREDENTIALS, words.say("credentials.subject", congress=name)
        sections = (*numbers, _complaints(facts.complaints, words), _proposal(facts, words))
        blocks = _signed((_opening(congress, words), *_numbered(sections)), facts.duties, words)
    return congress_paper(
        congress,
        facts.head,
        words,
        organ=organ,
        symbol=words.say("credentials.symbol"),
        title=words.say("credentials.title"),
        subject=(subject,),
        blocks=blocks,
    )


def _numbers(facts: Credentials, words: Wording) -> tuple[Block, ...]:
    congress = facts.congress
    if congress.rules.votes is VotesBy.SHARES and facts.sum is not None:
        shares = facts.sum
        return shares_section(congress, facts.people, facts.reasons, shares, facts.proxies, words)
    return numbers_section(congress, facts.people, facts.reasons, words)


def without_committee(facts: Credentials) -> bool:
    """Say whether a Party cell meets, which elects no committee: its chair reports who attends."""
    elected = any(duty.organ is Organ.CREDENTIALS for duty in facts.duties)
    return not elected and likely_kind(facts.congress) == BRANCH


def _alone(duties: tuple[Duty, ...], organ: Organ) -> str:
    """Return the name of the one who is an organ alone, "" where several are."""
    names = [duty.name for duty in duties if duty.organ is organ]
    return names[0] if len(names) == 1 else ""


def _opening(congress: Congress, words: Wording) -> Paragraph:
    key = "credentials.opening_members" if of_members(congress) else "credentials.opening"
    committee = words.say("people.committee")
    return Paragraph(runs=words.runs(key, basis=basis(congress.rules, words), committee=committee))


def _numbered(sections: tuple[tuple[Block, ...], ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, section in enumerate((s for s in sections if s), start=1):
        heading, *rest = section
        assert isinstance(heading, Heading)
        blocks += [Heading(title=f"{number}. {heading.title}", remark=heading.remark), *rest]
    return tuple(blocks)


def _complaints(complaints: str, words: Wording) -> tuple[Block, ...]:
    """Return what was complained of; a dotted place until the committee says so."""
    heading = Heading(title=words.say("credentials.complaints.heading"))
    if complaints:
        runs = words.runs("credentials.complaints.text", text=complaints)
        return heading, Paragraph(runs=runs)
    dots = words.runs("credentials.complaints.blank", blank_line=words.say("common.blank_line"))
    hint = words.runs("credentials.complaints.hint")
    return heading, Paragraph(runs=dots), Paragraph(runs=hint, small=True)


def _proposal(facts: Credentials, words: Wording) -> tuple[Block, ...]:
    """Return whom the congress is asked to recognise: all who vote but those suspended."""
    suspended = [p for p in facts.structure.people if p.status is Status.SUSPENDED]
    committee = words.say("people.committee")
    blocks: list[Block] = [
        Heading(title=words.say("credentials.proposal.heading")),
        Paragraph(
            runs=words.runs(
                "credentials.proposal.sentence",
                committee=committee[:1].upper() + committee[1:],
                count=facts.structure.number - len(suspended),
            )
        ),
    ]
    if suspended:
        runs = words.runs(
            "credentials.proposal.except",
            count=len(suspended),
            status=words.say(f"status.{Status.SUSPENDED.value}"),
            names=names_words([p.name for p in suspended], words),
        )
        blocks.append(Paragraph(runs=runs))
    return tuple(blocks)


def _signed(
    blocks: tuple[Block, ...], duties: tuple[Duty, ...], words: Wording
) -> tuple[Block, ...]:
    """Return the blocks with the signature, which stays on the page of the last section."""
    last = max(place for place, block in enumerate(blocks) if isinstance(block, Heading))
    signed = (*blocks[last:], Spacer(height=4), _signature(duties, words))
    return *blocks[:last], KeepTogether(blocks=signed)


def _signature(duties: tuple[Duty, ...], words: Wording) -> Signatures:
    committee = [duty for duty in duties if duty.organ is Organ.CREDENTIALS]
    heads = [duty for duty in committee if fold(duty.title).startswith("truong")]
    name = heads[0].name if len(heads) == 1 else ""
    role = words.say("credentials.proposal.head")
    place = organ_signature(CREDENTIALS, words, role=role, name=name)
    # Where the line breaks, it breaks before whose standing is looked at.
    standing = words.say("credentials.standing").upper()
    title = place.title.upper().replace(standing, standing.replace(" ", "\u00a0"))
    return Signatures(cells=(None, replace(place, title=title)), across=2)
