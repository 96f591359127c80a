"""How an expected failure is reported: a problem has a code, its place and its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# The rows of a list beside another one on its sheet count on from here, each list from the next.
ROWS_BESIDE = 1_000_000


def row_in_sheet(row: int) -> int:
    """Return the number that a row has in its sheet, whichever of the lists there it is of."""
    return row % ROWS_BESIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a problem is: file name, sheet, row and column of a workbook, line or key of a file.

    `row` of a list beside another counts on from ROWS_BESIDE; see `row_in_sheet`.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    line: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong. The sentence for `code` is in resources/i18n under `problem.<code>`."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    place: Place = Place()
    article: str = ""


# Nobody refused these acts: the file did not take them.
NOT_SAVED = frozenset(
    {
        "disk_full",
        "file_became_read_only",
        "act_not_saved",
        "act_unknown",
        "act_was_saved",
        "file_cut",
        "file_lost",
        "file_moved",
    }  # fmt: skip
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that was not done, and why; nothing was changed."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        return self.problems[0]

    @property
    def tone(self) -> str:
        """Return how grave it is: "wrong" where the file did not take the act, "look" else.

        For places where a refusal is an everyday answer; elsewhere every refusal is wrong.
        """
        return "wrong" if self.first.code in NOT_SAVED else "look"


def problem(
    code: str, /, place: Place | None = None, article: str = "", **params: str | int
) -> Problem:
    """Return a problem with `params` for the placeholders of its sentence."""
    return Problem(code=code, params=params, place=place or Place(), article=article)


def refuse(
    code: str, /, place: Place | None = None, article: str = "", **params: str | int
) -> Refusal:
    """Return a refusal with one problem."""
    return Refusal((problem(code, place, article, **params),))
