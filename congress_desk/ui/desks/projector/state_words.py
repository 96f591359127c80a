"""How the hall stands, in words: what it sees, why a subject shows nothing, on which screen."""

from __future__ import annotations

from congress_desk.i18n import tr
from congress_desk.queries.hall import HallChoice
from congress_desk.ui.parts.hall.hall_show import HallShow


def why_nothing(choice: HallChoice) -> str:
    """Return why a subject shows nothing now."""
    if choice.waits:
        return tr("Not declared yet: the hall sees it once it is declared.")
    return tr("There is nothing to show of it now.")


def pages_words(number: int, count: int) -> str:
    """Return "page 1 of 2", "" of one page alone."""
    return tr("page {number} of {count}", number=number, count=count) if count > 1 else ""


def state_of(show: HallShow) -> tuple[str, str]:
    """Return the tone and the words of how the hall stands."""
    if not show.is_open:
        return "muted", tr("Nothing shown")
    if show.waits_for_screen:
        return "wrong", tr("The screen is unplugged")
    if show.blank:
        return "look", tr("Blank")
    if show.held:
        return "look", tr("Held")
    if show.on_screen is None:
        return "holds", tr("Shown in a window")
    return "holds", tr("Shown on {screen}", screen=show.on_screen.name)
