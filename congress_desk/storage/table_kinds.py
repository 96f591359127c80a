"""Which kind of data every table is of, and which kinds a query reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from congress_desk.domain.kinds import Kind, Kinds

TABLES_OF: dict[Kind, tuple[str, ...]] = {
    Kind.CONGRESS: ("congress", "hall_picture"),
    Kind.SETTINGS: ("congress_setting",),
    Kind.PEOPLE: (
        "person", "person_detail", "discussion_group", "photo", "replacement", "status_change",
        "share_holding", "invitation",
    ),
    Kind.SEATING: ("seating_plan", "hall_seat"),
    Kind.PASSAGES: ("passage",),
    Kind.ROLLS: ("roll", "roll_person"),
    Kind.ELECTIONS: (
        "election", "candidate", "candidate_profile", "nomination", "withdrawal", "number_motion",
        "opinion_poll", "poll_member", "poll_paper", "poll_person", "ballot_print",
    ),
    Kind.ROUNDS: (
        "round", "round_candidate", "waiver", "confirmation", "election_decision",
        "decision_person", "accounting_correction", "doubtful_ballot", "ballot_issue",
        "unmet_condition", "ballot_box", "cast_count", "share_issue", "share_roll", "shown_matrix",
        "station",
        "station_bundle", "station_order", "station_settling", "station_return",
        "congress_signing_key", "sample", "sample_sheet", "sample_look", "scan_file",
    ),
    Kind.BALLOTS: (
        "bundle", "entry_pass", "ballot", "ballot_mark", "bundle_total", "bundle_count",
        "ballot_share", "ballot_vote", "agreed_ballot", "agreed_total", "hand_count",
        "station_typist",
    ),
    Kind.AGENDA: ("agenda_item", "rota_turn"),
    Kind.SPEECHES: ("speech",),
    Kind.DUTIES: ("duty", "assignment"),
    Kind.MOTIONS: ("motion", "motion_share"),
    Kind.PREPARATION: (
        "congress_text", "text_comment", "task", "indicator", "text_print", "text_copy",
    ),
    Kind.DISCUSSIONS: ("text_chapter", "group_meeting", "opinion"),
    Kind.MINUTES: ("paper_part",),
    Kind.OBSTACLES: ("obstacle",),
    Kind.OPERATORS: ("desk_operator", "desk_operator_pin", "desk_operator_pace"),
    Kind.JOURNAL: ("journal",),
}  # fmt: skip
KIND_OF_TABLE: dict[str, Kind] = {
    table: kind for kind, tables in TABLES_OF.items() for table in tables
}
# Rows of single ballots, of passes and of PINs: what they hold is shown nowhere.
SECRET_TABLES = frozenset(TABLES_OF[Kind.BALLOTS]) - {"bundle"} | {
    "doubtful_ballot", "desk_operator_pin", "desk_operator_pace",
}  # fmt: skip
_WORD = re.compile(r"\w+")


def kinds_of(tables: Iterable[str]) -> Kinds:
    """Return the kinds of these tables."""
    return frozenset(KIND_OF_TABLE[table] for table in tables)


@cache
def kinds_read(sql: str) -> Kinds:
    """Return the kinds of every table that a query names, of a column of that name too."""
    return frozenset(KIND_OF_TABLE[word] for word in _WORD.findall(sql) if word in KIND_OF_TABLE)
