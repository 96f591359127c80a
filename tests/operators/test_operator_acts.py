"""Operators defined, renamed, taken out of use; PINs changed, reset and chosen; signing in."""

from __future__ import annotations

import logging
import sqlite3
from datetime import datetime, timedelta

import pytest
from congress_files import Clock, a_congress, a_round, code_of, enter, granted, reopened
from operator_acts import (
    CHAIR,
    COUNTER,
    HEAD,
    OTHER,
    PEOPLE,
    SECRETARY,
    A,
    sits,
    typed,
    unlocked,
    who,
    with_operators,
)

from congress_desk.actions.operators.operators import (
    change_role,
    define_operator,
    remove_operator,
    rename_operator,
)
from congress_desk.actions.operators.pins import Typed, change_pin, choose_pin, reset_pin
from congress_desk.actions.operators.signing import sign_in, sign_out
from congress_desk.domain.operators.operator import Role
from congress_desk.i18n import act_text
from congress_desk.queries.operators import operators_view
from congress_desk.storage.act import about_of
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover


@pytest.fixture
def file(tmp_path):
    made = with_operators(tmp_path)
    yield made
    made.close()


def acts_of(file):
    return [line.act for line in file.journal_lines()]


def test_that_the_first_operator_is_one_who_can_define_the_others(tmp_path):
    file = a_congress(tmp_path)
    for role in (Role.COUNTER, Role.SECRETARY):
        refused = define_operator(file, "Trần Thu", role, "8642", actor=A)
        assert code_of(refused) == "first_operator_leads"
    granted(define_operator(file, "Trần Thu", Role.HEAD, "8642", actor=A))
    assert file.check() == []
    file.close()


def test_that_five_operators_are_defined_and_the_file_is_sound(file):
    assert [(o.name, o.role) for o in operators_view(file).operators] == [
        (name, role) for name, (role, _) in PEOPLE.items()
    ]
    assert operators_view(file).now is None
    assert file.check() == []


@pytest.mark.parametrize(
    ("name", "pin", "code"),
    [
        ("", "2468", "operator_name_missing"),
        (" \u200b ", "2468", "operator_name_missing"),
        ("trần  THU", "2468", "operator_name_taken"),
        ("Mai " * 80, "2468", "text_too_long"),
        ("Mai Út", "abcd", "pin_not_digits"),
        ("Mai Út", "2468" * 10, "pin_length"),
    ],
)
def test_that_a_bad_name_or_pin_is_refused_and_nothing_is_written(file, name, pin, code):
    sits(file, HEAD)
    before = len(file.journal_lines())
    assert code_of(define_operator(file, name, Role.COUNTER, pin, actor=A)) == code
    assert len(file.journal_lines()) == before


def test_that_accents_tell_two_people_apart(file):
    sits(file, HEAD)
    granted(define_operator(file, "Trần Thư", Role.COUNTER, "2468", actor=A))


def test_that_a_counter_or_secretary_defines_nobody(file):
    for name in (COUNTER, SECRETARY):
        sits(file, name)
        refused = define_operator(file, "Mai Út", Role.COUNTER, "2468", actor=A)
        assert code_of(refused) == "role_may_not"
    sign_out(file)
    refused = define_operator(file, "Mai Út", Role.COUNTER, "2468", actor=A)
    assert code_of(refused) == "sign_in_first"


def test_that_one_who_may_unlock_is_not_made_by_one_alone(file):
    """Else the head would make the second person that a result needs."""
    sits(file, HEAD)
    refused = define_operator(file, "Mai Út", Role.PRESIDIUM, "2468", actor=A)
    assert code_of(refused) == "unlock_needed"
    assert code_of(change_role(file, who(file, COUNTER).id, Role.HEAD, actor=A)) == "unlock_needed"
    assert code_of(remove_operator(file, who(file, CHAIR).id, actor=A)) == "unlock_needed"
    opened = unlocked(file, "change_role", who(file, COUNTER).id)
    granted(change_role(file, who(file, COUNTER).id, Role.HEAD, actor=A, unlocked=opened))
    again = change_role(file, who(file, OTHER).id, Role.HEAD, actor=A, unlocked=opened)
    assert code_of(again) == "unlock_over"


def test_that_an_operator_with_entries_is_taken_out_of_use_and_never_deleted(file):
    sits(file, HEAD)
    found = a_round(file)
    sits(file, COUNTER)
    (ballot,) = enter(file, found, [4])
    assert ballot.operator == COUNTER
    sits(file, HEAD)
    granted(remove_operator(file, who(file, COUNTER).id, actor=A))
    assert [o.name for o in operators_view(file).removed] == [COUNTER]
    assert file.rows("SELECT operator FROM ballot")[0]["operator"] == COUNTER
    assert code_of(sign_in(file, typed(file, COUNTER))) == "operator_removed"
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        file.db.conn.execute("DELETE FROM desk_operator")
    assert file.check() == []


