"""Every act on the way to the ballot, on a file where each can be done."""

from __future__ import annotations

from pathlib import Path

from congress_files import a_congress, an_election, granted

from congress_desk.actions.duties.board import replace_counter
from congress_desk.actions.nomination import names, polls, votes
from congress_desk.actions.nomination.names import Origin
from congress_desk.actions.nomination.votes import Vote
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.motions import Hands
from congress_desk.domain.nomination.nominee import Nominee, Source
from congress_desk.domain.nomination.opinion_poll import (
    OpinionPoll,
    PollMember,
    PollPaper,
    PollPerson,
)
from congress_desk.errors import Refusal
from congress_desk.queries.congress import duties
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.nomination import nominees, opinion_polls
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"
BY_SELF = Origin(source=Source.SELF)
BY_COMMITTEE = Origin(source=Source.COMMITTEE)
BY_DELEGATES = Origin(source=Source.DELEGATES, nominated_by="Đoàn Khu phố 3")
TEAM = (PollMember(name="Mai Văn Ghi", title="Tổ trưởng"), PollMember(name="Cao Thị Hai"))
ALL_SIX = Vote(hands=Hands(in_favour=6), announced_by="Bùi Văn Chủ")
TWO_OF_SIX = Vote(hands=Hands(in_favour=2, against=4))


def committee_election(code: str = "BCH", names: int = 4, seats: int = 3) -> Election:
    """Return an election of a committee, which the rules of surplus hold for."""
    found = an_election(code, names, seats)
    return Election(code=code, title="Bầu Ban Chấp hành", seats=seats, candidates=found.candidates)


def a_way_to_the_ballot(folder: Path) -> CongressFile:
    """Return a file whose committee election has a self-nominated and a nominated name."""
    file = a_congress(folder, committee_election(), an_election("DB", 2, 1))
    put(file, Candidate(name="Tô Tự Cử", born="1980"), BY_SELF)
    put(file, Candidate(name="Đinh Được Cử", born="1981"), BY_DELEGATES)
    return file


def ready_for(folder: Path, act: str) -> CongressFile:
    """Return that file as far as an act of below needs it."""
    file = a_way_to_the_ballot(folder)
    if act in ("count_poll", "cancel_poll", "put_on_list"):
        granted(prepared(file))
    if act == "put_on_list":
        granted(counted(file, 2, 1))
    return file


def bch(file: CongressFile) -> Election:
    return elections(file)[0]


def put(file: CongressFile, candidate: Candidate, origin: Origin) -> None:
    granted(names.nominate(file, bch(file).id, [candidate], origin, actor=ACTOR))


def name_of(file: CongressFile, name: str) -> Nominee:
    """Return the name of the committee election that ends so."""
    return next(n for n in nominees(file, bch(file).id) if n.candidate.name.endswith(name))


def number_of(file: CongressFile, name: str) -> int:
    return name_of(file, name).candidate.id


def prepared(file: CongressFile, present: int = 6) -> OpinionPoll | Refusal:
    return polls.prepare_poll(file, bch(file).id, present=present, team=TEAM, actor=ACTOR)


def counted(
    file: CongressFile, *agree: int, papers: tuple[int, int, int] = (6, 6, 0)
) -> OpinionPoll | Refusal:
    """Count the last poll: so many agree on each name in its order, the others disagree."""
    poll = opinion_polls(file, bch(file).id)[-1]
    issued, returned, invalid = papers
    valid = returned - invalid
    return polls.count_poll(
        file,
        poll.id,
        papers=[
            PollPaper(source=p.source, issued=issued, returned=returned, invalid=invalid)
            for p in poll.papers
        ],
        people=[
            PollPerson(
                candidate_id=p.candidate_id,
                name=p.name,
                source=p.source,
                agree=number,
                disagree=valid - number,
            )
            for p, number in zip(poll.people, agree, strict=True)
        ],
        actor=ACTOR,
    )


NOMINATION_ACTS = {
    "vote_number": lambda f: votes.vote_number(
        f, bch(f).id, seats=3, structure="nữ từ 15%", vote=ALL_SIX, actor=ACTOR
    ),
    "nominate": lambda f: names.nominate(
        f, bch(f).id, [Candidate(name="Lý Mới")], BY_DELEGATES, actor=ACTOR
    ),
    "say_source": lambda f: names.say_source(
        f, bch(f).id, [c.id for c in bch(f).candidates], BY_COMMITTEE, actor=ACTOR
    ),
    "record_support": lambda f: names.record_support(
        f, number_of(f, "Được Cử"), in_favour=1, of=6, actor=ACTOR
    ),
    "leave_off": lambda f: names.leave_off(
        f, number_of(f, "Được Cử"), reason="chưa đủ mức đồng ý", actor=ACTOR
    ),
    "take_out": lambda f: names.take_out(f, number_of(f, "Được Cử"), actor=ACTOR),
    "prepare_poll": lambda f: prepared(f),
    "count_poll": lambda f: counted(f, 2, 1),
    "put_on_list": lambda f: names.put_on_list(
        f, bch(f).id, [number_of(f, "Tự Cử")], actor=ACTOR
    ),
    "ask_withdrawal": lambda f: votes.ask_withdrawal(
        f, bch(f).candidates[0].id,
        reason="sức khỏe", vote=ALL_SIX, actor=ACTOR,
    ),
    "cancel_poll": lambda f: polls.cancel_poll(
        f, opinion_polls(f, bch(f).id)[-1].id, reason="thừa phiếu", actor=ACTOR
    ),
    "vote_list": lambda f: votes.vote_list(f, bch(f).id, vote=ALL_SIX, actor=ACTOR),
    "vote_board": lambda f: votes.vote_board(f, bch(f).id, vote=ALL_SIX, actor=ACTOR),
    "replace_counter": lambda f: replace_counter(
        f, duties(f)[0].id, name="Lê Thay", reason="có tên trong danh sách", actor=ACTOR
    ),
}  # fmt: skip
