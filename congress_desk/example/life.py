"""What went on at the example congress beside its elections: groups, motions, work, obstacles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from congress_desk.actions.elections.lists import freeze_list
from congress_desk.actions.motions import add_motion, record_vote
from congress_desk.actions.obstacles import add_obstacle, answer_obstacle
from congress_desk.actions.people.groups import apply_split
from congress_desk.actions.preparation.tasks import edit_tasks, set_task_state
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.actions.preparation.texts import edit_text
from congress_desk.actions.running.items import finish_item, set_item_times, start_item
from congress_desk.actions.running.speeches import request_speech
from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import Hands, Motion, MotionDraft, MotionKind
from congress_desk.domain.obstacles import Gravity, Obstacle
from congress_desk.domain.people.groups import split_people
from congress_desk.domain.preparation.task import TaskState
from congress_desk.domain.preparation.text import TextState
from congress_desk.domain.running.speech import Speech
from congress_desk.errors import Refusal
from congress_desk.example.sizes import ExampleSize
from congress_desk.queries.agenda.items import planned_agenda
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.motions import motions
from congress_desk.queries.people import register
from congress_desk.queries.preparation import (
    likely_template,
    preparation_templates,
    tasks,
    texts,
)
from congress_desk.reports.motions.templates import motion_templates
from congress_desk.storage.congress_file import CongressFile

_HELD = (
    MotionKind.PRESIDIUM,
    MotionKind.SECRETARIAT,
    MotionKind.CREDENTIALS_COMMITTEE,
    MotionKind.AGENDA,
    MotionKind.ELECTION_RULES,
    MotionKind.CREDENTIALS_REPORT,
)
_OF_AN_ELECTION = (MotionKind.NUMBER_AND_LIST, MotionKind.COUNTING_BOARD)
_SPEECHES = (
    "Nâng cao chất lượng sinh hoạt chi bộ khu phố",
    "Chỉnh trang hẻm, giữ gìn vệ sinh môi trường",
    "Chăm lo hộ nghèo và gia đình chính sách",
)


def live(file: CongressFile, size: ExampleSize, *, actor: str) -> Refusal | None:
    """Write what happened before the first round; the first refusal ends it."""
    for step in (
        _prepare,
        partial(_part_into_groups, size),
        _hold_motions,
        partial(_hold_items, size),
        _register_speeches,
        _meet_obstacles,
    ):
        for done in step(file, actor):
            if isinstance(done, Refusal):
                return done
    return None


def _prepare(file: CongressFile, actor: str) -> Iterator[Any]:
    templates = preparation_templates()
    template = templates[likely_template(congress(file), templates)]
    yield apply_preparation(file, template, actor=actor)
    planned = tasks(file)
    known = [task.id for task in planned]
    names = list(dict.fromkeys(duty.name for duty in duties(file))) or [actor]
    for place, name in enumerate(names):
        yield edit_tasks(file, known[place :: len(names)], {"answerable": name}, actor=actor)
    # What is due on the last day or after it, such as issuing the resolution, is still to do.
    ends = congress(file).details.ends[:10]
    done = [task.id for task in planned if task.due < ends]
    yield set_task_state(file, done, TaskState.DONE, on_time=True, actor=actor)
    for text in texts(file):
        yield edit_text(file, replace(text, state=TextState.FINAL), actor=actor)


def _part_into_groups(size: ExampleSize, file: CongressFile, actor: str) -> Iterator[Any]:
    if not size.groups:
        return
    names = [f"Tổ {number}" for number in range(1, size.groups + 1)]
    voters = [person for person in register(file) if person.has_vote]
    split = split_people(voters, names, together=True)
    yield apply_split(file, {p.id: g.name for g in split for p in g.people}, actor=actor)


def _hold_motions(file: CongressFile, actor: str) -> Iterator[Any]:
    for draft in motion_templates(congress(file), duties(file), elections(file)):
        if draft.kind not in _HELD:
            continue
        against = 1 if draft.kind is MotionKind.AGENDA else 0
        yield from _vote(file, draft, against=against, actor=actor)


def prepare_election(file: CongressFile, election: Election, *, actor: str) -> Iterator[Any]:
    """Fix the list of an election and vote on what the rules want before its first round."""
    yield freeze_list(file, election.id, actor=actor)
    voted = {(m.kind, m.election_id) for m in motions(file)}
    for draft in motion_templates(congress(file), duties(file), elections(file)):
        of_this = draft.election_id in (0, election.id) and draft.kind in _OF_AN_ELECTION
        if of_this and (draft.kind, draft.election_id) not in voted:
            yield from _vote(file, draft, against=0, actor=actor)


def _vote(file: CongressFile, draft: MotionDraft, *, against: int, actor: str) -> Iterator[Any]:
    added = add_motion(file, draft, actor=actor)
    yield added
    if isinstance(added, Motion):
        hands = Hands(in_favour=presence(file).present - against, against=against)
        yield record_vote(file, added.id, hands, announced_by=actor, actor=actor)


def _hold_items(size: ExampleSize, file: CongressFile, actor: str) -> Iterator[Any]:
    """Hold the programme as planned up to the item that goes on now."""
    for found in planned_agenda(file):
        item = found.item
        yield start_item(file, item.id, actor=actor)
        begin, end = (at.isoformat(timespec="minutes") for at in (found.start, found.end) if at)
        if item.content.startswith(size.held):
            yield set_item_times(file, item.id, started=begin, finished="", actor=actor)
            return
        yield finish_item(file, item.id, actor=actor)
        yield set_item_times(file, item.id, started=begin, finished=end, actor=actor)


def _register_speeches(file: CongressFile, actor: str) -> Iterator[Any]:
    speakers = [person for person in register(file) if person.has_vote][10::20]
    for person, topic in zip(speakers, _SPEECHES, strict=False):
        speech = Speech(
            person_id=person.id,
            speaker=person.name,
            delegation=person.delegation,
            topic=topic,
            through=actor,
        )
        yield request_speech(file, speech, actor=actor)


def _meet_obstacles(file: CongressFile, actor: str) -> Iterator[Any]:
    added = add_obstacle(
        file,
        Obstacle(
            what="Một đại biểu hỏi: gạch một phần họ tên có tính là gạch không?",
            gravity=Gravity.MEDIUM,
            answerable=actor,
            asked="Tổ công tác của cấp trên",
            procedure=True,
        ),
        actor=actor,
    )
    yield added
    if isinstance(added, Obstacle):
        yield answer_obstacle(
            file,
            added.id,
            answer="Ban kiểm phiếu xem từng phiếu và quyết định theo quy chế bầu cử.",
            actor=actor,
        )
    yield add_obstacle(
        file,
        Obstacle(
            what="Máy chiếu bên phải mờ, hàng ghế cuối khó đọc",
            gravity=Gravity.LOW,
            answerable=actor,
        ),
        actor=actor,
    )
