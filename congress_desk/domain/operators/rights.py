"""Which role may do what: one table, asked by the acts themselves. No buttons decide it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from congress_desk.domain.operators.operator import Role


class Right(StrEnum):
    """What is asked of somebody at the desk; see `NEEDS_TWO` for what two do together."""

    OPEN = "open"
    COUNT = "count"
    RECORD = "record"
    RESOLVE = "resolve"
    DECIDE = "decide"
    OPERATORS = "operators"
    FIGURES = "figures"
    DECLARE = "declare"
    ANNUL = "annul"
    RECOUNT = "recount"
    UNSEAL = "unseal"
    SHOW_MATRIX = "show_matrix"
    TRACE = "trace"


_HEADS = frozenset({Role.HEAD, Role.PRESIDIUM})

ROLES_WITH: Mapping[Right, frozenset[Role]] = {
    Right.OPEN: _HEADS | {Role.SECRETARY},
    # The secretary helps the board: hands out papers and types ballots; it decides nothing.
    Right.COUNT: frozenset({Role.COUNTER, Role.HEAD, Role.SECRETARY}),
    # A file of ballots opens the round and counts it, in one act.
    Right.RECORD: frozenset({Role.HEAD, Role.SECRETARY}),
    Right.RESOLVE: frozenset({Role.HEAD}),
    Right.DECIDE: _HEADS | {Role.SECRETARY},
    Right.OPERATORS: _HEADS,
    Right.FIGURES: frozenset({Role.HEAD}),
    Right.DECLARE: _HEADS,
    Right.ANNUL: _HEADS,
    Right.RECOUNT: _HEADS,
    Right.UNSEAL: _HEADS,
    Right.SHOW_MATRIX: _HEADS,
    Right.TRACE: frozenset({Role.HEAD}),
}

# The acts by name. Of those that two unlock, see `NEEDS_TWO`.
RIGHT_OF_ACT: Mapping[str, Right] = {
    "open_round": Right.OPEN,
    "cancel_round": Right.OPEN,
    "enter_ballots": Right.COUNT,
    "correct_ballot": Right.COUNT,
    "take_back_ballot": Right.COUNT,
    "undo_last": Right.COUNT,
    "record_ballots": Right.RECORD,
    "set_aside": Right.COUNT,
    "give_back": Right.COUNT,
    "decide_doubt": Right.RESOLVE,
    "set_entry_settings": Right.OPEN,
    "open_pass": Right.COUNT,
    "close_pass": Right.COUNT,
    "enter_in_pass": Right.COUNT,
    "correct_in_pass": Right.COUNT,
    "take_back_in_pass": Right.COUNT,
    "undo_in_pass": Right.COUNT,
    "set_aside_in_pass": Right.COUNT,
    # Whoever settles a bundle entered none of its passes; the acts ask that.
    "count_by_hand": Right.COUNT,
    "resolve_place": Right.COUNT,
    "set_place_aside": Right.COUNT,
    "correct_agreed": Right.RESOLVE,
    "restart_bundle": Right.RESOLVE,
    "record_pass": Right.RECORD,
    "record_scan": Right.RECORD,
    "prepare_station": Right.RECORD,
    "hand_to_station": Right.RECORD,
    "call_station_back": Right.RECORD,
    "take_station_result": Right.RECORD,
    "enter_totals": Right.COUNT,
    "resolve_totals": Right.COUNT,
    "void_totals": Right.COUNT,
    "edit_accounting": Right.COUNT,
    "set_bundle": Right.COUNT,
    "confirm_bundle": Right.COUNT,
    "remove_bundle": Right.COUNT,
    "write_issue_lines": Right.COUNT,
    "set_boxes": Right.COUNT,
    "undo_boxes": Right.COUNT,
    "count_cast": Right.COUNT,
    "write_early_issue": Right.COUNT,
    "strike_early_line": Right.COUNT,
    "strike_issue_line": Right.COUNT,
    "waive_finding": Right.RESOLVE,
    "edit_rules": Right.DECIDE,
    "propose_decision": Right.DECIDE,
    "vote_on_decision": Right.DECIDE,
    "record_lot": Right.DECIDE,
    "take_back_decision": Right.DECIDE,
    "appoint": Right.DECIDE,
    "sign_congress": Right.DECIDE,
    "define_operator": Right.OPERATORS,
    "rename_operator": Right.OPERATORS,
    "change_role": Right.OPERATORS,
    "remove_operator": Right.OPERATORS,
    "declare_result": Right.DECLARE,
    "annul_round": Right.ANNUL,
    "open_recount": Right.RECOUNT,
    "set_state": Right.UNSEAL,
    "show_matrix": Right.SHOW_MATRIX,
    "set_fewest_ballots": Right.SHOW_MATRIX,
    "draw_sample": Right.RESOLVE,
    "compare_sheet": Right.COUNT,
    "trace_votes": Right.TRACE,
    "see_picture": Right.TRACE,
    "destroy_pictures": Right.SHOW_MATRIX,
}

# Both type their PINs; one alone, or one twice, does not open these.
NEEDS_TWO = frozenset({Right.DECLARE, Right.ANNUL, Right.RECOUNT, Right.UNSEAL, Right.SHOW_MATRIX})


def may(role: Role, right: Right) -> bool:
    """Say whether a role has a right."""
    return role in ROLES_WITH[right]
