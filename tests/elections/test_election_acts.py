"""Acts on elections and lists: what they refuse, and what stands in the file afterwards."""

from __future__ import annotations

import dataclasses

import pytest
from congress_files import (
    a_congress,
    a_round,
    an_election,
    code_of,
    dump,
    enter,
    granted,
    reopened,
    round_of,
)

from congress_desk.actions.elections.lists import (
    add_candidate,
    add_election,
    edit_candidate,
    edit_election,
    freeze_list,
    order_candidates,
    remove_candidate,
    remove_election,
    sort_candidates,
    unfreeze_list,
)
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet

A = "Thư ký"


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"), an_election("DB", 5, 2))
    yield file
    file.close()


def of(file, code="BCH"):
    return next(e for e in elections(file) if e.code == code)


def names(file, code="BCH"):
    return [c.name for c in of(file, code).candidates]


def unchanged(file, act, *args, **kwargs):
    before = dump(file)
    code = code_of(act(file, *args, actor=A, **kwargs))
    assert dump(file) == before
    return code


ELECTIONS_REFUSED = [
    ("", "Bầu", 1, "election_code_missing"),
    (" \u200b", "Bầu", 1, "election_code_missing"),
    ("X" * 41, "Bầu", 1, "election_code_missing"),
    ("bch", "Bầu", 1, "election_code_twice"),
    ("đb", "Bầu", 1, "election_code_twice"),
    ("UBKT", " ", 1, "election_title_missing"),
    ("UBKT", "B" * 501, 1, "election_title_missing"),
    ("UBKT", "Bầu", 0, "election_seats_wrong"),
    ("UBKT", "Bầu", -3, "election_seats_wrong"),
    ("UBKT", "Bầu", 10**30, "election_seats_wrong"),
]


@pytest.mark.parametrize(("code", "title", "seats", "refused"), ELECTIONS_REFUSED)
def test_that_such_an_election_is_refused(file, code, title, seats, refused):
    assert unchanged(file, add_election, code, title, seats) == refused


def test_that_an_election_is_added_last_with_its_text_cleaned(file):
    added = granted(add_election(file, " UBKT ", "Bu\u031bo\u031b\u0301c  một", 3, actor=A))
    assert (added.code, added.title, added.seats) == ("UBKT", "Bước một", 3)
    assert [e.code for e in elections(file)] == ["BCH", "DB", "UBKT"]


def test_that_the_seats_are_fixed_once_a_round_is_held_but_not_the_title(file):
    election = of(file)
    granted(edit_election(file, election.id, title="Bầu", seats=4, actor=A))
    granted(edit_election(file, election.id, title="Bầu", seats=3, actor=A))
    found = a_round(file)
    changed = {"title": "Bầu BCH khóa XII", "seats": 4}
    assert unchanged(file, edit_election, election.id, **changed) == "election_has_rounds"
    granted(edit_election(file, election.id, title="Bầu BCH khóa XII", seats=3, actor=A))
    granted(cancel_round(file, found.id, reason="nhầm", actor=A))
    granted(edit_election(file, election.id, **changed, actor=A))


def test_that_the_kind_is_fixed_once_a_round_is_held_and_no_title_changes_it(file):
    election = of(file)
    assert (election.kind, election.kind_said) == (ElectionKind.COMMITTEE, False)
    delegates = {"title": "Bầu đại biểu", "seats": 3}
    changed = granted(edit_election(file, election.id, **delegates, actor=A))
    assert changed.kind is ElectionKind.DELEGATES
    a_round(file)
    other = {"title": "Bầu bí thư", "seats": 3}
    kind = ElectionKind.SECRETARY
    assert unchanged(file, edit_election, election.id, **other, kind=kind) == "election_has_rounds"
    named = granted(edit_election(file, election.id, **other, actor=A))
    assert (named.kind, named.kind_said) == (ElectionKind.DELEGATES, True)


def test_that_an_election_that_had_a_round_stays(file):
    election = of(file)
    found = a_round(file)
    granted(cancel_round(file, found.id, reason="nhầm", actor=A))
    assert unchanged(file, remove_election, election.id) == "election_has_rounds"
    granted(remove_election(file, of(file, "DB").id, actor=A))
    assert [e.code for e in elections(file)] == ["BCH"]
    assert file.check() == []


CANDIDATES_REFUSED = {
    "": "candidate_name_wrong",
    " \u200f ": "candidate_name_wrong",
    "N" * 201: "candidate_name_wrong",
    "NGÔ AN": "candidate_twice",
    "Ngô\u0020\u0020An": "candidate_twice",
}


@pytest.mark.parametrize("name", CANDIDATES_REFUSED)
def test_that_such_a_name_is_refused(file, name):
    added = Candidate(name=name, born="1970")
    assert unchanged(file, add_candidate, of(file).id, added) == CANDIDATES_REFUSED[name]
    other = dataclasses.replace(of(file).candidates[1], name=name, born="1970")
    assert unchanged(file, edit_candidate, other) == CANDIDATES_REFUSED[name]


