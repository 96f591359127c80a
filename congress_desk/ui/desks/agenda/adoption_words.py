"""Which version of the programme the congress adopted, in words."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.agenda.adoption import ProgrammeAdoption, ProgrammeDifference
from congress_desk.i18n import tr


def version_words(adoption: ProgrammeAdoption, *, sits: bool) -> str:
    """Return which version it is, "" before a congress that `sits` could vote on one."""
    vote = adoption.vote
    if vote is None or vote.hands is None:
        return tr("The congress has not adopted the programme yet.") if sits else ""
    hands = f"{vote.hands.in_favour}/{vote.base}"
    if not adoption.holds:
        said = ", ".join(_changes(adoption.since))
        return tr("Changed after the congress adopted it: {changes}.", changes=said)
    if adoption.number == 1:
        return tr("Adopted by the congress: {hands} in favour.", hands=hands)
    return tr(
        "Amendment {number} adopted by the congress: {hands} in favour.",
        number=adoption.number - 1,
        hands=hands,
    )


def _changes(since: ProgrammeDifference) -> Iterator[str]:
    if since.added:
        yield tr("{count} added", count=len(since.added))
    if since.removed:
        yield tr("{count} left out", count=len(since.removed))
    if since.changed:
        yield tr("{count} changed", count=len(since.changed))
    if since.reordered:
        yield tr("another order")
    if since.begins:
        yield tr("another beginning")


def changes_named(since: ProgrammeDifference) -> Iterator[str]:
    """Yield each change of an item since the vote, for a tip."""
    for content in since.added:
        yield tr("Added: {content}", content=content)
    for content in since.removed:
        yield tr("Left out: {content}", content=content)
    for content in since.changed:
        yield tr("Changed: {content}", content=content)
