"""Where names come from: who may nominate, the support a name needs, and what is refused."""

from __future__ import annotations

import pytest
from congress_files import a_congress, a_round, an_election, code_of, granted
from nomination_acts import (
    ACTOR,
    ALL_SIX,
    BY_COMMITTEE,
    BY_DELEGATES,
    BY_SELF,
    a_way_to_the_ballot,
    bch,
    counted,
    name_of,
    number_of,
    prepared,
    put,
)

from congress_desk.actions.congress import edit_rules
from congress_desk.actions.duties.board import replace_counter
from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections.lists import (
    add_candidate,
    freeze_list,
    remove_candidate,
    remove_election,
)
from congress_desk.actions.nomination.names import (
    Origin,
    leave_off,
    nominate,
    put_on_list,
    record_support,
    say_source,
    take_out,
)
from congress_desk.actions.nomination.votes import ask_withdrawal, vote_list
from congress_desk.actions.people.register import add_person
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.nomination.nominee import NomineeState, Source
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.queries.congress import duties
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.nomination import counters_on_list, nominees
from congress_desk.storage.reading.duties import all_duties


@pytest.fixture
def file(tmp_path):
    file = a_way_to_the_ballot(tmp_path)
    yield file
    file.close()


def test_that_a_name_of_the_committee_stands_on_the_list_and_another_waits(file):
    put(file, Candidate(name="Võ Giới Thiệu"), BY_COMMITTEE)
    assert name_of(file, "Giới Thiệu").state is NomineeState.LISTED
    assert bch(file).candidates[-1].name == "Võ Giới Thiệu"
    assert name_of(file, "Tự Cử").state is NomineeState.PROPOSED
    assert name_of(file, "Được Cử").nominated_by == "Đoàn Khu phố 3"


def test_that_a_plain_list_has_no_sources_and_stays_as_it_is(tmp_path):
    file = a_congress(tmp_path, an_election())
    assert [n.source for n in nominees(file, 1)] == [None] * 4
    assert all(n.state is NomineeState.LISTED for n in nominees(file, 1))
    granted(freeze_list(file, 1, actor=ACTOR))
    file.close()


def test_that_a_member_of_the_convening_committee_nominates_nobody_outside_its_list(file):
    bound = granted(
        add_person(
            file,
            Person(code="U1", name="Hồ Ủy Viên", kind=PersonKind.EX_OFFICIO, committee=True),
            actor=ACTOR,
        )
    )
    origin = Origin(source=Source.DELEGATES, nominator_id=bound.id)
    refusal = nominate(file, bch(file).id, [Candidate(name="Lý Mới")], origin, actor=ACTOR)
    assert code_of(refusal) == "nominator_is_bound"
    assert refusal.first.article == "Điều 11"
    typed = Origin(source=Source.DELEGATES, nominated_by="hồ ủy viên")
    refusal = nominate(file, bch(file).id, [Candidate(name="Lý Mới")], typed, actor=ACTOR)
    assert code_of(refusal) == "nominator_is_bound"
    free = Origin(source=Source.DELEGATES, nominator_id=1)
    granted(nominate(file, bch(file).id, [Candidate(name="Lý Mới")], free, actor=ACTOR))


def test_that_rules_without_that_bond_let_anybody_nominate(tmp_path):
    file = a_congress(tmp_path, an_election(), rule_set_id="generic")
    bound = granted(
        add_person(file, Person(code="U1", name="Hồ Ủy Viên", committee=True), actor=ACTOR)
    )
    origin = Origin(source=Source.DELEGATES, nominator_id=bound.id)
    granted(nominate(file, 1, [Candidate(name="Lý Mới")], origin, actor=ACTOR))
    file.close()


def test_that_a_name_is_put_forward_once(file):
    again = [Candidate(name="Tô Tự Cử", born="1980")]
    assert code_of(nominate(file, 1, again, BY_DELEGATES, actor=ACTOR)) == "candidate_twice"
    listed = [Candidate(name=bch(file).candidates[0].name, born=bch(file).candidates[0].born)]
    assert code_of(nominate(file, 1, listed, BY_SELF, actor=ACTOR)) == "candidate_twice"
    twins = [Candidate(name="Lý Mới"), Candidate(name="Lý  Mới")]
    assert code_of(nominate(file, 1, twins, BY_SELF, actor=ACTOR)) == "candidate_twice"


