"""The warnings of a programme: what each needs to come, and what makes it go."""

from __future__ import annotations

import pytest
from builders import a_motion, a_person

from congress_desk.domain.agenda.checks import AgendaFacts, check_agenda
from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.executors import executor_parts, executors
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import Hands, MotionKind, MotionState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Status

DUTIES = (
    Duty(organ=Organ.PRESIDIUM, name="Trần An"),
    Duty(organ=Organ.COUNTING_BOARD, name="Lê Ba"),
    Duty(organ=Organ.FREE, organ_name="Tổ hậu cần", name="Vũ Tư"),
)
PEOPLE = (
    a_person(name="Trần An", status=Status.PRESENT),
    a_person(name="Đoàn Văn Hậu", status=Status.SUSPENDED),
    a_person(name="Lý Vắng", status=Status.ABSENT),
)
BCH = Election(id=1, code="BCH", title="Ban Chấp hành", seats=3)
CT = "Đoàn chủ tịch"


def item(number, kind, content="", **fields):
    fields = {"minutes": 10, "executor": CT, **fields}
    return AgendaItem(id=number, kind=ItemKind(kind), content=content or kind, **fields)


OPENING, CLOSING = item(1, "opening"), item(9, "closing")
CREDENTIALS, LIST = item(2, "credentials_report"), item(3, "motion", election_id=1)
ELECTION, FILLER = item(4, "election", election_id=1), item(5, "filler")
RESULT = item(6, "report", "Công bố kết quả", election_id=1)
SOUND = (OPENING, CREDENTIALS, LIST, ELECTION, FILLER, RESULT, CLOSING)


def warnings(*items, elections=(BCH,), motions=(), in_session=False):
    facts = AgendaFacts(
        planned=plan(items, starts="2026-03-12T07:30"),
        elections=elections,
        motions=motions,
        executors=executors(DUTIES, PEOPLE, in_session=in_session),
    )
    return [(found.code, found.item_id) for found in check_agenda(facts)]


def without(*left_out):
    return tuple(found for found in SOUND if found not in left_out)


def test_that_a_sound_programme_and_an_empty_one_have_no_warning():
    assert warnings(*SOUND) == []
    assert warnings() == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (without(OPENING), ("agenda_no_opening", 0)),
        (without(CLOSING), ("agenda_no_closing", 0)),
        (without(LIST), ("agenda_list_not_approved", 4)),
        (without(CREDENTIALS), ("agenda_credentials_missing", 3)),
        (without(FILLER), ("agenda_counting_unfilled", 4)),
        ((*SOUND, item(10, "work", executor="")), ("agenda_nobody_executes", 10)),
        ((*SOUND, item(10, "work", time="07:40")), ("agenda_overlap", 10)),
        ((*SOUND, item(10, "work", executor="Đoàn Văn Hậu")), ("agenda_executor_absent", 10)),
        ((*SOUND, item(10, "work", executor="Ngô Lạ")), ("agenda_executor_unknown", 10)),
        ((*SOUND, item(10, "work", executor="Đoàn thư ký")), ("agenda_organ_empty", 10)),
        ((*SOUND, item(10, "work", day="2026-03-20")), ("agenda_day_without_time", 10)),
        ((*SOUND, item(10, "work", day="2026-03-01", time="07:00")), ("agenda_day_order", 10)),
        ((*SOUND, item(10, "work"), item(11, "work", parent_id=10, minutes=30)),
         ("agenda_parts_too_long", 10)),
    ],
)  # fmt: skip
def test_that_each_fault_is_told_once_with_its_item(items, expected):
    assert warnings(*items) == [expected]


def carried(kind=MotionKind.NUMBER_AND_LIST, **fields):
    hands = Hands(in_favour=90)
    return a_motion(
        hands, id=7, kind=kind, base=100, present=95, election_id=1, state=MotionState.VOTED,
        **fields,
    )  # fmt: skip


def test_that_a_list_is_approved_by_its_motion_by_being_fixed_or_within_the_election():
    items = without(LIST)
    fixed = Election(id=1, code="BCH", title="Ban Chấp hành", seats=3, frozen=True)
    assert warnings(*items, elections=(fixed,)) == []
    assert warnings(*items, motions=(carried(),)) == []
    lost = a_motion(
        Hands(in_favour=9), kind=MotionKind.NUMBER_AND_LIST, base=100, present=95, election_id=1,
        state=MotionState.VOTED,
    )  # fmt: skip
    assert warnings(*items, motions=(lost,)) == [("agenda_list_not_approved", 4)]
    inside = item(8, "motion", parent_id=4, election_id=1)
    assert warnings(*items, inside) == []


