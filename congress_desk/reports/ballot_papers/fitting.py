"""Finds the largest type in which a list fits its paper, and lays the ballot out in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congress_desk.domain.ballot_papers.printed_list import PrintedName
from congress_desk.reports.ballot_papers.ballot_head import (
    BASE_TYPE,
    EDGE,
    MARK,
    HeadLayout,
    band_of,
    first_head,
    marks_of,
    next_head,
)
from congress_desk.reports.ballot_papers.forms import MM, BallotForm, Colour, ColourKind, PaperSize
from congress_desk.reports.ballot_papers.layout import (
    LEAST_TYPE,
    BallotLayout,
    BallotPage,
    Face,
    TextLine,
)
from congress_desk.reports.ballot_papers.table import (
    Grid,
    grid_of,
    is_torn,
    name_lines,
    row_heights,
    table_layout,
)
from congress_desk.reports.ballot_papers.text import BallotText
from congress_desk.reports.ballot_papers.typesetting import Typesetter, Words, centred

LARGEST_TYPE = 20.0
_STEP = 0.5
_TABLE_BOTTOM = EDGE + MARK + 2 * MM
# Type that is read at arm's length by old eyes; from here on a smaller paper is no hardship.
_COMFORTABLE = 13.0
_LARGE = 14.0
_COLUMNS = (1, 2)

Numbered = tuple[int, PrintedName]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """A way to put a list on paper: `shares` are the names of each page."""

    size: PaperSize
    grid: Grid
    shares: tuple[tuple[Numbered, ...], ...]
    broken: int

    @property
    def rank(self) -> tuple[int, int, float, int, float]:
        """Return what makes one way better than another: fewer pages, whole names, large type.

        Where the type is large enough one column reads better than two of still larger type.
        """
        size, columns = self.grid.type_size, self.grid.columns
        return -len(self.shares), -self.broken, min(size, _LARGE), -columns, size


def lay_out(text: BallotText, form: BallotForm, setter: Typesetter) -> BallotLayout | None:
    """Return the ballot in the largest type that fits what was chosen; None where nothing does.

    Without a chosen size A5 is taken where its type is comfortable, else A4, else A3.
    """
    for size in _sizes(form):
        fits = list(_fits(text, form, size, setter))
        best = max(fits, key=lambda fit: fit.rank, default=None)
        if best is not None and (form.size is not None or _is_comfortable(best)):
            return _ballot(text, form, best, setter)
    return None


def _sizes(form: BallotForm) -> tuple[PaperSize, ...]:
    return (form.size,) if form.size else (PaperSize.A5, PaperSize.A4, PaperSize.A3)


def _is_comfortable(fit: _Fit) -> bool:
    if fit.size is not PaperSize.A5:
        return True
    whole = len(fit.shares) == 1 and not fit.broken
    return whole and fit.grid.type_size >= _COMFORTABLE


def _fits(
    text: BallotText, form: BallotForm, size: PaperSize, setter: Typesetter
) -> Iterator[_Fit]:
    """Yield the largest type on one page for each number of columns, on two where one is short."""
    first, second = _rooms(text, form, size, setter)
    columns = (form.columns,) if form.columns else _COLUMNS
    on_one = [_largest(text, size, many, (first,), setter) for many in columns]
    found = [fit for fit in on_one if fit]
    if not found:
        on_two = [_largest(text, size, many, (first, second), setter) for many in columns]
        found = [fit for fit in on_two if fit]
    yield from found


def _rooms(
    text: BallotText, form: BallotForm, size: PaperSize, setter: Typesetter
) -> tuple[float, float]:
    """Return the height for a table on a first and on a second page."""
    heads = (first_head(text, size, setter, band=_has_band(form)), next_head(text, size, setter))
    return heads[0].bottom - _TABLE_BOTTOM, heads[1].bottom - _TABLE_BOTTOM


def _largest(
    text: BallotText,
    size: PaperSize,
    columns: int,
    rooms: Sequence[float],
    setter: Typesetter,
) -> _Fit | None:
    names = tuple(enumerate(text.names, start=1))
    for step in range(round((LARGEST_TYPE - LEAST_TYPE) / _STEP) + 1):
        grid = grid_of(text, size, columns, LARGEST_TYPE - step * _STEP, setter)
        if grid.name_room < grid.type_size * 3:
            continue
        if any(is_torn(name, grid, setter) for _, name in names):
            continue
        drawn = [name_lines(name, grid, setter) for _, name in names]
        shares = _shared(names, drawn, grid, rooms)
        if shares is not None:
            broken = sum(len(lines) > 1 for lines in drawn)
            return _Fit(size=size, grid=grid, shares=shares, broken=broken)
    return None


def _shared(
    names: tuple[Numbered, ...],
    drawn: Sequence[tuple[str, ...]],
    grid: Grid,
    rooms: Sequence[float],
) -> tuple[tuple[Numbered, ...], ...] | None:
    """Share the names over the pages by the room these have; None where a page is too short."""
    first = len(names)
    if len(rooms) == 2:
        first = round(len(names) * rooms[0] / sum(rooms))
        # A page of two columns is filled evenly.
        first = min(-(-first // grid.columns) * grid.columns, len(names) - 1)
    starts = [0, first, len(names)][: len(rooms)] + [len(names)]
    shares = []
    for room, start, end in zip(rooms, starts, starts[1:], strict=False):
        needed = grid.header_height + sum(row_heights(drawn[start:end], grid))
        if needed > room:
            return None
        shares.append(names[start:end])
    return tuple(shares)


def _ballot(text: BallotText, form: BallotForm, fit: _Fit, setter: Typesetter) -> BallotLayout:
    heads = [first_head(text, fit.size, setter, band=_has_band(form))]
    heads += [next_head(text, fit.size, setter) for _ in fit.shares[1:]]
    return BallotLayout(
        size=fit.size,
        columns=fit.grid.columns,
        type_size=fit.grid.type_size,
        colour=form.colour,
        colour_kind=form.colour_kind,
        pages=tuple(
            _page(text, form, fit, head, share, place, setter)
            for place, (head, share) in enumerate(zip(heads, fit.shares, strict=True))
        ),
    )


def _page(
    text: BallotText,
    form: BallotForm,
    fit: _Fit,
    head: HeadLayout,
    names: tuple[Numbered, ...],
    place: int,
    setter: Typesetter,
) -> BallotPage:
    table = table_layout(names, text, fit.grid, head.bottom, _TABLE_BOTTOM, setter)
    over = text.over if place + 1 < len(fit.shares) else ""
    return BallotPage(
        marks=marks_of(fit.size),
        code=head.code,
        code_text="",
        stamp=head.stamp,
        band=band_of(fit.size) if _has_band(form) and place == 0 else None,
        lines=(*head.lines, *table.lines, *_foot(text, over, fit.size, setter)),
        rules=table.rules,
        rows=table.rows,
    )


def _foot(text: BallotText, over: str, size: PaperSize, setter: Typesetter) -> list[TextLine]:
    """Put the colour, and that the list goes on overleaf, between the lower marks."""
    foot = " · ".join(filter(None, (over, text.colour_note)))
    if not foot:
        return []
    points = round(BASE_TYPE[size] * 0.78, 2)
    return centred([Words(foot, Face.ITALIC, points)], size.width / 2, EDGE + MARK, setter)


def _has_band(form: BallotForm) -> bool:
    return form.colour is not Colour.WHITE and form.colour_kind is ColourKind.BAND