def test_that_somebody_who_comes_back_is_the_same_person(file):
    """Else one person could count a bundle twice, as two."""
    sits(file, HEAD)
    before = who(file, COUNTER).id
    granted(remove_operator(file, before, actor=A))
    back = granted(define_operator(file, "TRẦN thu", Role.COUNTER, "5937", actor=A))
    assert back.id == before
    assert back.is_active
    assert code_of(sign_in(file, typed(file, "TRẦN thu", "8642"))) == "pin_wrong"
    granted(sign_in(file, typed(file, "TRẦN thu", "5937")))


def test_that_the_last_who_can_define_stays_and_the_very_last_ends_the_use_of_operators(file):
    sits(file, HEAD)
    opened = unlocked(file, "remove_operator", who(file, CHAIR).id)
    granted(remove_operator(file, who(file, CHAIR).id, actor=A, unlocked=opened))
    head = who(file, HEAD).id
    assert code_of(remove_operator(file, head, actor=A)) == "last_leader"
    assert code_of(change_role(file, head, Role.COUNTER, actor=A)) == "last_leader"
    for name in (COUNTER, OTHER, SECRETARY):
        granted(remove_operator(file, who(file, name).id, actor=A))
    granted(remove_operator(file, head, actor=A))
    assert not operators_view(file).are_defined
    a_round(file)
    assert file.journal_lines()[-1].actor == "TK"
    assert file.check() == []


def test_that_whoever_sits_at_the_desk_is_not_taken_away_from_it(file):
    sits(file, CHAIR)
    opened = unlocked(file, "remove_operator", who(file, CHAIR).id)
    refused = remove_operator(file, who(file, CHAIR).id, actor=A, unlocked=opened)
    assert code_of(refused) == "operator_is_signed_in"


def test_that_a_new_name_is_that_of_who_sits_there(file):
    sits(file, HEAD)
    head = who(file, HEAD).id
    assert code_of(rename_operator(file, head, "Trần Thu", actor=A)) == "operator_name_taken"
    granted(rename_operator(file, head, "Đỗ Văn Trường", actor=A))
    a_round(file)
    assert file.journal_lines()[-1].actor == "Đỗ Văn Trường"


def test_that_the_journal_names_who_is_signed_in_whatever_name_was_given(file):
    sits(file, HEAD)
    a_round(file)
    line = file.journal_lines()[-1]
    assert (line.act, line.actor) == ("open_round_anyway", HEAD)


def test_that_switching_needs_no_signing_out_and_leaving_leaves_nobody(file):
    sits(file, HEAD)
    sits(file, COUNTER)
    assert operators_view(file).now == who(file, COUNTER)
    assert sign_out(file) == COUNTER
    assert operators_view(file).now is None
    assert sign_out(file) == ""
    assert acts_of(file)[-3:] == ["sign_in", "sign_in", "sign_out"]


def test_that_nobody_is_signed_in_once_the_file_is_opened_again(file):
    sits(file, HEAD)
    again = reopened(file)
    assert operators_view(again).now is None
    again.close()


def test_that_wrong_pins_slow_down_and_opening_the_file_again_changes_nothing(file):
    file.clock = Clock()
    for count, code in enumerate(("pin_wrong", "pin_wrong", "pin_wrong_wait"), start=1):
        refused = sign_in(file, typed(file, COUNTER, "1111"))
        assert code_of(refused) == code
        assert who(file, COUNTER).wrong_pins == count
    clock = file.clock
    file.close()
    again = granted(open_file(file.path, clock=clock))
    assert code_of(sign_in(again, typed(again, COUNTER))) == "pin_wait"
    assert operators_view(again).waits[0][0] == who(again, COUNTER).id
    later = clock() + timedelta(seconds=10)
    again.clock = lambda: later
    granted(sign_in(again, typed(again, COUNTER)))
    assert who(again, COUNTER).wrong_pins == 0
    assert again.check() == []
    again.close()


def test_that_a_wrong_pin_of_one_makes_no_other_wait(file):
    for _ in range(4):
        sign_in(file, typed(file, COUNTER, "1111"))
    sits(file, OTHER)


def test_that_wrong_pins_are_in_the_journal_without_the_pin(file):
    code_of(sign_in(file, typed(file, COUNTER, "60606060")))
    line = file.journal_lines()[-1]
    assert (line.act, about_of(line)) == ("wrong_pin", {"name": COUNTER, "count": 1})
    assert COUNTER in act_text(line.act, about_of(line))


