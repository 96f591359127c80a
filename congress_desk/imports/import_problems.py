"""What a reader has to say of a file: problems that refuse it, notes that do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Problem, Refusal

MAX_PROBLEMS = 500
_SHOWN = 60


@dataclass(slots=True, kw_only=True)
class ImportProblems:
    """Problems and notes of one file, in the order they were found."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    _notes: dict[tuple[str, str, str], Problem] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Say whether so much is wrong that reading on tells nothing more."""
        return len(self.problems) >= MAX_PROBLEMS

    @property
    def notes(self) -> tuple[Problem, ...]:
        return tuple(self._notes.values())

    @property
    def refusal(self) -> Refusal | None:
        """Return all problems from top to bottom, sheet by sheet; None when there are none."""
        sheets = list(dict.fromkeys(found.place.sheet for found in self.problems))
        ordered = sorted(self.problems, key=lambda p: (sheets.index(p.place.sheet), p.place.row))
        return Refusal(tuple(ordered)) if ordered else None

    def has_problem_in(self, sheet: str) -> bool:
        """Say whether a sheet has a problem so far."""
        return any(found.place.sheet == sheet for found in self.problems)

    def refuse(self, code: str, place: Place, **params: str | int) -> None:
        """Add a problem at `place` of this file."""
        if not self.full:
            self.problems.append(self._problem(code, place, params))

    def note_row(self, code: str, place: Place, **params: str | int) -> None:
        """Add a note on a row, which is said however many rows are alike."""
        key = (code, place.sheet, f"row {place.row}")
        self._notes[key] = self._problem(code, place, params)

    def add_note(self, found: Problem) -> None:
        """Add a note that another reader of the same file made; the same twice is one."""
        key = (found.code, found.place.sheet, f"{found.place.row} {found.place.column}")
        self._notes[key] = self._problem(found.code, found.place, found.params)

    def note(self, code: str, place: Place, **params: str | int) -> None:
        """Add a note; of many alike in one column the first is kept, `cells` says how many."""
        key = (code, place.sheet, place.column)
        cells = 1 + _count(self._notes[key].params) if key in self._notes else 1
        if key not in self._notes:
            self._notes[key] = self._problem(code, place, params)
        first = self._notes[key]
        self._notes[key] = replace(first, params={**first.params, "cells": cells})

    def _problem(self, code: str, place: Place, params: Mapping[str, str | int]) -> Problem:
        return Problem(code=code, params=params, place=replace(place, file=self.file))


def shown(value: object) -> str:
    """Return a value as a message shows it: one line, at most 60 characters."""
    text = clean_text(str(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _count(params: Mapping[str, str | int]) -> int:
    return int(params["cells"])
