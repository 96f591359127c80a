"""Words of the duties desk: organs, sessions, assignments and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from congress_desk.domain.duties.person_page import PageLine, Part
from congress_desk.domain.duties.plan import Deed, DutySession
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import OrganKey, post_of
from congress_desk.i18n import label, tr


def organ_text(key: OrganKey, titles: Mapping[int, str]) -> str:
    """Return what the desk calls an organ."""
    if key.organ is Organ.FREE:
        return key.name
    if key.election_id:
        return tr("Counting board of {title}", title=titles.get(key.election_id, ""))
    return label("organ", key.organ.value)


def post_titles(view: DutiesView) -> dict[int, str]:
    """Return what the elections fill, by id."""
    return {election.id: post_of(election.title) for election in view.facts.elections}


def session_text(session: DutySession) -> str:
    """Return a session in two short parts: its name and its day."""
    try:
        day = f"{date.fromisoformat(session.day):%d/%m}"
    except ValueError:
        day = ""
    return "\n".join(part for part in (session.name, day) if part) or tr("Whole congress")


def clock(start: datetime | None, end: datetime | None) -> str:
    """Return "07:30 – 08:00", "" without a clock."""
    if start is None or end is None:
        return ""
    return f"{start:%H:%M} – {end:%H:%M}" if start != end else f"{start:%H:%M}"


def when_left(duty: Duty) -> str:
    """Return since when and why somebody is a member no more, "" of who still is."""
    if not duty.until:
        return ""
    at = datetime.fromisoformat(duty.until)
    return tr(
        "left at {time} on {day}: {reason}",
        time=f"{at:%H:%M}",
        day=f"{at:%d/%m/%Y}",
        reason=duty.until_reason,
    )


def deed_text(deed: Deed) -> str:
    """Return where and what in one line: the item by its clock, or what is done all session."""
    what = deed.assignment.what
    if deed.planned is None:
        return what
    at = f"{deed.start:%H:%M} " if deed.start else ""
    content = deed.planned.item.content
    return f"{at}{content}: {what}" if what else f"{at}{content}"


def part_text(line: PageLine) -> str:
    """Return what a person does at a line of the programme."""
    what = line.what or tr("carries it out")
    match line.part:
        case Part.ORGAN:
            return tr("takes part with the organ")
        case Part.NAMED:
            return tr("named in the programme")
        case Part.INSTEAD:
            return tr("{what} (for {other}: {reason})", what=what, other=line.other,
                      reason=line.reason)  # fmt: skip
        case Part.RELIEVED if line.other:
            return tr("{what} – done by {other} ({reason})", what=what, other=line.other,
                      reason=line.reason)  # fmt: skip
        case Part.RELIEVED:
            return tr("{what} – relieved, nobody stands in ({reason})", what=what,
                      reason=line.reason)  # fmt: skip
    return what
