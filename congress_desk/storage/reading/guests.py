"""Invitations and the rota of photographs and flowers, read from the file."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.guests.invitation import Invitation
from congress_desk.domain.guests.rota import RotaTurn
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows import guests as rows


def invitations(file: CongressFile) -> Mapping[int, Invitation]:
    """Return every invitation by the number of the person."""
    return file.remembered("invitations", 0, lambda: _invitations(file))


def invitation_of(file: CongressFile, person_id: int) -> Invitation | None:
    """Return the invitation of a person, None of who was not written to and did not answer."""
    return invitations(file).get(person_id)


def rota(file: CongressFile) -> tuple[RotaTurn, ...]:
    """Return the turns of the rota in order."""
    return file.remembered("rota", 0, lambda: _rota(file))


def rota_places(file: CongressFile) -> Mapping[int, int]:
    """Return the place of each turn by its id."""
    return {row["id"]: row["place"] for row in file.rows("SELECT id, place FROM rota_turn")}


def _invitations(file: CongressFile) -> Mapping[int, Invitation]:
    found = map(rows.invitation_of, file.rows("SELECT * FROM invitation ORDER BY person_id"))
    return {each.person_id: each for each in found}


def _rota(file: CongressFile) -> tuple[RotaTurn, ...]:
    return tuple(map(rows.turn_of, file.rows("SELECT * FROM rota_turn ORDER BY place, id")))
