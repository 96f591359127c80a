"""Rights are asked in the acts: every act of the table, by every role, with and without a PIN."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from datetime import datetime, timedelta

import pytest
from congress_files import (
    Clock,
    a_congress,
    a_counted_round,
    a_round,
    code_of,
    enter,
    fresh_uids,
    granted,
    striking,
)
from issue_acts import a_line
from operator_acts import (
    CHAIR,
    COUNTER,
    HEAD,
    OTHER,
    PEOPLE,
    SECRETARY,
    A,
    define_everybody,
    sits,
    typed,
    unlocked,
    with_operators,
)
from pass_acts import a_pass, a_round_of_passes

from congress_desk import actions
from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.ballot_issue import write_issue_lines
from congress_desk.actions.elections.ballots import correct_ballot
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.elections.superior import annul_round
from congress_desk.actions.operators.signing import sign_out
from congress_desk.actions.operators.unlock import Unlock, unlock
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.decision import DecisionOrgan
from congress_desk.domain.operators.operator import Role
from congress_desk.domain.operators.rights import NEEDS_TWO, RIGHT_OF_ACT, ROLES_WITH, Right, may
from congress_desk.i18n import label, problem_text, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.queries.elections.passes.bundles import compared_bundle
from congress_desk.queries.operators import operator_figures
from congress_desk.storage.act import about_of

ANNUL = {
    "organ": DecisionOrgan.SUPERIOR,
    "document": "12-QĐ/QU",
    "document_date": "29/11/2026",
    "issued_by": "Quận ủy",
    "first": "Một Người",
    "second": "Hai Người",
    "reason": "sai danh sách",
    "actor": A,
}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    yield made
    made.close()


def another(found):
    """Return another paper than those entered, with an id of its own."""
    return striking(found, [1]), *fresh_uids(1)


def every_act():
    """Return every function of the rooms of acts, by name."""
    walked = pkgutil.walk_packages(actions.__path__, f"{actions.__name__}.")
    modules = [importlib.import_module(found.name) for found in walked]
    return {
        name: found
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__
    }


def test_that_every_act_of_the_table_asks_for_its_right_first():
    acts = every_act()
    assert set(RIGHT_OF_ACT) <= set(acts)
    assert {name for name, act in acts.items() if hasattr(act, "__wrapped__")} == set(RIGHT_OF_ACT)


def test_that_every_right_has_roles_and_a_word_in_every_language():
    assert set(ROLES_WITH) == set(Right)
    assert all(ROLES_WITH.values())
    assert set(RIGHT_OF_ACT.values()) | {Right.FIGURES} == set(Right)
    for language in LANGUAGES:
        use_language(language)
        assert all(label("right", right.value) for right in Right)
        assert all(label("operator_role", role.value) for role in Role)


def test_that_what_two_unlock_can_be_unlocked_by_nobody_but_the_heads():
    for right in NEEDS_TWO:
        assert not may(Role.COUNTER, right)
        assert not may(Role.SECRETARY, right)


def test_that_every_act_of_one_right_refuses_every_other_role_before_anything_else(file):
    define_everybody(file)
    acts = every_act()
    for name, (role, _) in PEOPLE.items():
        sits(file, name)
        for act, right in RIGHT_OF_ACT.items():
            if right not in NEEDS_TWO and not may(role, right):
                refused = acts[act](file)
                assert code_of(refused) == "role_may_not", act
                assert name in problem_text(refused.first)
    sign_out(file)
    for act, right in RIGHT_OF_ACT.items():
        if right not in NEEDS_TWO:
            assert code_of(acts[act](file)) == "sign_in_first", act


def test_that_without_operators_everything_is_as_ever(file):
    found = a_counted_round(file)
    told = {"first": "Đỗ Văn Trưởng", "second": "Ai Đó", "reason": "thử"}
    granted(declare_result(file, found.id, **told, actor="TK"))
    assert file.journal_lines()[-1].actor == "TK"
    assert [row["name"] for row in file.rows("SELECT name FROM confirmation ORDER BY place")] == [
        "Đỗ Văn Trưởng", "Ai Đó",
    ]  # fmt: skip
    granted(set_state(file, CongressState.CLOSED, actor="TK"))
    granted(set_state(file, CongressState.IN_SESSION, actor="TK"))


def test_that_a_counter_counts_and_opens_nothing(file):
    found = a_round(file)
    define_everybody(file)
    sits(file, COUNTER)
    (ballot,) = enter(file, found, [4])
    assert ballot.operator == COUNTER
    assert file.journal_lines()[-1].actor == COUNTER


def test_that_the_secretary_hands_out_papers_and_types_ballots_and_decides_nothing(file):
    """As the help of the board: 190 gives it one, and in most halls it is the secretariat."""
    found = a_round(file)
    define_everybody(file)
    sits(file, SECRETARY)
    granted(write_issue_lines(file, found.id, [a_line(IssueKind.HANDED, 6)], actor=A))
    (ballot,) = enter(file, found, [4])
    assert ballot.operator == file.journal_lines()[-1].actor == SECRETARY
    assert may(Role.SECRETARY, Right.RECORD)
    assert not any(may(Role.SECRETARY, r) for r in (Right.RESOLVE, Right.DECLARE, Right.FIGURES))


def test_that_a_result_is_declared_by_the_two_who_unlocked_it(file):
    found = a_counted_round(file)
    define_everybody(file)
    opened = unlocked(file, "declare_result", found.id)
    told = {"first": "Ai Đó", "second": "Người Khác", "reason": "thử", "actor": A}
    granted(declare_result(file, found.id, **told, unlocked=opened))
    names = [row["name"] for row in file.rows("SELECT name FROM confirmation ORDER BY place")]
    assert names == [HEAD, CHAIR]
    lines = file.journal_lines()[-2:]
    assert [line.act for line in lines] == ["unlock", "declare_result"]
    assert about_of(lines[0])["first"] == HEAD
    assert about_of(lines[1])["second"] == CHAIR
    assert file.check() == []


def test_that_no_result_is_declared_without_two_pins(file):
    found = a_counted_round(file)
    define_everybody(file)
    sits(file, HEAD)
    told = {"first": HEAD, "second": CHAIR, "reason": "thử", "actor": A}
    assert code_of(declare_result(file, found.id, **told)) == "unlock_needed"
    forged = Unlock("declare_result", found.id, HEAD, CHAIR, file.clock())
    assert code_of(declare_result(file, found.id, **told, unlocked=forged)) == "unlock_over"
    for wrong in (("annul_round", found.id), ("declare_result", found.id + 1)):
        opened = unlocked(file, *wrong)
        assert code_of(declare_result(file, found.id, **told, unlocked=opened)) == "unlock_over"


def test_that_an_unlocking_opens_once_and_only_for_some_minutes(file):
    file.clock = Clock()
    found = a_counted_round(file)
    define_everybody(file)
    told = {"first": "", "second": "", "reason": "thử", "actor": A}
    opened = unlocked(file, "declare_result", found.id)
    clock, later = file.clock, file.clock() + timedelta(minutes=6)
    file.clock = lambda: later
    assert code_of(declare_result(file, found.id, **told, unlocked=opened)) == "unlock_over"
    file.clock = clock
    opened = unlocked(file, "declare_result", found.id)
    granted(declare_result(file, found.id, **told, unlocked=opened))
    assert not file.signed_in.unlocks


def test_that_a_refused_act_leaves_the_unlocking_for_the_next_try(file):
    found = a_counted_round(file)
    define_everybody(file)
    opened = unlocked(file, "declare_result", found.id)
    told = {"first": "", "second": "", "actor": A, "unlocked": opened}
    assert code_of(declare_result(file, found.id, **told)) == "confirmer_needs_reason"
    granted(declare_result(file, found.id, **told, reason="vắng người"))


@pytest.mark.parametrize("two", [(HEAD, HEAD), (HEAD, COUNTER), (SECRETARY, CHAIR)])
def test_that_the_same_person_or_one_without_the_right_unlocks_nothing(file, two):
    found = a_counted_round(file)
    define_everybody(file)
    refused = unlock(file, "declare_result", found.id, typed(file, two[0]), typed(file, two[1]))
    assert code_of(refused) in {"two_operators_needed", "role_may_not"}


def test_that_a_wrong_pin_unlocks_nothing_and_is_counted(file):
    found = a_counted_round(file)
    define_everybody(file)
    wrong = typed(file, CHAIR, "1111")
    assert (
        code_of(unlock(file, "declare_result", found.id, typed(file, HEAD), wrong)) == "pin_wrong"
    )
    assert file.journal_lines()[-1].act == "wrong_pin"
    assert not file.signed_in.unlocks


def test_that_counting_again_and_annulling_need_two_pins_too(file):
    found = a_counted_round(file)
    define_everybody(file)
    told = {"first": "", "second": "", "reason": "thử", "actor": A}
    opened = unlocked(file, "declare_result", found.id)
    granted(declare_result(file, found.id, **told, unlocked=opened))
    assert code_of(open_recount(file, found.id, **told)) == "unlock_needed"
    assert code_of(annul_round(file, found.id, **ANNUL)) == "unlock_needed"
    opened = unlocked(file, "annul_round", found.id)
    decided = granted(annul_round(file, found.id, **ANNUL, unlocked=opened))
    assert (decided.first_name, decided.second_name) == (HEAD, CHAIR)
    assert file.check() == []


def test_that_a_recount_is_opened_by_the_two_who_unlocked_it(file):
    found = a_counted_round(file)
    define_everybody(file)
    told = {"first": "", "second": "", "reason": "thử", "actor": A}
    opened = unlocked(file, "declare_result", found.id)
    granted(declare_result(file, found.id, **told, unlocked=opened))
    opened = unlocked(file, "open_recount", found.id)
    again = granted(open_recount(file, found.id, **told, unlocked=opened))
    row = file.rows("SELECT first_name, second_name FROM election_decision")[-1]
    assert (row["first_name"], row["second_name"]) == (HEAD, CHAIR)
    assert again.is_recount


def test_that_a_closed_congress_is_opened_again_by_two_only(file):
    define_everybody(file)
    assert code_of(set_state(file, CongressState.CLOSED, actor=A)) == "sign_in_first"
    sits(file, COUNTER)
    assert code_of(set_state(file, CongressState.CLOSED, actor=A)) == "role_may_not"
    sits(file, SECRETARY)
    granted(set_state(file, CongressState.CLOSED, actor=A))
    assert code_of(set_state(file, CongressState.IN_SESSION, actor=A)) == "unlock_needed"
    opened = unlocked(file, "set_state")
    granted(set_state(file, CongressState.IN_SESSION, actor=A, unlocked=opened))


def test_that_too_few_who_may_unlock_is_said_with_whom_to_define(tmp_path):
    file = with_operators(tmp_path)
    file.db.conn.execute("UPDATE desk_operator SET role = 'counter' WHERE id = 2")
    file.read_cache.clear()
    refused = unlock(file, "declare_result", 1, typed(file, HEAD), typed(file, CHAIR))
    assert code_of(refused) == "too_few_unlock"
    file.close()


def test_that_speed_is_noted_for_the_head_alone_and_deleted_at_the_closing(file):
    found = a_round(file, papers=60, bundle_size=60)
    define_everybody(file)
    moment = datetime(2026, 11, 29, 8, 0)
    sits(file, COUNTER)
    for _ in range(8):
        moment += timedelta(seconds=5)
        file.clock = lambda at=moment: at
        enter(file, found, [4])
    moment += timedelta(seconds=5)
    file.clock = lambda: moment
    (last,) = enter(file, found, [3])
    paper, uid = another(found)
    granted(correct_ballot(file, last.id, paper, uid, operator=A))
    for name in (COUNTER, SECRETARY, CHAIR):
        sits(file, name)
        assert code_of(operator_figures(file)) == "role_may_not"
    sits(file, HEAD)
    pace = {line.name: line.pace for line in granted(operator_figures(file))}[COUNTER]
    assert (pace.ballots, pace.corrected) == (9, 1)
    assert pace.ballots_an_hour == 720
    assert file.check() == []
    enter(file, found, [4])
    assert file.rows("SELECT count(*) AS n FROM desk_operator_pace")[0]["n"] == 2


def test_that_nothing_of_speed_is_left_after_the_closing(file):
    define_everybody(file)
    sits(file, HEAD)
    found = a_round(file)
    enter(file, found, [4], [4])
    granted(cancel_round(file, found.id, reason="thử", actor=A))
    granted(set_state(file, CongressState.CLOSED, actor=A))
    assert file.rows("SELECT * FROM desk_operator_pace") == []
    assert code_of(operator_figures(file)) == "figures_deleted"


def test_that_without_operators_nobody_is_told_any_speed(file):
    a_counted_round(file)
    assert code_of(operator_figures(file)) == "no_operators"
    assert file.rows("SELECT * FROM desk_operator_pace") == []


def test_that_a_ballot_counted_before_there_were_operators_is_told_of_nobody(file):
    found = a_round(file)
    (ballot,) = enter(file, found, [4])
    define_everybody(file)
    sits(file, OTHER)
    paper, uid = another(found)
    granted(correct_ballot(file, ballot.id, paper, uid, operator=A))


def test_that_accuracy_is_what_the_passes_of_others_say_and_a_shift_is_one(tmp_path):
    """The counter left out the second of five sheets and read the last one otherwise."""
    file, found = a_round_of_passes(tmp_path, papers=5, bundle_size=5)
    define_everybody(file)
    right = [[1], [2], [3], [4], [1, 2]]
    for name, entered in ((COUNTER, [[1], [3], [4], [1]]), (OTHER, right)):
        sits(file, name)
        a_pass(file, found, *entered, by=name, short=len(entered) < 5)
    sits(file, HEAD)
    granted(count_by_hand(file, found.id, 1, 5, operator=HEAD))
    for place in compared_bundle(file, found.id, 1).left:
        paper = striking(found, right[place - 1])
        granted(resolve_place(file, found.id, 1, place, paper, *fresh_uids(1), operator=HEAD))
    checked = {line.name: line.checked for line in granted(operator_figures(file))}
    assert (checked[COUNTER].sheets, checked[COUNTER].differing) == (5, 2)
    assert (checked[OTHER].sheets, checked[OTHER].differing) == (5, 0)
    assert checked[HEAD].sheets == 0
    pace = {line.name: line.pace for line in granted(operator_figures(file))}
    assert (pace[COUNTER].ballots, pace[OTHER].ballots) == (4, 5)
    assert file.check() == []
    file.close()
