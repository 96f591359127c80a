"""Who is present when a round or a motion is voted on, frozen with names and D."""

from __future__ import annotations

import json

from congress_desk.domain.people.person import VOTING_KINDS, BaseSum, base_names, base_sum
from congress_desk.queries.congress import congress
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people


def write_roll(
    act: Act, file: CongressFile, *, round_id: int | None = None, motion_id: int | None = None
) -> BaseSum:
    """Freeze, inside an act, who is there now and D as it stands; return that sum.

    Exactly one of `round_id` and `motion_id` says what it is frozen for. An empty register leaves
    no roll.
    """
    people, rule = reading_people.people(file), congress(file).base_rule
    base = base_sum(people, rule)
    if not people:
        return base
    in_seats = {alternate.id for alternate, _ in base_names(people, rule).alternates}
    roll_id = act.insert(
        "roll", round_id=round_id, motion_id=motion_id, at=act.at, base_note=base_note(base)
    )
    act.insert_rows(
        "roll_person",
        [
            {
                "roll_id": roll_id,
                "person_id": person.id,
                "name": person.name,
                "status": person.status.value,
                "votes": int(person.kind in VOTING_KINDS or person.id in in_seats),
            }
            for person in people
        ],
    )
    return base


def base_note(base: BaseSum) -> str:
    """Return how D was worked out, as the text that a roll and a round keep."""
    return json.dumps(
        {
            "convened": base.convened,
            "deductions": [[status.value, count] for status, count in base.deductions],
            "alternates": base.alternates,
            "present": base.present,
            "replaced_unfilled": base.replaced_unfilled,
        }
    )
