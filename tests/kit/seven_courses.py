"""How each of the seven congresses goes: prepared, run by the clock, voted, elected, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from congress_files import anyway, fresh_uids, granted
from seven_congresses import Held, Plan, setup

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import declare_result, waive_finding
from congress_desk.actions.elections.lists import freeze_list, sort_candidates
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.guests.letters import send_letters
from congress_desk.actions.motions import add_motion, record_vote
from congress_desk.actions.obstacles import add_obstacle, answer_obstacle
from congress_desk.actions.people.groups import apply_split
from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.actions.preparation.indicators import add_indicator
from congress_desk.actions.preparation.tasks import edit_tasks, set_task_state
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.actions.running.items import finish_and_start_next, finish_item, note_item
from congress_desk.actions.running.speeches import call_speaker, finish_speech, request_speech
from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.motions import Hands, MotionKind
from congress_desk.domain.obstacles import Gravity, Obstacle
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.groups import split_people
from congress_desk.domain.people.person import PersonKind, Status
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import TaskState
from congress_desk.domain.running.speech import Speech
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import agenda, congress, duties, presence
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.people import register
from congress_desk.queries.preparation import likely_template, preparation_templates, tasks
from congress_desk.reports.motions.templates import motion_templates
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký đại hội"


class SetClock:
    """A clock that a test sets; it goes on by a second each time it is asked."""

    def __init__(self, at: datetime) -> None:
        self.now = at

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, day: str, time: str) -> None:
        wanted = datetime.fromisoformat(f"{day}T{time}")
        self.now = max(self.now, wanted)


def hold(plan: Plan, path: Path, *, closed: bool = True) -> CongressFile:
    """Return the file of a congress that was held; not `closed`, its last count is open."""
    file = granted(new_congress(path, setup(plan), actor=A))
    clock = SetClock(datetime.fromisoformat(f"{plan.details.starts[:10]}T07:00"))
    file.clock = clock
    _prepare(file)
    _absences(file, plan)
    granted(set_state(file, CongressState.IN_SESSION, actor=A))
    _run(file, plan, clock)
    if closed:
        granted(set_state(file, CongressState.CLOSED, actor=A))
    return file


def ready(plan: Plan, path: Path, *, voted: bool = True) -> CongressFile:
    """Return the file of a congress in session, each of its lists fixed, voted on, with a board."""
    file = granted(new_congress(path, setup(plan), actor=A))
    _absences(file, plan)
    granted(set_state(file, CongressState.IN_SESSION, actor=A))
    _motions(file, (*_OPENING, MotionKind.CREDENTIALS_REPORT))
    for found in elections(file) if voted else ():
        granted(sort_candidates(file, found.id, actor=A))
        granted(freeze_list(file, found.id, actor=A))
        _motions(file, (MotionKind.NUMBER_AND_LIST, MotionKind.COUNTING_BOARD), found.id)
    return file


def _prepare(file: CongressFile) -> None:
    templates = preparation_templates()
    granted(apply_preparation(file, templates[likely_template(congress(file), templates)], actor=A))
    known = [task.id for task in tasks(file)]
    names = list(dict.fromkeys(d.name for d in duties(file)))[:6]
    for place, name in enumerate(names):
        granted(edit_tasks(file, known[place :: len(names)], {"answerable": name}, actor=A))
    granted(set_task_state(file, known[:-3], TaskState.DONE, actor=A))
    for name, unit, last, above, own in (
        ("Kết nạp thành viên mới", "người", "112", "130", "135"),
        ("Tỷ lệ hộ nghèo giảm còn", "%", "1,24", "0,5", "0,4"),
        ("Thu ngân sách", "tỷ đồng", "1.631", "1.800", "1.850"),
    ):
        indicator = Indicator(name=name, unit=unit, last_result=last, superior_target=above,
                              superior_unit=unit, own_target=own)  # fmt: skip
        granted(add_indicator(file, indicator, actor=A))
    voters = [p for p in register(file) if p.has_vote]
    groups = [f"Tổ {n}" for n in range(1, 4)]
    split = split_people(voters, groups, together=True)
    granted(apply_split(file, {p.id: g.name for g in split for p in g.people}, actor=A))
    written_to = [p.id for p in register(file) if p.kind is PersonKind.GUEST][:2]
    written_to += [p.id for p in voters[:2]]
    granted(send_letters(file, written_to, congress(file).details.starts[:10], actor=A))
    granted(
        set_boxes(file, [BallotBox(name="Hòm phiếu 1"), BallotBox(name="Hòm phiếu 2")], actor=A)
    )


def _absences(file: CongressFile, plan: Plan) -> None:
    people = register(file)
    voters = [p.id for p in people if p.has_vote]
    away = voters[-plan.away :]
    granted(set_status(file, away[1:], Status.ABSENT, reason="đi công tác", actor=A))
    excused = Status.ABSENT_THROUGHOUT_EXCUSED
    granted(set_status(file, away[:1], excused, reason="nằm viện", actor=A))
    alternates = [p.id for p in people if p.kind is PersonKind.ALTERNATE]
    if alternates:
        granted(replace_delegate(file, away[1], alternates[0], reason="đi công tác", actor=A))


def _run(file: CongressFile, plan: Plan, clock: SetClock) -> None:
    """Begin item after item at its hour; motions and elections fall where they are named."""
    _motions(file, _OPENING)
    held = list(plan.elections)
    items = agenda(file)
    spoken = False
    for place, item in enumerate(items):
        clock.set(item.day, item.time)
        granted(finish_and_start_next(file, actor=A))
        if item.kind is ItemKind.DISCUSSION and not spoken:
            spoken = True
            _speeches(file)
            granted(note_item(file, item.id, "Đại hội thảo luận sôi nổi, thẳng thắn.", actor=A))
        if item.kind is ItemKind.CREDENTIALS_REPORT:
            _motions(file, (MotionKind.CREDENTIALS_REPORT,))
        if item.kind is ItemKind.ELECTION and held:
            _elect(file, plan, held.pop(0))
        if "nghị quyết" in item.content:
            _motions(file, (MotionKind.RESOLUTION,))
        if place == 1:
            _obstacles(file)
        following = items[place + 1] if place + 1 < len(items) else None
        if following is not None and following.session != item.session:
            clock.now += timedelta(minutes=12)
            granted(finish_item(file, item.id, actor=A))
    clock.now += timedelta(minutes=8)
    granted(finish_item(file, items[-1].id, actor=A))


_OPENING = (
    MotionKind.PRESIDIUM,
    MotionKind.SECRETARIAT,
    MotionKind.CREDENTIALS_COMMITTEE,
    MotionKind.AGENDA,
    MotionKind.ELECTION_RULES,
)


def _motions(file: CongressFile, kinds: Sequence[MotionKind], election: int = 0) -> None:
    present = presence(file).present
    for draft in motion_templates(congress(file), duties(file), elections(file)):
        if draft.kind not in kinds or (election and draft.election_id not in (0, election)):
            continue
        organ = {MotionKind.CREDENTIALS_COMMITTEE: Organ.CREDENTIALS}.get(draft.kind)
        if organ and not any(d.organ is organ for d in duties(file)):
            continue
        added = granted(add_motion(file, draft, actor=A))
        hands = Hands(in_favour=present - 1, against=1)
        if draft.kind is MotionKind.AGENDA:
            hands = Hands(in_favour=present)
        granted(record_vote(file, added.id, hands, announced_by=A, actor=A))


def _speeches(file: CongressFile) -> None:
    speakers = [p for p in register(file) if p.has_vote and p.status is Status.PRESENT][5:15:5]
    for p, topic in zip(
        speakers, ("Nâng cao chất lượng sinh hoạt", "Chăm lo đời sống"), strict=False
    ):
        speech = Speech(speaker=p.name, person_id=p.id, delegation=p.delegation, topic=topic,
                        gist="Đề nghị có giải pháp cụ thể, rõ người, rõ việc")  # fmt: skip
        made = granted(request_speech(file, speech, actor=A))
        granted(call_speaker(file, made.id, actor=A))
        granted(finish_speech(file, made.id, actor=A))


def _obstacles(file: CongressFile) -> None:
    made = granted(
        add_obstacle(
            file,
            Obstacle(what="Một đại biểu hỏi: gạch một phần họ tên có tính là gạch không?",
                     gravity=Gravity.MEDIUM, answerable=A, asked="Tổ công tác", procedure=True),
            actor=A,
        )
    )  # fmt: skip
    answer = "Ban kiểm phiếu xem từng phiếu và quyết định theo quy chế."
    granted(answer_obstacle(file, made.id, answer=answer, actor=A))
    granted(
        add_obstacle(
            file, Obstacle(what="Máy chiếu bên phải mờ", gravity=Gravity.LOW, answerable=A), actor=A
        )
    )


def _elect(file: CongressFile, plan: Plan, held: Held) -> None:
    found = next(e for e in elections(file) if e.code == held.code)
    _motions(file, (MotionKind.NUMBER_AND_LIST, MotionKind.COUNTING_BOARD), found.id)
    for votes in held.votes:
        _count(file, found.id, votes)


def _count(file: CongressFile, election_id: int, votes: Sequence[int]) -> None:
    present = presence(file).present
    accounting = Accounting(convened=0, present=present, issued=present, returned=present)
    ahead = granted(next_round(file, election_id))
    chosen = [c.id for c in ahead.candidates[: len(votes)]]
    found = granted(
        open_round(file, election_id, accounting=accounting, by_hand=False, bundle_size=50,
                   candidate_ids=chosen, going_on=anyway(file), actor=A)
    )  # fmt: skip
    papers = _papers(found, votes, present)
    for bundle, start in enumerate(range(0, present, 50), start=1):
        part = papers[start : start + 50]
        granted(
            enter_ballots(
                file, found.id, bundle, part, fresh_uids(len(part)), operator="Nhập phiếu"
            )
        )
    for finding in round_sheet(file, found.id).findings:
        if finding.waivable and not finding.waived_by:
            granted(waive_finding(file, found.id, finding, name=A, reason="đã kiểm tra", actor=A))
    head, second = [d.name for d in duties(file) if d.organ is Organ.COUNTING_BOARD][:2]
    granted(declare_result(file, found.id, first=head, second=second, actor=A))


def _papers(found: Round, votes: Sequence[int], count: int) -> list[Paper]:
    """Return papers on which each name has the votes asked for, two of them invalid."""
    ids = [c.id for c in found.candidates]
    valid = count - 2
    given = [*votes, *[1] * len(ids)][: len(ids)]
    if len(ids) > found.seats:
        kept: list[set[int]] = [set() for _ in range(valid)]
        for key, wanted in sorted(zip(ids, given, strict=True), key=lambda each: -each[1]):
            emptiest = sorted(range(valid), key=lambda i: len(kept[i]))[: min(wanted, valid)]
            for i in emptiest:
                kept[i].add(key)
        papers = [Paper(struck=frozenset(set(ids) - names)) for names in kept]
    else:
        papers = [
            Paper(
                struck=frozenset(k for k, v in zip(ids, given, strict=True) if i >= min(v, valid))
            )
            for i in range(valid)
        ]
    outside = Paper(board_reason=BoardReason.OTHER, board_text="phiếu bị rách đôi")
    return [*papers, Paper(board_reason=BoardReason.EXTRA_WRITING), outside]


def open_count(file: CongressFile, election_id: int) -> Round:
    """Leave a round half counted."""
    present = presence(file).present
    accounting = Accounting(convened=0, present=present, issued=present, returned=present)
    return granted(
        open_round(
            file,
            election_id,
            accounting=accounting,
            by_hand=False,
            bundle_size=50,
            actor=A,
            going_on=anyway(file),
        )
    )
