"""Where operators are defined a pass is theirs, and what a role may not the acts refuse."""

from __future__ import annotations

import pytest
from congress_files import code_of, fresh_uids, granted, striking
from operator_acts import CHAIR, COUNTER, HEAD, OTHER, SECRETARY, define_everybody, sits, typed, who
from pass_acts import a_pass, a_round_of_passes

from congress_desk.actions.elections.passes.opening import open_pass
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.settling import resolve_place
from congress_desk.actions.operators.signing import sit_beside
from congress_desk.queries.elections.own_pass import own_entry
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.operators import beside


@pytest.fixture
def held(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    define_everybody(file)
    yield file, found
    file.close()


def test_that_a_pass_is_of_whoever_is_signed_in_whatever_name_is_given(held):
    file, found = held
    sits(file, COUNTER)
    granted(open_pass(file, found.id, 1, operator="Ai Đó"))
    opened = bundle_of(file, found.id, 1).open_pass
    assert (opened.operator, opened.operator_id) == (COUNTER, who(file, COUNTER).id)
    granted(own_entry(file, found.id, 1, COUNTER))
    sits(file, OTHER)
    assert code_of(own_entry(file, found.id, 1, OTHER)) == "pass_of_another"


def test_that_the_same_operator_is_refused_and_another_settles(held):
    file, found = held
    sits(file, COUNTER)
    a_pass(file, found, [4], [3], [2], by=COUNTER)
    assert code_of(open_pass(file, found.id, 1, operator="Tên Khác")) == "pass_operator_twice"
    sits(file, OTHER)
    a_pass(file, found, [4], [1], [2], by=OTHER)
    paper = striking(found, [3])
    refused = resolve_place(file, found.id, 1, 2, paper, *fresh_uids(1), operator="Ai Đó")
    assert code_of(refused) == "resolver_typed_a_pass"
    refused = restart_bundle(file, found.id, 1, reason="lẫn", operator=OTHER)
    assert code_of(refused) == "role_may_not"
    sits(file, HEAD)
    granted(resolve_place(file, found.id, 1, 2, paper, *fresh_uids(1), operator=HEAD))
    assert bundle_of(file, found.id, 1).agreed == 3


def test_that_whoever_settles_beside_a_typist_types_a_pin_too(held):
    file, found = held
    for name, third in ((COUNTER, [3]), (OTHER, [1])):
        sits(file, name)
        a_pass(file, found, [4], third, [2], by=name)
    paper = striking(found, [3])

    def settled():
        uid = fresh_uids(1)[0]
        return resolve_place(file, found.id, 1, 2, paper, uid, operator=OTHER, together=HEAD)

    assert code_of(settled()) == "beside_needs_pin"
    assert code_of(beside(file, "Ai Đó")) == "beside_unknown"
    assert beside(file, HEAD) == who(file, HEAD)
    assert code_of(sit_beside(file, typed(file, HEAD, "1111"))) == "pin_wrong"
    assert code_of(settled()) == "beside_needs_pin"
    assert code_of(sit_beside(file, typed(file, OTHER))) == "two_operators_needed"
    granted(sit_beside(file, typed(file, HEAD)))
    assert beside(file, HEAD) is None
    granted(settled())
    assert file.journal_lines()[-1].actor == f"{OTHER}, {HEAD}"
    assert bundle_of(file, found.id, 1).agreed == 3
    sits(file, COUNTER)
    assert file.signed_in.beside == ""
    file.signed_in.leave()
    assert code_of(sit_beside(file, typed(file, HEAD))) == "beside_nobody"


def test_that_a_secretary_may_enter_a_pass_and_the_presidium_may_not(held):
    file, found = held
    sits(file, CHAIR)
    assert code_of(open_pass(file, found.id, 1, operator=CHAIR)) == "role_may_not"
    sits(file, SECRETARY)
    granted(open_pass(file, found.id, 1, operator=SECRETARY))
