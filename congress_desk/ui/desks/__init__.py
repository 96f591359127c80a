"""The desks of the window in the order of the work, one folder each; loaded when first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskEntry:
    """A line of the navigation: `title` is the English source of its name."""

    key: str
    title: str
    icon_name: str
    load: Callable[[], Any]
    begins_group: bool = False


def desk_keys(row: int) -> str:
    """Return the keys of the desk with this place: Ctrl+1 … 9, then Ctrl+Shift+1 …"""
    return f"Ctrl+{row + 1}" if row < DIGITS else f"Ctrl+Shift+{row + 1 - DIGITS}"


def _overview() -> Any:
    from congress_desk.ui.desks.overview.desk import OverviewDesk

    return OverviewDesk


def _congress() -> Any:
    from congress_desk.ui.desks.congress.desk import CongressDesk

    return CongressDesk


def _preparation() -> Any:
    from congress_desk.ui.desks.preparation.desk import PreparationDesk

    return PreparationDesk


def _checkin() -> Any:
    from congress_desk.ui.desks.checkin.desk import CheckInDesk

    return CheckInDesk


def _people() -> Any:
    from congress_desk.ui.desks.people.desk import PeopleDesk

    return PeopleDesk


def _agenda() -> Any:
    from congress_desk.ui.desks.agenda.desk import AgendaDesk

    return AgendaDesk


def _elections() -> Any:
    from congress_desk.ui.desks.elections.desk import ElectionsDesk

    return ElectionsDesk


def _running() -> Any:
    from congress_desk.ui.desks.running.desk import RunningDesk

    return RunningDesk


def _duties() -> Any:
    from congress_desk.ui.desks.duties.desk import DutiesDesk

    return DutiesDesk


def _motions() -> Any:
    from congress_desk.ui.desks.motions.desk import MotionsDesk

    return MotionsDesk


def _obstacles() -> Any:
    from congress_desk.ui.desks.obstacles.desk import ObstaclesDesk

    return ObstaclesDesk


def _minutes() -> Any:
    from congress_desk.ui.desks.minutes.desk import MinutesDesk

    return MinutesDesk


def _papers() -> Any:
    from congress_desk.ui.desks.papers.desk import PapersDesk

    return PapersDesk


DESKS: tuple[DeskEntry, ...] = (
    DeskEntry(key="overview", title="Overview", icon_name="layout-dashboard", load=_overview),
    DeskEntry(
        key="congress", title="Congress", icon_name="landmark", load=_congress, begins_group=True
    ),
    DeskEntry(key="preparation", title="Preparation", icon_name="list-checks", load=_preparation),
    DeskEntry(key="people", title="Delegates", icon_name="users", load=_people),
    DeskEntry(key="checkin", title="Check-in", icon_name="user-check", load=_checkin),
    DeskEntry(
        key="agenda", title="Agenda", icon_name="list-ordered", load=_agenda, begins_group=True
    ),
    DeskEntry(key="running", title="Running", icon_name="play", load=_running),
    DeskEntry(key="duties", title="Duties", icon_name="network", load=_duties),
    DeskEntry(key="motions", title="Motions", icon_name="hand", load=_motions),
    DeskEntry(key="elections", title="Elections", icon_name="vote", load=_elections),
    DeskEntry(
        key="minutes",
        title="Congress minutes",
        icon_name="file-check",
        load=_minutes,
        begins_group=True,
    ),
    DeskEntry(key="papers", title="Documents", icon_name="file-text", load=_papers),
    DeskEntry(key="obstacles", title="Obstacles", icon_name="octagon-alert", load=_obstacles),
)
