"""Every paper tells what was decided after a round, with its figures; both counts are kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from congress_files import a_congress, an_election, fresh_uids, granted
from elections_after_round import (
    A,
    decide,
    declare,
    elected_names,
    enter_votes,
    hold,
    of,
    of_paper,
    open_next,
    papers_for,
)

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.decisions import record_lot
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.superior import annul_round, appoint
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.papers import available, make_paper
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.round_context import round_context
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.minutes import paper_view
from congress_desk.reports.elections.decisions_json import decisions_json

TWO = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "actor": A}


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 4, 3), people=20)
    yield file
    assert file.check() == []
    assert recount_problems(file) == []
    file.close()


def told(file, paper):
    """Return the prose of a paper of the congress with its fields filled in."""
    return "\n".join(
        part.text.format(**part.values) for part in paper_view(file, paper).derived.parts
    )


def recount(file, votes, returned=20):
    first = hold(file, "BCH", [20, 18, 9, 10], 20)
    found = granted(open_recount(file, first.round.id, reason="hai đại biểu đề nghị", **TWO))
    if returned != 20:
        accounting = replace(found.accounting, returned=returned)
        granted(edit_accounting(file, found.id, accounting, actor=A))
    granted(
        enter_ballots(
            file,
            found.id,
            1,
            papers_for(found, votes, returned),
            fresh_uids(returned),
            operator="Nhập",
        )
    )
    return first, declare(file, found)


def test_that_a_recount_that_gives_one_more_vote_elects_and_tells_each_difference(file):
    first, second = recount(file, [20, 18, 9, 11])
    assert (second.round.number, second.round.follows) == (1, first.round.id)
    assert elected_names(file, "BCH") == ["Ngô An", "Trần Thị Bình", "Phạm Quốc Dũng"]
    found = round_context(file, second.round.id).comparison
    assert [(d.position, d.first, d.second) for d in found.names] == [(4, 10, 11)]
    assert len(found.ballots) == 2 and not found.same and not found.same_elected
    minutes = of_paper(file, "counting-minutes", second.round.id)
    assert "BIÊN BẢN KIỂM PHIẾU LẠI" in minutes
    assert "Kiểm lại khác lần kiểm đầu ở 2 phiếu; 1 đồng chí có số phiếu khác." in minutes
    assert "Danh sách trúng cử thay đổi" in minutes
    assert round_sheet(file, first.round.id).result.elected == (1, 2)
    assert "round_recounted" in {f.code for f in round_sheet(file, first.round.id).findings}
    resolution = told(file, CongressPaper.RESOLUTION)
    assert "**3** đồng chí trúng cử, gồm: Ngô An, Trần Thị Bình, Phạm Quốc Dũng" in resolution
    assert resolution.count("trúng cử") == 1


def test_that_the_resolution_lists_all_elected_of_several_rounds_once_with_their_numbers(file):
    hold(file, "BCH", [20, 18, 9, 8], 20)
    decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20)
    found = open_next(file, "BCH", 20)
    enter_votes(file, found, [5, 15])
    declare(file, found)
    resolution = told(file, CongressPaper.RESOLUTION)
    assert "**2** đồng chí trúng cử.\n" in resolution and ", lần thứ 2: **1** đồng" in resolution
    assert "sau các lần bầu gồm **3** đồng chí:" in resolution
    names = elected_names(file, "BCH")
    assert all(resolution.count(name) == 1 for name in names)
    view = paper_view(file, CongressPaper.RESOLUTION)
    (table,) = view.derived.tables["election:BCH:elected"].values()
    assert [(row[0], row[1], row[2], row[3]) for row in table.rows] == [
        ("1", names[0], "1", "20"), ("2", names[1], "1", "18"), ("3", names[2], "2", "15"),
    ]  # fmt: skip


def test_that_a_recount_that_agrees_says_so(file):
    first = hold(file, "BCH", [20, 18, 9, 10], 20)
    found = granted(open_recount(file, first.round.id, reason="khiếu nại", **TWO))
    enter_votes(file, found, [20, 18, 9, 10])
    second = declare(file, found)
    assert round_context(file, second.round.id).comparison.same
    assert "Kiểm lại cho kết quả như lần kiểm đầu" in of_paper(
        file, "counting-minutes", second.round.id
    )
    assert granted(next_round(file, of(file, "BCH").id)).seats == 1


def test_that_a_ballot_the_recount_misses_is_one_difference_with_its_place(file):
    first, second = recount(file, [19, 17, 9, 10], returned=19)
    found = round_context(file, second.round.id).comparison
    assert found.first.accounting.returned == 20 and found.second.accounting.returned == 19
    assert any(difference.second is None for difference in found.ballots)
    minutes = of_paper(file, "counting-minutes", second.round.id)
    assert "lần đầu 20, kiểm lại 19" in minutes
    assert "; 2 đồng chí có số phiếu khác." in minutes and "+0" not in minutes


def test_that_a_lot_is_told_with_its_vote_and_who_drew_it(file):
    hold(file, "BCH", [20, 13, 13, 13], 20)
    hold(file, "BCH", [20, 10, 10], 20)
    lot = decide(
        file, "BCH", DecisionKind.LOT, people=20, in_favour=18, matter="Rút thăm chọn 1 ủy viên"
    )
    tied = election_course(file, of(file, "BCH").id).last.tied
    granted(record_lot(file, lot.id, [tied[1].id], drawn_by="Vũ Văn Ê", **TWO))
    for paper in CongressPaper:
        text = told(file, paper)
        assert "“Rút thăm chọn 1 ủy viên”. Tán thành 18/20 (90,00%)" in text
        assert "Rút thăm do Vũ Văn Ê thực hiện, Đỗ Văn Trưởng và Lê Chủ Tịch chứng kiến" in text
        assert "trúng cử theo kết quả rút thăm: Phạm Quốc Dũng." in text
        assert "Như vậy đã bầu đủ 3/3." in text


def test_that_posts_left_open_and_a_lower_number_are_told_with_their_figures(file):
    hold(file, "BCH", [20, 18, 9, 10], 20)
    decide(file, "BCH", DecisionKind.LEAVE_OPEN, people=20, matter="Để khuyết 1 ủy viên")
    text = told(file, CongressPaper.MINUTES)
    assert "“Để khuyết 1 ủy viên”. Tán thành 20/20 (100,00%)" in text
    assert "đã bầu 2/3, để khuyết 1 theo quyết định của đại hội" in text
    assert "Còn thiếu" not in told(file, CongressPaper.RESOLUTION)


def test_that_the_minutes_of_a_second_round_tell_the_decision_it_rests_on(file):
    hold(file, "BCH", [20, 18, 9, 10], 20)
    decide(
        file, "BCH", DecisionKind.NEXT_ROUND, people=20, in_favour=15, matter="Bầu tiếp 1 ủy viên"
    )
    second = hold(file, "BCH", [12, 8], 20)
    minutes = of_paper(file, "counting-minutes", second.round.id)
    assert "Căn cứ của lần bầu" in minutes
    assert "“Bầu tiếp 1 ủy viên”. Tán thành 15/20 (75,00%)" in minutes
    assert "Như vậy đã bầu đủ 3/3." in told(file, CongressPaper.QUICK_REPORT)


def test_that_an_annulled_round_is_kept_in_the_minutes_and_left_out_of_the_resolution(file):
    first = hold(file, "BCH", [20, 18, 9, 10], 20)
    granted(
        annul_round(
            file,
            first.round.id,
            organ=DecisionOrgan.SUPERIOR,
            document="12-QĐ/QU",
            document_date="2026-11-30",
            issued_by="Ban Thường vụ Quận ủy",
            reason="vi phạm nguyên tắc bầu cử",
            **TWO,
        )
    )
    hold(file, "BCH", [20, 18, 12, 9], 20)
    counting = of_paper(file, "counting-minutes", first.round.id)
    for text in (counting, told(file, CongressPaper.MINUTES)):
        assert "bị hủy theo Quyết định số 12-QĐ/QU ngày 30 tháng 11 năm 2026" in text
        assert "Người xác nhận: Đỗ Văn Trưởng và Lê Chủ Tịch." in text
    resolution = told(file, CongressPaper.RESOLUTION)
    assert "hủy" not in resolution and "**3** đồng chí trúng cử" in resolution


def test_that_an_appointment_read_out_instead_of_a_vote_is_in_every_paper(file):
    granted(
        appoint(
            file,
            of(file, "BCH").id,
            ["Ngô An", "Vũ Ê"],
            document="9-QĐ/QU",
            document_date="2026-11-20",
            issued_by="Quận ủy",
            actor=A,
        )
    )
    for paper in CongressPaper:
        text = told(file, paper)
        assert "Theo Quyết định số 9-QĐ/QU ngày 20 tháng 11 năm 2026 của Quận ủy" in text
        assert "chỉ định BCH: Ngô An, Vũ Ê." in text  # no article on votes held in vain
        assert "đã bầu đủ" not in text
    assert "\n- Theo Quyết định số 9-QĐ/QU" in told(file, CongressPaper.RESOLUTION)
    # Nobody was elected: nothing is reported as a vote, nor put before who appointed them.
    of_a_vote = {"election-report", "approval-request", "elected-profiles"}
    assert not of_a_vote & {paper.kind for paper in available(file)}


def test_that_a_number_put_right_is_told_in_the_minutes_of_the_count(file):
    found = open_next(file, "BCH", 20)
    wrong = replace(found.accounting, returned=200)
    granted(edit_accounting(file, found.id, wrong, actor=A, void_meant=True))
    granted(edit_accounting(file, found.id, found.accounting, actor=A, reason="gõ thừa số 0"))
    enter_votes(file, found, [20, 18, 9, 12])
    declare(file, found)
    assert "Phiếu thu về: ghi 200, sửa thành 20. Lý do: gõ thừa số 0 (Thư ký)." in of_paper(
        file, "counting-minutes", found.id
    )


def test_that_the_json_tells_decisions_recount_and_who_is_elected_in_all(file):
    first, second = recount(file, [20, 18, 9, 11])
    kept = decisions_json(round_context(file, first.round.id))
    now = decisions_json(round_context(file, second.round.id))
    assert (kept["stands"], now["stands"], now["cause"]) == (False, True, "recount")
    assert now["recount"]["names"] == [
        {"position": 4, "name": "Phạm Quốc Dũng", "first": 10, "second": 11}
    ]
    assert [seat["name"] for seat in now["in_all"]["elected"]] == elected_names(file, "BCH")
    json.dumps(now)


def test_that_the_workbook_has_a_sheet_of_decisions_and_both_counts(file):
    recount(file, [20, 18, 9, 10])
    decide(file, "BCH", DecisionKind.LEAVE_OPEN, people=20, matter="Để khuyết 1 ủy viên")
    paper = next(p for p in available(file) if p.kind == "results")
    book = make_paper(file, paper).content
    names = [sheet.name for sheet in book.sheets]
    assert {"BCH-1 Kết quả", "BCH-1KL Kết quả", "Quyết định"} <= set(names)
    decisions = book.sheets[names.index("Quyết định")]
    rows = [row.values for section in decisions.sections for row in section.rows]
    assert [row[3] for row in rows] == ["có hiệu lực", "có hiệu lực"]
    assert rows[1][5:7] == (20, 20)


def test_that_every_recount_is_held_to_the_base_of_the_first_count(file):
    register = hold(file, "BCH", [20, 18, 9, 10], 20).register
    counts = [rounds(file, of(file, "BCH").id)[0].id]
    for _ in range(2):
        found = granted(open_recount(file, counts[-1], reason="đề nghị", **TWO))
        assert round_sheet(file, found.id).register == register
        other = replace(found.accounting, convened=19, present=19)
        granted(edit_accounting(file, found.id, other, actor=A, reason="nhầm"))
        codes = {finding.code for finding in round_sheet(file, found.id).blocking}
        assert {"base_not_of_register", "base_not_of_first_round"} <= codes
        granted(edit_accounting(file, found.id, found.accounting, actor=A, reason="đúng"))
        enter_votes(file, found, [20, 18, 9, 10])
        assert declare(file, found).round.first_count == counts[0]
        counts.append(found.id)
