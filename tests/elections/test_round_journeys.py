"""Whole elections by hand-worked records: who is elected in all, by which round or decision."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import a_setup, code_of, granted
from elections_after_round import (
    A,
    decide,
    elected_names,
    hold,
    of,
    of_paper,
)

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.lists import (
    add_candidate,
    add_candidates,
    edit_candidate,
    remove_candidate,
)
from congress_desk.actions.elections.superior import appoint
from congress_desk.actions.nomination.later_names import add_later_name
from congress_desk.actions.nomination.names import Origin, nominate
from congress_desk.actions.people.register import add_person
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.election import Candidate, Election, PlannedPost
from congress_desk.domain.elections.round import Accounting, Part
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.opening.conditions import conditions
from congress_desk.domain.opening.facts import Topic
from congress_desk.domain.people.person import CongressKind, Person
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.new_congress import new_congress
from congress_desk.papers import available
from congress_desk.queries.elections.course import election_course, what_may_follow
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.posts import post_findings
from congress_desk.queries.opening import opening_facts
from congress_desk.ui.desks.elections.decisions.view import after_view
from congress_desk.ui.desks.elections.decisions.words import motion_words
from congress_desk.ui.desks.elections.lists.election_view import election_view
from congress_desk.ui.desks.elections.lists.stages import stage_words


def people(count, *, planned=0):
    """Return so many candidates of different names, the first of them meant to be secretary."""
    posts = (PlannedPost.SECRETARY,) * planned + (PlannedPost.NONE,) * count
    return tuple(
        Candidate(name=f"Nguyễn Văn {chr(65 + i // 26)}{chr(97 + i % 26)}", born=f"{1950 + i}",
                  planned=posts[i])
        for i in range(count)
    )  # fmt: skip


def an_election(code, title, names, seats, **more):
    return Election(code=code, title=title, seats=seats, candidates=people(names), **more)


@pytest.fixture
def congress(tmp_path):
    """Return a maker of congress files; each is checked and closed at the end."""
    made = []

    def make(*held, rule_set_id="", count=20, kind=CongressKind.DELEGATES, body="Phường 19"):
        setup = a_setup(*held, rule_set_id=rule_set_id, people=count)
        details = replace(setup.details, kind=kind, body=body)
        path = tmp_path / f"{len(made)}.congress"
        file = granted(new_congress(path, replace(setup, details=details), actor="Thư ký"))
        made.append(file)
        return file

    yield make
    for file in made:
        assert file.check() == []
        assert recount_problems(file) == []
        file.close()


def course(file, code):
    return election_course(file, of(file, code).id)


def ways(file, code):
    return [choice.kind for choice in what_may_follow(file, of(file, code).id).choices]


def test_that_a_province_of_63_for_55_short_of_two_is_filled_in_a_second_round(congress):
    """348 delegates, needed 175; 53 have it, two do not reach it, a new name takes one of two."""
    file = congress(an_election("BCH", "Bầu Ban Chấp hành tỉnh", 63, 55), count=348)
    votes = [300 - i for i in range(53)] + [174, 173, 172, 170, 160, 150, 140, 130, 120, 110]
    assert len(votes) == 63
    first = hold(file, "BCH", votes, 348)
    assert (len(first.result.elected), first.result.majority.needed) == (53, 175)
    assert first.result.outcome.value == "short"
    decided = decide(file, "BCH", DecisionKind.NEW_NAMES, people=348, in_favour=330)
    granted(add_later_name(file, decided.id, Candidate(name="Trần Thị Mới"), actor=A))
    stand = course(file, "BCH")
    assert stand.open_seats == 2
    names = {c.name: c.id for c in stand.rounds[0].round.candidates}
    left = [c.id for c in stand.rounds[0].round.candidates[53:55]]
    new = next(c.id for c in granted_plan(file).candidates if c.name == "Trần Thị Mới")
    second = hold(file, "BCH", [200, 174, 190], 348, names=[*left, new])
    assert second.round.decision_id == decided.id and len(second.result.elected) == 2
    after = course(file, "BCH")
    assert after.complete and len(after.elected) == 55 and len(names) == 63
    assert after.elected[-1].name == "Trần Thị Mới" and after.elected[-1].votes == 190
    minutes = of_paper(file, "counting-minutes", second.round.id)
    assert "Tán thành 330/348 (94,83%)" in minutes


def granted_plan(file):
    from congress_desk.queries.elections.next_round import next_round

    return granted(next_round(file, of(file, "BCH").id))


def test_that_alternates_are_taken_by_votes_from_the_one_list(congress):
    """10 delegates of 13 names and 2 alternates: 12 have the majority, the 11th and 12th stay."""
    held = an_election("DB", "Bầu đại biểu dự đại hội cấp trên", 13, 10)
    file = congress(held)
    granted(set_posts(file, "DB", alternates=2))
    hold(file, "DB", [16] * 9 + [15, 14, 12, 10], 20)
    assert course(file, "DB").complete and course(file, "DB").open_alternates == 2
    assert ways(file, "DB")[:2] == [DecisionKind.TAKE_BY_VOTES, DecisionKind.VOTE_SEPARATELY]
    decide(file, "DB", DecisionKind.TAKE_BY_VOTES, people=20)
    alternates = course(file, "DB").alternates
    assert [seat.votes for seat in alternates] == [14, 12]
    assert len(elected_names(file, "DB")) == 10 and ways(file, "DB") == []
    profiles = of_paper(file, "elected-profiles")
    assert "gồm 10 đồng chí trúng cử chính thức và 2 đồng chí dự khuyết" in profiles
    for seat in alternates:
        assert seat.name in profiles.partition("Dự khuyết, theo thứ tự")[2]


def test_that_alternates_voted_on_separately_have_a_round_of_their_own(congress):
    file = congress(an_election("DB", "Bầu đại biểu dự đại hội cấp trên", 13, 10))
    granted(set_posts(file, "DB", alternates=2))
    hold(file, "DB", [16] * 9 + [15, 10, 10, 10], 20)
    assert DecisionKind.TAKE_BY_VOTES not in ways(file, "DB")
    decided = decide(file, "DB", DecisionKind.VOTE_SEPARATELY, people=20)
    second = hold(file, "DB", [13, 18, 8], 20)
    assert (second.round.part, second.round.decision_id) == (Part.ALTERNATE, decided.id)
    assert [seat.votes for seat in course(file, "DB").alternates] == [18, 13]
    assert len(elected_names(file, "DB")) == 10
    assert course(file, "DB").complete and course(file, "DB").alternates_complete


def set_posts(file, code, **posts):
    from congress_desk.actions.elections.lists import edit_election

    found = of(file, code)
    return edit_election(file, found.id, title=found.title, seats=found.seats, actor=A, **posts)


def codes(file, code):
    return {finding.code for finding in post_findings(file, of(file, code).id)}


def branch(congress, count, *held):
    return congress(*held, count=count, kind=CongressKind.PARTY_MEMBERS, body="Chi bộ Khu phố 3")


def test_that_a_cell_of_8_elects_its_secretary_directly(congress):
    file = branch(
        congress, 8,
        an_election("CU", "Bầu chi ủy", 4, 3), an_election("BT", "Bầu bí thư chi bộ", 1, 1),
    )  # fmt: skip
    assert "cell_elects_directly" in codes(file, "CU") and codes(file, "BT") == set()
    hold(file, "BT", [5], 8)
    assert course(file, "BT").complete  # 5 of 8 is more than half


def test_that_a_cell_of_21_elects_its_committee_and_the_secretary_among_it(congress):
    file = branch(
        congress, 21,
        an_election("CU", "Bầu chi ủy", 4, 3),
        Election(code="BT", title="Bầu bí thư chi bộ", seats=1, candidates=people(4)[3:]),
    )  # fmt: skip
    assert codes(file, "CU") == set()
    granted(set_posts(file, "BT", among_id=of(file, "CU").id))
    assert codes(file, "BT") == {"among_not_elected_yet"}
    hold(file, "CU", [20, 18, 15, 10], 21)
    assert codes(file, "BT") == {"candidate_not_of_committee"}


def test_that_only_the_elected_come_onto_a_list_that_is_theirs(congress):
    file = branch(
        congress, 21,
        an_election("CU", "Bầu chi ủy", 4, 3),
        Election(code="BT", title="Bầu bí thư chi bộ", seats=1, candidates=people(4)[3:]),
    )  # fmt: skip
    post, (first, *_rest, last) = of(file, "BT"), people(4)
    granted(set_posts(file, "BT", among_id=of(file, "CU").id))
    assert unmet_about_who_stands(file, post) == ["among_not_elected_yet"]
    hold(file, "CU", [20, 18, 15, 10], 21)
    assert unmet_about_who_stands(file, post) == ["candidate_not_of_committee"]
    origin = Origin(source=Source.DELEGATES)
    new = replace(last, name="Trần Văn Ngoài")
    for refused in (
        add_candidate(file, post.id, new, actor=A),
        add_candidates(file, post.id, (first, new), actor=A),
        edit_candidate(file, replace(new, id=post.candidates[0].id), actor=A),
        nominate(file, post.id, (new,), origin, actor=A),
    ):
        assert code_of(refused) == "candidate_not_of_committee"
    granted(edit_candidate(file, replace(post.candidates[0], note="tái cử"), actor=A))
    granted(remove_candidate(file, post.candidates[0].id, actor=A))
    granted(add_candidate(file, post.id, first, actor=A))
    assert unmet_about_who_stands(file, post) == []


def test_that_a_namesake_of_somebody_elected_is_told_from_them_by_person(congress):
    file = branch(
        congress, 21,
        an_election("CU", "Bầu chi ủy", 4, 3),
        Election(code="BT", title="Bầu bí thư chi bộ", seats=1, candidates=()),
    )  # fmt: skip
    elected = of(file, "CU").candidates[0]
    for born in ("1970-01-02", "1985-06-07"):
        granted(add_person(file, Person(code="", name=elected.name, born=born), actor=A))
    granted(edit_candidate(file, replace(elected, born="1970-01-02"), actor=A))
    granted(set_posts(file, "BT", among_id=of(file, "CU").id))
    hold(file, "CU", [20, 18, 15, 10], 21)
    post, name = of(file, "BT").id, elected.name
    other = add_candidate(file, post, Candidate(name=name, born="1985-06-07"), actor=A)
    assert code_of(other) == "candidate_not_of_committee"
    granted(add_candidate(file, post, Candidate(name=name, born="1970"), actor=A))


def unmet_about_who_stands(file, post):
    facts = opening_facts(file, post.id, granted(next_round(file, post.id)))
    found = conditions(facts, Accounting(convened=21, present=21), by_hand=False)
    return [c.finding.code for c in found if c.topic is Topic.AMONG and c.finding]


def test_that_nobody_elected_in_three_votes_lets_the_superior_appoint(congress):
    file = branch(congress, 21, an_election("BT", "Bầu bí thư chi bộ", 1, 1))
    for number in (1, 2, 3):
        hold(file, "BT", [10], 21)
        assert (DecisionKind.APPOINTED in ways(file, "BT")) is (number == 3)
        if number < 3:
            decide(file, "BT", DecisionKind.NEXT_ROUND, people=21)
    document = {"document": "7-QĐ/ĐU", "document_date": "2026-11-30", "issued_by": "Đảng ủy"}
    granted(appoint(file, of(file, "BT").id, ["Lê Thị Chỉ Định"], **document, actor=A))
    assert elected_names(file, "BT") == ["Lê Thị Chỉ Định"] and course(file, "BT").complete
    assert course(file, "BT").elected[0].decision.article == "294-QĐ/TW"
    report = of_paper(file, "election-report")
    assert "Không có người trúng cử." in report
    assert "chỉ định bí thư chi bộ: Lê Thị Chỉ Định (294-QĐ/TW)" in report
    assert "approval-request" not in {paper.kind for paper in available(file)}
    last = course(file, "BT").rounds[-1].round
    view = election_view(file, of(file, "BT").id)
    assert (stage_words(view), last.number) == ("cấp trên đã chỉ định 1 / 1", 3)


def test_that_a_secretary_of_one_name_not_elected_has_the_report_upward_ready(congress):
    file = congress(an_election("BT", "Bầu Bí thư", 1, 1))
    hold(file, "BT", [10], 20)
    decide(file, "BT", DecisionKind.REPORT_SUPERIOR, people=20, matter="Dừng bầu, xin ý kiến")
    text = of_paper(file, "superior-report")
    for words in ("Kính gửi: Ban Thường vụ Quận ủy", "số lượng cần bầu 1", "còn thiếu 1",
                  "trúng cử phải từ 11 phiếu", "không quá bán",
                  "“Dừng bầu, xin ý kiến”. Tán thành 20/20"):  # fmt: skip
        assert words in text


def test_that_a_report_asks_no_majority_of_a_vote_among_the_tied(congress):
    """11 of D = 20 are needed, two have them for one post; then 12 and 8, which is no majority."""
    held = Election(code="BCH", title="Bầu Ban Chấp hành", seats=3,
                    candidates=people(5, planned=1))  # fmt: skip
    file = congress(held)
    hold(file, "BCH", [5, 15, 14, 11, 11], 20)
    hold(file, "BCH", [12, 8], 20)
    first, among_tied = of_paper(file, "superior-report").split("Lần bầu thứ ")[1:]
    assert "trúng cử phải từ 11 phiếu" in first and "không quá bán" in first
    assert "nhiều phiếu hơn thì trúng cử" in among_tied and "không trúng cử" in among_tied
    assert "quá bán" not in among_tied


def test_that_somebody_meant_for_a_post_who_falls_is_reported_although_all_are_elected(congress):
    held = Election(code="BCH", title="Bầu Ban Chấp hành", seats=3,
                    candidates=people(4, planned=1))  # fmt: skip
    file = congress(held)
    hold(file, "BCH", [10, 18, 17, 15], 20)
    assert course(file, "BCH").complete
    assert codes(file, "BCH") == {"planned_not_elected"}
    assert ways(file, "BCH") == [DecisionKind.REPORT_SUPERIOR]
    assert "Nhân sự dự kiến chức danh không trúng cử" in of_paper(file, "superior-report")
    (way,) = what_may_follow(file, of(file, "BCH").id).choices
    assert [candidate.planned for candidate in way.names] == [PlannedPost.SECRETARY]
    words = motion_words(way, after_view(file, of(file, "BCH").id))
    assert words.startswith("Báo cáo, xin ý kiến cấp trên về việc Nguyễn Văn Aa"), words


def test_that_a_cell_of_nine_takes_its_secretary_of_the_committee_though_nobody_said_so(congress):
    """Nobody chose among whom the secretary is elected: the rules say it of a cell of 9."""
    held = (an_election("CU", "Bầu chi ủy", 4, 3), an_election("BT", "Bầu bí thư", 4, 1))
    whole = {"kind": CongressKind.PARTY_MEMBERS, "body": "Chi bộ 4"}
    small, cell = congress(held[1], count=8, **whole), congress(*held, count=9, **whole)
    assert post_findings(small, of(small, "BT").id) == ()
    found = of(cell, "BT").id
    assert [f.code for f in post_findings(cell, found)] == ["among_not_elected_yet"]
    hold(cell, "CU", [9, 8, 7, 1], 9)
    (said,) = post_findings(cell, found)
    assert said.code == "candidate_not_of_committee"
    assert said.params["name"] == of(cell, "CU").candidates[3].name


def test_that_the_youth_union_stops_after_two_rounds_and_leaves_open(congress):
    """31 for 27 by papers returned: 25 in the first round, one in the second, one stays open."""
    held = an_election("BCH", "Bầu Ban Chấp hành Đoàn", 31, 27)
    file = congress(held, rule_set_id="doan-tncs", count=100)
    first = hold(file, "BCH", [90] * 25 + [50, 49, 48, 47, 46, 45], 100)
    assert len(first.result.elected) == 25 and first.result.majority.base.value == "returned"
    decide(file, "BCH", DecisionKind.NEXT_ROUND, people=100)
    left = [c.id for c in first.round.candidates[25:28]]
    hold(file, "BCH", [60, 50, 40], 100, names=left, reason="đại hội đồng ý")
    assert DecisionKind.NEXT_ROUND not in ways(file, "BCH")
    decide(file, "BCH", DecisionKind.LEAVE_OPEN, people=100)
    assert course(file, "BCH").complete and course(file, "BCH").open_seats == 1
    assert len(elected_names(file, "BCH")) == 26


def test_that_an_election_that_goes_well_has_no_report_upward(congress):
    file = congress(an_election("BCH", "Bầu Ban Chấp hành", 4, 3))
    hold(file, "BCH", [20, 18, 15, 5], 20)
    assert "superior-report" not in {paper.kind for paper in available(file)}
    assert of(file, "BCH").kind is ElectionKind.COMMITTEE
