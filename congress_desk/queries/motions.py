"""Motions for screens and papers, with who is present now and who was when they were voted on."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import Hall, Motion, MotionDraft, MotionState, hall_of
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.people.register import Roll
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.lists import elections
from congress_desk.reports.motions.templates import motion_templates
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading import rolls as reading_rolls


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionsView:
    """Everything the desk shows: motions in order, presence as it stands, and the usual motions."""

    congress: Congress
    motions: tuple[Motion, ...]
    presence: BaseSum
    elections: tuple[Election, ...]
    templates: tuple[MotionDraft, ...]
    announcers: tuple[str, ...]

    @property
    def hall(self) -> Hall:
        """Return who could vote now, in people or in shares as the rules say."""
        return hall_of(self.presence, self.congress.rules.motion_base)

    def missing_templates(self) -> tuple[MotionDraft, ...]:
        """Return the usual motions of which there is none yet."""
        there = {
            (m.kind, m.election_id) for m in self.motions if m.state is not MotionState.CANCELLED
        }
        return tuple(d for d in self.templates if (d.kind, d.election_id) not in there)


def motions(file: CongressFile) -> tuple[Motion, ...]:
    """Return every motion in order, cancelled ones too."""
    return reading_motions.motions(file)


def motion(file: CongressFile, motion_id: int) -> Motion | None:
    """Return one motion."""
    return reading_motions.motion(file, motion_id)


def motion_roll(file: CongressFile, motion_id: int) -> Roll | None:
    """Return who was present when a motion was voted on, None where D was typed by hand."""
    return reading_rolls.roll_of_motion(file, motion_id)


def motions_view(file: CongressFile) -> MotionsView:
    """Return what the desk shows."""
    whole, organs, held = congress(file), duties(file), elections(file)
    return MotionsView(
        congress=whole,
        motions=motions(file),
        presence=presence(file),
        elections=held,
        templates=motion_templates(whole, organs, held),
        announcers=_announcers(organs),
    )


def _announcers(organs: tuple[Duty, ...]) -> tuple[str, ...]:
    """Return who may announce a vote: the presidium first, then the secretariat."""
    return tuple(
        dict.fromkeys(
            duty.name
            for organ in (Organ.PRESIDIUM, Organ.SECRETARIAT)
            for duty in organs
            if duty.organ is organ
        )
    )
