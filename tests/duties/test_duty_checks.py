"""What is wrong with organs and assignments: a table of small congresses and their findings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_person

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.duties.checks import DutyFacts, check_duties, findings_of
from congress_desk.domain.duties.plan import deeds, deeds_of, duty_sessions
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.organs.duty import Assignment, Duty, Organ
from congress_desk.domain.organs.organs import (
    counting_board,
    counting_board_at,
    is_head,
    organ_groups,
    person_links,
    who,
)
from congress_desk.domain.people.person import PersonKind, Status

STARTS = "2020-03-12T13:30:00"
FIRST, SECOND = "2020-03-12", "2020-03-13"


def item(item_id, content="Việc", *, session="Chính thức", day=SECOND, minutes=30, **fields):
    return AgendaItem(
        id=item_id,
        content=content,
        session=session,
        day=day,
        minutes=minutes,
        **({"executor": "Đoàn chủ tịch"} | fields),
    )


ITEMS = (
    item(1, "Đón tiếp", session="Trù bị", day=FIRST, time="13:30"),
    item(2, "Khai mạc", time="07:30"),
    item(3, "Báo cáo chính trị"),
    item(4, "Phần một", parent_id=3, minutes=10),
    item(5, "Thảo luận"),
)


def duty(duty_id, name="Bùi Văn Chủ", organ=Organ.PRESIDIUM, **fields):
    return Duty(id=duty_id, organ=organ, name=name, **({"duty": "Chủ trì"} | fields))


def counter(duty_id, name="Phan Kim Ngân", **fields):
    return duty(duty_id, name, Organ.COUNTING_BOARD, **({"title": "Trưởng ban"} | fields))


def given(assignment_id, duty_id, **fields):
    return Assignment(id=assignment_id, duty_id=duty_id, **({"what": "Đọc"} | fields))


def facts(*duties, assignments=(), items=ITEMS, people=(), elections=(), **fields):
    return DutyFacts(
        duties=duties,
        assignments=assignments,
        planned=plan(items, starts=STARTS),
        elections=elections,
        people=people,
        board_article="Điều 8",
        **fields,
    )


def codes(found):
    return [(finding.code, finding.duty_id or finding.item_id) for finding in check_duties(found)]


BCH = Election(
    id=1, code="BCH", title="Ban Chấp hành", seats=1, candidates=(Candidate(name="Phan Kim Ngân"),)
)
BT = Election(id=2, code="BT", title="Bí thư", seats=1, candidates=(Candidate(name="Ai khác"),))
VOTER = a_person(id=1, name="Phan Kim Ngân")
MORNING = {"session": "Chính thức"}

FINDINGS = {
    "all is well": (facts(duty(1)), []),
    "a counter stands for the election": (
        facts(counter(1), elections=(BCH, BT)),
        [("duty_counter_is_candidate", 1)],
    ),
    "a counter of another election's board": (
        facts(counter(1, election_id=2), elections=(BCH, BT)),
        [],
    ),
    "a counter of all while the election has its own board": (
        facts(counter(1), counter(2, "Đỗ Anh", election_id=1), elections=(BCH,)),
        [],
    ),
    "a counter who is a guest": (
        facts(counter(1), people=(replace(VOTER, kind=PersonKind.GUEST),)),
        [("duty_counter_no_vote", 1)],
    ),
    "a counter who is an alternate with nobody's seat": (
        facts(counter(1), people=(replace(VOTER, kind=PersonKind.ALTERNATE),)),
        [("duty_counter_no_vote", 1)],
    ),
    "a counter who is an alternate in a seat": (
        facts(counter(1), people=(replace(VOTER, kind=PersonKind.ALTERNATE, replaces=7),)),
        [],
    ),
    "a counter nobody knows": (
        facts(counter(1), people=(a_person(id=1, name="Khác"),)),
        [("duty_counter_unknown", 1)],
    ),
    "a counter while there is no register": (facts(counter(1)), []),
    "a name that two people have": (
        facts(duty(1), people=(a_person(id=1, name="Bùi Văn Chủ"),) * 2),
        [("duty_name_of_several", 1)],
    ),
    "a whole session in two organs": (
        facts(
            duty(1),
            duty(2, organ=Organ.SECRETARIAT, title="Trưởng đoàn"),
            assignments=(given(1, 1, **MORNING), given(2, 2, **MORNING)),
        ),
        [("duty_two_places", 1)],
    ),
    "an item in the session of another organ": (
        facts(
            duty(1),
            duty(2, organ=Organ.SECRETARIAT, title="Trưởng đoàn"),
            assignments=(given(1, 1, **MORNING), given(2, 2, item_id=3)),
        ),
        [("duty_two_places", 1)],
    ),
    "an item within one's own session": (
        facts(duty(1), assignments=(given(1, 1, **MORNING), given(2, 1, item_id=3))),
        [],
    ),
    "a part of one's own item": (
        facts(duty(1), assignments=(given(1, 1, item_id=3), given(2, 1, item_id=4))),
        [],
    ),
    "items that follow each other": (
        facts(duty(1), assignments=(given(1, 1, item_id=2), given(2, 1, item_id=3))),
        [],
    ),
    "items that overlap": (
        facts(
            duty(1),
            assignments=(given(1, 1, item_id=3), given(2, 1, item_id=5)),
            items=(*ITEMS[:4], item(5, "Thảo luận", time="08:10", anchored=True)),
        ),
        [("duty_two_places", 1)],
    ),
    "two places of which one was given to another": (
        facts(
            duty(1),
            duty(2, organ=Organ.SECRETARIAT, title="Trưởng đoàn"),
            duty(3, "Cao Hai"),
            assignments=(
                given(1, 1, **MORNING, relieved_by=3, relieved_reason="bận"),
                given(2, 2, **MORNING),
            ),
        ),
        [],
    ),
    "one who stands in is elsewhere": (
        facts(
            duty(1),
            duty(2, "Cao Hai"),
            duty(3, "Cao Hai", Organ.SECRETARIAT, title="Trưởng đoàn"),
            assignments=(
                given(1, 1, **MORNING, relieved_by=2, relieved_reason="bận"),
                given(2, 3, **MORNING),
            ),
        ),
        [("duty_two_places", 2)],
    ),
    "a secretariat that nobody leads": (
        facts(*(duty(n, f"Lý {n}", organ=Organ.SECRETARIAT) for n in (1, 2))),
        [("duty_organ_no_head", 0)],
    ),
    "one secretary, whom nobody leads": (facts(duty(1, organ=Organ.SECRETARIAT)), []),
    "a board of its own that nobody leads": (
        facts(counter(1, "Đỗ Anh", election_id=1, title="Thành viên"), elections=(BCH,)),
        [("duty_board_no_head", 0)],
    ),
    "a presidium works collectively": (facts(duty(1, title="Thành viên")), []),
    "a member with nothing to do": (facts(duty(1, duty="")), [("duty_member_idle", 1)]),
    "a member with something to do in a session": (
        facts(duty(1, duty=""), assignments=(given(1, 1, **MORNING),)),
        [],
    ),
    "a member relieved of all": (
        facts(
            duty(1, duty=""),
            duty(2, "Cao Hai", duty=""),
            assignments=(given(1, 1, **MORNING, relieved_by=2, relieved_reason="ốm"),),
        ),
        [("duty_member_idle", 1)],
    ),
    "an item that nobody executes": (
        facts(duty(1), items=(item(1, executor=""), item(2, executor="", kind=ItemKind.BREAK))),
        [("duty_item_nobody", 1)],
    ),
    "an item that a member was given": (
        facts(duty(1), items=(item(1, executor=""),), assignments=(given(1, 1, item_id=1),)),
        [],
    ),
    "parts are executed with their item": (
        facts(duty(1), items=(item(1), item(2, parent_id=1, executor=""))),
        [],
    ),
    "an item that is over": (
        facts(duty(1), items=(item(1, executor="", state=ItemState.DONE),)),
        [],
    ),
    "a member who is away for good": (
        facts(duty(1), people=(a_person(id=1, name="Bùi Văn Chủ", status=Status.SUSPENDED),)),
        [("duty_member_absent", 1)],
    ),
    "a member who is not there yet": (
        facts(duty(1), people=(a_person(id=1, name="Bùi Văn Chủ", status=Status.ABSENT),)),
        [],
    ),
    "a member who is not there now": (
        facts(
            duty(1),
            people=(a_person(id=1, name="Bùi Văn Chủ", status=Status.ABSENT),),
            in_session=True,
        ),
        [("duty_member_absent", 1)],
    ),
    "a member away, relieved of all": (
        facts(
            duty(1),
            duty(2, "Cao Hai"),
            assignments=(given(1, 1, **MORNING, relieved_by=2, relieved_reason="ốm"),),
            people=(a_person(id=1, name="Bùi Văn Chủ", status=Status.SUSPENDED),),
        ),
        [],
    ),
    "relieved with nobody in place": (
        facts(duty(1), assignments=(given(1, 1, **MORNING, relieved_reason="ốm"),)),
        [("duty_left_undone", 1)],
    ),
    "given to one who left": (
        facts(
            duty(1, until="2020-03-12T10:00:00", until_reason="bận"),
            assignments=(given(1, 1, **MORNING),),
        ),
        [("duty_left_undone", 1)],
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_that_the_checks_find_what_is_wrong_and_nothing_else(name):
    found, expected = FINDINGS[name]
    assert codes(found) == expected


def test_that_what_breaks_a_rule_comes_first_with_its_article():
    found = facts(
        duty(1, duty=""),
        counter(2),
        elections=(BCH,),
        people=(VOTER,),
        items=(),
    )
    first, second = check_duties(found)
    assert (first.code, first.problem.article) == ("duty_counter_is_candidate", "Điều 8")
    assert first.against_a_rule and not second.against_a_rule
    assert findings_of(check_duties(found), 1) == (second,)


def test_that_tones_typed_in_another_place_are_the_same_name():
    people = (a_person(id=4, name="Lê Thị Thuý"),)
    links = person_links([duty(1, "Lê Thị Thúy")], people)
    assert links == {1: 4}
    assert who(duty(1, "Lê Thị Thúy"), links) == 4


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Trưởng ban", True),
        ("TRƯỞNG ĐOÀN THƯ KÝ", True),
        ("Tổ trưởng", True),
        ("Chủ tịch", True),
        ("Phó trưởng ban", False),
        ("Thành viên", False),
        ("", False),
    ],
)
def test_that_a_head_is_known_by_the_title(title, head):
    assert is_head(title) is head


def test_that_a_board_is_the_election_s_own_or_the_one_for_all():
    common, own = counter(1), counter(2, election_id=1)
    assert counting_board((common, own), 1) == (own,)
    assert counting_board((common, own), 2) == (common,)
    assert counting_board((own,), 2) == ()


def test_that_a_declared_round_keeps_the_board_it_had():
    at = "2020-03-13T11:00:00+07:00"
    left = counter(1, until="2020-03-13T12:00:00+07:00")
    came = counter(2, "Mới", since="2020-03-13T12:00:00+07:00")
    assert counting_board_at((left, came), 1, at) == (left,)
    assert counting_board_at((left, came), 1, "") == (came,)
    assert counting_board_at((came,), 1, at) == (came,)


def test_that_organs_stand_in_the_order_of_the_programme_with_who_left():
    free = duty(1, organ=Organ.FREE, organ_name="Tổ phục vụ")
    gone = duty(2, until="2020-03-13T12:00:00")
    groups = organ_groups((free, counter(3, election_id=2), counter(4), gone, duty(5, "Hai")))
    assert [(g.key.organ, g.key.election_id) for g in groups] == [
        (Organ.PRESIDIUM, 0),
        (Organ.COUNTING_BOARD, 0),
        (Organ.COUNTING_BOARD, 2),
        (Organ.FREE, 0),
    ]
    assert groups[0].left == (gone,)
    assert groups[0].head is None and groups[1].head is not None


@pytest.mark.parametrize(
    ("items", "assignments", "keys"),
    [
        ((), (), [""]),
        (ITEMS, (), ["Trù bị", "Chính thức"]),
        (
            (*ITEMS, item(6, day="2020-03-14", time="07:30")),
            (),
            ["Trù bị", "Chính thức", "Chính thức (2)"],
        ),
        (ITEMS, (given(1, 1, session="Phiên khác"),), ["Trù bị", "Chính thức", "Phiên khác"]),
        ((item(1, session="", day=""),), (), [""]),
    ],
)
def test_that_the_sessions_are_those_of_the_programme_day_by_day(items, assignments, keys):
    sessions = duty_sessions(plan(items, starts=STARTS), assignments)
    assert [session.key for session in sessions] == keys


def test_that_a_session_lasts_from_its_first_item_to_its_last():
    official = duty_sessions(plan(ITEMS, starts=STARTS))[1]
    assert (f"{official.start:%H:%M}", f"{official.end:%H:%M}") == ("07:30", "09:00")
    assert official.items == (2, 3, 4, 5)


def test_that_a_person_s_deeds_are_those_of_all_organs_and_those_given_away():
    members = (duty(1), duty(2, organ=Organ.SECRETARIAT), duty(3, "Cao Hai"))
    done = deeds(
        members,
        (
            given(1, 2, item_id=5),
            given(2, 1, session="Trù bị", relieved_by=3, relieved_reason="bận"),
            given(3, 3, item_id=2, relieved_by=1, relieved_reason="ốm"),
            given(4, 3, item_id=3),
            given(5, 1, item_id=99),
        ),
        plan(ITEMS, starts=STARTS),
    )
    mine = deeds_of(done, who(members[0], {}), {})
    assert [deed.assignment.id for deed in mine] == [2, 3, 1]
    assert [deed.duty.id for deed in mine] == [3, 1, 2]
    assert [deed.relieved for deed in mine] == [True, True, False]
