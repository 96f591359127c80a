"""Acts on opinion polls: prepare the papers, record the count, cancel a poll."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.elections.accounting import MOST_PEOPLE
from congress_desk.domain.nomination.nominee import OUTSIDE, Nominee
from congress_desk.domain.nomination.opinion_poll import (
    OpinionPoll,
    PollMember,
    PollPaper,
    PollPerson,
    PollState,
    check_poll_count,
    people_to_ask,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.nomination import nominees, opinion_poll, opinion_polls
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile


def prepare_poll(
    file: CongressFile,
    election_id: int,
    *,
    present: int,
    team: Sequence[PollMember],
    actor: str,
) -> OpinionPoll | Refusal:
    """Prepare a poll on everybody outside the committee's list whose support is not known.

    `team` of the secretariat counts it; nobody who is asked about is of it (190 Điều 17).
    """
    found = election(file, election_id)
    asked = people_to_ask(nominees(file, election_id))
    polls = opinion_polls(file, election_id)
    members = [PollMember(name=clean_text(m.name), title=clean_text(m.title)) for m in team]
    refusal = (
        _open_poll(polls) or _check_asked(asked) or _check_present(present) or _check_team(members)
    )
    refusal = refusal or _team_asked(file, members, asked)
    if refusal:
        return refusal
    number = len(polls) + 1
    with file.act(
        "prepare_poll", actor=actor, code=found.code, number=number, count=len(asked)
    ) as act:
        poll_id = act.insert(
            "opinion_poll",
            election_id=election_id,
            number=number,
            state=PollState.PREPARED.value,
            present=present,
            at=act.at,
            counted_at="",
            cancel_reason="",
        )
        _write_poll(act, poll_id, members, asked)
    return opinion_poll(file, poll_id)


def count_poll(
    file: CongressFile,
    poll_id: int,
    *,
    papers: Sequence[PollPaper],
    people: Sequence[PollPerson],
    actor: str,
) -> OpinionPoll | Refusal:
    """Record the count of a poll; a count that was recorded can be put right the same way."""
    poll = opinion_poll(file, poll_id)
    if poll.state is PollState.CANCELLED:
        return refuse("poll_cancelled", number=poll.number)
    counted = {person.candidate_id for person in people}
    sources = {paper.source for paper in papers}
    if counted != {p.candidate_id for p in poll.people} or sources != {
        p.source for p in poll.papers
    }:
        return refuse("poll_not_of_its_people")
    refusal = check_poll_count(poll, papers, people)
    if refusal:
        return refusal
    code = election(file, poll.election_id).code
    with file.act("count_poll", actor=actor, backup=True, code=code, number=poll.number) as act:
        for paper in papers:
            act.update(
                "poll_paper",
                (poll_id, paper.source.value),
                issued=paper.issued,
                returned=paper.returned,
                invalid=paper.invalid,
            )
        for person in people:
            act.update(
                "poll_person",
                (poll_id, person.candidate_id),
                agree=person.agree,
                disagree=person.disagree,
            )
        at = poll.counted_at or act.at
        act.update("opinion_poll", poll_id, state=PollState.COUNTED.value, counted_at=at)
    return opinion_poll(file, poll_id)


def cancel_poll(
    file: CongressFile, poll_id: int, *, reason: str, actor: str
) -> OpinionPoll | Refusal:
    """Cancel a poll, with a reason; it stays in the file and counts no more."""
    poll = opinion_poll(file, poll_id)
    reason = clean_text(reason)
    if poll.state is PollState.CANCELLED:
        return refuse("poll_cancelled", number=poll.number)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    code = election(file, poll.election_id).code
    with file.act("cancel_poll", actor=actor, code=code, number=poll.number, reason=reason) as act:
        act.update("opinion_poll", poll_id, state=PollState.CANCELLED.value, cancel_reason=reason)
    return opinion_poll(file, poll_id)


def _write_poll(
    act: Act, poll_id: int, team: Sequence[PollMember], asked: Sequence[Nominee]
) -> None:
    members = [
        {"poll_id": poll_id, "place": place, "name": member.name, "title": member.title}
        for place, member in enumerate(team, start=1)
    ]
    act.insert_rows("poll_member", members)
    sources = [s for s in OUTSIDE if any(n.source is s for n in asked)]
    empty = dict.fromkeys(("issued", "returned", "invalid"))
    act.insert_rows(
        "poll_paper", [{"poll_id": poll_id, "source": s.value, **empty} for s in sources]
    )
    people = [
        {
            "poll_id": poll_id,
            "candidate_id": nominee.candidate.id,
            "place": place,
            "source": nominee.source.value if nominee.source else "",
            "agree": None,
            "disagree": None,
        }
        for place, nominee in enumerate(asked, start=1)
    ]
    act.insert_rows("poll_person", people)


def _open_poll(polls: Sequence[OpinionPoll]) -> Refusal | None:
    waiting = [poll for poll in polls if poll.state is PollState.PREPARED]
    return refuse("poll_waits", number=waiting[0].number) if waiting else None


def _check_asked(asked: Sequence[Nominee]) -> Refusal | None:
    return None if asked else refuse("poll_of_nobody")


def _check_present(present: int) -> Refusal | None:
    if 1 <= present <= MOST_PEOPLE:
        return None
    return refuse("poll_present_wrong", most=MOST_PEOPLE)


def _check_team(team: Sequence[PollMember]) -> Refusal | None:
    if not team or any(not member.name for member in team):
        return refuse("poll_team_missing")
    keys = [name_key(member.name) for member in team]
    if len(set(keys)) != len(keys):
        return refuse("poll_team_twice")
    longest = max(len(text) for member in team for text in (member.name, member.title))
    return too_long("x" * longest, NAME_LIMIT)


def _team_asked(
    file: CongressFile, team: Sequence[PollMember], asked: Sequence[Nominee]
) -> Refusal | None:
    names = {name_key(nominee.candidate.name) for nominee in asked}
    both = [member for member in team if name_key(member.name) in names]
    if not both:
        return None
    article = congress(file).rules.own_article("opinion_poll")
    return refuse("poll_team_asked", article=article, name=both[0].name)
