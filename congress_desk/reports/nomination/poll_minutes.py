"""The minutes of the count of an opinion poll: form 5 of 04-HD/TW."""

from __future__ import annotations

from fractions import Fraction

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, PollPerson, PollState
from congress_desk.domain.rules.articles import bracketed
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.rules.threshold import share_text
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    SECRETARIAT,
    congress_day,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title, fraction_words
from congress_desk.reports.document.wording import Wording

_COLUMNS = (
    ("poll.number", 11.0), ("poll.name", 0.0), ("poll_minutes.source", 25.0),
    ("poll_minutes.agree", 18.0), ("poll_minutes.percent", 18.0), ("poll_minutes.disagree", 21.0),
    ("poll_minutes.silent", 24.0),
)  # fmt: skip


def poll_minutes(
    congress: Congress,
    election: Election,
    poll: OpinionPoll,
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the minutes of a poll; a draft until it is counted."""
    words = congress_wording(congress, wording)
    day = day_of(poll.counted_at or poll.at) or congress_day(congress)
    title = election_title(election)
    subject = [words.say("poll_minutes.subject", title=title)]
    if poll.number > 1:
        subject.append(words.say("poll.again", number=poll.number))
    opening = words.runs(
        "poll_minutes.opening",
        day=day_text(day, words),
        congress=congress_name(congress, words),
        title=title,
    )
    return congress_paper(
        congress,
        head,
        words,
        day=day,
        organ=SECRETARIAT,
        symbol=words.say("poll_minutes.symbol"),
        title=words.say("poll_minutes.title"),
        subject=tuple(subject),
        blocks=(
            Paragraph(runs=opening),
            *_cancelled(poll, words),
            *_people(poll, words),
            *_papers(poll, words),
            *_result(congress.rules, poll, words),
            KeepTogether(blocks=_ending(poll, day, words)),
        ),
        stamps=_stamps(poll),
    )


def share_words(share: Fraction, words: Wording) -> str:
    """Return a share as papers say it: "30%", or "hai phần ba" where no whole percent says it."""
    text = share_text(share)
    return text if text.endswith("%") else fraction_words(text, words)


def _stamps(poll: OpinionPoll) -> tuple[str, ...]:
    if poll.state is PollState.CANCELLED:
        return ("cancelled",)
    return () if poll.state is PollState.COUNTED else ("draft",)


def _cancelled(poll: OpinionPoll, words: Wording) -> tuple[Block, ...]:
    if poll.state is not PollState.CANCELLED:
        return ()
    return (Paragraph(runs=words.runs("poll_minutes.cancelled", reason=poll.cancel_reason)),)


def _people(poll: OpinionPoll, words: Wording) -> tuple[Block, ...]:
    names = ", ".join(
        words.say("poll_minutes.titled", name=m.name, title=m.title) if m.title else m.name
        for m in poll.team
    )
    count = words.say("poll_minutes.team_count", count=len(poll.team), names=names)
    return (
        Heading(title=f"1. {words.say('poll_minutes.team')}", remark=count),
        Heading(title=f"2. {words.say('poll_minutes.people')}"),
        Bullet(runs=words.runs("poll_minutes.present", present=poll.present)),
    )


def _papers(poll: OpinionPoll, words: Wording) -> tuple[Block, ...]:
    heading = Heading(title=f"3. {words.say('poll_minutes.papers')}")
    blank = words.say("common.blank")
    lines = [
        Bullet(
            runs=words.runs(
                f"poll_minutes.papers_{paper.source.value}",
                issued=blank if paper.issued is None else paper.issued,
                returned=blank if paper.returned is None else paper.returned,
                invalid=blank if paper.invalid is None else paper.invalid,
                valid=blank if paper.returned is None else paper.valid,
            )
        )
        for paper in poll.papers
    ]
    return heading, *lines


def _result(rules: RuleSet, poll: OpinionPoll, words: Wording) -> tuple[Block, ...]:
    title = f"4. {words.say('poll_minutes.result')}"
    if poll.state is not PollState.COUNTED:
        waiting = Paragraph(runs=words.runs("poll_minutes.waiting"))
        return Heading(title=title), *((waiting,) if poll.state is PollState.PREPARED else ())
    remark = words.say("poll_minutes.result_remark", present=poll.present)
    table = Table(
        columns=tuple(
            Column(
                title=words.say(key),
                width=width,
                align=Align.LEFT if key in ("poll.name", "poll_minutes.source") else Align.CENTER,
            )
            for key, width in _COLUMNS
        ),
        rows=tuple(_row(n, person, poll, words) for n, person in enumerate(poll.people, start=1)),
    )
    return (
        Heading(title=title, remark=remark),
        table,
        Spacer(height=2),
        *_verdict(rules, poll, words),
    )


def _row(number: int, person: PollPerson, poll: OpinionPoll, words: Wording) -> tuple[str, ...]:
    agree, disagree = person.agree or 0, person.disagree or 0
    silent = poll.paper(person.source).valid - agree - disagree
    share = decimal_comma(percent(agree, poll.present))
    source = words.say(f"poll_minutes.source_{person.source.value}")
    return str(number), person.name, source, str(agree), share, str(disagree), str(silent)


def _verdict(rules: RuleSet, poll: OpinionPoll, words: Wording) -> tuple[Block, ...]:
    reached = [
        person.name
        for person in poll.people
        if rules.floor_support.is_reached(person.agree or 0, poll.present)
    ]
    left = [person.name for person in poll.people if person.name not in reached]
    rule = words.runs(
        f"poll_minutes.rule_{rules.floor_nominee_compare.value}",
        rules=_rules_words(rules),
        share=share_words(rules.floor_nominee_support, words),
        needed=rules.floor_support.needed(poll.present),
    )
    sentence = words.runs("poll_minutes.reached", names=", ".join(reached))
    lines = [rule, sentence if reached else words.runs("poll_minutes.reached_none")]
    if left:
        lines.append(words.runs("poll_minutes.not_reached", names=", ".join(left)))
    return tuple(Paragraph(runs=runs) for runs in lines)


def _rules_words(rules: RuleSet) -> str:
    """Return "Điều 14 Quy chế bầu cử trong Đảng", or the rules alone without an article."""
    article, title = rules.own_article("floor_nominee"), bracketed(rules.short_title)
    return f"{article} {title}".strip()


def _ending(poll: OpinionPoll, day: str, words: Wording) -> tuple[Block, ...]:
    closing = words.runs(
        "poll_minutes.closing",
        time=time_text(moment(poll.counted_at), words),
        day=day_text(day, words),
    )
    members = Signatures(
        cells=tuple(Signature(name=member.name) for member in poll.team),
        across=min(len(poll.team), 3),
        title=words.say("poll_minutes.members"),
    )
    final = (organ_signature(SECRETARIAT, words), organ_signature(PRESIDIUM, words))
    return (
        Paragraph(runs=closing),
        Spacer(height=4),
        members,
        Spacer(height=8),
        Signatures(cells=final, across=2),
    )
