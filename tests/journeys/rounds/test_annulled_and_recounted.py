"""A result declared in error: annulled and voted on again; or its ballots counted once more.

50 of 52 delegates are present, D = 52, 27 votes are needed; 3 are elected of 4. Worked by hand:

    as declared    votes of    1    2    3    4        counted again    1    2    3    4
         30  struck 4         30   30   30    -       30  struck 4     30   30   30    -
          4  struck 1          -    4    4    4        3  struck 1      -    3    3    3
         16  struck 2 3       16    -    -   16       17  struck 2 3   17    -    -   17
         50                   46   34   34   20                        47   33   33   20

    the new vote:  50 struck 4: 50, 50, 50 and none.
"""

from __future__ import annotations

from bench import ENTER
from congresses import electing
from secretary import SAVE, secretary_of
from seven_congresses import Held

TITLE = "Bầu Ban Chấp hành Đảng bộ Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
WARD = electing("phuong", Held(code="BCH", names=4, seats=3, title=TITLE), convened=52)


def declare_first(desk):
    desk.go_on("BCH")
    desk.open_round(50)
    desk.count("4", "+29", "1", "+3", "2 3", "+15")
    desk.declare()
    assert desk.votes("BCH") == [46, 34, 34, 20]


def test_that_a_result_declared_in_error_is_annulled_and_the_vote_held_again(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        declare_first(desk)
        desk.push("annul")
        desk.write(
            documentNumber="12-QĐ/ĐU",
            documentDate="25/7/2025",
            reasonField="kiểm phiếu sai nguyên tắc: cộng nhầm một tệp phiếu",
            firstName="Đỗ Văn Trưởng",
            secondName="Lê Thị Chủ",
        )
        desk.push("submit")
        assert desk.elected("BCH") == []
        for words in (
            "kết quả đã bị hủy; khi công bố: đã bầu đủ số lượng",
            "Quyết định số 12-QĐ/ĐU ngày 25/07/2025, Ban Thường vụ Thành ủy",
            "cộng nhầm một tệp phiếu (Điều 33)",
        ):
            assert words in desk.said, words
        desk.arrive_at("nextRound")
        assert desk.offered == "Mở lần bầu lại…"
        desk.press(ENTER)
        desk.open_round(50)
        desk.count("4", "+49")
        desk.declare()
        assert desk.votes("BCH") == [50, 50, 50, 0]
        ground = "bị hủy theo Quyết định số 12-QĐ/ĐU ngày 25 tháng 7 năm 2025 của Ban Thường vụ"
        for told in (desk.minutes("BCH", 1), desk.minutes("BCH", 2), desk.paper("minutes")):
            assert ground in told
        assert "KẾT QUẢ ĐÃ BỊ HỦY THEO QUYẾT ĐỊNH" in desk.minutes("BCH", 1)
        assert desk.votes("BCH", 1) == [46, 34, 34, 20], "the annulled count is kept"
        assert "Như vậy đã bầu đủ 3/3." in desk.paper("minutes")
        told = desk.paper("quick-report")
        assert ground in told and told.count("trúng cử") == 1, "of the round that stands"


def test_that_a_recount_that_differs_by_one_stands_beside_the_first_count(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        declare_first(desk)
        desk.push("recount")
        desk.write(
            reasonField="hai đại biểu đề nghị",
            firstName="Đỗ Văn Trưởng",
            secondName="Lê Thị Chủ",
        )
        desk.press(SAVE)
        assert desk.page is desk.window.desk.screen_of("counting")
        desk.count("4", "+29", "1", "+2", "2 3", "+16")
        desk.declare()
        assert "1 phiếu và 3 người khác nhau" in desk.said
        assert desk.votes("BCH", 1) == [46, 34, 34, 20]
        assert desk.votes("BCH", 2) == [47, 33, 33, 20]
        assert [seat.votes for seat in desk.course("BCH").elected] == [47, 33, 33]
        again = desk.minutes("BCH", 2)
        for words in (
            "BIÊN BẢN KIỂM PHIẾU LẠI",
            "kiểm lại phiếu bầu Ban Chấp hành",
            "Kiểm lại khác lần kiểm đầu ở 1 phiếu; 3 đồng chí có số phiếu khác.",
            "46 | 47 | +1",
            "34 | 33 | –1",
            "Danh sách trúng cử không thay đổi.",
            "1 | 34 | để lại 3 tên; gạch thêm: Ngô Thị Kim An | để lại 2 tên; gạch thêm: Bùi Thị",
        ):
            assert words in again, words
        told = desk.paper("minutes")
        assert "Kết quả kiểm phiếu lại là kết quả chính thức." in told
        assert told.count("Đại hội bầu 3") == 1, "counted again is not elected again"
        assert desk.paper("quick-report").count("trúng cử") == 1
