"""Invitations and turns of the rota as rows, and back."""

from __future__ import annotations

from congress_desk.domain.guests.invitation import Answer, Invitation
from congress_desk.domain.guests.rota import RotaKind, RotaTurn
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_INVITATION = ("sent_on", "answered_on", "remark")
_TURN = ("who", "time", "minutes", "spot", "note")


def invitation_row(invitation: Invitation) -> Row:
    """Return the columns of an invitation without the number of the person."""
    return text_columns(invitation, _INVITATION) | {"answer": invitation.answer.value}


def invitation_of(row: Row) -> Invitation:
    """Return an invitation from its row."""
    return Invitation(
        person_id=row["person_id"],
        answer=Answer(row["answer"]),
        **{name: row[name] for name in _INVITATION},
    )


def turn_row(turn: RotaTurn) -> Row:
    """Return the columns of a turn without id and place."""
    return text_columns(turn, _TURN) | {"kind": turn.kind.value}


def turn_of(row: Row) -> RotaTurn:
    """Return a turn of the rota from its row."""
    return RotaTurn(id=row["id"], kind=RotaKind(row["kind"]), **{n: row[n] for n in _TURN})
