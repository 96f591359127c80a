"""Where an election stands, in words and signs: the same at its own desk and in the overview."""

from __future__ import annotations

from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Part, Round
from congress_desk.domain.elections.stages import Stage
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.i18n import message, tr
from congress_desk.ui.records.table_model import Sign

STAGE_SIGNS = {
    Stage.NO_LIST: Sign(icon="triangle-alert", tone="look"),
    Stage.NOT_OPENED: Sign(icon="circle", tone="muted"),
    Stage.COUNTING: Sign(icon="circle-dot", tone="accent"),
    Stage.COUNTED: Sign(icon="stamp", tone="accent"),
    Stage.COMPLETE: Sign(icon="circle-check", tone="holds"),
    Stage.TIE: Sign(icon="triangle-alert", tone="look"),
    Stage.SHORT: Sign(icon="triangle-alert", tone="look"),
    Stage.VOID: Sign(icon="octagon-alert", tone="wrong"),
    Stage.ANNULLED: Sign(icon="octagon-alert", tone="wrong"),
    Stage.STOPPED: Sign(icon="triangle-alert", tone="look"),
}


def stage_words(
    stage: Stage,
    election: Election,
    last: Round | None,
    *,
    entered: int,
    elected: int,
    course: ElectionCourse | None = None,
) -> str:
    """Return where an election stands, with its numbers; of a lower number with that."""
    key, returned = stage.value, last.accounting.returned if last else None
    if stage is Stage.NOT_OPENED and election.frozen:
        key = "frozen"
    elif stage is Stage.COUNTING and returned is None:
        key = "counting_unknown"
    elif stage is Stage.COMPLETE and course and course.open_seats:
        key = "complete_open"
    elif stage is Stage.COMPLETE and course and course.appointed:
        key = "complete_appointed" if course.chosen else "appointed"
    return message(
        f"stage.{key}",
        number=last.number if last else 0,
        entered=entered,
        returned=returned or 0,
        elected=elected,
        seats=course.seats if course else election.seats,
        open=course.open_seats if course else 0,
        appointed=course.appointed if course else 0,
        chosen=len(course.chosen) if course else elected,
    )


def base_title(base: MajorityBase) -> str:
    """Return what D is called: the base of the majority only where the rules take it of D."""
    return tr("Base (D)") if base is MajorityBase.CONVENED else tr("Convened (D)")


def title_of_part(title: str, part: Part) -> str:
    """Return the title of an election; of a round for the alternates that it is one."""
    return tr("{title} (alternates)", title=title) if part is Part.ALTERNATE else title
