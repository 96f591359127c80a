import os
from dataclasses import replace
from pathlib import Path

import pytest
from document_text import document_text

from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.rules.rule_set import TieRule
from congress_desk.reports.document.document import Table
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes

from . import sheets
from .scenes import SCENES

GOLDEN = Path(__file__).parent / "golden"


def text_of(scene: str) -> str:
    return document_text(counting_minutes(SCENES[scene]()))


@pytest.mark.parametrize("scene", SCENES)
def test_that_the_minutes_read_as_kept(scene):
    golden = GOLDEN / f"minutes-{scene}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text_of(scene), "utf-8", newline="\n")
    assert text_of(scene) == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("scene", "said", "unsaid"),
    [
        (
            "complete",
            [
                "**118** (119 được triệu tập; trừ 1 đại biểu vắng suốt đại hội, không có dự",
                "Trúng cử phải quá một phần hai của 118, tức từ **60** phiếu trở lên (Điều 30).",
                "không hợp lệ: **3** (viết thêm, đánh dấu thêm: 1; bầu thừa số lượng: 2; theo Điều",
                "tỷ lệ % so với số đại biểu làm căn cứ tính: 118",
                "Quá bán nhưng ngoài số lượng bầu: Hồ Văn Đạt (71 phiếu, 60,17%).",
                "Mã sổ: 7F3A-91C2 · dòng 214",
            ],
            ["BẢN NHÁP", "nhập bằng tay", "Việc tiếp theo"],
        ),
        (
            "tie",
            ["Bằng phiếu ở suất cuối, còn 1 suất: Phan", "(nhập bằng tay)"],
            ["BẢN NHÁP", "Bầu lại trong số", "Việc tiếp theo"],
        ),
        (
            "tie_revote",
            [
                "không cần quá bán (Điều 30)",
                "(bầu lại trong số những đồng chí bằng phiếu, lần thứ 2)",
                "**5** phiếu;",
            ],
            ["Trúng cử phải quá"],
        ),
        ("short", ["Không quá bán: Phan Ngọc Châu"], ["BẢN NHÁP", "bầu tiếp lần sau", "để khuyết"]),
        (
            "void",
            ["Thu về nhiều hơn phát ra **1** phiếu", "không có giá trị", "(Điều 28)"],
            ["Tỷ lệ %", "trúng cử", "6 tháng", "Hợp lệ:"],
        ),
        (
            "incomplete",
            ["[BẢN NHÁP – chưa công bố]", "Mới nhập **30** trong **40** phiếu", "Còn 10 phiếu"],
            ["Tỷ lệ %", "trúng cử phải", "xác nhận", "10 giờ"],
        ),
        ("not_begun", ["Phát ra: **……**; thu về: **……**", "Ban kiểm phiếu gồm: ……"], ["Phan Kim"]),
        (
            "tick",
            ["DIỄN TẬP", "Đồng ý | Không đồng ý | Không tính", "cộng 1 dự khuyết thay thế"],
            ["Số phiếu bầu |"],
        ),
        ("secretary", ["(lần bầu thứ 2)", "không rõ lựa chọn", "ít hơn phát ra **1** phiếu"], []),
        (
            "waived",
            ["Đỗ Xuân Chi cho giữ nguyên; lý do: một đại biểu", "Số dư vượt mức tối đa"],
            ["còn phải xử lý"],
        ),
        ("cancelled", ["[ĐÃ HỦY", "Lý do: in nhầm danh sách"], ["Tỷ lệ %", "6 tháng"]),
        (
            "youth",
            ["ĐOÀN TNCS HỒ CHÍ MINH\n", "so với số phiếu thu về: 18", "Số: ……-BB/ĐH"],
            ["ĐẢNG CỘNG SẢN", "làm căn cứ tính"],
        ),
        (
            "union",
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "**3** đồng chí trúng cử"],
            ["người trúng cử"],
        ),
    ],
)
def test_that_each_kind_of_round_says_what_it_must(scene, said, unsaid):
    text = text_of(scene)
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