@pytest.mark.parametrize(
    ("in_favour", "of", "enough"),
    [(3, 10, False), (4, 10, True), (35, 118, False), (36, 118, True)],
)
def test_that_exactly_thirty_in_a_hundred_is_no_support(file, in_favour, of, enough):
    number = number_of(file, "Tự Cử")
    granted(record_support(file, number, in_favour=in_favour, of=of, actor=ACTOR))
    done = put_on_list(file, bch(file).id, [number], actor=ACTOR)
    if enough:
        assert name_of(file, "Tự Cử").state is NomineeState.LISTED
    else:
        assert code_of(done) == "nominee_support_short"
        assert done.first.article == "Điều 14"


def test_that_the_support_asked_is_that_of_the_rule_set(tmp_path):
    file = a_congress(tmp_path, an_election(), rule_set_id="generic")
    text = file.rows("SELECT rules FROM congress")[0]["rules"]
    stricter = text.replace('nominee_support = "3/10"', 'nominee_support = "1/2"')
    stricter = stricter.replace('nominee_compare = "more"', 'nominee_compare = "at_least"')
    granted(edit_rules(file, stricter, actor=ACTOR))
    put(file, Candidate(name="Tô Tự Cử"), BY_SELF)
    number = number_of(file, "Tự Cử")
    granted(record_support(file, number, in_favour=2, of=6, actor=ACTOR))
    assert code_of(put_on_list(file, 1, [number], actor=ACTOR)) == "nominee_support_short"
    granted(record_support(file, number, in_favour=3, of=6, actor=ACTOR))
    granted(put_on_list(file, 1, [number], actor=ACTOR))
    file.close()


def test_that_a_poll_says_the_support_and_no_show_of_hands_overrules_it(file):
    granted(prepared(file))
    granted(counted(file, 1, 3))
    assert name_of(file, "Tự Cử").support.number == 1
    refused = record_support(file, number_of(file, "Tự Cử"), in_favour=6, of=6, actor=ACTOR)
    assert code_of(refused) == "support_polled"
    both = [number_of(file, "Tự Cử"), number_of(file, "Được Cử")]
    assert code_of(put_on_list(file, 1, both, actor=ACTOR)) == "nominee_support_short"
    assert name_of(file, "Được Cử").state is NomineeState.PROPOSED
    granted(put_on_list(file, 1, both[1:], actor=ACTOR))
    assert name_of(file, "Được Cử").state is NomineeState.LISTED


def test_that_support_cannot_be_more_than_who_takes_part(file):
    number = number_of(file, "Tự Cử")
    for in_favour, of in ((7, 6), (-1, 6), (0, 0)):
        refused = record_support(file, number, in_favour=in_favour, of=of, actor=ACTOR)
        assert code_of(refused) == "support_wrong"
    listed = bch(file).candidates[0].id
    refused = record_support(file, listed, in_favour=1, of=2, actor=ACTOR)
    assert code_of(refused) == "support_not_needed"


def test_that_who_is_left_off_says_why_and_may_come_back(file):
    number = number_of(file, "Tự Cử")
    assert code_of(leave_off(file, number, reason=" ", actor=ACTOR)) == "reason_missing"
    granted(leave_off(file, number, reason="không đủ tuổi", actor=ACTOR))
    assert name_of(file, "Tự Cử").state is NomineeState.LEFT_OFF
    assert code_of(leave_off(file, number, reason="x", actor=ACTOR)) == "nominee_not_proposed"
    granted(record_support(file, number, in_favour=5, of=6, actor=ACTOR))
    granted(put_on_list(file, 1, [number], actor=ACTOR))
    assert name_of(file, "Tự Cử").left_off == ""


def test_that_a_name_typed_by_mistake_goes_and_one_with_a_history_stays(file):
    granted(take_out(file, number_of(file, "Tự Cử"), actor=ACTOR))
    assert len(nominees(file, 1)) == 5
    granted(prepared(file))
    assert code_of(take_out(file, number_of(file, "Được Cử"), actor=ACTOR)) == "nominee_has_history"
    listed = bch(file).candidates[0].id
    assert code_of(take_out(file, listed, actor=ACTOR)) == "nominee_listed"


def test_that_who_was_asked_about_leaves_the_list_and_not_the_file(file):
    granted(prepared(file))
    granted(counted(file, 6, 6))
    number = number_of(file, "Tự Cử")
    granted(put_on_list(file, 1, [number], actor=ACTOR))
    granted(remove_candidate(file, number, actor=ACTOR))
    assert name_of(file, "Tự Cử").state is NomineeState.LEFT_OFF
    assert file.check() == []


def test_that_a_source_can_be_said_of_names_that_are_there(file):
    numbers = [c.id for c in bch(file).candidates]
    granted(say_source(file, 1, numbers, BY_COMMITTEE, actor=ACTOR))
    assert {n.source for n in nominees(file, 1) if n.listed} == {Source.COMMITTEE}
    assert code_of(say_source(file, 1, [99], BY_COMMITTEE, actor=ACTOR)) == "nominee_unknown"


