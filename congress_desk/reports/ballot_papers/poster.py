"""The poster in the hall (thể lệ bỏ phiếu): how to vote, with drawn valid and invalid ballots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from congress_desk.domain.ballot_papers.printed_list import PrintedList
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.rules.rule_set import RuleSet, Validity, VotesBy
from congress_desk.reports.ballot_papers.forms import PaperSize
from congress_desk.reports.document.head import congress_name, congress_wording, stamp_text
from congress_desk.reports.document.sentences import citation, without_verb
from congress_desk.reports.document.wording import Wording, grouped

_MOST_NAMES, _MOST_SEATS = 5, 3
# What the drawn ballots by shares stand for.
_SHARES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A small drawn ballot; marks are places in `names`, from 0, `writing` is added by hand.

    `votes` are the numbers written beside the names where shares vote, "" for none. `first` is the
    number of the first name: a long ballot is drawn as several columns.
    """

    caption: str
    names: tuple[str, ...]
    tick: bool = False
    struck: frozenset[int] = frozenset()
    agree: frozenset[int] = frozenset()
    disagree: frozenset[int] = frozenset()
    votes: tuple[str, ...] = ()
    writing: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRow:
    """Samples side by side, all valid or all invalid."""

    title: str
    valid: bool
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A poster as plain data; `instead` says that the names are invented."""

    size: PaperSize
    congress: str
    title: str
    subject: str
    steps: tuple[str, ...]
    rows: tuple[SampleRow, ...]
    instead: str
    number_title: str
    name_title: str
    agree_title: str
    disagree_title: str
    votes_title: str
    stamp: str


def voting_poster(
    congress: Congress, listed: PrintedList, size: PaperSize, wording: Wording | None = None
) -> Poster:
    """Return the poster of an election, from the rules in force and the way its list is marked."""
    words = congress_wording(congress, wording)
    title = without_verb(listed.title)
    if congress.rules.votes is VotesBy.SHARES:
        steps, rows = _by_shares(congress.rules, listed, words)
    elif listed.mode is MarkMode.STRIKE:
        steps, rows = _strike(congress.rules, listed, words)
    elif len(listed.names) == 1:
        steps, rows = _one(congress.rules, words)
    else:
        steps, rows = _several(congress.rules, listed, words)
    return Poster(
        size=size,
        congress=congress_name(congress, words),
        title=words.say("poster.title"),
        subject=title[:1].upper() + title[1:],
        steps=tuple(steps),
        rows=tuple(rows),
        instead=words.say("poster.instead"),
        number_title=words.say("ballot.number"),
        name_title=words.say("ballot.name"),
        agree_title=words.say("ballot.agree"),
        disagree_title=words.say("ballot.disagree"),
        votes_title=words.say("shares.ballot.votes"),
        stamp=stamp_text(congress, words),
    )


StepsAndSamples = tuple[list[str], list[SampleRow]]


def _strike(rules: RuleSet, listed: PrintedList, words: Wording) -> StepsAndSamples:
    whole = len(listed.names) <= _MOST_NAMES
    seats = listed.seats if whole else min(listed.seats, _MOST_SEATS)
    names = _names(min(len(listed.names), _MOST_NAMES, seats + 2), words)
    count = len(names)
    key = "one" if listed.seats == 1 else "several"
    steps = [
        words.say(f"poster.strike_{key}", seats=listed.seats, candidates=len(listed.names)),
        words.say("poster.strike_how", article=citation(rules, "ballot")),
        words.say("poster.strike_whole"),
        *_common(words),
    ]
    if seats != listed.seats:
        steps.append(words.say("poster.strike_samples", seats=seats, candidates=count))
    valid = [
        Sample(
            caption=words.say("poster.just_enough", seats=seats),
            names=names,
            struck=frozenset(range(seats, count)),
        )
    ]
    if seats > 1:
        valid.append(
            Sample(
                caption=words.say("poster.fewer", kept=seats - 1, seats=seats),
                names=names,
                struck=frozenset({0, *range(seats, count)}),
            )
        )
    invalid = [
        Sample(
            caption=words.say("poster.too_many", kept=seats + 1, seats=seats),
            names=names,
            struck=frozenset(range(seats + 1, count)),
        ),
        Sample(caption=words.say("poster.nobody"), names=names, struck=frozenset(range(count))),
        _outsider(names, frozenset(range(seats, count)), words),
        _signed(Sample(caption="", names=names, struck=frozenset(range(seats, count))), words),
    ]
    return steps, _rows(rules, valid, invalid, words)


def _by_shares(rules: RuleSet, listed: PrintedList, words: Wording) -> StepsAndSamples:
    """Return how votes are written beside names (Luật Doanh nghiệp 2020, Điều 148.3)."""
    seats, total = listed.seats, _SHARES * listed.seats
    names = _names(min(len(listed.names), 3), words)
    steps = [
        words.say("poster.shares", seats=seats, candidates=len(listed.names)),
        words.say("poster.shares_total", seats=seats, article=citation(rules, "shares")),
        words.say("poster.shares_how"),
        words.say("poster.shares_most"),
        words.say("poster.nothing_else"),
        words.say("poster.spoiled_written"),
        words.say("poster.box"),
        words.say("poster.shares_samples", shares=_SHARES, seats=seats, votes=total),
    ]

    def sample(key: str, *votes: int) -> Sample:
        written = tuple(grouped(number) if number else "" for number in votes)
        caption = words.say(f"poster.{key}", total=total, sum=sum(votes))
        return Sample(
            caption=caption, names=names, votes=(*written, *[""] * len(names))[: len(names)]
        )

    part = total // 4
    valid, invalid = [sample("shares_all", total)], [sample("shares_nobody")]
    if len(names) > 1:
        valid.append(sample("shares_split", total - part, part))
        valid.append(sample("shares_fewer", total // 2, part))
    invalid.insert(0, sample("shares_over", total, part if len(names) > 1 else 0))
    if len(names) == 1:
        invalid[0] = sample("shares_over", total + part)
    signed = sample("signed", total)
    invalid.append(replace(signed, writing=words.say("poster.signature")))
    return steps, _rows(rules, valid, invalid, words)


def _several(rules: RuleSet, listed: PrintedList, words: Wording) -> StepsAndSamples:
    names = _names(min(len(listed.names), 3), words)
    everybody = frozenset(range(len(names)))
    first, others = frozenset({0}), everybody - {0}
    steps = [
        words.say("poster.tick_several", seats=listed.seats, candidates=len(listed.names)),
        words.say("poster.tick_how", article=citation(rules, "ballot")),
        words.say("poster.tick_line"),
        *_common(words),
    ]
    valid = [
        Sample(caption=words.say("poster.all_agreed"), names=names, tick=True, agree=everybody),
        Sample(
            caption=words.say("poster.some_agreed"),
            names=names,
            tick=True,
            agree=others,
            disagree=first,
        ),
        Sample(
            caption=words.say("poster.line_not_counted"),
            names=names,
            tick=True,
            agree=everybody,
            disagree=first,
        ),
    ]
    against = Sample(
        caption=words.say("poster.all_against"), names=names, tick=True, disagree=everybody
    )
    invalid = [_signed(Sample(caption="", names=names, tick=True, agree=everybody), words)]
    if rules.all_against is Validity.VALID:
        valid.append(against)
    else:
        invalid.insert(0, against)
    return steps, _rows(rules, valid, invalid, words)


def _one(rules: RuleSet, words: Wording) -> StepsAndSamples:
    names, him = _names(1, words), frozenset({0})
    steps = [
        words.say("poster.tick_one"),
        words.say("poster.tick_how", article=citation(rules, "ballot")),
        *_common(words),
    ]
    valid = [
        Sample(caption=words.say("poster.one_agreed"), names=names, tick=True, agree=him),
        Sample(caption=words.say("poster.one_against"), names=names, tick=True, disagree=him),
    ]
    blank = Sample(caption=words.say("poster.one_blank"), names=names, tick=True)
    invalid = [
        Sample(
            caption=words.say("poster.one_both"), names=names, tick=True, agree=him, disagree=him
        ),
        _signed(Sample(caption="", names=names, tick=True, agree=him), words),
    ]
    if rules.single_blank is Validity.VALID:
        valid.append(blank)
    else:
        invalid.insert(1, blank)
    return steps, _rows(rules, valid, invalid, words)


def _common(words: Wording) -> list[str]:
    return [words.say("poster.nothing_else"), words.say("poster.spoiled"), words.say("poster.box")]


def _rows(
    rules: RuleSet, valid: Iterable[Sample], invalid: Iterable[Sample], words: Wording
) -> list[SampleRow]:
    article = citation(rules, "shares" if rules.votes is VotesBy.SHARES else "invalid")
    return [
        SampleRow(title=words.say("poster.valid"), valid=True, samples=tuple(valid)),
        SampleRow(
            title=words.say("poster.invalid", article=article),
            valid=False,
            samples=tuple(invalid),
        ),
    ]


def _names(count: int, words: Wording) -> tuple[str, ...]:
    return words.lists["poster.names"][:count]


def _outsider(names: tuple[str, ...], struck: frozenset[int], words: Wording) -> Sample:
    return Sample(
        caption=words.say("poster.outsider"),
        names=names,
        struck=struck,
        writing=words.say("poster.outsider_name"),
    )


def _signed(plain: Sample, words: Wording) -> Sample:
    return Sample(
        caption=words.say("poster.signed"),
        names=plain.names,
        tick=plain.tick,
        struck=plain.struck,
        agree=plain.agree,
        writing=words.say("poster.signature"),
    )
