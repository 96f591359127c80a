"""Lists as offices keep them, each with what is right: the people, and how many rows are nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

Cells = list[list[Any]]
PLACE = "Thử Đức, ngày 15 tháng 6 năm 2025"


@dataclass(frozen=True, kw_only=True)
class OfficeList:
    """The cells of a list, its merged ranges, and its people by the fields that are told.

    `problems` are the rows that cannot come in.
    """

    rows: Cells
    keys: tuple[str, ...]
    people: list[tuple[str, ...]]
    merges: tuple[str, ...] = ()
    formats: dict[str, str] | None = None
    problems: int = 0


LISTS: dict[str, OfficeList] = {
    "chi bộ: title above, two signatures below": OfficeList(
        rows=[
            ["ĐẢNG BỘ PHƯỜNG THỬ", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
            ["CHI BỘ KHU PHỐ 3", None, None, PLACE],
            ["DANH SÁCH ĐẢNG VIÊN DỰ ĐẠI HỘI CHI BỘ"],
            ["(Kèm theo Báo cáo số 12-BC/CB ngày 01/6/2025)"],
            [],
            [
                "STT",
                "Họ và tên",
                "Năm sinh",
                None,
                "Ngày vào Đảng",
                None,
                "Trình độ",
                None,
                None,
                "Ghi chú",
            ],
            [None, None, "Nam", "Nữ", "Dự bị", "Chính thức", "VH", "CM", "LLCT", None],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
            [
                1,
                "Đ/c Nguyễn Văn Thử",
                1956,
                None,
                "19/5/1985",
                "19/5/1986",
                "12/12",
                "ĐH",
                "CC",
                "Bí thư",
            ],
            [
                2,
                "Đ/c Trần Thị Mẫu",
                None,
                "8/3/1970",
                "03.02.1999",
                "03.02.2000",
                "12/12",
                "CĐ",
                "TC",
                None,
            ],
            [
                3,
                "Đ/c Lê Văn Dụ",
                "1962",
                None,
                "1990",
                "1991",
                "10/12",
                None,
                "SC",
                "Miễn sinh hoạt",
            ],
            [None, "Tổng cộng: 03 đồng chí", 2, 1],
            [],
            [None, "NGƯỜI LẬP", None, None, None, None, "T/M CHI ỦY"],
            [None, None, None, None, None, None, "BÍ THƯ"],
            [],
            [None, "Trần Thị Mẫu", None, None, None, None, "Nguyễn Văn Thử"],
        ],
        merges=("A3:J3", "C6:D6", "E6:F6", "G6:I6", "A6:A7", "B6:B7", "J6:J7"),
        keys=("name", "born", "gender", "joined", "official_on", "theory"),
        people=[
            ("Nguyễn Văn Thử", "1956", "nam", "1985-05-19", "1986-05-19", "CC"),
            ("Trần Thị Mẫu", "1970-03-08", "nữ", "1999-02-03", "2000-02-03", "TC"),
            ("Lê Văn Dụ", "1962", "nam", "1990", "1991", "SC"),
        ],
    ),
    "ward: units as headings in the first column, not merged": OfficeList(
        rows=[
            ["DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI ĐẢNG BỘ PHƯỜNG"],
            ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ"],
            ["Chi bộ Khu phố 1: 2 đồng chí"],
            [1, "Nguyễn Thử An", "5/6/1975", "Nam", "Bí thư chi bộ"],
            [2, "Phạm Thị Bông", "1/1/1980", "Nữ", "Chi ủy viên"],
            ["Chi bộ Trường THCS Lê Lợi"],
            [3, "Vũ Thử Cần", "17/9/1969", "Nam", "Hiệu trưởng"],
            ["Chi bộ Công ty TNHH MTV Bình An (01 đ/c)"],
            [4, "Hồ Thị Dung", "1988", "Nữ", "Kế toán"],
            ["Cộng: 04 đại biểu"],
        ],
        keys=("name", "delegation", "position"),
        people=[
            ("Nguyễn Thử An", "Chi bộ Khu phố 1", "Bí thư chi bộ"),
            ("Phạm Thị Bông", "Chi bộ Khu phố 1", "Chi ủy viên"),
            ("Vũ Thử Cần", "Chi bộ Trường THCS Lê Lợi", "Hiệu trưởng"),
            ("Hồ Thị Dung", "Chi bộ Công ty TNHH MTV Bình An", "Kế toán"),
        ],
    ),
    "province: Roman headings with counts, kinds in headings": OfficeList(
        rows=[
            ["STT", "HỌ VÀ TÊN", "NGÀY, THÁNG, NĂM SINH", "QUÊ QUÁN", "CHỨC VỤ, ĐƠN VỊ CÔNG TÁC"],
            ["A", "ĐẠI BIỂU ĐƯƠNG NHIÊN", 2, None, None],
            [1, "NGUYỄN THỬ AN", datetime(1968, 2, 3), "Tỉnh A", "Bí thư Tỉnh ủy"],
            [2, "TRẦN THỊ MẪU", datetime(1970, 12, 31), "Tỉnh B", "Phó Bí thư"],
            ["B", "ĐẠI BIỂU ĐƯỢC BẦU", 2, None, None],
            ["I", "Đảng bộ huyện Thử", 1, None, None],
            [3, "LÊ VĂN VÍ", datetime(1975, 6, 5), "Tỉnh A", "Bí thư Huyện ủy"],
            ["II", "Đảng bộ Quân sự tỉnh", 1, None, None],
            [4, "ĐỖ DỤ", datetime(1972, 1, 9), "Tỉnh C", "Chỉ huy trưởng"],
        ],
        keys=("name", "born", "kind", "delegation"),
        people=[
            ("NGUYỄN THỬ AN", "1968-02-03", "ex_officio", ""),
            ("TRẦN THỊ MẪU", "1970-12-31", "ex_officio", ""),
            ("LÊ VĂN VÍ", "1975-06-05", "official", "Đảng bộ huyện Thử"),
            ("ĐỖ DỤ", "1972-01-09", "official", "Đảng bộ Quân sự tỉnh"),
        ],
    ),
    "Youth Union: marks under three rows of headers": OfficeList(
        rows=[
            [
                "TT",
                "Họ và tên đoàn viên",
                "Giới tính",
                None,
                "Trình độ",
                None,
                None,
                None,
                "Đơn vị",
                "Ngày vào Đoàn",
            ],
            [None, None, None, None, "Chuyên môn", None, "Lý luận chính trị", None, None, None],
            [None, None, "Nam", "Nữ", "ĐH", "Trên ĐH", "SC", "TC", None, None],
            [1, "Nguyễn Thử An", "x", None, "x", None, "x", None, "Chi đoàn 1", "26/3/2012"],
            [2, "Trần Thị Mẫu", None, "x", None, "x", None, "x", "Chi đoàn 2", "26/03/2015"],
        ],
        merges=("A1:A3", "B1:B3", "C1:D2", "E1:H1", "E2:F2", "G2:H2", "I1:I3", "J1:J3"),
        keys=("name", "gender", "degree", "theory", "delegation", "joined"),
        people=[
            ("Nguyễn Thử An", "nam", "ĐH", "SC", "Chi đoàn 1", "2012-03-26"),
            ("Trần Thị Mẫu", "nữ", "Trên ĐH", "TC", "Chi đoàn 2", "2015-03-26"),
        ],
    ),
    "trade union: CĐCS, ticks for women, phone numbers": OfficeList(
        rows=[
            [
                "Số TT",
                "Họ tên đại biểu",
                "Nữ",
                "Năm sinh",
                "CĐCS",
                "Chức vụ công đoàn",
                "Điện thoại",
            ],
            ["01", "Nguyễn Thử An", None, 1980, "CĐCS Công ty A", "Chủ tịch CĐCS", "0903123456"],
            ["02", "Trần Thị Mẫu", "x", 1985, "CĐCS Công ty B", "UV BCH", "0903123457"],
            ["03", "Lê Văn Ví", None, 1990, "CĐCS Công ty B", "Đoàn viên", None],
            ["Tổng số", "3", "1"],
        ],
        keys=("name", "gender", "born", "delegation", "position"),
        people=[
            ("Nguyễn Thử An", "nam", "1980", "CĐCS Công ty A", "Chủ tịch CĐCS"),
            ("Trần Thị Mẫu", "nữ", "1985", "CĐCS Công ty B", "UV BCH"),
            ("Lê Văn Ví", "nam", "1990", "CĐCS Công ty B", "Đoàn viên"),
        ],
    ),
    "women: chi hội once for its people, birth in three columns": OfficeList(
        rows=[
            [
                "STT",
                "Họ và tên hội viên",
                "Ngày sinh",
                "Tháng sinh",
                "Năm sinh",
                "Chi hội",
                "Cơ cấu",
            ],
            [1, "Nguyễn Thị Thử", 5, 6, 1975, "Chi hội ấp 1", "ĐB chính thức"],
            [2, "Trần Thị Mẫu", 31, 12, 1980, None, "ĐB chính thức"],
            [3, "Lê Thị Ví", None, None, 1991, "Chi hội ấp 2", "ĐB dự khuyết"],
            [4, "Phạm Thị Dụ", None, 2, 1988, None, "Khách mời"],
        ],
        keys=("name", "born", "delegation", "kind"),
        people=[
            ("Nguyễn Thị Thử", "1975-06-05", "Chi hội ấp 1", "official"),
            ("Trần Thị Mẫu", "1980-12-31", "Chi hội ấp 1", "official"),
            ("Lê Thị Ví", "1991", "Chi hội ấp 2", "alternate"),
            ("Phạm Thị Dụ", "1988-02", "Chi hội ấp 2", "guest"),
        ],
    ),
    "farmers: ditto marks, ấp, dates of two digits": OfficeList(
        rows=[
            ["STT", "Họ & tên", "Sinh ngày", "Nam/Nữ", "Dân tộc", "Tôn giáo", "Ấp, khu phố"],
            [1, "Danh Thử", "15/06/75", "Nam", "Khmer", "Phật", "Ấp Bình Thạnh"],
            [2, "Thạch Thị Mẫu", "1.9.80", "Nữ", '"', "-nt-", "nt"],
            [3, "Kim Ví", "/ /1969", "Nam", "nt", "Không", "Ấp Bình Hòa"],
        ],
        keys=("name", "born", "ethnic", "religion", "delegation"),
        people=[
            ("Danh Thử", "1975-06-15", "Khmer", "Phật", "Ấp Bình Thạnh"),
            ("Thạch Thị Mẫu", "1980-09-01", "Khmer", "Phật", "Ấp Bình Thạnh"),
            ("Kim Ví", "1969", "Khmer", "Không", "Ấp Bình Hòa"),
        ],
    ),
    "veterans: Ông and Bà, ranks, codes": OfficeList(
        rows=[
            ["HỘI CỰU CHIẾN BINH PHƯỜNG THỬ"],
            ["TT", "Mã đại biểu", "Ông, bà", "Năm sinh", "Chức vụ", "Chi hội"],
            [1, "CCB-01", "Ông Nguyễn Thử An", 1950, "Chủ tịch", "Chi hội 1"],
            [2, "CCB-02", "Bà Trần Thị Mẫu", 1955, "Phó Chủ tịch", "Chi hội 2"],
            [3, "CCB-03", "Ông Lê Văn Ví", 1948, "Ủy viên", "Chi hội 2"],
            [None, None, "Danh sách này có 03 đồng chí./."],
            [None, None, None, None, "T/M BAN CHẤP HÀNH"],
            [None, None, None, None, "CHỦ TỊCH"],
            [None, None, None, None, "(Đã ký)"],
            [None, None, None, None, "Nguyễn Thử An"],
        ],
        keys=("code", "name", "gender", "delegation"),
        people=[
            ("CCB-01", "Nguyễn Thử An", "nam", "Chi hội 1"),
            ("CCB-02", "Trần Thị Mẫu", "nữ", "Chi hội 2"),
            ("CCB-03", "Lê Văn Ví", "nam", "Chi hội 2"),
        ],
    ),
    "association: degrees before names, given name first": OfficeList(
        rows=[
            ["STT", "Tên", "Họ và chữ đệm", "Ngày sinh", "Đơn vị công tác", "Nghề nghiệp"],
            [1, "An", "TS. Nguyễn Thử", "05-06-1975", "Trường Đại học A", "Giảng viên"],
            [2, "Mẫu", "Trần Thị", "31-12-1980", "Bệnh viện B", "Bác sĩ"],
        ],
        keys=("name", "born", "delegation", "titles"),
        people=[
            ("Nguyễn Thử An", "1975-06-05", "Trường Đại học A", "TS."),
            ("Trần Thị Mẫu", "1980-12-31", "Bệnh viện B", ""),
        ],
    ),
    "ward: kinds in columns of marks, unit merged downwards": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Đơn vị", "Đại biểu", None, None, "Ghi chú"],
            [None, None, None, None, "Đương nhiên", "Được bầu", "Chỉ định", None],
            [1, "Nguyễn Thử An", 1970, "Chi bộ Cơ quan", "x", None, None, None],
            [2, "Trần Thị Mẫu", 1980, None, None, "x", None, "nữ"],
            [3, "Lê Văn Ví", 1991, "Chi bộ Công an", None, None, "x", None],
        ],
        merges=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:H2", "D3:D4"),
        keys=("name", "kind", "delegation"),
        people=[
            ("Nguyễn Thử An", "ex_officio", "Chi bộ Cơ quan"),
            ("Trần Thị Mẫu", "official", "Chi bộ Cơ quan"),
            ("Lê Văn Ví", "appointed", "Chi bộ Công an"),
        ],
    ),
    "chi bộ: names alone": OfficeList(
        rows=[["Họ và tên"], ["Nguyễn Thử An"], ["Trần Thị Mẫu"], ["Lê Văn Ví"]],
        keys=("name",),
        people=[("Nguyễn Thử An",), ("Trần Thị Mẫu",), ("Lê Văn Ví",)],
    ),
    "hamlets: headings in the column of names, numbers start anew": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Nữ", "Chức danh"],
            [None, "Tổ dân phố 1", None, None, None],
            [1, "Nguyễn Thử An", 1970, None, "Tổ trưởng"],
            [2, "Trần Thị Mẫu", 1980, "x", "Tổ phó"],
            [None, "Cộng: 2", None, 1, None],
            [None, "Tổ dân phố 2", None, None, None],
            [1, "Lê Văn Ví", 1991, None, "Tổ trưởng"],
            [None, "Cộng: 1", None, 0, None],
            [None, "TỔNG CỘNG: 3 đại biểu", None, 1, None],
        ],
        keys=("name", "gender", "delegation"),
        people=[
            ("Nguyễn Thử An", "nam", "Tổ dân phố 1"),
            ("Trần Thị Mẫu", "nữ", "Tổ dân phố 1"),
            ("Lê Văn Ví", "nam", "Tổ dân phố 2"),
        ],
    ),
    "district: position in two columns, hometown in two": OfficeList(
        rows=[
            [
                "STT",
                "Họ và tên",
                "Ngày tháng năm sinh",
                "Chức vụ",
                None,
                "Quê quán",
                None,
                "Dân tộc",
                None,
            ],
            [None, None, None, "Đảng", "Chính quyền", "Xã", "Tỉnh", "Kinh", "Khác"],
            [
                1,
                "Nguyễn Thử An",
                "05/6/1975",
                "Bí thư",
                "Chủ tịch HĐND",
                "Xã A",
                "Tỉnh B",
                "x",
                None,
            ],
            [2, "Lò Thị Mẫu", "1980", "Ủy viên", None, "Xã C", "Tỉnh D", None, "Thái"],
        ],
        merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1"),
        keys=("name", "position", "hometown", "ethnic"),
        people=[
            ("Nguyễn Thử An", "Bí thư, Chủ tịch HĐND", "Xã A, Tỉnh B", "Kinh"),
            ("Lò Thị Mẫu", "Ủy viên", "Xã C, Tỉnh D", "Thái"),
        ],
    ),
    "students: birth with English months, gender after the name": OfficeList(
        rows=[
            ["No.", "Full name", "Date of birth", "Lớp", "Chức vụ"],
            [1, "Nguyễn Thử An (nam)", "15-Jun-2004", "Lớp K45A", "Bí thư chi đoàn"],
            [2, "Trần Thị Mẫu (nữ)", "1 Sep 2005", "Lớp K46B", "Đoàn viên"],
        ],
        keys=("name", "gender", "born", "delegation"),
        people=[
            ("Nguyễn Thử An", "nam", "2004-06-15", "Lớp K45A"),
            ("Trần Thị Mẫu", "nữ", "2005-09-01", "Lớp K46B"),
        ],
    ),
    "congress of members: sign-in list with empty columns": OfficeList(
        rows=[
            ["DANH SÁCH ĐẠI BIỂU KÝ TÊN", None, None, None],
            ["STT", "Họ và tên", "Đơn vị", "Ký tên"],
            [1, "Nguyễn Thử An", "Phòng Tài chính"],
            [2, "Trần Thị Mẫu", "Phòng Nội vụ"],
            [3, None, None],
            [4, None, None],
            ["Tổng cộng: 2 người"],
            ["Xác nhận của Ban Tổ chức"],
        ],
        keys=("name", "delegation"),
        people=[("Nguyễn Thử An", "Phòng Tài chính"), ("Trần Thị Mẫu", "Phòng Nội vụ")],
    ),
    "minority names and short given names": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Giới", "Buôn"],
            [1, "H'Wing Niê", 1985, "Nữ", "Buôn A"],
            [2, "Y Ban Êban", 1979, "Nam", "Buôn A"],
            [3, "A Thử", 1990, "Nam", "Buôn B"],
            [4, "Rơ Châm H'Mẫu", 1992, "Nữ", "Buôn B"],
            [5, "Sùng A Ví", 1970, "Nam", "Buôn C"],
        ],
        keys=("name", "gender", "delegation"),
        people=[
            ("H'Wing Niê", "nữ", "Buôn A"),
            ("Y Ban Êban", "nam", "Buôn A"),
            ("A Thử", "nam", "Buôn B"),
            ("Rơ Châm H'Mẫu", "nữ", "Buôn B"),
            ("Sùng A Ví", "nam", "Buôn C"),
        ],
    ),
    "list with the unit in the title of each block": OfficeList(
        rows=[
            ["ĐOÀN ĐẠI BIỂU PHƯỜNG MỘT"],
            ["STT", "Họ và tên", "Ngày sinh", "Chức vụ"],
            [1, "Nguyễn Thử An", "5/6/1975", "Trưởng đoàn"],
            ["ĐOÀN ĐẠI BIỂU PHƯỜNG HAI"],
            ["STT", "Họ và tên", "Ngày sinh", "Chức vụ"],
            [1, "Trần Thị Mẫu", "1980", "Trưởng đoàn"],
            [2, "Lê Văn Ví", "1991", "Thành viên"],
        ],
        keys=("name", "delegation"),
        people=[
            ("Nguyễn Thử An", "ĐOÀN ĐẠI BIỂU PHƯỜNG MỘT"),
            ("Trần Thị Mẫu", "ĐOÀN ĐẠI BIỂU PHƯỜNG HAI"),
            ("Lê Văn Ví", "ĐOÀN ĐẠI BIỂU PHƯỜNG HAI"),
        ],
    ),
    "numbers as text, unit headings with Arabic numbers": OfficeList(
        rows=[
            ["STT", "Họ tên", "NS", "GT", "CV"],
            ["1. Chi bộ Cơ quan", None, None, None, None],
            ["1", "Nguyễn Thử An", "1975", "Nam", "Bí thư"],
            ["2", "Trần Thị Mẫu", "1980", "Nữ", None],
            ["2. Chi bộ Quân sự", None, None, None, None],
            ["3", "Lê Văn Ví", "1991", "Nam", None],
        ],
        keys=("name", "gender", "delegation"),
        people=[
            ("Nguyễn Thử An", "nam", "Chi bộ Cơ quan"),
            ("Trần Thị Mẫu", "nữ", "Chi bộ Cơ quan"),
            ("Lê Văn Ví", "nam", "Chi bộ Quân sự"),
        ],
    ),
    "birth split between men and women with ticks for education": OfficeList(
        rows=[
            [
                "STT",
                "Họ và tên",
                "Năm sinh",
                None,
                "Trình độ học vấn",
                None,
                "Trình độ chuyên môn",
                None,
                "Đảng viên",
            ],
            [None, None, "Nam", "Nữ", "THCS", "THPT", "Đại học", "Sau ĐH", None],
            [1, "Nguyễn Thử An", 1975, None, None, "X", "X", None, "X"],
            [2, "Trần Thị Mẫu", None, 1980, None, "X", None, "X", None],
        ],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:I2"),
        keys=("name", "born", "gender", "schooling", "degree"),
        people=[
            ("Nguyễn Thử An", "1975", "nam", "THPT", "Đại học"),
            ("Trần Thị Mẫu", "1980", "nữ", "THPT", "Sau ĐH"),
        ],
    ),
    "joined in three columns, names over three columns merged": OfficeList(
        rows=[
            ["STT", "Họ và tên", None, None, "Ngày vào Đảng", None, None],
            [None, "Họ", "Đệm", "Tên", "Ngày", "Tháng", "Năm"],
            [1, "Nguyễn", "Thử", "An", 19, 5, 2001],
            [2, "Trần", "Thị", "Mẫu", None, 5, 2005],
            [3, "Lê", None, "Ví", None, None, 1999],
        ],
        merges=("A1:A2", "B1:D1", "E1:G1"),
        keys=("name", "joined"),
        people=[("Nguyễn Thử An", "2001-05-19"), ("Trần Thị Mẫu", "2005-05"), ("Lê Ví", "1999")],
    ),
    "headings without numbers, people without numbers": OfficeList(
        rows=[
            ["Họ và tên", "Năm sinh", "Chức vụ"],
            ["CHI BỘ KHU PHỐ 1"],
            ["Nguyễn Thử An", 1975, "Bí thư"],
            ["Trần Thị Mẫu", 1980, "Phó Bí thư"],
            ["CHI BỘ KHU PHỐ 2"],
            ["Lê Văn Ví", 1991, "Bí thư"],
            ["Tổng cộng 3"],
        ],
        keys=("name", "delegation"),
        people=[
            ("Nguyễn Thử An", "CHI BỘ KHU PHỐ 1"),
            ("Trần Thị Mẫu", "CHI BỘ KHU PHỐ 1"),
            ("Lê Văn Ví", "CHI BỘ KHU PHỐ 2"),
        ],
    ),
    "enterprise: headings that begin as no unit does": OfficeList(
        rows=[
            ["STT", "Họ tên", "Ngày sinh", "Giới tính"],
            ["Xưởng may số 1"],
            [1, "Nguyễn Thử An", "5/6/1975", "Nam"],
            ["Kho vận"],
            [2, "Trần Thị Mẫu", "1980", "Nữ"],
            ["Giám đốc công ty"],
            ["(Ký tên, đóng dấu)"],
            ["Hoàng Văn Ký"],
        ],
        keys=("name", "delegation"),
        people=[("Nguyễn Thử An", "Xưởng may số 1"), ("Trần Thị Mẫu", "Kho vận")],
    ),
    "code by number format, present and absent": OfficeList(
        rows=[
            ["STT", "Mã ĐB", "Họ và tên", "Điểm danh", "Ghi chú"],
            [1, 7, "Nguyễn Thử An", "x", None],
            [2, 8, "Trần Thị Mẫu", None, "vắng có phép"],
        ],
        formats={"B2": '"ĐB-"000', "B3": '"ĐB-"000'},
        keys=("code", "name", "status"),
        people=[("ĐB-007", "Nguyễn Thử An", "present"), ("ĐB-008", "Trần Thị Mẫu", "absent")],
    ),
    "candidate list of a fatherland front": OfficeList(
        rows=[
            ["MẶT TRẬN TỔ QUỐC"],
            ["TRÍCH NGANG NHÂN SỰ GIỚI THIỆU THAM GIA ỦY BAN"],
            [
                "STT",
                "Họ và tên, chức vụ, đơn vị",
                "Năm sinh",
                None,
                "Dân tộc",
                "Tôn giáo",
                "Cơ cấu",
            ],
            [None, None, "Nam", "Nữ", None, None, None],
            [1, "Nguyễn Thử An", "1975", None, "Kinh", "Không", "Tái cử"],
            [2, "Thích Thử Mẫu", None, "1980", "Kinh", "Phật giáo", "Tôn giáo"],
        ],
        merges=("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4"),
        keys=("name", "born", "gender", "religion"),
        people=[
            ("Nguyễn Thử An", "1975", "nam", "Không"),
            ("Thích Thử Mẫu", "1980", "nữ", "Phật giáo"),
        ],
    ),
    "typed without accents": OfficeList(
        rows=[
            ["STT", "Ho va ten", "Nam sinh", "Gioi tinh", "Don vi"],
            [1, "NGUYEN THU AN", "1975", "Nam", "CB1"],
            [2, "TRAN THI MAU", "1980", "Nu", "CB2"],
            [None, "TONG CONG: 2 NGUOI"],
            [None, "NGUOI LAP BIEU"],
        ],
        keys=("name", "born", "gender", "delegation"),
        people=[("NGUYEN THU AN", "1975", "nam", "CB1"), ("TRAN THI MAU", "1980", "nữ", "CB2")],
    ),
    "alternates in a second list below with its own header": OfficeList(
        rows=[
            ["I. ĐẠI BIỂU CHÍNH THỨC"],
            ["STT", "Họ và tên", "Năm sinh", "Đơn vị"],
            [1, "Nguyễn Thử An", 1975, "CB1"],
            [],
            ["II. ĐẠI BIỂU DỰ KHUYẾT"],
            ["STT", "Họ và tên", "Năm sinh", "Đơn vị"],
            [1, "Trần Thị Mẫu", 1980, "CB2"],
        ],
        keys=("name", "kind", "delegation"),
        people=[("Nguyễn Thử An", "official", "CB1"), ("Trần Thị Mẫu", "alternate", "CB2")],
    ),
    "birth and joining as real dates with a wide total row": OfficeList(
        rows=[
            [
                "STT",
                "Họ và tên",
                "Ngày sinh",
                "Ngày vào Đảng",
                "Chi bộ",
                "Trình độ CM",
                "Trình độ LLCT",
            ],
            [1, "Nguyễn Thử An", datetime(1975, 6, 5), datetime(2001, 5, 19), "CB1", "ThS", "CC"],
            [2, "Trần Thị Mẫu", datetime(1980, 12, 31), datetime(2005, 2, 3), "CB1", "ĐH", "TC"],
            ["Tổng số: 02 đồng chí", None, None, None, None, "ĐH: 1; ThS: 1", "CC: 1; TC: 1"],
        ],
        keys=("name", "born", "joined", "degree", "theory"),
        people=[
            ("Nguyễn Thử An", "1975-06-05", "2001-05-19", "ThS", "CC"),
            ("Trần Thị Mẫu", "1980-12-31", "2005-02-03", "ĐH", "TC"),
        ],
    ),
}
