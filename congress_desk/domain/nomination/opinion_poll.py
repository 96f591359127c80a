"""The opinion poll (phiếu lấy ý kiến) on names outside the committee's list: papers and count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.accounting import MOST_PEOPLE
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.nomination.nominee import (
    OUTSIDE,
    Nominee,
    Source,
    Support,
    standing,
)
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Refusal, refuse


class PollState(StrEnum):
    """A poll is prepared, counted, or was cancelled with a reason."""

    PREPARED = "prepared"
    COUNTED = "counted"
    CANCELLED = "cancelled"


class PollReason(StrEnum):
    """Why a poll has to be taken: the rules want it of this kind, or the list grows too long."""

    COMPULSORY = "compulsory"
    SURPLUS = "surplus"


@dataclass(frozen=True, slots=True, kw_only=True)
class PollMember:
    """Somebody of the secretariat's team that counts the poll."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollPaper:
    """The papers of one source: how many went out and came back; None before the count."""

    source: Source
    issued: int | None = None
    returned: int | None = None
    invalid: int | None = None

    @property
    def valid(self) -> int:
        """Return how many papers of the poll are valid; 0 while nobody counted them."""
        return (self.returned or 0) - (self.invalid or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PollPerson:
    """A name on a paper of the poll, with its answers; None before the count."""

    candidate_id: int
    name: str
    source: Source
    agree: int | None = None
    disagree: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionPoll:
    """One opinion poll; `present` is how many take part in it, whom the support is reckoned of."""

    id: int
    election_id: int
    number: int
    state: PollState
    present: int
    team: tuple[PollMember, ...]
    papers: tuple[PollPaper, ...]
    people: tuple[PollPerson, ...]
    at: str = ""
    counted_at: str = ""
    cancel_reason: str = ""

    def of(self, source: Source) -> tuple[PollPerson, ...]:
        """Return the names on the paper of one source, in its order."""
        return tuple(person for person in self.people if person.source is source)

    def paper(self, source: Source) -> PollPaper:
        """Return the papers of one source; KeyError when the poll has none."""
        for found in self.papers:
            if found.source is source:
                return found
        raise KeyError(source)

    def support(self, candidate_id: int) -> Support | None:
        """Return the support that a counted poll found for somebody."""
        for person in self.people:
            if person.candidate_id == candidate_id and person.agree is not None:
                return Support(number=person.agree, of=self.present, poll=self.number)
        return None


def poll_reason(
    nominees: Sequence[Nominee], seats: int, kind: ElectionKind, rules: RuleSet
) -> PollReason | None:
    """Return why a poll is to be taken, None where it need not be (190 Điều 14.3, 17.4)."""
    there = standing(nominees)
    if not any(nominee.is_outside for nominee in there):
        return None
    if kind in rules.poll_kinds:
        return PollReason.COMPULSORY
    surplus = Surplus(candidates=len(there), seats=seats, kind=kind)
    return PollReason.SURPLUS if surplus.above_max(rules) else None


def poll_article(reason: PollReason | None, rules: RuleSet) -> str:
    """Return the article that asks for a poll, "" where none is known."""
    topic = "opinion_poll" if reason is PollReason.COMPULSORY else "floor_nominee"
    return rules.own_article(topic)


def people_to_ask(nominees: Sequence[Nominee]) -> tuple[Nominee, ...]:
    """Return who goes on the papers of the next poll: outside the list, with no support known."""
    wanted = [
        nominee
        for nominee in nominees
        if nominee.is_outside and nominee.stands and not nominee.support
    ]
    return tuple(sorted(wanted, key=lambda nominee: OUTSIDE.index(nominee.source or Source.SELF)))


def check_poll_count(
    poll: OpinionPoll, papers: Sequence[PollPaper], people: Sequence[PollPerson]
) -> Refusal | None:
    """Refuse numbers that cannot be: present ≥ issued ≥ returned, answers within the valid."""
    for paper in papers:
        refusal = _check_paper(paper, poll.present)
        if refusal:
            return refusal
    for person in people:
        valid = next(paper.valid for paper in papers if paper.source is person.source)
        agree, disagree = person.agree, person.disagree
        if agree is None or disagree is None:
            return refuse("poll_answers_missing", name=person.name)
        if min(agree, disagree) < 0:
            return refuse("poll_number_wrong", most=MOST_PEOPLE)
        if agree + disagree > valid:
            return refuse(
                "poll_answers_above_valid", name=person.name, answers=agree + disagree, valid=valid
            )
    return None


def _check_paper(paper: PollPaper, present: int) -> Refusal | None:
    issued, returned, invalid = paper.issued, paper.returned, paper.invalid
    if issued is None or returned is None or invalid is None:
        return refuse("poll_numbers_missing")
    if max(issued, returned) > MOST_PEOPLE or min(issued, returned, invalid) < 0:
        return refuse("poll_number_wrong", most=MOST_PEOPLE)
    if issued > present:
        return refuse("poll_issued_above_present", issued=issued, present=present)
    if returned > issued:
        return refuse("poll_returned_above_issued", returned=returned, issued=issued)
    if invalid > returned:
        return refuse("poll_invalid_above_returned", invalid=invalid, returned=returned)
    return None
