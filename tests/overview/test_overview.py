"""What the overview tells: each thing once, in order of need, with the place that puts it right."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from builders import base_rule
from congress_files import a_congress, granted

from congress_desk.domain.agenda.checks import AgendaWarning
from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.duties.checks import DutyFinding
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Accounting, Round, RoundKind, RoundState
from congress_desk.domain.obstacles import Gravity, Obstacle, ObstacleState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.overview.checks import matters
from congress_desk.domain.overview.overview import (
    ElectionStanding,
    Matter,
    Need,
    OverviewFacts,
    in_order,
)
from congress_desk.domain.people.person import CongressKind, Person, PersonKind, Status, base_sum
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.errors import problem
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.queries.overview import overview

RULES = granted(load_rule_set("dang-190-2024"))
NOW = datetime(2020, 6, 5, 10, 0)
DETAILS = CongressDetails(
    name="Đại hội", superior="Quận ủy", body="Đảng bộ", term="2020 - 2025", place="Hội trường",
    starts="2020-06-05T07:30",
)  # fmt: skip
ORGANS = tuple(
    Duty(id=place, organ=organ, name=f"Người {place}")
    for place, organ in enumerate(
        (Organ.PRESIDIUM, Organ.SECRETARIAT, Organ.CREDENTIALS, Organ.COUNTING_BOARD), start=1
    )
)
LISTED = tuple(Candidate(id=i, name=f"Ứng viên {i}") for i in range(1, 5))
BCH = Election(id=7, code="BCH", title="Bầu BCH", seats=3, candidates=LISTED, frozen=True)


def people(*statuses: Status, **fields: object) -> tuple[Person, ...]:
    return tuple(
        Person(id=i, code=f"{i}", name=f"Đại biểu số {i}", status=status, **fields)
        for i, status in enumerate(statuses, start=1)
    )


def facts(**changes: object) -> OverviewFacts:
    """Return a congress in session in which nothing is to be done, but for `changes`."""
    register = changes.pop("people", people(*[Status.PRESENT] * 3))
    state = changes.pop("state", CongressState.IN_SESSION)
    details = changes.pop("details", replace(DETAILS, kind=CongressKind.PARTY_MEMBERS))
    whole = Congress(uid="u", details=details, state=state, rules=RULES)
    plain = {
        "congress": whole,
        "base": base_sum(register, base_rule(details.kind)),
        "people": register,
        "duties": ORGANS,
        "elections": (ElectionStanding(election=BCH, elected=3, goes_on=False),),
        "tasks": (Task(id=1, title="Việc", answerable="An", state=TaskState.DONE),),
        "planned": {5: "Khai mạc"},
    }
    return OverviewFacts(**(plain | changes))


def a_round(state: RoundState, returned: int | None = 6) -> Round:
    return Round(
        id=3, election_id=7, number=1, kind=RoundKind.FIRST, state=state, seats=3,
        mode=MarkMode.STRIKE, candidates=LISTED,
        accounting=Accounting(convened=6, returned=returned),
        base_note="", surplus_reason="", opened_at="", declared_at="", cancel_reason="",
    )  # fmt: skip


def told(found: OverviewFacts) -> list[tuple[str, str]]:
    return [(matter.need.value, matter.code) for matter in matters(found, NOW)]


def standing(**changes: object) -> tuple[ElectionStanding, ...]:
    return (replace(ElectionStanding(election=BCH), **changes),)


def test_that_nothing_is_told_of_a_congress_in_order():
    assert told(facts()) == []


SUM = Finding(code="kept_sum_differs", severity=Severity.ERROR, params={"votes": 1, "kept": 2})
SHORT_OF = Finding(code="ballots_missing", severity=Severity.ERROR)
COUNTING = a_round(RoundState.COUNTING)
DECLARED = a_round(RoundState.DECLARED)
CASES = {
    "no opening hour": ({"details": replace(DETAILS, kind=CongressKind.PARTY_MEMBERS, starts="")},
                        ("missing", "overview_no_starts"), ("congress", "details", 0)),
    "details": ({"details": replace(DETAILS, kind=CongressKind.PARTY_MEMBERS, place="")},
                ("missing", "overview_details_missing"), ("congress", "details", 0)),
    "nobody": ({"people": ()}, ("missing", "overview_register_empty"), ("people", "", 0)),
    "no quorum": ({"people": people(Status.PRESENT, Status.ABSENT)},
                  ("blocking", "overview_no_quorum"), ("checkin", "", 0)),
    "no reason": ({"unexplained": people(Status.SUSPENDED)},
                  ("look", "overview_status_unexplained"), ("people", "", 1)),
    "no programme": ({"planned": {}}, ("missing", "overview_agenda_empty"), ("agenda", "", 0)),
    "no election": ({"elections": ()}, ("look", "overview_no_election"), ("elections", "", 0)),
    "no board": ({"duties": ORGANS[:3], "elections": standing(last=COUNTING)},
                 ("missing", "overview_board_missing"), ("duties", "organs", 0)),
    "no presidium": ({"duties": ORGANS[1:]}, ("missing", "overview_organ_missing"),
                     ("duties", "organs", 0)),
    "no list": ({"elections": standing(election=replace(BCH, candidates=()))},
                ("missing", "overview_list_empty"), ("elections", "", 7)),
    "list not fixed": ({"elections": standing(election=replace(BCH, frozen=False))},
                       ("missing", "overview_list_not_frozen"), ("elections", "", 7)),
    "list finding": ({"elections": standing(list_findings=(SUM,))},
                     ("look", "kept_sum_differs"), ("elections", "", 7)),
    "sum that fails": ({"elections": standing(last=COUNTING, entered=2, blocking=(SUM,))},
                       ("blocking", "kept_sum_differs"), ("elections", "", 7)),
    "short at the end": ({"elections": standing(last=COUNTING, entered=6, blocking=(SHORT_OF,))},
                         ("blocking", "ballots_missing"), ("elections", "", 7)),
    "ready": ({"elections": standing(last=COUNTING, entered=6)},
              ("blocking", "overview_round_to_declare"), ("elections", "", 7)),
    "tie": ({"elections": standing(last=DECLARED, outcome=RoundOutcome.TIE, elected=2)},
            ("blocking", "overview_round_tie"), ("elections", "", 7)),
    "void": ({"elections": standing(last=DECLARED, outcome=RoundOutcome.VOID)},
             ("blocking", "overview_round_void"), ("elections", "", 7)),
    "short": ({"elections": standing(last=DECLARED, outcome=RoundOutcome.SHORT, elected=1)},
              ("blocking", "overview_round_short"), ("elections", "", 7)),
    "late task": ({"tasks": (Task(id=4, title="Việc", answerable="An", due="2020-06-01"),)},
                  ("late", "overview_task_late"), ("preparation", "task", 4)),
    "nobody answers": ({"tasks": (Task(id=4, title="Việc"),)},
                       ("missing", "overview_task_unassigned"), ("preparation", "task", 4)),
    "late text": ({"texts": (CongressText(id=9, title="Báo cáo", due="2020-06-04"),)},
                  ("late", "overview_text_late"), ("preparation", "text", 9)),
    "text not final": ({"texts": (CongressText(id=9, title="Báo cáo", state=TextState.DRAFTING),)},
                       ("missing", "overview_text_not_final"), ("preparation", "text", 9)),
    "programme": ({"agenda_warnings": (AgendaWarning(item_id=5, problem=problem("x")),)},
                  ("look", "x"), ("agenda", "", 5)),
    "duty": ({"duty_findings": (DutyFinding(problem=problem("x"), duty_id=2),)},
             ("look", "x"), ("duties", "", 2)),
    "duty of an organ": ({"duty_findings": (DutyFinding(problem=problem("x")),)},
                         ("look", "x"), ("duties", "checks", 0)),
    "duty against a rule": (
        {"duty_findings": (DutyFinding(problem=problem("x"), duty_id=2, against_a_rule=True),)},
        ("blocking", "x"), ("duties", "", 2)),
    "obstacle": ({"obstacles": (Obstacle(id=6, what="Micro"),)},
             ("look", "overview_obstacle_open"), ("obstacles", "", 6)),
    "grave obstacle": ({"obstacles": (Obstacle(id=6, what="Điện", gravity=Gravity.BLOCKING),)},
                   ("blocking", "overview_obstacle_open"), ("obstacles", "", 6)),
    "papers": ({"parts_to_see": 2}, ("look", "overview_parts_to_see"), ("minutes", "", 0)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_that_each_matter_has_its_need_and_its_place(case):
    changes, said, place = CASES[case]
    found = matters(facts(**changes), NOW)
    assert [(m.need.value, m.code) for m in found] == [said]
    assert (found[0].desk, found[0].part, found[0].record) == place


def test_that_ballots_still_to_come_are_no_news_and_a_used_up_election_waits_for_nobody():
    assert told(facts(elections=standing(last=COUNTING, entered=2, blocking=(SHORT_OF,)))) == []
    over = standing(last=DECLARED, outcome=RoundOutcome.SHORT, elected=1, goes_on=False)
    assert told(facts(elections=over)) == []


def test_that_before_the_session_a_decision_is_looked_at_and_an_open_list_is_no_news():
    tie = standing(last=DECLARED, outcome=RoundOutcome.TIE)
    found = told(facts(elections=tie, state=CongressState.PREPARING))
    assert ("look", "overview_round_tie") in found
    open_list = standing(election=replace(BCH, frozen=False))
    found = told(facts(elections=open_list, state=CongressState.PREPARING))
    assert "overview_list_not_frozen" not in dict(found).values()


@pytest.mark.parametrize(
    ("born", "is_told"),
    [(("1970", "1971"), False), (("", "1971"), True), (("1970", "1970"), True), (("", ""), True)],
)
def test_that_namesakes_are_told_once_where_dates_of_birth_do_not_tell_them_apart(born, is_told):
    register = tuple(
        Person(id=i, code=f"{i}", name="Nguyễn Văn An", born=day, status=Status.PRESENT)
        for i, day in enumerate(born, start=1)
    )
    found = told(facts(people=register))
    assert found == ([("look", "overview_same_name")] if is_told else [])


def test_that_an_alternate_without_a_seat_and_a_seat_without_an_alternate_are_told():
    details = replace(DETAILS, kind=CongressKind.DELEGATES)
    alternate = Person(
        id=9, code="9", name="Dự khuyết", kind=PersonKind.ALTERNATE, status=Status.PRESENT
    )
    register = (*people(*[Status.PRESENT] * 5), alternate)
    found = told(facts(people=register, details=details))
    assert ("look", "overview_alternate_no_seat") in found
    replaced = people(*[Status.PRESENT] * 5, Status.REPLACED)
    found = matters(facts(people=replaced, details=details), NOW)
    seat = [m for m in found if m.code == "overview_seat_unfilled"]
    assert [(m.desk, m.record) for m in seat] == [("people", 6)]


@pytest.mark.parametrize(
    ("last", "said"),
    [(None, ("missing", "overview_credentials_missing")),
     (DECLARED, ("late", "overview_credentials_late"))],
)  # fmt: skip
def test_that_delegates_without_recognised_credentials_are_told_of(last, said):
    details = replace(DETAILS, kind=CongressKind.DELEGATES)
    election = standing(last=last, elected=3)
    assert told(facts(details=details, elections=election)) == [said]


@pytest.mark.parametrize(
    ("asked_at", "state", "said"),
    [
        ("2020-06-05T09:31:00+07:00", ObstacleState.OPEN, ("look", "overview_obstacle_open")),
        ("2020-06-05T09:30:00+07:00", ObstacleState.OPEN, ("late", "overview_obstacle_unanswered")),
        ("2020-06-05T09:00:00+07:00", ObstacleState.ANSWERED, ("look", "overview_obstacle_open")),
    ],
)
def test_that_whoever_was_asked_half_an_hour_ago_is_late(asked_at, state, said):
    obstacle = Obstacle(id=1, what="Hỏi", asked="Quận ủy", asked_at=asked_at, state=state)
    assert told(facts(obstacles=(obstacle,))) == [said]


def test_that_after_the_closing_only_obstacles_counts_and_papers_are_told():
    closed = facts(
        state=CongressState.CLOSED, people=(), planned={}, tasks=(Task(id=1, title="x"),),
        obstacles=(Obstacle(id=1, what="Micro"),), parts_to_see=1,
    )  # fmt: skip
    assert [code for _, code in told(closed)] == ["overview_obstacle_open", "overview_parts_to_see"]


def test_that_a_new_congress_is_told_what_to_do_from_the_first_step():
    new = OverviewFacts(
        congress=Congress(
            uid="u", details=CongressDetails(name="Đại hội"), state=CongressState.PREPARING,
            rules=replace(RULES, notice=""),
        ),
        base=base_sum((), base_rule(CongressKind.DELEGATES)),
    )  # fmt: skip
    assert new.is_new
    assert [code for _, code in told(new)] == [
        "overview_no_starts",
        "overview_details_missing",
        "overview_register_empty",
        "overview_agenda_empty",
        "overview_no_plan",
        "overview_no_election",
    ]


def matter(need: Need, code: str, record: int = 0) -> Matter:
    return Matter(need=need, said=problem(code), desk="agenda", record=record)


def test_that_the_most_pressing_comes_first_and_the_order_given_stands_within():
    mixed = [matter(Need.LOOK, "a"), matter(Need.BLOCKING, "b"), matter(Need.LATE, "c"),
             matter(Need.LOOK, "d"), matter(Need.MISSING, "e")]  # fmt: skip
    assert [m.code for m in in_order(mixed)] == ["b", "c", "e", "a", "d"]


@pytest.mark.parametrize(("many", "shown"), [(1, [0]), (2, [0, 0]), (3, [2]), (40, [39])])
def test_that_many_of_a_kind_are_one_line_that_says_how_many_more(many, shown):
    same = [matter(Need.LOOK, "a", record) for record in range(1, many + 1)]
    found = in_order(same)
    assert [m.more for m in found] == shown
    assert found[0].record == 1


def test_that_a_missing_place_of_the_copies_is_a_finding_until_it_is_back(tmp_path):
    file = a_congress(tmp_path)
    stick = tmp_path / "stick"
    file.backups.second = stick
    codes = [matter.code for matter in overview(file, NOW).matters]
    assert "backup_place_missing" in codes
    stick.mkdir()
    codes = [matter.code for matter in overview(file, NOW).matters]
    assert "backup_place_missing" not in codes
    file.close()
