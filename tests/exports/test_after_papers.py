"""Papers after the ballots: there when they apply, with the figures that were declared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ballot_acts import printed
from congress_files import a_congress, a_declared_round, a_round, an_election, granted
from document_text import document_text
from elections_bench import short_round

from congress_desk.actions.congress import edit_congress, set_state
from congress_desk.actions.elections.lists import freeze_list
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.papers import available, make_paper
from congress_desk.papers.after_election import (
    APPROVAL,
    ELECTED,
    HANDOVER,
    INDEX,
    LABELS,
    MEETING,
    REPORT,
    SEALING,
)
from congress_desk.queries.congress import congress
from congress_desk.reports.after_election.after_parts import months_later
from congress_desk.storage.congress_file import CongressFile

ALL = {SEALING, LABELS, HANDOVER, REPORT, APPROVAL, ELECTED, MEETING, INDEX}


@pytest.fixture
def file(tmp_path):
    found = a_congress(tmp_path, committee())
    yield found
    found.close()


def committee(seats: int = 3) -> Election:
    listed = an_election("BCH", 4, seats).candidates
    return Election(code="BCH", title="Bầu Ban Chấp hành", seats=seats, candidates=listed)


def elected(file: CongressFile) -> None:
    """Elect the committee by rules that want a reason for so long a list."""
    granted(freeze_list(file, 1, reason="đại hội biểu quyết", actor="TK"))
    a_declared_round(file)


def kinds(file: CongressFile) -> set[str]:
    return {paper.kind for paper in available(file)} & ALL


def text(file: CongressFile, kind: str) -> str:
    paper = next(p for p in available(file) if p.kind == kind)
    return document_text(make_paper(file, paper).content)


def test_that_nothing_is_sealed_or_reported_before_a_result_is_declared(file):
    assert kinds(file) == set()
    a_round(file)
    assert kinds(file) == set()


@pytest.mark.parametrize("kind", [REPORT, APPROVAL, ELECTED, MEETING])
def test_that_papers_after_tell_two_elected_of_one_name_apart(tmp_path, kind):
    names = ("Lý An", "Lý An", "Đỗ Bình", "Võ Chi")
    listed = tuple(Candidate(name=name, born=f"197{i}-02-03") for i, name in enumerate(names))
    held = Election(code="BCH", title="Bầu Ban Chấp hành", seats=3, candidates=listed)
    file = a_congress(tmp_path, held)
    elected(file)
    lines = [line for line in text(file, kind).splitlines() if "Lý An" in line]
    assert lines
    said = " ".join(lines)
    assert "03/02/1970" in said and "03/02/1971" in said, lines
    file.close()


def test_that_every_paper_after_is_there_once_a_committee_is_elected(file):
    a_declared_round(file)
    assert kinds(file) == ALL


def test_that_an_election_that_is_not_finished_is_not_put_to_the_superior(tmp_path):
    file = a_congress(tmp_path, committee())
    short_round(file)
    assert kinds(file) == {SEALING, LABELS, HANDOVER, REPORT, INDEX}
    told = text(file, REPORT)
    assert "Còn thiếu **1** so với số lượng bầu **3**" in told
    assert "xin ý kiến chỉ đạo" in told
    file.close()


def test_that_sealing_minutes_bear_the_declared_figures_and_the_retention_of_the_rules(file):
    granted(printed(file, copies=8))
    a_declared_round(file)
    told = text(file, SEALING)
    for line in ("Phiếu đã in | 8", "Phiếu phát ra | 6", "Phiếu không phát ra | 2",
                 "Phiếu thu về | 6", "hợp lệ | 6"):  # fmt: skip
        assert line in told
    assert "6 tháng" in told
    assert "(Điều 35)" in told
    assert "Đỗ Văn Trưởng" in told
    assert "1 | 3 |" in told and "Cộng | 6 |" in told


def test_that_ballots_printed_elsewhere_are_not_counted_as_printed_here(file):
    a_declared_round(file)
    told = text(file, SEALING)
    assert "Phiếu đã in" not in told
    assert "Phiếu không phát ra" not in told


def test_that_every_bundle_and_the_box_have_a_label(file):
    a_declared_round(file)
    told = text(file, LABELS)
    assert told.count("TỆP PHIẾU SỐ") == 2
    assert "1 / 2" in told and "2 / 2" in told
    assert "gồm 2 tệp" in told
    assert "6 phiếu thu về: 6 hợp lệ, 0 không hợp lệ" in told


def test_that_the_handover_adds_up_every_declared_round(tmp_path):
    file = a_congress(tmp_path, committee(), an_election("ĐB", 4, 3))
    a_declared_round(file, "BCH")
    a_declared_round(file, "ĐB")
    told = text(file, HANDOVER)
    assert "Cộng | 4 | 12 | 12 | 0" in told
    assert "Biên bản kiểm phiếu: 2 biên bản" in told
    file.close()


def test_that_the_request_names_the_elected_with_their_votes_and_what_is_asked(file):
    a_declared_round(file)
    told = text(file, APPROVAL)
    assert "đề nghị chuẩn y kết quả bầu cử" in told
    assert "Kính gửi: **Ban Thường vụ Quận ủy**" in told
    assert "Số lượng bầu: **3**; trúng cử: **3** đồng chí." in told
    lines = ("Ngô An | 6 | 100,00", "Trần Thị Bình | 5 | 83,33", "Lê Minh Châu | 4 | 66,67")
    for line in lines:
        assert line in told
    assert "Phạm Quốc Dũng" not in told


def test_that_the_profiles_of_the_elected_leave_out_who_was_not_elected(file):
    a_declared_round(file)
    told = text(file, ELECTED)
    assert "DANH SÁCH TRÍCH NGANG NGƯỜI TRÚNG CỬ" in told
    assert "Ngô An" in told and "Phạm Quốc Dũng" not in told
    assert "**3** đồng chí trúng cử" in told


def test_that_the_first_meeting_is_to_elect_what_the_congress_did_not(tmp_path):
    leader = Election(
        code="BT", title="Bầu Bí thư", seats=1, candidates=(Candidate(name="Ngô An"),)
    )
    file = a_congress(tmp_path, committee(), leader)
    a_declared_round(file, "BCH")
    told = text(file, MEETING)
    assert "Bầu bí thư;" in told and "Bầu phó bí thư;" in told
    assert "Ngô An" in told
    file.close()


@pytest.mark.parametrize(
    ("rules", "asked", "meeting"),
    [
        ("dang-190-2024", "chuẩn y", "Phiên họp lần thứ nhất"),
        ("dang-244-2014", "chuẩn y", "Phiên họp lần thứ nhất"),
        ("doan-tncs", "công nhận", "Hội nghị lần thứ nhất"),
        ("cong-doan", "công nhận", "Hội nghị lần thứ nhất"),
        ("phu-nu", "công nhận", "Hội nghị lần thứ nhất"),
        ("nong-dan", "công nhận", "Hội nghị lần thứ nhất"),
        ("ccb", "công nhận", "Hội nghị lần thứ nhất"),
        ("generic", "", "Phiên họp lần thứ nhất"),
    ],
)
def test_that_every_organisation_asks_and_meets_in_its_own_words(tmp_path, rules, asked, meeting):
    file = a_congress(tmp_path, committee(), rule_set_id=rules)
    elected(file)
    assert (APPROVAL in kinds(file)) is bool(asked)
    if asked:
        assert f"đề nghị {asked} kết quả bầu cử" in text(file, APPROVAL)
    told = text(file, MEETING)
    assert meeting in told
    inspected = rules in ("ccb", "generic")
    body = "ban kiểm tra và trưởng ban" if inspected else "ủy ban kiểm tra và chủ nhiệm"
    assert f"Bầu {body}" in told and "các người" not in told
    party = rules.startswith("dang")
    for kind in kinds(file) - {INDEX}:
        own = text(file, kind)
        assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in own) is party
        assert ("cấp ủy" in own) is False
        assert "đảng viên" not in own or party
    file.close()


def test_that_whoever_has_no_superior_reports_to_none(tmp_path):
    file = a_congress(tmp_path, committee(), rule_set_id="generic")
    elected(file)
    details = replace(congress(file).details, superior="")
    granted(edit_congress(file, details, actor="TK"))
    assert kinds(file) == {SEALING, LABELS, HANDOVER, ELECTED, MEETING, INDEX}
    file.close()


def test_that_the_index_names_every_official_paper_and_no_draft(file):
    a_declared_round(file)
    told = text(file, INDEX)
    for name in ("Biên bản kiểm phiếu", "Biên bản niêm phong phiếu bầu", "Tờ trình đề nghị",
                 "Báo cáo kết quả bầu", "Biên bản giao nhận phiếu bầu"):  # fmt: skip
        assert name in told
    assert "Bản kiểm tra" not in told and "Nhãn" not in told and "Mục lục" not in told


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2020-03-13", 6, "2020-09-13"), ("2025-08-31", 6, "2026-02-28"),
     ("2023-08-31", 6, "2024-02-29"), ("2025-12-01", 1, "2026-01-01"), ("2020", 6, ""),
     ("", 6, ""), ("2025-06-15", 24, "2027-06-15")],
)  # fmt: skip
def test_that_ballots_are_kept_to_the_day_so_many_months_later(day, months, later):
    assert months_later(day, months) == later


def test_that_who_was_elected_is_put_to_the_superior_where_no_further_vote_is_allowed(tmp_path):
    file = a_congress(tmp_path, committee())
    short_round(file)
    assert APPROVAL not in kinds(file)
    granted(set_state(file, CongressState.CLOSED, actor="TK"))
    assert {APPROVAL, ELECTED, MEETING} <= kinds(file)
    assert "còn **1** chưa bầu" in text(file, APPROVAL)
    file.close()


def test_that_the_request_bears_the_number_of_the_body_not_of_the_congress(file):
    a_declared_round(file)
    told = text(file, APPROVAL)
    assert "Số ……-TTr/……" in told
    assert "TTr/ĐH" not in told


def test_that_a_cell_elects_neither_standing_nor_inspection_committee(tmp_path):
    file = a_congress(tmp_path, committee())
    details = replace(congress(file).details, body="Chi bộ Khu phố 4")
    granted(edit_congress(file, details, actor="TK"))
    a_declared_round(file)
    told = text(file, MEETING)
    assert "Bầu bí thư;" in told
    assert "ban thường vụ" not in told and "ủy ban kiểm tra" not in told
    file.close()


def test_that_a_cell_signs_a_request_as_a_cell_without_its_long_name(tmp_path):
    file = a_congress(tmp_path, committee())
    details = replace(congress(file).details, body="Chi bộ Khu phố 4 phường An Bình")
    granted(edit_congress(file, details, actor="TK"))
    a_declared_round(file)
    assert "\nT/M CHI BỘ / BÍ THƯ / " in text(file, APPROVAL)
    file.close()