def test_that_an_election_of_no_known_post_is_told_when_there_are_elections():
    items = tuple(item(4, "election") if found is ELECTION else found for found in SOUND)
    assert warnings(*items) == [("agenda_election_unlinked", 4)]
    assert warnings(*items, elections=()) == []


def test_that_votes_that_set_the_congress_up_come_before_the_report_on_credentials():
    agenda = a_motion(id=8, kind=MotionKind.AGENDA)
    organs, programme = item(11, "motion"), item(12, "motion", motion_id=8)
    assert warnings(OPENING, organs, programme, *SOUND[1:], motions=(agenda,)) == []


@pytest.mark.parametrize("follows", ["break", "discussion", "filler"])
def test_that_any_other_item_fills_the_time_of_counting(follows):
    other = item(5, follows)
    items = tuple(other if found is FILLER else found for found in SOUND)
    assert warnings(*items) == []


def test_that_a_gap_or_the_next_day_does_not_fill_the_time_of_counting():
    late = item(5, "filler", time="15:00", anchored=True)
    items = tuple(late if found is FILLER else found for found in SOUND)
    assert warnings(*items) == [("agenda_counting_unfilled", 4)]


def test_that_who_is_just_absent_is_told_only_while_the_congress_is_in_session():
    items = (*SOUND, item(10, "work", executor="Đồng chí Lý Vắng"))
    assert warnings(*items) == []
    assert warnings(*items, in_session=True) == [("agenda_executor_absent", 10)]


def test_that_a_break_needs_nobody_and_a_part_has_the_executor_of_its_item():
    assert warnings(*SOUND, item(10, "break", executor="")) == []
    part = item(11, "work", executor="", parent_id=10, minutes=5)
    assert warnings(*SOUND, item(10, "work"), part) == []


def test_that_the_people_of_an_executor_are_its_members_and_those_it_names():
    known = executors(DUTIES, PEOPLE, called=("Chủ tọa", "Thư ký cuộc họp"))
    assert executor_parts("Đoàn chủ tịch, đ/c Trần An và Ban Tổ chức") == (
        "Đoàn chủ tịch", "đ/c Trần An", "Ban Tổ chức",
    )  # fmt: skip
    assert known.named("đoàn chủ tịch; Đoàn Văn Hậu, Ban Tổ chức") == ("Trần An", "Đoàn Văn Hậu")
    assert known.offered[:3] == ("Chủ tọa", "Thư ký cuộc họp", "Ban Tổ chức")
    assert "Tổ hậu cần" in known.offered


OWN_BOARD = Duty(organ=Organ.COUNTING_BOARD, name="Vũ Riêng", election_id=1)


def test_that_a_counting_board_is_that_of_the_election_an_item_is_about():
    known = executors((*DUTIES, OWN_BOARD), PEOPLE)
    assert known.named("Ban kiểm phiếu", 1) == ("Vũ Riêng",)
    assert known.named("Ban kiểm phiếu", 2) == ("Lê Ba",)
    assert known.named("Ban kiểm phiếu") == ("Lê Ba", "Vũ Riêng")


def test_that_a_board_of_another_election_does_not_execute_an_item_or_its_parts():
    known = executors((OWN_BOARD,), ())
    assert list(known.problems("Ban kiểm phiếu", 1)) == []
    assert [told.code for told in known.problems("Ban kiểm phiếu", 2)] == ["agenda_organ_empty"]
    counting = item(10, "work", executor="Ban kiểm phiếu", election_id=0, parent_id=4)
    facts = AgendaFacts(
        planned=plan((item(4, "election", election_id=2, executor=""), counting), starts=""),
        elections=(),
        motions=(),
        executors=known,
    )
    assert ("agenda_organ_empty", 10) in [(w.code, w.item_id) for w in check_agenda(facts)]


@pytest.mark.parametrize("order", [1, -1])
def test_that_of_two_people_of_one_name_one_who_is_there_is_enough(order):
    there, away = a_person(name="Lê Hai"), a_person(name="Lê Hai", status=Status.SUSPENDED)
    both = (there, away)[::order]
    assert list(executors((), both).problems("đ/c Lê Hai")) == []
    told = executors((), (away, away)).problems("Lê Hai")
    assert [each.code for each in told] == ["agenda_executor_absent"]
