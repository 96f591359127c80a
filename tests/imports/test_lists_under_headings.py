"""Lists that are none of people, as offices lay them out: headings for columns, what stands below.

A programme, members of organs, texts, boxes, turns, seats, opinions, shares.
"""

from __future__ import annotations

import pytest

from congress_desk.domain.ballot_papers.box_list import BOXES
from congress_desk.domain.guests.rota_sheet import ROTA
from congress_desk.domain.preparation.text_list import TEXTS
from congress_desk.domain.seating.sheet import SEATS
from congress_desk.domain.setup.layout import AGENDA, DUTIES, OPINIONS
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.setup.list_file import columns_of
from congress_desk.imports.setup.shares import read_share_sheet
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import clock

from .books import sheet_of

# The layout, its keys, the cells, what is read of them, and the rows that are said to be none.
LISTS = {
    "organs above their members": (
        DUTIES, "organ name title",
        """TT|Họ và tên|Chức vụ
        I|ĐOÀN CHỦ TỊCH (02 đồng chí)
        1|Đ/c Hà Văn Một|Bí thư
        2|Hà Thị Hai|Phó Bí thư
        2. BAN KIỂM PHIẾU
        1|Hà Văn Ba|Trưởng ban
        ||T/M BAN THƯỜNG VỤ""",
        ["ĐOÀN CHỦ TỊCH|Hà Văn Một|Bí thư", "ĐOÀN CHỦ TỊCH|Hà Thị Hai|Phó Bí thư",
         "BAN KIỂM PHIẾU|Hà Văn Ba|Trưởng ban"],
        [2, 5, 7],
    ),
    "what somebody is in an organ, beside their office": (
        DUTIES, "organ name title",
        """TT|Họ và tên|Chức vụ|Vai trò
        BAN KIỂM PHIẾU (dự kiến)
        1|Hà Văn Một|Bí thư|Trưởng ban""",
        ["BAN KIỂM PHIẾU|Hà Văn Một|Trưởng ban"],
        [1, 2],
    ),
    "blocks and rows of seats": (
        SEATS, "block row seat name",
        """Ghế|Họ và tên
        KHU A
        Hàng 1
        1|Hà Văn Một
        2|Hà Thị Hai
        KHU B
        Hàng ghế số 1
        1|Hà Văn Ba""",
        ["A|1|1|Hà Văn Một", "A|1|2|Hà Thị Hai", "B|1|1|Hà Văn Ba"],
        [2, 3, 6, 7],
    ),
    "boxes above their delegations": (
        BOXES, "box voters",
        """TT|Đơn vị
        I|HÒM PHIẾU SỐ 1
        1|Chi bộ 1
        2|Chi bộ 2
        II|HÒM PHIẾU SỐ 2
        1|Chi bộ 3""",
        ["HÒM PHIẾU SỐ 1|Chi bộ 1", "HÒM PHIẾU SỐ 1|Chi bộ 2", "HÒM PHIẾU SỐ 2|Chi bộ 3"],
        [2, 5],
    ),
    "groups above their opinions": (
        OPINIONS, "group content stance",
        """STT|Nội dung góp ý|Loại
        TỔ 1
        1|Thêm số liệu|bổ sung
        TỔ 2
        1|Sửa chỉ tiêu|sửa đổi
        |THƯ KÝ TỔ|TỔ TRƯỞNG""",
        ["TỔ 1|Thêm số liệu|bổ sung", "TỔ 2|Sửa chỉ tiêu|sửa đổi"],
        [2, 4, 6],
    ),
    "what turns are for": (
        ROTA, "kind who clock",
        """Lượt|Thời gian|Đơn vị
        CHỤP ẢNH LƯU NIỆM
        1|9.30|Chi bộ 1
        TẶNG HOA
        2|10h00|Chi bộ 2
        |Nơi nhận:|TM. BAN TỔ CHỨC
        |- Như trên|TRƯỞNG BAN
        ||Hà Văn Ký""",
        ["CHỤP ẢNH LƯU NIỆM|Chi bộ 1|9.30", "TẶNG HOA|Chi bộ 2|10h00"],
        [2, 4, 6, 7, 8],
    ),
    "headings of texts": (
        TEXTS, "title drafter",
        """TT|Tên văn bản|Người soạn
        I|Văn bản trình đại hội
        1|Báo cáo chính trị|Tổ văn kiện
        II|Văn bản phục vụ
        1|Nội quy|Văn phòng""",
        ["Báo cáo chính trị|Tổ văn kiện", "Nội quy|Văn phòng"],
        [2, 4],
    ),
    "a signature below a programme": (
        AGENDA, "time content executor",
        """Giờ|Nội dung|Chủ trì
        7h30|Chào cờ|Ban Tổ chức
        8h00|T/M Đoàn chủ tịch khai mạc|Bí thư
        |Nơi nhận:|T/M BAN THƯỜNG VỤ
        |- Lưu|BÍ THƯ
        ||Hà Văn Ký""",
        ["7h30|Chào cờ|Ban Tổ chức", "8h00|T/M Đoàn chủ tịch khai mạc|Bí thư"],
        [4, 5, 6],
    ),
}  # fmt: skip


def cells(text):
    return [[cell.strip() or None for cell in row.split("|")] for row in text.splitlines()]


@pytest.mark.parametrize("case", LISTS)
def test_that_headings_stand_for_a_column_and_what_is_below_is_none(case):
    layout, keys, text, wanted, aside = LISTS[case]
    problems = ImportProblems(file="ds.xlsx")
    sheet = sheet_of(cells(text))
    assert columns_of(sheet, layout) >= set(keys.split())
    lines = read_lines(sheet, layout, problems)
    said = ["|".join(_said(line, key) for key in keys.split()) for line in lines]
    assert (said, problems.refusal) == (wanted, None)
    assert sorted(note.place.row for note in problems.notes) == aside


def _said(line, key):
    return line.name() if key == "name" else line.text(key)


def test_that_only_shares_that_vote_count_and_a_title_above_heads_its_first_column():
    rows = [
        ["STT", "Cổ đông", None, "Cổ phần", None, "Số cổ phần có quyền biểu quyết"],
        [None, "Mã", "Họ tên", "Số lượng", "Tỷ lệ"],
        [1, "CD01", "Hà Văn Một", 1000, "50%", 900],
        [2, "CD02", "Hà Thị Hai", 1000, "50%", None],
    ]
    merges = ["A1:A2", "B1:C1", "D1:E1", "F1:F2"]
    problems = ImportProblems(file="ds.xlsx")
    found = read_share_sheet(sheet_of(rows, merges), problems)
    assert [(r.code, r.name, r.shares) for r in found] == [
        ("CD01", "Hà Văn Một", "900"),
        ("CD02", "Hà Thị Hai", "1000"),
    ]
    assert found[0].place.column == "F – Số phiếu biểu quyết"


def test_that_an_hour_may_be_written_with_a_dot():
    assert (clock("7.30"), clock("7.5"), clock("24.10")) == ("07:30", None, None)
