"""Acts on ballot boxes: which there are, and how many people have cast at each."""

from __future__ import annotations

import json
from collections.abc import Sequence

from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.undo_change import undo_change
from congress_desk.domain.ballot_papers.ballot_box import BallotBox, boxes_text, read_boxes
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballot_boxes as reading
from congress_desk.storage.reading.elections import lists as reading_elections


@guarded
def set_boxes(
    file: CongressFile, boxes: Sequence[BallotBox], *, source: str = "", actor: str
) -> tuple[BallotBox, ...] | Refusal:
    """Say which boxes there are and who votes at which, in order; none where there is but one.

    A box is known by its name. One at which papers were handed out stays. `source` names the file
    that they were read from.
    """
    wanted = read_boxes(boxes_text(boxes))
    if isinstance(wanted, Refusal):
        return wanted
    held = {fold(box.name): box for box in reading.ballot_boxes(file)}
    names = {fold(box.name) for box in wanted}
    gone = [box for name, box in held.items() if name not in names]
    used = next((box for box in gone if reading.box_is_used(file, box.id)), None)
    if used is not None:
        return refuse("box_is_used", name=used.name)
    with file.act("import_boxes" if source else "set_boxes", actor=actor, count=len(wanted)) as act:
        if source:
            act.tell(source=clean_text(source))
        for box in gone:
            act.delete("ballot_box", box.id)
        for place, box in enumerate(wanted, start=1):
            voters = json.dumps(box.voters, ensure_ascii=False)
            row = {"place": place, "name": box.name, "voters": voters}
            known = held.get(fold(box.name))
            if known:
                act.update("ballot_box", known.id, **row)
            else:
                act.insert("ballot_box", **row)
    return reading.ballot_boxes(file)


@guarded
def undo_boxes(file: CongressFile, *, actor: str) -> tuple[BallotBox, ...] | Refusal:
    """Take the last change of the boxes back; refused once papers were handed out at a new one."""
    undone = undo_change(file, "boxes", actor=actor)
    return undone if isinstance(undone, Refusal) else reading.ballot_boxes(file)


@guarded
def count_cast(
    file: CongressFile, round_id: int, box_id: int, by: int, *, actor: str
) -> int | Refusal:
    """Count so many more people, or fewer, who have cast at a box; return how many they are.

    Never more than papers were handed out there. Counted on from what the file has: two windows may
    count at one box. Who they are, and with which paper, is written nowhere.
    """
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        return refuse("round_unknown")
    box = next((each for each in reading.ballot_boxes(file) if each.id == box_id), None)
    if box is None:
        return refuse("box_unknown")
    if found.state is not RoundState.COUNTING:
        return refuse("round_sealed", number=found.number)
    issued = issue_register(file, round_id).of_box(box_id).issued
    before = reading.cast_counts(file, round_id)
    people = before.get(box_id, 0) + by
    if not 0 <= people <= issued:
        return refuse("cast_more_than_issued", name=box.name, issued=issued)
    with file.act("count_cast", actor=actor, number=found.number, name=box.name) as act:
        act.tell(people=people)
        if box_id in before:
            act.update("cast_count", (round_id, box_id), people=people)
        else:
            act.insert("cast_count", round_id=round_id, box_id=box_id, people=people)
    return people
