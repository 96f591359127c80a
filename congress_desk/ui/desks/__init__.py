"""The desks of the window in the order of the work, one folder each; loaded when first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskEntry:
    """A line of the navigation: `title` is the English source of its name."""

    key: str
    title: str
    icon_name: str
    load: Callable[[], Any]


def _congress() -> Any:
    from congress_desk.ui.desks.congress.desk import CongressDesk

    return CongressDesk


def _elections() -> Any:
    from congress_desk.ui.desks.elections.desk import ElectionsDesk

    return ElectionsDesk


def _papers() -> Any:
    from congress_desk.ui.desks.papers.desk import PapersDesk

    return PapersDesk


DESKS: tuple[DeskEntry, ...] = (
    DeskEntry(key="congress", title="Congress", icon_name="landmark", load=_congress),
    DeskEntry(key="elections", title="Elections", icon_name="vote", load=_elections),
    DeskEntry(key="papers", title="Documents", icon_name="file-text", load=_papers),
)
