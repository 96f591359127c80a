"""The names of an election with their sources, support and what became of each (tổng hợp)."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import MotionOutcome
from congress_desk.domain.nomination.nominee import (
    Nominee,
    NomineeState,
    Source,
    Withdrawal,
    WithdrawalState,
)
from congress_desk.domain.nomination.steps import NominationFacts
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    SECRETARIAT,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording

# Widths in mm, on a page laid across; what became of a name takes what is left.
_COLUMNS = (
    ("number", 11.0), ("name", 46.0), ("born", 25.0), ("role", 50.0), ("source", 36.0),
    ("support", 33.0), ("state", 0.0),
)  # fmt: skip
_CENTRED = ("number", "born", "support")
# Written by a program that takes a name off the list again, without words of its own.
_NO_WORDS = "–"


def nominee_list(
    congress: Congress, facts: NominationFacts, head: JournalLine, wording: Wording | None = None
) -> Document:
    """Return every name put forward; a draft until the list is frozen."""
    words = congress_wording(congress, wording)
    title = election_title(facts.election)
    rows = tuple(_row(n, nominee, words) for n, nominee in enumerate(facts.nominees, start=1))
    columns = tuple(
        Column(
            title=words.say(f"nominees.{key}"),
            width=width,
            align=Align.CENTER if key in _CENTRED else Align.LEFT,
        )
        for key, width in _COLUMNS
    )
    final = (organ_signature(SECRETARIAT, words), organ_signature(PRESIDIUM, words))
    return congress_paper(
        congress,
        head,
        words,
        organ=SECRETARIAT,
        title=words.say("nominees.title"),
        subject=(words.say("nominees.subject", title=title),),
        blocks=(
            *_numbers(facts, words),
            Table(columns=columns, rows=rows, small=True),
            KeepTogether(blocks=(Spacer(height=4), Signatures(cells=final, across=2))),
        ),
        stamps=() if facts.election.frozen else ("draft_list",),
        landscape=True,
    )


def _numbers(facts: NominationFacts, words: Wording) -> tuple[Block, ...]:
    surplus, vote = facts.surplus, facts.number
    carried = vote is not None and vote.motion.outcome is MotionOutcome.CARRIED
    if vote is not None and carried and vote.motion.hands is not None:
        hands, base = vote.motion.hands.in_favour, vote.motion.base or 0
        lines = [words.runs("nominees.voted", seats=vote.seats, in_favour=hands, base=base)]
        if vote.structure:
            structure = vote.structure.rstrip(" .")
            lines.append(words.runs("nominees.structure", structure=structure))
    else:
        lines = [words.runs("nominees.not_voted", seats=surplus.seats)]
    withdrawn = sum(n.state is NomineeState.WITHDRAWN for n in facts.nominees)
    lines.append(
        words.runs(
            "nominees.sums",
            committee=_count(facts, Source.COMMITTEE),
            own=_count(facts, Source.SELF),
            delegates=_count(facts, Source.DELEGATES),
            withdrawn=withdrawn,
        )
    )
    key = "surplus" if surplus.number > 0 else "equal" if surplus.number == 0 else "fewer"
    lines.append(
        words.runs(
            f"nominees.list_{key}",
            candidates=surplus.candidates,
            surplus=surplus.number,
            percent=decimal_comma(surplus.percent),
        )
    )
    return tuple(Paragraph(runs=runs) for runs in lines)


def _count(facts: NominationFacts, source: Source) -> int:
    return sum(nominee.source is source for nominee in facts.nominees)


def _row(number: int, nominee: Nominee, words: Wording) -> tuple[str, ...]:
    person = nominee.candidate
    return (
        str(number),
        person.name,
        vietnamese_date(person.born),
        person.role,
        source_words(nominee, words),
        _support(nominee, words),
        _state(nominee, words),
    )


def source_words(nominee: Nominee, words: Wording) -> str:
    """Return who put a name forward, a dash where nobody said it."""
    if nominee.source is None:
        return words.say("nominees.unknown")
    if nominee.nominated_by:
        return words.say("nominees.by_delegates_named", names=nominee.nominated_by)
    return words.say(f"nominees.by_{nominee.source.value}")


def _support(nominee: Nominee, words: Wording) -> str:
    found = nominee.support
    if found is None:
        return ""
    key = "poll" if found.poll else "hands"
    share = decimal_comma(percent(found.number, found.of))
    return words.say(f"nominees.support_{key}", number=found.number, of=found.of, percent=share)


def _state(nominee: Nominee, words: Wording) -> str:
    state = words.say(f"nominees.{nominee.state.value}") if _plain(nominee) else ""
    if nominee.state is NomineeState.LEFT_OFF and nominee.left_off != _NO_WORDS:
        state = words.say("nominees.left_off_why", reason=nominee.left_off)
    wish = _wish(nominee.withdrawal, words) if nominee.withdrawal else ""
    return "; ".join(filter(None, (wish, state)))


def _plain(nominee: Nominee) -> bool:
    """Say whether the state says enough; a withdrawal is given with its vote."""
    return nominee.state is not NomineeState.WITHDRAWN


def _wish(wish: Withdrawal, words: Wording) -> str:
    hands = wish.motion.hands
    if wish.state is WithdrawalState.GRANTED and hands is not None:
        numbers = {"in_favour": hands.in_favour, "base": wish.motion.base or 0}
        return words.say("nominees.withdrawn", reason=wish.reason, **numbers)
    key = "refused" if wish.state is WithdrawalState.REFUSED else "waiting"
    return words.say(f"nominees.wish_{key}", reason=wish.reason)
