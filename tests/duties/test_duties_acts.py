"""Members of organs and what they do: taken in, relieved, let go, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import (
    a_congress,
    a_counted_round,
    a_declared_round,
    an_election,
    code_of,
    granted,
)
from duties_acts import ACTOR, CHAIR, SECOND, SERVICE, some_duties
from people_files import Clock, a_register

from congress_desk.actions.congress import set_state
from congress_desk.actions.duties import assignments
from congress_desk.actions.duties import members as duties
from congress_desk.domain.congress import CongressState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.queries.congress import duties as members
from congress_desk.queries.duties import duties_view
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.reading import duties as reading_duties

BOARD = Duty(organ=Organ.COUNTING_BOARD, name="Đỗ Văn Trưởng", title="Trưởng ban")


def test_that_a_round_is_counted_by_the_board_of_its_election_and_keeps_it(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"), an_election("DB"))
    by_code = {election.code: election.id for election in elections(file)}
    file.clock = clock = Clock()
    own = replace(BOARD, name="Mai Văn Riêng", election_id=by_code["DB"])
    granted(duties.add_member(file, own, actor=ACTOR))
    held = {code: a_declared_round(file, code) for code in by_code}

    def boards():
        return {
            code: [duty.name for duty in round_sheet(file, held[code].id).board] for code in held
        }

    assert boards() == {"BCH": ["Đỗ Văn Trưởng"], "DB": ["Mai Văn Riêng"]}
    clock.pass_minutes(30)
    for duty_id in (1, 2):
        granted(duties.end_membership(file, duty_id, reason="bận", actor=ACTOR))
    granted(duties.add_member(file, replace(BOARD, name="Người Mới"), actor=ACTOR))
    assert boards() == {"BCH": ["Đỗ Văn Trưởng"], "DB": ["Mai Văn Riêng"]}
    file.close()


def test_that_a_counter_who_stands_only_for_another_election_is_no_finding(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"), an_election("DB", names=2, seats=1))
    db = next(election for election in elections(file) if election.code == "DB")
    free = Duty(organ=Organ.COUNTING_BOARD, name="Lê Minh Châu", election_id=db.id)
    granted(duties.add_member(file, free, actor=ACTOR))
    found = a_counted_round(file, "BCH")
    codes = [finding.code for finding in round_sheet(file, found.id).findings]
    assert "counter_is_candidate" not in codes
    file.close()


@pytest.fixture
def file(tmp_path):
    found = some_duties(tmp_path)
    yield found
    found.close()


def first_election(file) -> int:
    return elections(file)[0].id


def names(file) -> list[str]:
    return [duty.name for duty in members(file)]


def test_that_a_member_is_taken_in_last_with_the_time(file):
    added = granted(duties.add_member(file, replace(SERVICE, name="  Vũ  Bốn "), actor=ACTOR))
    assert (added.name, added.organ_name, added.until) == ("Vũ Bốn", "Tổ phục vụ", "")
    assert added.since
    assert names(file)[-1] == "Vũ Bốn"


def test_that_a_member_chosen_in_the_register_needs_no_name(file):
    added = granted(
        duties.add_member(file, Duty(organ=Organ.CREDENTIALS, name="", person_id=3), actor=ACTOR)
    )
    assert added.name == "Phạm Quốc Dũng D3"
    assert duties_view(file).links[added.id] == 3


def test_that_a_free_organ_keeps_its_spelling(file):
    other = replace(SERVICE, name="Vũ Bốn", organ_name="TỔ PHỤC VỤ")
    assert granted(duties.add_member(file, other, actor=ACTOR)).organ_name == "Tổ phục vụ"


@pytest.mark.parametrize(
    ("duty", "code"),
    [
        (replace(CHAIR, name=" "), "duty_name_missing"),
        (replace(CHAIR, name="A" * 201), "text_too_long"),
        (replace(CHAIR, name="Mới", title="A" * 201), "text_too_long"),
        (replace(SERVICE, name="Mới", organ_name=""), "organ_name_missing"),
        (Duty(organ=Organ.COUNTING_BOARD, name="Mới", election_id=99), "duty_election_unknown"),
        (Duty(organ=Organ.SECRETARIAT, name="Mới", person_id=99), "person_unknown"),
        (CHAIR, "duty_member_twice"),
        (replace(CHAIR, name="Bui Van Chu"), ""),
    ],
)
def test_that_a_member_who_cannot_be_taken_in_is_refused(file, duty, code):
    before = len(members(file))
    value = duties.add_member(file, duty, actor=ACTOR)
    if code:
        assert code_of(value) == code
        assert len(members(file)) == before
    else:
        granted(value)


def test_that_a_person_may_be_in_two_organs_and_in_boards_of_two_elections(file):
    election = first_election(file)
    for organ in (Organ.SECRETARIAT, Organ.COUNTING_BOARD):
        granted(duties.add_member(file, replace(CHAIR, organ=organ), actor=ACTOR))
    own = replace(CHAIR, organ=Organ.COUNTING_BOARD, election_id=election)
    granted(duties.add_member(file, own, actor=ACTOR))
    assert code_of(duties.add_member(file, own, actor=ACTOR)) == "duty_member_twice"


def test_that_a_change_keeps_organ_and_beginning(file):
    before = members(file)[0]
    changed = replace(before, organ=Organ.SECRETARIAT, since="1999", name="Bùi Văn Chủ Tọa")
    after = granted(duties.edit_member(file, changed, actor=ACTOR))
    assert (after.name, after.organ, after.since) == (
        "Bùi Văn Chủ Tọa",
        Organ.PRESIDIUM,
        before.since,
    )


def test_that_a_member_who_leaves_in_mid_session_stays_known_with_the_reason(file):
    gone = granted(duties.end_membership(file, 1, reason="chuyển công tác", actor=ACTOR))
    assert gone.until and gone.until_reason == "chuyển công tác"
    assert "Bùi Văn Chủ" not in names(file)
    view = duties_view(file)
    presidium = view.groups[0]
    assert [duty.name for duty in presidium.left] == ["Bùi Văn Chủ"]
    assert len(view.deeds) == 2
    for act in (
        lambda: duties.end_membership(file, 1, reason="x", actor=ACTOR),
        lambda: duties.edit_member(file, gone, actor=ACTOR),
        lambda: duties.remove_member(file, 1, actor=ACTOR),
        lambda: assignments.assign(file, 1, what="x", session="x", actor=ACTOR),
        lambda: assignments.relieve(file, [1], 1, reason="x", actor=ACTOR),
    ):
        assert code_of(act()) == "duty_ended"
    again = granted(duties.add_member(file, CHAIR, actor=ACTOR))
    assert again.id != 1


def test_that_leaving_needs_a_reason(file):
    assert code_of(duties.end_membership(file, 1, reason=" ", actor=ACTOR)) == "reason_missing"


@pytest.mark.parametrize(
    ("state", "duty_id", "code"),
    [
        (CongressState.PREPARING, 4, ""),
        (CongressState.PREPARING, 3, ""),
        (CongressState.PREPARING, 1, "duty_has_history"),
        (CongressState.PREPARING, 2, "duty_has_history"),
        (CongressState.IN_SESSION, 3, "duty_has_history"),
        (CongressState.IN_SESSION, 4, ""),
        (CongressState.PREPARING, 9, "duty_unknown"),
    ],
    ids=["newest", "older", "assigned", "stands in", "in session", "just added", "nobody"],
)
def test_that_only_a_member_without_history_is_removed(file, state, duty_id, code):
    if state is not CongressState.PREPARING:
        granted(set_state(file, state, actor=ACTOR))
    value = duties.remove_member(file, duty_id, actor=ACTOR)
    if code:
        assert code_of(value) == code
    else:
        assert granted(value).id == duty_id
        assert reading_duties.duty(file, duty_id) is None


def test_that_the_order_is_kept_and_another_set_of_members_refused(file):
    granted(duties.order_members(file, [4, 1, 3, 2], actor=ACTOR))
    assert [duty.id for duty in members(file)] == [4, 1, 3, 2]
    refused = duties.order_members(file, [4, 1, 3], actor=ACTOR)
    assert code_of(refused) == "order_changed_meanwhile"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Tổ phục vụ", "Tổ hậu cần", ""),
        ("Tổ phục vụ", " ", "organ_name_missing"),
        ("Tổ khác", "Tổ hậu cần", "organ_unknown"),
        ("Tổ phục vụ", "to y te", "organ_name_twice"),
    ],
)
def test_that_a_free_organ_gets_another_name_with_all_its_members(file, old, new, code):
    doctor = Duty(organ=Organ.FREE, organ_name="Tổ y tế", name="Hồ Văn Sáu")
    granted(duties.add_member(file, doctor, actor=ACTOR))
    granted(duties.end_membership(file, 3, reason="bận", actor=ACTOR))
    value = duties.rename_organ(file, old, new, actor=ACTOR)
    if code:
        assert code_of(value) == code
    else:
        assert [duty.organ_name for duty in granted(value)] == [new]
        assert reading_duties.all_duties(file)[2].organ_name == new


def test_that_of_two_people_of_one_name_somebody_says_who_it_is(tmp_path):
    from congress_desk.domain.people.person import Person

    people = (
        Person(code="1", name="Đỗ Văn Hòa"),
        Person(code="2", name="Đỗ Văn Hoà"),
        Person(code="3", name="Lê Thị Thuý"),
    )
    file = a_register(tmp_path, people)
    for name in ("Đỗ Văn Hòa", "Lê Thị Thúy"):
        granted(duties.add_member(file, Duty(organ=Organ.PRESIDIUM, name=name), actor=ACTOR))
    assert duties_view(file).links == {2: 3}
    assert [p.id for p in duties_view(file).namesakes(members(file)[0])] == [1, 2]
    member = members(file)[0]
    granted(duties.edit_member(file, replace(member, person_id=2), actor=ACTOR))
    assert duties_view(file).links == {1: 2, 2: 3}
    granted(duties.edit_member(file, replace(member, person_id=0), actor=ACTOR))
    assert duties_view(file).links == {2: 3}
    nobody = replace(member, person_id=9)
    assert code_of(duties.edit_member(file, nobody, actor=ACTOR)) == "person_unknown"
    file.close()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"what": "Ghi biên bản", "session": "Chính thức"}, ""),
        ({"what": "", "session": "Chính thức"}, "assignment_what_missing"),
        ({"what": "x" * 2001, "session": "Chính thức"}, "text_too_long"),
        ({"what": "x", "item_id": 77}, "assignment_item_unknown"),
    ],
)
def test_that_an_assignment_says_what_and_where(file, given, code):
    value = assignments.assign(file, 3, **given, actor=ACTOR)
    assert (code_of(value) if code else granted(value).what) == (code or given["what"])


def test_that_a_second_assignment_at_the_same_place_is_refused(file):
    refused = assignments.assign(file, 1, what="x", session="Chính thức", actor=ACTOR)
    assert code_of(refused) == "assignment_twice"


def test_that_a_relief_keeps_who_had_it_and_can_be_ended(file):
    relieved = reading_duties.assignment(file, 2)
    assert (relieved.duty_id, relieved.relieved_by, relieved.relieved_reason) == (1, 2, "ốm")
    granted(assignments.relieve(file, [1, 2], 0, reason="vắng", actor=ACTOR))
    assert [deed.duty for deed in duties_view(file).deeds] == [None, None]
    granted(assignments.end_relief(file, [1, 2], actor=ACTOR))
    assert [deed.duty.id for deed in duties_view(file).deeds] == [1, 1]
    assert not any(deed.relieved for deed in duties_view(file).deeds)


@pytest.mark.parametrize(
    ("ids", "by", "reason", "code"),
    [
        ([1], 2, " ", "reason_missing"),
        ([1], 1, "ốm", "relieved_by_self"),
        ([1], 9, "ốm", "duty_unknown"),
        ([9], 2, "ốm", "assignment_unknown"),
        ([], 2, "ốm", "assignment_unknown"),
    ],
)
def test_that_a_relief_that_cannot_be_is_refused(file, ids, by, reason, code):
    assert code_of(assignments.relieve(file, ids, by, reason=reason, actor=ACTOR)) == code


def test_that_what_is_taken_back_is_gone_and_a_second_time_refused(file):
    granted(assignments.unassign(file, 2, actor=ACTOR))
    assert [each.id for each in reading_duties.assignments(file)] == [1]
    assert code_of(assignments.unassign(file, 2, actor=ACTOR)) == "assignment_unknown"
    assert code_of(assignments.end_relief(file, [2], actor=ACTOR)) == "assignment_unknown"
    unknown = assignments.edit_assignment(file, 2, what="x", actor=ACTOR)
    assert code_of(unknown) == "assignment_unknown"


def test_that_nobody_is_doubled_when_names_are_the_same_but_the_people_are_not(file):
    second = granted(duties.add_member(file, replace(SECOND, name="Ngô An D6"), actor=ACTOR))
    same = replace(second, person_id=3)
    assert granted(duties.add_member(file, same, actor=ACTOR)).person_id == 3
