"""The numbers of a tally sheet in the order of the paper, and their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.totals.checks import TalliedList
from congress_desk.domain.elections.totals.comparison import TotalKind, TotalPlace
from congress_desk.domain.elections.totals.tally_sheet import sheet_reasons
from congress_desk.i18n import label, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line of a sheet: its place, what it is called, and the columns that are typed."""

    place: TotalPlace
    words: str
    columns: tuple[str, ...] = ("ballots",)


def name_columns(mode: MarkMode) -> tuple[str, ...]:
    """Return what is typed of a name: its votes, or with boxes all three columns."""
    return ("agree", "disagree", "uncounted") if mode is MarkMode.TICK else ("agree",)


def column_words(column: str, mode: MarkMode) -> str:
    """Return the title of a column of the names."""
    if mode is MarkMode.STRIKE:
        return tr("Votes for the name") if column == "agree" else tr("Struck")
    return {
        "agree": tr("Agree"),
        "disagree": tr("Disagree"),
        "uncounted": tr("Not counted"),
    }[column]


def name_lines(listed: TalliedList) -> tuple[SheetLine, ...]:
    """Return the names in ballot order, each with its number on the ballot."""
    return tuple(
        SheetLine(
            place=TotalPlace(kind=TotalKind.NAME, candidate=candidate),
            words=f"{number}. {name}",
            columns=name_columns(listed.mode),
        )
        for number, (candidate, name) in enumerate(listed.names.items(), start=1)
    )


def count_lines(listed: TalliedList) -> Iterator[SheetLine]:
    """Yield the valid ballots, then the invalid by reason."""
    yield SheetLine(place=TotalPlace(kind=TotalKind.VALID), words=tr("Valid ballots"))
    for reason in sheet_reasons(listed.mode, len(listed.names)):
        yield SheetLine(
            place=TotalPlace(kind=TotalKind.INVALID, reason=reason),
            words=tr("Invalid: {reason}", reason=label("reason", reason.value)),
        )


def kept_lines(listed: TalliedList) -> tuple[SheetLine, ...]:
    """Return how many names a ballot keeps, from the most to the least, as on the paper."""
    return tuple(
        SheetLine(
            place=TotalPlace(kind=TotalKind.KEPT, names_kept=k),
            words=tr("k = {names}", names=k),
        )
        for k in reversed(listed.kept_range)
    )
