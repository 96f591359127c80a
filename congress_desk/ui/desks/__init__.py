"""The desks of the window in the order of the work, one folder each; loaded when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from congress_desk.ui.desk import Desk
    from congress_desk.ui.messages import Messages
    from congress_desk.ui.session import Session


class DeskEntry(NamedTuple):
    """A line of the navigation: `title` is the English source of its name.

    The class is in the folder of the key, in its module `desk`.
    """

    key: str
    title: str
    icon_name: str
    class_name: str
    begins_group: bool = False

    def make(self, session: Session, messages: Messages, parent: QWidget) -> Desk:
        """Load the desk and make it in `parent`: put there afterwards, it would be styled again."""
        room = import_module(f"congress_desk.ui.desks.{self.key}.desk")
        made: Desk = vars(room)[self.class_name](session, messages, parent)
        return made


DESKS: tuple[DeskEntry, ...] = (
    DeskEntry(
        key="overview", title="Overview", icon_name="layout-dashboard", class_name="OverviewDesk"
    ),
    DeskEntry(
        key="congress",
        title="Congress",
        icon_name="landmark",
        class_name="CongressDesk",
        begins_group=True,
    ),
    DeskEntry(
        key="preparation",
        title="Preparation",
        icon_name="list-checks",
        class_name="PreparationDesk",
    ),
    DeskEntry(key="people", title="Delegates", icon_name="users", class_name="PeopleDesk"),
    DeskEntry(key="checkin", title="Check-in", icon_name="user-check", class_name="CheckInDesk"),
    DeskEntry(
        key="agenda",
        title="Agenda",
        icon_name="list-ordered",
        class_name="AgendaDesk",
        begins_group=True,
    ),
    DeskEntry(key="running", title="Running", icon_name="play", class_name="RunningDesk"),
    DeskEntry(key="duties", title="Duties", icon_name="network", class_name="DutiesDesk"),
    DeskEntry(key="motions", title="Motions", icon_name="hand", class_name="MotionsDesk"),
    DeskEntry(key="elections", title="Elections", icon_name="vote", class_name="ElectionsDesk"),
    DeskEntry(
        key="minutes",
        title="The minutes",
        icon_name="file-check",
        class_name="MinutesDesk",
        begins_group=True,
    ),
    DeskEntry(key="papers", title="Documents", icon_name="file-text", class_name="PapersDesk"),
    DeskEntry(
        key="obstacles", title="Obstacles", icon_name="octagon-alert", class_name="ObstaclesDesk"
    ),
    DeskEntry(
        key="projector",
        title="Hall screen",
        icon_name="presentation",
        class_name="ProjectorDesk",
    ),
    DeskEntry(key="journal", title="Journal", icon_name="history", class_name="JournalDesk"),
)