def test_that_a_fixed_list_takes_no_nomination(file):
    granted(freeze_list(file, 1, actor=ACTOR))
    refused = nominate(file, 1, [Candidate(name="Lý Mới")], BY_SELF, actor=ACTOR)
    assert code_of(refused) == "list_frozen"


def test_that_a_counter_comes_onto_no_list_before_another_counts(file):
    counter = duties(file)[0]
    refused = add_candidate(file, 1, Candidate(name=counter.name), actor=ACTOR)
    assert code_of(refused) == "candidate_is_counter"
    assert refused.first.article == "Điều 8"
    refused = nominate(file, 1, [Candidate(name=counter.name)], BY_COMMITTEE, actor=ACTOR)
    assert code_of(refused) == "candidate_is_counter"
    new = granted(
        replace_counter(file, counter.id, name="Lê Thay", reason="được đề cử", actor=ACTOR)
    )
    granted(add_candidate(file, 1, Candidate(name=counter.name), actor=ACTOR))
    left = next(d for d in all_duties(file) if d.id == counter.id)
    assert (left.until_reason, new.title) == ("được đề cử", "Trưởng ban")
    assert [d.name for d in duties(file)] == ["Lê Thay"]
    assert counters_on_list(file, 1) == ()


def test_that_nobody_of_the_list_replaces_a_counter(file):
    counter, name = duties(file)[0], bch(file).candidates[0].name
    refused = replace_counter(file, counter.id, name=name, reason="ốm", actor=ACTOR)
    assert code_of(refused) == "duty_counter_is_candidate"
    refused = replace_counter(file, counter.id, name="Lê Thay", reason="", actor=ACTOR)
    assert code_of(refused) == "reason_missing"


def test_that_a_candidate_is_not_taken_into_the_board_of_the_election(file):
    name = bch(file).candidates[0].name
    duty = Duty(organ=Organ.COUNTING_BOARD, name=name, election_id=1)
    assert code_of(add_member(file, duty, actor=ACTOR)) == "duty_counter_is_candidate"
    other = next(e for e in elections(file) if e.code == "DB")
    elsewhere = Duty(organ=Organ.COUNTING_BOARD, name="Vũ Ê", election_id=other.id)
    granted(add_member(file, elsewhere, actor=ACTOR))


def test_that_two_people_of_one_name_may_count_and_stand(file):
    granted(add_person(file, Person(code="K9", name="Đỗ Văn Trưởng", born="1960"), actor=ACTOR))
    granted(add_candidate(file, 1, Candidate(name="Đỗ Văn Trưởng", born="1985"), actor=ACTOR))


def test_that_more_seats_than_names_are_refused_where_the_list_is_voted_or_fixed(tmp_path):
    file = a_congress(tmp_path, an_election(names=2, seats=3))
    for refused in (
        vote_list(file, 1, vote=ALL_SIX, actor=ACTOR),
        freeze_list(file, 1, actor=ACTOR),
    ):
        assert code_of(refused) == "seats_above_names"
        assert refused.first.params["names"] == 2
    file.close()


def test_that_a_candidate_stays_once_ballots_exist(file):
    a_round(file)
    number = bch(file).candidates[0].id
    assert code_of(remove_candidate(file, number, actor=ACTOR)) == "list_frozen"
    refused = ask_withdrawal(file, number, reason="ốm", vote=ALL_SIX, actor=ACTOR)
    assert code_of(refused) == "list_frozen"


def test_that_an_election_with_votes_or_polls_is_not_removed(file):
    granted(prepared(file))
    assert code_of(remove_election(file, 1, actor=ACTOR)) == "election_has_votes"


def test_that_an_election_with_nominations_alone_is_removed_whole(file):
    granted(remove_election(file, 1, actor=ACTOR))
    assert file.rows("SELECT * FROM nomination") == []
    assert file.check() == []


@pytest.mark.parametrize("said", ["role", "note", "born", "gender"])
def test_that_what_is_said_of_a_name_has_a_bound(file, said):
    long = Candidate(name="Lê Văn Mới", **{said: "a" * 501})
    assert code_of(nominate(file, 1, [long], BY_SELF, actor=ACTOR)) == "text_too_long"
    assert code_of(add_candidate(file, 1, long, actor=ACTOR)) == "text_too_long"


def test_that_more_hands_than_any_congress_has_are_refused(file):
    asked = number_of(file, "Tự Cử")
    refused = record_support(file, asked, in_favour=10**30, of=10**30, actor=ACTOR)
    assert code_of(refused) == "support_wrong"
