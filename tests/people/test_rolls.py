"""Who was present when a round opened is frozen with names, and D with it."""

from __future__ import annotations

import dataclasses
import sqlite3

import pytest
from congress_files import anyway, code_of, granted
from people_acts import roll_of_round
from people_files import ACTOR, a_register

from congress_desk.actions.congress import edit_congress
from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import remove_person
from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.people.person import CongressKind, Status
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.people import rolls


@pytest.fixture
def file(tmp_path):
    file = a_register(tmp_path)
    yield file
    assert file.check() == []
    file.close()


def opened(file):
    found = elections(file)[0]
    present = presence(file).present
    accounting = Accounting(convened=0, present=present, issued=present, returned=present)
    return granted(
        open_round(
            file,
            found.id,
            accounting=accounting,
            by_hand=False,
            bundle_size=25,
            actor=ACTOR,
            going_on=anyway(file),
        )
    )


def test_that_a_round_freezes_those_present_by_name(file):
    granted(replace_delegate(file, 1, 7, reason="ốm", actor=ACTOR))
    for number in (2, 3, 7, 8, 9):
        granted(check_in(file, number, actor=ACTOR))
    held = opened(file)
    roll = roll_of_round(file, held.id)
    assert [p.person_id for p in roll.present] == [2, 3, 7]
    assert len(roll.present) == roll.base.present == held.accounting.present
    assert roll.base.base == held.accounting.convened == 6


def test_that_a_later_status_changes_neither_the_roll_nor_d_unless_a_reason_is_given(file):
    for number in (1, 2, 3, 4):
        granted(check_in(file, number, actor=ACTOR))
    held = opened(file)
    before = roll_of_round(file, held.id)
    granted(set_status(file, [5], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    granted(check_in(file, 6, actor=ACTOR))
    assert presence(file).base == 5
    (now,) = rounds(file, held.election_id)
    assert (now.accounting, roll_of_round(file, held.id)) == (held.accounting, before)
    other = dataclasses.replace(now.accounting, convened=5)
    assert code_of(edit_accounting(file, held.id, other, actor=ACTOR)) == "base_change_needs_reason"
    changed = granted(edit_accounting(file, held.id, other, actor=ACTOR, reason="đại hội kết luận"))
    assert changed.accounting.convened == 5
    assert rolls(file) == (before,)


def test_that_nobody_on_a_roll_leaves_the_register_and_no_roll_is_rewritten(file):
    granted(check_in(file, 1, actor=ACTOR))
    opened(file)
    assert code_of(remove_person(file, 5, reason="nhầm", actor=ACTOR)) == "person_has_records"
    for statement in ("UPDATE roll SET at = ''", "UPDATE roll_person SET votes = 0",
                      "DELETE FROM roll", "DELETE FROM passage"):  # fmt: skip
        with pytest.raises(sqlite3.IntegrityError):
            file.db.conn.execute(statement)


def test_that_an_alternate_in_a_seat_is_not_counted_where_all_members_meet(file):
    granted(replace_delegate(file, 1, 7, reason="ốm", actor=ACTOR))
    for number in (2, 7):
        granted(check_in(file, number, actor=ACTOR))
    details = dataclasses.replace(congress(file).details, kind=CongressKind.PARTY_MEMBERS)
    granted(edit_congress(file, details, actor=ACTOR))
    roll = roll_of_round(file, opened(file).id)
    assert len(roll.present) == roll.base.present == 1
