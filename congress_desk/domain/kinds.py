"""The kinds of data of a congress: what an act changes, and what a screen is read from."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Every table of the file is of one kind; a screen is read anew when one it read changed."""

    CONGRESS = "congress"
    SETTINGS = "settings"
    PEOPLE = "people"
    SEATING = "seating"
    PASSAGES = "passages"
    ROLLS = "rolls"
    ELECTIONS = "elections"
    ROUNDS = "rounds"
    BALLOTS = "ballots"
    AGENDA = "agenda"
    SPEECHES = "speeches"
    DUTIES = "duties"
    MOTIONS = "motions"
    PREPARATION = "preparation"
    DISCUSSIONS = "discussions"
    MINUTES = "minutes"
    OBSTACLES = "obstacles"
    OPERATORS = "operators"
    JOURNAL = "journal"


Kinds = frozenset[Kind]
NOTHING: Kinds = frozenset()
# What a ballot changes: the journal has a line of every act.
OF_A_BALLOT: Kinds = frozenset({Kind.BALLOTS, Kind.JOURNAL})