def test_that_two_people_of_one_name_are_told_apart_by_birth(file):
    granted(add_candidate(file, of(file).id, Candidate(name="Ngô An", born="1985"), actor=A))
    assert names(file).count("Ngô An") == 2
    for born in ("", "1970-02", "1985-06-07"):  # may be one of the two that are there
        again = Candidate(name="Ngô An", born=born)
        assert unchanged(file, add_candidate, of(file).id, again) == "candidate_twice"


def test_that_a_frozen_list_takes_no_change(file):
    election = granted(freeze_list(file, of(file).id, actor=A))
    ids = [c.id for c in election.candidates]
    new = Candidate(name="Mai Út")
    assert unchanged(file, add_candidate, election.id, new) == "list_frozen"
    changed = dataclasses.replace(election.candidates[0], note="x")
    assert unchanged(file, edit_candidate, changed) == "list_frozen"
    assert unchanged(file, remove_candidate, ids[0]) == "list_frozen"
    assert unchanged(file, order_candidates, election.id, ids[::-1]) == "list_frozen"
    assert unchanged(file, sort_candidates, election.id) == "list_frozen"
    lines = len(file.journal_lines())
    assert granted(freeze_list(file, election.id, actor=A)).frozen
    assert len(file.journal_lines()) == lines
    granted(unfreeze_list(file, election.id, actor=A))
    granted(add_candidate(file, election.id, new, actor=A))


def test_that_a_list_a_round_has_used_stays_frozen(file):
    a_round(file)
    assert unchanged(file, unfreeze_list, of(file).id) == "election_has_rounds"


def test_that_a_list_that_is_empty_or_too_long_is_not_frozen(file):
    empty = granted(add_election(file, "X", "Bầu", 2, actor=A))
    assert unchanged(file, freeze_list, empty.id) == "list_empty"
    standing = {"title": "Bầu DB", "seats": 2, "kind": ElectionKind.STANDING}
    granted(edit_election(file, of(file, "DB").id, **standing, actor=A))
    assert unchanged(file, freeze_list, of(file, "DB").id) == "surplus_needs_reason"
    assert granted(freeze_list(file, of(file, "DB").id, actor=A, reason="cấp trên")).frozen


def test_that_an_order_must_name_everybody_once(file):
    election = of(file)
    ids = [c.id for c in election.candidates]
    for wrong in (ids[:-1], [*ids, ids[0]], [ids[0]] * 4, [], [*ids[:-1], 99]):
        assert unchanged(file, order_candidates, election.id, wrong) == "order_is_not_the_list"
    granted(order_candidates(file, election.id, ids[::-1], actor=A))
    assert [c.id for c in of(file).candidates] == ids[::-1]
    file.close()


def test_that_sorting_is_by_given_name(file):
    granted(order_candidates(file, of(file).id, [4, 3, 2, 1], actor=A))
    granted(sort_candidates(file, of(file).id, actor=A))
    assert names(file) == ["Ngô An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Quốc Dũng"]


def test_that_who_is_taken_off_the_list_leaves_the_others_in_order(file):
    granted(remove_candidate(file, of(file).candidates[1].id, actor=A))
    granted(add_candidate(file, of(file).id, Candidate(name="Mai Út"), actor=A))
    assert names(file) == ["Ngô An", "Lê Minh Châu", "Phạm Quốc Dũng", "Mai Út"]
    assert [row["place"] for row in file.rows("SELECT place FROM candidate ORDER BY place")][
        :3
    ] == [1, 1, 2]


def test_that_who_stood_in_a_cancelled_round_can_leave_the_list_and_its_ballots_stay(file):
    found = a_round(file)
    enter(file, found, [2], [2])
    granted(cancel_round(file, found.id, reason="Có người xin rút", actor=A))
    granted(unfreeze_list(file, of(file).id, actor=A))
    granted(remove_candidate(file, found.candidates[1].id, actor=A))
    assert names(file) == ["Ngô An", "Lê Minh Châu", "Phạm Quốc Dũng"]
    granted(add_candidate(file, of(file).id, Candidate(name="Trần Thị Bình"), actor=A))
    again = a_round(file)
    assert [c.name for c in again.candidates][-1] == "Trần Thị Bình"
    assert again.candidates[-1].id != found.candidates[1].id
    cancelled = round_sheet(file, found.id).result
    assert [c.votes for c in cancelled.candidates] == [2, 0, 2, 2]
    file = reopened(file)
    assert round_of(file) == again
    file.close()


def test_that_an_unknown_election_or_candidate_is_a_bug_not_a_refusal(file):
    for wrong in (
        lambda: remove_election(file, 99, actor=A),
        lambda: freeze_list(file, 99, actor=A),
        lambda: remove_candidate(file, 99, actor=A),
        lambda: edit_candidate(file, Candidate(id=99, name="A"), actor=A),
    ):
        before = dump(file)
        with pytest.raises(KeyError):
            wrong()
        assert dump(file) == before