def test_that_results_stand_in_ballot_order_and_the_elected_from_high_to_low():
    sheet, _ = sheets.ward_sheet()
    _, votes, elected = (b for b in counting_minutes(sheet).blocks if isinstance(b, Table))
    assert [row[0] for row in votes.rows] == [str(n) for n in range(1, 19)]
    assert [row[1] for row in votes.rows] == [c.name for c in sheet.round.candidates]
    counts = [int(row[2]) for row in elected.rows]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == len(sheet.result.elected) <= sheet.round.seats


def test_that_a_base_changed_by_hand_is_not_told_as_the_sum_of_the_register():
    sheet, _ = sheets.ward_sheet()
    other = replace(sheets.BASE_SUM, convened=130)
    text = document_text(counting_minutes(replace(sheet, base_sum=other)))
    assert "**118** (nhập bằng tay)" in text
    assert "130 được triệu tập" not in text


def test_that_a_tie_decided_by_age_is_told_with_both_names():
    rules = replace(sheets.RULES, tie=TieRule.OLDER)
    people = sheets.candidates(3)
    papers = sheets.papers_for((10, 7, 7), [c.id for c in people], 12)
    congress = replace(sheets.CONGRESS, rules=rules)
    sheet, _ = sheets.build(papers, people, 2, congress=congress)
    text = document_text(counting_minutes(sheet))
    assert "nhiều tuổi hơn trúng cử: Phan Ngọc Châu (7 phiếu, 58,33%)" in text
    assert "không trúng cử: Trần Anh Chi (7 phiếu, 58,33%) (Điều 30)" in text


def test_that_brackets_of_a_cited_rule_do_not_nest():
    rules = replace(sheets.RULES, articles={}, short_title="Quy chế bầu cử (190-QĐ/TW)")
    people = sheets.candidates(3)
    papers = sheets.papers_for((10, 7, 7), [c.id for c in people], 12)
    sheet, _ = sheets.build(papers, people, 2, congress=replace(sheets.CONGRESS, rules=rules))
    text = document_text(counting_minutes(sheet))
    assert "(Quy chế bầu cử, 190-QĐ/TW)" in text
    assert "(Quy chế bầu cử (" not in text


def test_that_names_with_marks_of_the_wording_stay_as_they_are():
    people = sheets.candidates(3, ["**Lê** {seats} An", "{0}", "<b>Trần</b> & Bình"])
    papers = sheets.papers_for((10, 7, 6), [c.id for c in people], 12)
    text = document_text(counting_minutes(sheets.build(papers, people, 2)[0]))
    for name in ("**Lê** {seats} An", "{0}", "<b>Trần</b> & Bình"):
        assert name in text


def test_that_only_one_named_presidium_member_signs_by_name():
    sheet, _ = sheets.ward_sheet()
    chair = Duty(organ=Organ.PRESIDIUM, name="Hoàng Hồng Minh", title="Chủ tọa")
    alone = document_text(counting_minutes(replace(sheet, board=(*sheet.board, chair))))
    second = replace(chair, name="Dương Quốc Sơn")
    two = document_text(counting_minutes(replace(sheet, board=(*sheet.board, chair, second))))
    assert "T/M ĐOÀN CHỦ TỊCH / Hoàng Hồng Minh" in alone
    assert "T/M ĐOÀN CHỦ TỊCH / ……" in two
    assert "gồm 5 đồng chí" in alone


@pytest.mark.parametrize("scene", SCENES)
def test_that_only_two_or_more_elected_are_said_to_stand_in_an_order(scene):
    result = SCENES[scene]().result
    text = document_text(counting_minutes(SCENES[scene]()))
    if "trúng cử trong số" in text:
        several = len(result.elected) > 1
        assert ("xếp theo số phiếu từ cao xuống thấp" in text) == several
