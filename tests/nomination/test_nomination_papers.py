"""The papers before the ballot: forms 4A, 4B and 5, and the names with their sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from congress_files import a_congress, a_round, granted
from document_text import document_text
from nomination_acts import (
    ACTOR,
    ALL_SIX,
    BY_COMMITTEE,
    BY_SELF,
    a_way_to_the_ballot,
    bch,
    committee_election,
    counted,
    number_of,
    prepared,
    put,
)

from congress_desk.actions.nomination.names import leave_off, put_on_list, say_source
from congress_desk.actions.nomination.polls import cancel_poll
from congress_desk.actions.nomination.votes import ask_withdrawal, vote_number
from congress_desk.domain.elections.election import Candidate
from congress_desk.papers import available, export_papers, make_paper
from congress_desk.papers.nomination import APPLICATION, NOMINEES, POLL, POLL_MINUTES
from congress_desk.queries.nomination import opinion_polls


@pytest.fixture
def file(tmp_path):
    file = a_way_to_the_ballot(tmp_path)
    yield file
    file.close()


def says(file, kind, part=""):
    paper = next(p for p in available(file) if p.kind == kind and p.part.endswith(part))
    draft = make_paper(file, paper)
    return draft.content, document_text(draft.content).replace("**", "")


def test_that_a_plain_list_has_none_of_these_papers(tmp_path):
    file = a_congress(tmp_path, committee_election())
    assert not {NOMINEES, POLL, POLL_MINUTES} & {paper.kind for paper in available(file)}
    file.close()


def test_that_each_source_has_its_own_paper_without_number_or_signature(file):
    granted(prepared(file))
    own, text = says(file, POLL, "self")
    assert "tự ứng cử" in text
    assert "Tô Tự Cử" in text
    assert "Đinh Được Cử" not in text
    assert own.head.number == ""
    _, other = says(file, POLL, "delegates")
    assert "Đinh Được Cử" in other
    assert "Không ký tên" in other


def test_that_the_minutes_of_a_poll_tell_every_number_and_who_reached_the_support(file):
    draft, text = says_after_count(file, 2, 1)
    assert not draft.draft
    for told in ("Mai Văn Ghi (Tổ trưởng)", "6", "33,33", "16,67", "từ 2 phiếu trở lên",
                 "Đạt mức đồng ý: Tô Tự Cử.", "Chưa đạt mức đồng ý: Đinh Được Cử.",
                 "Điều 14 Quy chế bầu cử trong Đảng"):  # fmt: skip
        assert told in text


def test_that_whoever_stands_by_himself_has_an_application_to_sign(file):
    assert [p.title for p in available(file) if p.kind == APPLICATION] == [
        "Đơn ứng cử · Tô Tự Cử · Bầu Ban Chấp hành"
    ]
    _, text = says(file, APPLICATION)
    for told in ("ĐƠN ỨNG CỬ", "Tôi là: Tô Tự Cử", "1980", "Đoàn Chủ tịch", "NGƯỜI ỨNG CỬ"):
        assert told.casefold() in text.casefold()


def test_that_the_minutes_of_the_congress_tell_where_the_names_come_from(file):
    says_after_count(file, 5, 1)
    granted(put_on_list(file, 1, [number_of(file, "Tự Cử")], actor=ACTOR))
    first = bch(file).candidates[0]
    granted(ask_withdrawal(file, first.id, reason="sức khỏe", vote=ALL_SIX, actor=ACTOR))
    a_round(file)
    told = "Tự ứng cử tại đại hội: 1 đồng chí; được đề cử tại đại hội: 1."
    text = says(file, "minutes")[1]
    assert told in text and "do cấp ủy triệu tập giới thiệu: 0" not in text
    assert "về 2 đồng chí ngoài danh sách do cấp ủy triệu tập giới thiệu" in text
    assert "đạt mức đồng ý để đại hội xem xét: Tô Tự Cử." in text
    assert f"rút khỏi danh sách: {first.name}." in text
    listed = [c.id for c in bch(file).candidates if c.name != "Tô Tự Cử"]
    granted(say_source(file, 1, listed, BY_COMMITTEE, actor=ACTOR))
    assert "Danh sách do cấp ủy triệu tập giới thiệu: 3 đồng chí" in says(file, "minutes")[1]


def says_after_count(file, *agree):
    granted(prepared(file))
    granted(counted(file, *agree))
    return says(file, POLL_MINUTES)


def test_that_minutes_are_a_draft_before_the_count_and_cancelled_ones_say_why(file):
    granted(prepared(file))
    assert says(file, POLL_MINUTES)[0].stamp == "BẢN NHÁP – chưa công bố"
    poll = opinion_polls(file, bch(file).id)[0]
    granted(cancel_poll(file, poll.id, reason="thu về nhiều hơn phát ra", actor=ACTOR))
    draft, text = says(file, POLL_MINUTES)
    assert "ĐÃ HỦY" in draft.stamp
    assert "thu về nhiều hơn phát ra" in text


def test_that_the_list_of_names_tells_source_support_and_end_of_each(file):
    granted(vote_number(file, 1, seats=3, structure="nữ từ 15%", vote=ALL_SIX, actor=ACTOR))
    listed = [c.id for c in bch(file).candidates]
    granted(say_source(file, 1, listed, BY_COMMITTEE, actor=ACTOR))
    says_after_count(file, 5, 1)
    granted(put_on_list(file, 1, [number_of(file, "Tự Cử")], actor=ACTOR))
    reason = "chưa quá 30%"
    granted(leave_off(file, number_of(file, "Được Cử"), reason=reason, actor=ACTOR))
    granted(ask_withdrawal(file, listed[0], reason="sức khỏe", vote=ALL_SIX, actor=ACTOR))
    _, text = says(file, NOMINEES)
    for told in ("đại hội biểu quyết tán thành 6/6", "nữ từ 15%", "cấp ủy triệu tập",
                 "Đoàn Khu phố 3 đề cử", "5/6 phiếu (83,33%)", "chưa quá 30%",
                 "xin rút (sức khỏe); đại hội đồng ý 6/6"):  # fmt: skip
        assert told in text


@pytest.mark.parametrize("rules", ["cong-doan", "phu-nu", "generic"])
def test_that_no_word_of_the_party_is_in_another_organisations_papers(tmp_path, rules):
    file = a_congress(tmp_path, committee_election(), rule_set_id=rules)
    put(file, Candidate(name="Tô Tự Cử"), BY_SELF)
    granted(prepared(file))
    granted(counted(file, 3))
    for kind in (NOMINEES, POLL, POLL_MINUTES):
        content, text = says(file, kind)
        for word in ("cấp ủy", "Điều 14", "ĐẢNG CỘNG SẢN", "T/M"):
            assert word not in text, (kind, word)
        assert content.head.organisation[0] != "ĐẢNG CỘNG SẢN VIỆT NAM"
    file.close()


def test_that_all_of_them_are_written_as_pdf_and_docx(file, tmp_path):
    granted(prepared(file))
    granted(counted(file, 2, 1))
    made: list[Path] = []
    kinds = (NOMINEES, POLL, POLL_MINUTES)
    granted(export_papers(file, tmp_path / "ra", kinds, written=made.append))
    assert len(made) == 8
    assert {path.suffix for path in made} == {".pdf", ".docx"}
