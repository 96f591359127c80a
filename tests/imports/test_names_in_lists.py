"""What is a name and what is not: the wordings that offices put under and between their people."""

from __future__ import annotations

import pytest

from congress_desk.imports.name_cells import NoName, is_stand_in, no_name

from .books import list_reading, people_of

WORDINGS = (
    "Tổng cộng", "TỔNG CỘNG: 25 đồng chí", "Tổng số: 04 đồng chí", "Tổng: 12", "Tổng 20 người",
    "Tong cong", "Cộng", "Cộng: 12 người", "Cộng chung", "Cộng chi bộ 1: 05", "Cộng mang sang",
    "Cộng toàn đoàn", "Cộng danh sách: 2 người", "Tổng đại biểu: 2", "Tổng số đại biểu nữ: 9",
    "Số lượng: 2 đại biểu", "Số người: 25", "Toàn đoàn: 2 đại biểu", "Toàn chi bộ có 30 đảng viên",
    "Total: 2", "TOTAL", "Nam: 1", "Nữ: 14 (56%)", "Nam = 5", "Trong đó nữ: 6", "Trong đó:",
    "Gồm: 20 đồng chí", "5 người", "20 đại biểu", "05 đ/c", "(25 người)", "Hai mươi lăm đồng chí",
    "Bằng chữ: hai mươi lăm người", "Danh sách này có 20 người", "Danh sách gồm 20 đồng chí",
    "Ấn định danh sách có 25 đại biểu", "Có mặt: 24; vắng: 1", "Tỷ lệ: 25%", "25/30",
    "Đại biểu nữ: 5", "NGƯỜI LẬP BIỂU", "Người lập danh sách", "Người tổng hợp", "Lập bảng",
    "CÁN BỘ LẬP", "T/M BAN CHẤP HÀNH", "TM. BAN THƯỜNG VỤ", "T.M CHI ỦY", "TM CHI BỘ",
    "K/T BÍ THƯ", "KT. CHỦ TỊCH", "TL. BAN THƯỜNG VỤ", "TUQ. BÍ THƯ", "BÍ THƯ", "PHÓ BÍ THƯ",
    "CHỦ TỊCH CÔNG ĐOÀN", "THỦ TRƯỞNG ĐƠN VỊ", "Chánh Văn phòng", "(Ký, ghi rõ họ tên)",
    "(Đã ký)", "Ký tên, đóng dấu", "Nơi nhận:", "- Như trên;", "- Lưu VP.", "Lưu: VT",
    "Xác nhận của cấp ủy", "XÁC NHẬN CỦA ĐẢNG ỦY PHƯỜNG", "Phường 19, ngày 15 tháng 6 năm 2025",
    "Ngày … tháng … năm 2025", "Thử Đức, ngày 5/6/2025", "Ghi chú: x là đại biểu nữ",
    "* Ghi chú", "Kính gửi: Đảng ủy phường", "Duyệt của Ban Thường vụ", "BAN TỔ CHỨC",
    "ĐOÀN CHỦ TỊCH", "Mẫu số 02", "Chi bộ Khu phố 1", "CHI BỘ 3: 12 đồng chí", "Công đoàn cơ sở X",
    "Hội Cựu chiến binh", "Trường THCS Lê Lợi", "Công ty TNHH Bình An", "Khối các cơ quan",
    "Tổ dân phố 5", "Ấp Bình Thạnh", "Đại biểu đương nhiên", "ĐẠI BIỂU DỰ KHUYẾT", "Khách mời",
    "Phòng Tài chính Kế hoạch", "Nguyen Van A: 5", "Nguyễn Văn A = 1",
)  # fmt: skip
NAMES = (
    "Nguyễn Thử An", "Tống Công Minh", "Tổng Văn Cộng", "Trần Văn Cộng", "Toàn Thị Nam",
    "Đoàn Thị Lan", "Đoàn Trường Giang", "Đoàn Văn Số", "Lưu Văn Phong", "Lưu Thị Ban",
    "Phó Đức Chính", "Phó Thị Ban", "Ông Cao Thắng", "Mai Thị Tổng", "Văn Công Hội",
    "Khu Thị Phố", "Thư Ký An", "Triệu Tập An", "Nam Cao", "Công Đơn", "Ban Mai", "Tổ Văn Nam",
    "H'Wing Niê", "Y Ban Niê", "A Bình", "K'Brếp", "Ma Seo Phủ", "Rơ Châm H'Phiên", "Lò Thị Kỳ",
    "Hồ Anh", "Vũ Ê", "Lê Văn An (B)", "François Müller", "Bàn Văn Chi", "NGUYEN VAN A",
    "Trương Ban Chấp", "Trưởng Thị An", "Số Thị Lan", "Kỳ Văn Tổ",
)  # fmt: skip


@pytest.mark.parametrize("text", WORDINGS)
def test_that_what_offices_write_around_their_people_is_no_name(text):
    assert no_name(text) is not None


@pytest.mark.parametrize("text", NAMES)
def test_that_a_name_is_a_name(text):
    assert no_name(text) is None


@pytest.mark.parametrize("text", WORDINGS)
def test_that_such_a_row_below_the_people_is_nobody(tmp_path, text):
    rows = [
        ["STT", "Họ và tên", "Năm sinh", "Đơn vị"],
        [1, "Nguyễn Thử An", 1975, "CB1"],
        [2, "Trần Thị Mẫu", 1980, "CB1"],
        [None, text],
    ]
    reading = list_reading(tmp_path, rows)
    assert [p.name for p in people_of(reading)] == ["Nguyễn Thử An", "Trần Thị Mẫu"]
    assert (reading.skipped_rows, reading.problems) == (1, ())


@pytest.mark.parametrize("text", NAMES)
def test_that_a_person_without_a_number_is_a_person(tmp_path, text):
    rows = [["Họ và tên", "Năm sinh", "Đơn vị"], [text, 1975, "CB1"], ["Trần Thị Mẫu", 1980, "CB1"]]
    assert len(people_of(list_reading(tmp_path, rows))) == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nguy?n Th? An", NoName.LOST),
        ("Nguye^~n Thu+? An", NoName.LOST),
        ("Nguyễn Thử An\nTrần Thị Mẫu", NoName.SEVERAL),
        ("Nguyễn Thử An, Trần Thị Mẫu", NoName.SEVERAL),
        ("Nguyễn Thử An và Trần Thị Mẫu", NoName.SEVERAL),
        ("Nguyễn Thử An 1975", NoName.MARKED),
        ("a@b.vn", NoName.MARKED),
    ],
)
def test_that_a_text_that_is_no_single_name_says_why(text, why):
    assert no_name(text) is why


def test_that_a_name_with_a_number_may_stand_for_somebody():
    assert is_stand_in("Đại biểu 7")
    assert not is_stand_in("Chi bộ 7")
    assert not is_stand_in("Nam: 7")