def test_that_no_pin_and_no_hash_stands_in_file_journal_log_or_error(file, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    sits(file, HEAD)
    granted(change_pin(file, who(file, HEAD).id, "24680", "40404047"))
    code_of(sign_in(file, typed(file, HEAD, "60606067")))
    hashes = [row["hash"] for row in file.rows("SELECT hash FROM desk_operator_pin")]
    salts = [row["salt"] for row in file.rows("SELECT salt FROM desk_operator_pin")]
    assert repr(Typed(operator_id=1, pin="40404047")) == "Typed(operator_id=1)"
    journal = "".join(repr(line) for line in file.journal_lines())
    file.close()
    beside = "".join(p.read_text("utf-8") for p in tmp_path.glob("*.jsonl"))
    pins = ["40404047", "60606067", "24680", "1357", "8642", "7531"]
    for text in (journal, beside, caplog.text):
        assert not [secret for secret in (*hashes, *salts) if secret in text]
    digits = "".join(c if c.isdigit() else " " for c in caplog.text).split()
    assert not set(pins) & set(digits)
    assert b"40404047" not in file.path.read_bytes()
    assert b"60606067" not in file.path.read_bytes()


def test_that_changing_a_pin_needs_the_one_in_use(file):
    counter = who(file, COUNTER).id
    assert code_of(change_pin(file, counter, "1111", "5937")) == "pin_wrong"
    assert code_of(change_pin(file, counter, "8642", "8642")) == "pin_same"
    assert code_of(change_pin(file, counter, "8642", "xyz")) == "pin_not_digits"
    granted(change_pin(file, counter, "8642", "5937"))
    assert code_of(sign_in(file, typed(file, COUNTER))) == "pin_wrong"
    granted(sign_in(file, typed(file, COUNTER, "5937")))
    assert file.check() == []


def test_that_a_forgotten_pin_is_reset_by_two_others(file):
    for _ in range(5):
        sign_in(file, typed(file, COUNTER, "1111"))
    counter = who(file, COUNTER).id
    secretary, other = typed(file, SECRETARY), typed(file, OTHER)
    granted(reset_pin(file, counter, "5937", secretary, other))
    granted(sign_in(file, typed(file, COUNTER, "5937")))
    line = file.journal_lines()[-2]
    told = about_of(line)
    assert (line.act, told["first"], told["second"]) == ("reset_pin", SECRETARY, OTHER)
    assert file.check() == []


def test_that_a_reset_needs_two_others_who_both_type_their_own(file):
    counter = who(file, COUNTER).id
    own, secretary, other = (typed(file, name) for name in (COUNTER, SECRETARY, OTHER))
    for two in ((own, other), (other, own), (secretary, secretary)):
        assert code_of(reset_pin(file, counter, "5937", *two)) == "reset_needs_two_others"
    wrong = typed(file, SECRETARY, "1111")
    assert code_of(reset_pin(file, counter, "5937", wrong, other)) == "pin_wrong"
    assert code_of(reset_pin(file, counter, "ab", secretary, other)) == "pin_not_digits"
    granted(sign_in(file, typed(file, COUNTER)))


def test_that_two_counters_cannot_take_the_place_of_the_head(file):
    head, two = who(file, HEAD).id, (typed(file, COUNTER), typed(file, OTHER))
    assert code_of(reset_pin(file, head, "5937", *two)) == "reset_needs_more_than_counters"


def test_that_a_file_made_from_its_journal_has_no_pins_and_each_chooses_a_new_one(file, tmp_path):
    file.close()
    journal = next(tmp_path.glob("*.jsonl"))
    granted(recover(journal, tmp_path / "again.congress"))
    again = granted(open_file(tmp_path / "again.congress"))
    assert again.check() == []
    assert not any(o.has_pin for o in operators_view(again).operators)
    assert code_of(sign_in(again, typed(again, HEAD))) == "pin_lost"
    granted(choose_pin(again, who(again, HEAD).id, "5937"))
    assert code_of(choose_pin(again, who(again, HEAD).id, "8520")) == "pin_not_lost"
    granted(sign_in(again, typed(again, HEAD, "5937")))
    assert again.check() == []
    again.close()


def test_that_a_pin_put_in_by_another_program_is_found(file):
    kept = file.rows("SELECT hash, salt FROM desk_operator_pin WHERE operator_id = 3")[0]
    file.db.conn.execute(
        "UPDATE desk_operator_pin SET hash = ?, salt = ? WHERE operator_id = 1",
        (kept["hash"], kept["salt"]),
    )
    assert [p.code for p in file.check()] == ["pin_changed_outside"]
    assert file.check()[0].params["name"] == HEAD


def test_that_an_act_of_another_time_zone_still_waits(file):
    file.clock = lambda: datetime(2026, 11, 29, 8, 0)
    for _ in range(3):
        sign_in(file, typed(file, COUNTER, "1111"))
    assert code_of(sign_in(file, typed(file, COUNTER))) == "pin_wait"
