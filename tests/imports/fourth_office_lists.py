"""Lists of a fourth gathering: people on two rows, short kinds, odd dates and headings."""

from __future__ import annotations

from .office_lists import OfficeList

# fmt: off
FOURTH: dict[str, OfficeList] = {
    "tuổi dưới Nam và Nữ": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Tuổi", None, "Chức vụ"],
            [None, None, "Nam", "Nữ", None],
            [1, "Hà Văn Một", 45, None, "BT"],
            [2, "Hà Thị Hai", None, 38, "UV"],
        ],
        merges=("C1:D1",),
        keys=("name", "born", "gender"),
        people=[
            ("Hà Văn Một", "", "nam"),
            ("Hà Thị Hai", "", "nữ"),
        ],
    ),
    "đơn vị đứng trước STT, gộp dọc": OfficeList(
        rows=[
            ["Chi bộ", "STT", "Họ và tên", "Năm sinh"],
            ["Khu phố 1", 1, "Hà Văn Một", 1970],
            [None, 2, "Hà Thị Hai", 1980],
            ["Khu phố 2", 1, "Hà Ba", 1990],
        ],
        merges=("A2:A3",),
        keys=("name", "delegation"),
        people=[
            ("Hà Văn Một", "Khu phố 1"),
            ("Hà Thị Hai", "Khu phố 1"),
            ("Hà Ba", "Khu phố 2"),
        ],
    ),
    "mỗi người hai dòng gộp, hai chức vụ": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Chức vụ"],
            [1, "Hà Văn Một", 1970, "Bí thư Đảng ủy"],
            [None, None, None, "Chủ tịch HĐND"],
            [2, "Hà Thị Hai", 1980, "Phó Bí thư"],
            [None, None, None, "Chủ tịch UBND"],
        ],
        merges=("A2:A3", "B2:B3", "C2:C3", "A4:A5", "B4:B5", "C4:C5"),
        keys=("name", "position"),
        people=[
            ("Hà Văn Một", "Bí thư Đảng ủy, Chủ tịch HĐND"),
            ("Hà Thị Hai", "Phó Bí thư, Chủ tịch UBND"),
        ],
    ),
    "bảng tổng hợp phía trên danh sách": OfficeList(
        rows=[
            ["TỔNG HỢP"],
            ["STT", "Đơn vị", "Số lượng", "Nam", "Nữ"],
            [1, "Chi bộ 1", 2, 1, 1],
            [2, "Chi bộ 2", 1, 1, 0],
            ["Cộng", None, 3, 2, 1],
            [],
            ["DANH SÁCH ĐẠI BIỂU"],
            ["STT", "Họ và tên", "Năm sinh", "Đơn vị"],
            [1, "Hà Văn Một", 1970, "Chi bộ 1"],
            [2, "Hà Thị Hai", 1980, "Chi bộ 1"],
            [3, "Hà Ba", 1990, "Chi bộ 2"],
        ],
        keys=("name", "born", "delegation"),
        people=[
            ("Hà Văn Một", "1970", "Chi bộ 1"),
            ("Hà Thị Hai", "1980", "Chi bộ 1"),
            ("Hà Ba", "1990", "Chi bộ 2"),
        ],
    ),
    "số thứ tự trong ô tên": OfficeList(
        rows=[
            ["Họ và tên", "Năm sinh", "Đơn vị"],
            ["1. Hà Văn Một", 1970, "CB1"],
            ["2) Hà Thị Hai", 1980, "CB1"],
            ["3/ Hà Ba", 1990, "CB2"],
        ],
        keys=("name", "born", "delegation"),
        people=[
            ("Hà Văn Một", "1970", "CB1"),
            ("Hà Thị Hai", "1980", "CB1"),
            ("Hà Ba", "1990", "CB2"),
        ],
    ),
    "tên thường gọi trong ngoặc, chữ A B": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Võ Văn Tám (Tám Nhỏ)", 1950],
            [2, "Nguyễn Văn An (A)", 1970],
            [3, "Nguyễn Văn An (B)", 1972],
            [4, "Bùi Thị Én (tức Hai Én)", 1960],
        ],
        keys=("name", "born"),
        people=[
            ("Võ Văn Tám (Tám Nhỏ)", "1950"),
            ("Nguyễn Văn An (A)", "1970"),
            ("Nguyễn Văn An (B)", "1972"),
            ("Bùi Thị Én (tức Hai Én)", "1960"),
        ],
    ),
    "chức sắc tôn giáo": OfficeList(
        rows=[
            ["STT", "Họ và tên, pháp danh", "Năm sinh", "Tôn giáo"],
            [1, "Hòa thượng Thích Thiện Một", 1950, "Phật giáo"],
            [2, "Ni sư Thích Nữ Diệu Hai", 1960, "Phật giáo"],
            [3, "Mục sư Lê Văn Ba", 1970, "Tin lành"],
            [4, "Nữ tu Maria Trần Thị Bốn", 1980, "Công giáo"],
        ],
        keys=("name", "born", "religion"),
        people=[
            ("Hòa thượng Thích Thiện Một", "1950", "Phật giáo"),
            ("Ni sư Thích Nữ Diệu Hai", "1960", "Phật giáo"),
            ("Mục sư Lê Văn Ba", "1970", "Tin lành"),
            ("Nữ tu Maria Trần Thị Bốn", "1980", "Công giáo"),
        ],
    ),
    "tên dân tộc có dấu cách sau nháy": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Dân tộc"],
            [1, "K' Brểu", 1970, "Cơ Ho"],
            [2, "Ksor H' Bơ Một", 1980, "Gia Rai"],
            [3, "A Bhlong", 1965, "Ba Na"],
            [4, "Tôn Nữ Thị Hai", 1975, "Kinh"],
            [5, "Công Tằng Tôn Nữ Ba", 1977, "Kinh"],
        ],
        keys=("name", "born"),
        people=[
            ("K' Brểu", "1970"),
            ("Ksor H' Bơ Một", "1980"),
            ("A Bhlong", "1965"),
            ("Tôn Nữ Thị Hai", "1975"),
            ("Công Tằng Tôn Nữ Ba", "1977"),
        ],
    ),
    "ngày lạ": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Ngày sinh"],
            [1, "Hà Một", "15/6-1975"],
            [2, "Hà Hai", "Ngày 05/6/1975"],
            [3, "Hà Ba", "năm 1975"],
            [4, "Hà Bốn", "1.975"],
            [5, "Hà Năm", "0/6/1975"],
            [6, "Hà Sáu", "00/00/1975"],
            [7, "Hà Bảy", "05/06/1975."],
            [9, "Hà Chín", "15/06/1975 00:00:00"],
            [10, "Hà Mười", "15 / 6 /1975"],
            [11, "Hà Mười Một", 1975.0],
            [12, "Hà Mười Hai", "1975?"],
            [13, "Hà Mười Ba", "15/6 năm 1975"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1975-06-15"),
            ("Hà Hai", "1975-06-05"),
            ("Hà Ba", "1975"),
            ("Hà Bốn", "1975"),
            ("Hà Năm", "1975-06"),
            ("Hà Sáu", "1975"),
            ("Hà Bảy", "1975-06-05"),
            ("Hà Chín", "1975-06-15"),
            ("Hà Mười", "1975-06-15"),
            ("Hà Mười Một", "1975"),
            ("Hà Mười Hai", "1975"),
            ("Hà Mười Ba", "1975-06-15"),
        ],
    ),
    "ngày không có thật": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Ngày sinh"],
            [1, "Hà Một", "30/02/1980"],
            [2, "Hà Hai", "31/04/1990"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", ""),
            ("Hà Hai", ""),
        ],
    ),
    "loại viết tắt ĐN, B, CĐ": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Loại ĐB"],
            [1, "Hà Một", 1970, "ĐN"],
            [2, "Hà Hai", 1971, "B"],
            [3, "Hà Ba", 1972, "CĐ"],
            [4, "Hà Bốn", 1973, "DK"],
        ],
        keys=("name", "kind"),
        people=[
            ("Hà Một", "ex_officio"),
            ("Hà Hai", "official"),
            ("Hà Ba", "appointed"),
            ("Hà Bốn", "alternate"),
        ],
    ),
    "tuổi đảng và huy hiệu không phải ngày vào Đảng": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Tuổi Đảng", "Huy hiệu Đảng", "Ngày vào Đảng"],
            [1, "Hà Một", 1940, 60, "60 năm", "3/2/1965"],
            [2, "Hà Hai", 1980, 20, None, "3/2/2005"],
        ],
        keys=("name", "joined"),
        people=[
            ("Hà Một", "1965-02-03"),
            ("Hà Hai", "2005-02-03"),
        ],
    ),
    "chỉ có tuổi đảng": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Tuổi Đảng", "Chi bộ"],
            [1, "Hà Một", 1940, 60, "CB1"],
            [2, "Hà Hai", 1980, 20, "CB2"],
        ],
        keys=("name", "joined", "born"),
        people=[
            ("Hà Một", "", "1940"),
            ("Hà Hai", "", "1980"),
        ],
    ),
    "ngày vào ngành, nhập ngũ, chuyển đến": OfficeList(
        rows=[
            [
                "TT", "Họ và tên", "Năm sinh", "Ngày vào ngành", "Ngày nhập ngũ",
                "Ngày chuyển đến", "Ngày vào Đảng", "Đơn vị",
            ],
            [1, "Hà Một", 1970, "1990", "1988", "2001", "1995", "CB1"],
        ],
        keys=("name", "joined", "official_on"),
        people=[
            ("Hà Một", "1995", ""),
        ],
    ),
    "tổ chức cơ sở đảng": OfficeList(
        rows=[
            [
                "Số TT", "Họ và tên đại biểu", "Năm sinh", "Tổ chức cơ sở đảng",
                "Chức vụ Đảng, chính quyền, đoàn thể",
            ],
            ["01", "Hà Một", "1970", "Chi bộ Y tế", "Trạm trưởng"],
        ],
        keys=("name", "delegation", "position"),
        people=[
            ("Hà Một", "Chi bộ Y tế", "Trạm trưởng"),
        ],
    ),
    "TCCSĐ, đầu mối": OfficeList(
        rows=[
            ["STT", "Họ tên", "N.Sinh", "TCCS đảng"],
            [1, "Hà Một", 1970, "ĐB Công an"],
            [2, "Hà Hai", 1980, "CB Thuế"],
        ],
        keys=("name", "delegation"),
        people=[
            ("Hà Một", "ĐB Công an"),
            ("Hà Hai", "CB Thuế"),
        ],
    ),
    "nam giới, nữ giới": OfficeList(
        rows=[
            ["STT", "Họ tên", "Giới tính"],
            [1, "Hà Một", "Nam giới"],
            [2, "Hà Hai", "Nữ giới"],
            [3, "Hà Ba", "nam."],
            [4, "Hà Bốn", "N ữ"],
        ],
        keys=("name", "gender"),
        people=[
            ("Hà Một", "nam"),
            ("Hà Hai", "nữ"),
            ("Hà Ba", "nam"),
            ("Hà Bốn", "nữ"),
        ],
    ),
    "gạch đầu dòng đơn vị": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            ["* Chi bộ 1:"],
            [1, "Hà Một", 1970],
            ["* Chi bộ 2 (02 đ/c):"],
            [2, "Hà Hai", 1980],
            [3, "Hà Ba", 1981],
        ],
        keys=("name", "delegation"),
        people=[
            ("Hà Một", "Chi bộ 1"),
            ("Hà Hai", "Chi bộ 2"),
            ("Hà Ba", "Chi bộ 2"),
        ],
    ),
    "thôn viết hoa có số": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [None, "THÔN ĐÔNG: 2", None],
            [1, "Hà Một", 1970],
            [2, "Hà Hai", 1980],
            [None, "THÔN TÂY: 1", None],
            [3, "Hà Ba", 1981],
        ],
        keys=("name", "delegation"),
        people=[
            ("Hà Một", "THÔN ĐÔNG"),
            ("Hà Hai", "THÔN ĐÔNG"),
            ("Hà Ba", "THÔN TÂY"),
        ],
    ),
    "họ tên và ngày sinh xuống dòng trong một ô": OfficeList(
        rows=[
            ["STT", "Họ và tên\nNgày sinh", "Chức vụ\nĐơn vị"],
            [1, "Hà Văn Một\n05/06/1975", "Bí thư\nChi bộ 1"],
            [2, "Hà Thị Hai\n1980", "Ủy viên\nChi bộ 2"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Văn Một", "1975-06-05"),
            ("Hà Thị Hai", "1980"),
        ],
    ),
    "Ô. và B.": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Ô. Nguyễn Văn Một", 1950],
            [2, "B. Trần Thị Hai", 1960],
            [3, "Ô. Lê Văn Ba", 1970],
        ],
        keys=("name", "gender"),
        people=[
            ("Nguyễn Văn Một", "nam"),
            ("Trần Thị Hai", "nữ"),
            ("Lê Văn Ba", "nam"),
        ],
    ),
    "anh, chị": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Anh Nguyễn Văn Một", 1999],
            [2, "Chị Trần Thị Hai", 2000],
            [3, "Anh Lê Văn Ba", 2001],
        ],
        keys=("name", "gender"),
        people=[
            ("Nguyễn Văn Một", "nam"),
            ("Trần Thị Hai", "nữ"),
            ("Lê Văn Ba", "nam"),
        ],
    ),
    "họ Anh? Không; họ Chị? người tên Anh": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Trần Anh", 1999],
            [2, "Anh Đức", 2000],
            [3, "Lê Chị", 2001],
        ],
        keys=("name", "gender"),
        people=[
            ("Trần Anh", ""),
            ("Anh Đức", ""),
            ("Lê Chị", ""),
        ],
    ),
    "dấu cách cứng, ký tự ẩn, số toàn góc": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Hà Văn​ Một", " 1970"],
            [2, "﻿Hà  Thị   Hai", "１９８０"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Văn Một", "1970"),
            ("Hà Thị Hai", "1980"),
        ],
    ),
    "vắng có phép V, P": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Điểm danh"],
            [1, "Hà Một", 1970, "Có mặt"],
            [2, "Hà Hai", 1980, "Vắng"],
            [3, "Hà Ba", 1981, "có"],
        ],
        keys=("name", "status"),
        people=[
            ("Hà Một", "present"),
            ("Hà Hai", "absent"),
            ("Hà Ba", "present"),
        ],
    ),
    "cột trống ở giữa, dòng trống giữa từng người": OfficeList(
        rows=[
            ["STT", None, "Họ và tên", None, "Năm sinh"],
            [],
            [1, None, "Hà Một", None, 1970],
            [],
            [2, None, "Hà Hai", None, 1980],
            [],
            [None, None, "Cộng", None, 2],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
        ],
    ),
    "tiêu đề CHỮ HOA có xuống dòng và gạch nối": OfficeList(
        rows=[
            ["S\nT\nT", "HỌ VÀ\nTÊN", "NGÀY,\nTHÁNG,\nNĂM SINH", "CHỨC\nVỤ", "ĐƠN\nVỊ"],
            [1, "HÀ MỘT", "1/2/1970", "BT", "CB 1"],
        ],
        keys=("name", "born", "position", "delegation"),
        people=[
            ("HÀ MỘT", "1970-02-01", "BT", "CB 1"),
        ],
    ),
    "cổ đông là tổ chức": OfficeList(
        rows=[
            ["STT", "Mã cổ đông", "Tên cổ đông", "Số cổ phần"],
            [1, "CD001", "Nguyễn Văn Một", "1.000"],
            [2, "CD002", "Công ty TNHH Đầu tư Hai", "500.000"],
            [3, "CD003", "Trần Thị Ba", "2.500"],
        ],
        keys=("code", "name"),
        people=[
            ("CD001", "Nguyễn Văn Một"),
            ("CD002", "Công ty TNHH Đầu tư Hai"),
            ("CD003", "Trần Thị Ba"),
        ],
    ),
    "ngày vào Đảng dạng chính thức trong ngoặc": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh", "Ngày vào Đảng (chính thức)"],
            [1, "Hà Một", 1970, "03/02/1995 (03/02/1996)"],
            [2, "Hà Hai", 1980, "19/5/2005 (19/5/2006)"],
        ],
        keys=("name", "joined", "official_on"),
        people=[
            ("Hà Một", "1995-02-03", "1996-02-03"),
            ("Hà Hai", "2005-05-19", "2006-05-19"),
        ],
    ),
    "người ký cạnh ngày dưới bảng, không STT": OfficeList(
        rows=[
            ["Họ và tên", "Năm sinh", "Đơn vị"],
            ["Hà Một", 1970, "CB1"],
            ["Hà Hai", 1980, "CB2"],
            [None, None, "Bình Thử, ngày 01 tháng 6 năm 2025"],
            ["NGƯỜI LẬP BẢNG", None, "BÍ THƯ"],
            [],
            ["Hà Thị Ba", None, "Lê Văn Bốn"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
        ],
    ),
    "tên trong hai cột không đề mục thứ hai": OfficeList(
        rows=[
            ["STT", "Họ và tên", None, "Ngày sinh"],
            [1, "Hà Văn", "Một", "1/1/1970"],
            [2, "Hà Thị", "Hai", "1/1/1980"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Văn Một", "1970-01-01"),
            ("Hà Thị Hai", "1980-01-01"),
        ],
    ),
    "STT La Mã cho từng người": OfficeList(
        rows=[
            ["TT", "Họ và tên", "Năm sinh"],
            ["I", "Hà Một", 1970],
            ["II", "Hà Hai", 1980],
            ["III", "Hà Ba", 1981],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
            ("Hà Ba", "1981"),
        ],
    ),
    "nơi sinh, nơi ở, hộ khẩu bên quê quán": OfficeList(
        rows=[
            [
                "TT", "Họ và tên", "Năm sinh", "Nơi sinh", "Quê quán", "Nơi ở hiện nay",
                "Nơi công tác",
            ],
            [1, "Hà Một", 1970, "Hà Nội", "Nam Định", "Q1", "Sở A"],
        ],
        keys=("name", "hometown", "delegation"),
        people=[
            ("Hà Một", "Nam Định", "Sở A"),
        ],
    ),
    "ĐẠI BIỂU làm tiêu đề bao trùm": OfficeList(
        rows=[
            ["STT", "ĐẠI BIỂU", None, None, "ĐƠN VỊ"],
            [None, "Họ và tên", "Năm sinh", "Chức vụ", None],
            [1, "Hà Một", 1970, "BT", "CB1"],
            [2, "Hà Hai", 1980, "PBT", "CB2"],
        ],
        merges=("B1:D1", "A1:A2", "E1:E2"),
        keys=("name", "born", "position", "delegation"),
        people=[
            ("Hà Một", "1970", "BT", "CB1"),
            ("Hà Hai", "1980", "PBT", "CB2"),
        ],
    ),
    "lý lịch: thông tin cá nhân bao trùm": OfficeList(
        rows=[
            [
                "STT", "Thông tin cá nhân", None, None, None, "Thông tin Đảng", None, "Công tác",
                None,
            ],
            [
                None, "Họ tên", "Giới", "Sinh", "Dân tộc", "Kết nạp", "Chính thức", "Cơ quan",
                "Chức vụ",
            ],
            [1, "Hà Một", "Nam", "1/1/1970", "Kinh", "3/2/1995", "3/2/1996", "Sở A", "GĐ"],
        ],
        merges=("B1:E1", "F1:G1", "H1:I1"),
        keys=(
            "name", "gender", "born", "ethnic", "joined", "official_on", "delegation",
            "position",
        ),
        people=[
            (
                "Hà Một", "nam", "1970-01-01", "Kinh", "1995-02-03", "1996-02-03", "Sở A", "GĐ",
            ),
        ],
    ),
    "nữ đánh dấu bằng chữ Nữ, nam để trống": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Nữ", "Năm sinh"],
            [1, "Hà Một", None, 1970],
            [2, "Hà Hai", "Nữ", 1980],
        ],
        keys=("name", "gender"),
        people=[
            ("Hà Một", "nam"),
            ("Hà Hai", "nữ"),
        ],
    ),
    "nhân sự tái cử, tham gia mới": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Nhân sự", None],
            [None, None, None, "Tái cử", "Mới"],
            [1, "Hà Một", 1970, "x", None],
            [2, "Hà Hai", 1980, None, "x"],
        ],
        merges=("D1:E1",),
        keys=("name", "incumbent"),
        people=[
            ("Hà Một", "re_elected"),
            ("Hà Hai", "first"),
        ],
    ),
    "mang sang, cộng trang, trang 2/3": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Hà Một", 1970],
            ["Cộng trang 1", None, 1],
            ["Trang 1/2"],
            ["STT", "Họ và tên", "Năm sinh"],
            ["Mang sang: 1"],
            [2, "Hà Hai", 1980],
            ["Trang 2/2"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
        ],
    ),
    "bị trùng STT, STT kiểu 1a": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            ["1", "Hà Một", 1970],
            ["1a", "Hà Hai", 1980],
            ["2", "Hà Ba", 1981],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
            ("Hà Ba", "1981"),
        ],
    ),
    "bảng dọc một người chức vụ mới và cũ": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Chức vụ cũ", "Chức vụ hiện nay"],
            [1, "Hà Một", 1970, "PBT", "BT"],
        ],
        keys=("name", "position"),
        people=[
            ("Hà Một", "BT"),
        ],
    ),
    "học hàm trong cột riêng trước tên": OfficeList(
        rows=[
            ["TT", "Học hàm, học vị", "Họ và tên", "Năm sinh", "Khoa"],
            [1, "PGS.TS", "Hà Một", 1970, "Khoa Toán"],
            [2, "ThS", "Hà Hai", 1980, "Khoa Lý"],
        ],
        keys=("titles", "name", "delegation"),
        people=[
            ("PGS.TS", "Hà Một", "Khoa Toán"),
            ("ThS", "Hà Hai", "Khoa Lý"),
        ],
    ),
    "danh xưng trong cột riêng": OfficeList(
        rows=[
            ["TT", "Danh xưng", "Họ và tên", "Năm sinh"],
            [1, "Ông", "Hà Một", 1970],
            [2, "Bà", "Hà Hai", 1980],
        ],
        keys=("name", "born", "gender"),
        people=[
            ("Hà Một", "1970", "nam"),
            ("Hà Hai", "1980", "nữ"),
        ],
    ),
    "không STT, tên viết thường": OfficeList(
        rows=[
            ["họ tên", "sinh", "giới", "tổ"],
            ["hà văn một", "1970", "nam", "1"],
            ["hà thị hai", "1980", "nữ", "2"],
        ],
        keys=("name", "born", "gender", "delegation"),
        people=[
            ("hà văn một", "1970", "nam", "1"),
            ("hà thị hai", "1980", "nữ", "2"),
        ],
    ),
    "người thay thế ghi chú thay đ/c": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Ghi chú"],
            [1, "Hà Một", 1970, "Thay đ/c Lê Văn Ba"],
            [2, "Hà Hai", 1980, "ĐB dự khuyết"],
        ],
        keys=("name", "kind"),
        people=[
            ("Hà Một", "official"),
            ("Hà Hai", "alternate"),
        ],
    ),
    "tiêu đề ba ngôn ngữ song ngữ": OfficeList(
        rows=[
            [
                "STT\n(No.)", "Họ và tên\n(Full name)", "Ngày sinh\n(Date of birth)",
                "Giới tính\n(Gender)", "Đơn vị\n(Unit)",
            ],
            [1, "Hà Một", "01/02/1970", "Nam", "A"],
        ],
        keys=("name", "born", "gender", "delegation"),
        people=[
            ("Hà Một", "1970-02-01", "nam", "A"),
        ],
    ),
    "Nữ trước tên (nữ) trong ngoặc sau": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Hà Một", 1970],
            [2, "Hà Hai (Nữ)", 1980],
            [3, "Hà Ba - nữ", 1981],
        ],
        keys=("name", "gender"),
        people=[
            ("Hà Một", ""),
            ("Hà Hai", "nữ"),
            ("Hà Ba", "nữ"),
        ],
    ),
    "khách mời lẫn trong danh sách, cột thành phần": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Thành phần"],
            [1, "Hà Một", "Đại biểu chính thức"],
            [2, "Hà Hai", "Khách mời"],
            [3, "Hà Ba", "Đại biểu đương nhiên"],
            [4, "Hà Bốn", "Đảng viên dự bị"],
        ],
        keys=("name", "kind"),
        people=[
            ("Hà Một", "official"),
            ("Hà Hai", "guest"),
            ("Hà Ba", "ex_officio"),
            ("Hà Bốn", "probationary"),
        ],
    ),
    "đảng viên dự bị theo nhóm": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            ["I. ĐẢNG VIÊN CHÍNH THỨC"],
            [1, "Hà Một", 1970],
            ["II. ĐẢNG VIÊN DỰ BỊ"],
            [1, "Hà Hai", 1995],
            ["III. ĐẢNG VIÊN MIỄN SINH HOẠT"],
            [1, "Hà Ba", 1940],
        ],
        keys=("name", "kind"),
        people=[
            ("Hà Một", "official"),
            ("Hà Hai", "probationary"),
            ("Hà Ba", "official"),
        ],
    ),
    "số thẻ đảng viên, CCCD, số điện thoại": OfficeList(
        rows=[
            ["STT", "Số thẻ ĐV", "Họ và tên", "CCCD", "Năm sinh", "SĐT", "Email"],
            [1, "79.123456", "Hà Một", "079070000001", 1970, "0903", "a@b.vn"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
        ],
    ),
    "năm sinh dưới Nam, Nữ không gộp (CSV phẳng)": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "", "Chi bộ"],
            ["", "", "Nam", "Nữ", ""],
            ["1", "Hà Một", "1970", "", "CB1"],
            ["2", "Hà Hai", "", "1980", "CB1"],
        ],
        keys=("name", "born", "gender"),
        people=[
            ("Hà Một", "1970", "nam"),
            ("Hà Hai", "1980", "nữ"),
        ],
    ),
    "đơn vị trong tiêu đề có số phiếu và tên người phụ trách": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            ["1. Chi bộ Khu phố 1 (Bí thư: Trần Văn A)"],
            [1, "Hà Một", 1970],
            ["2. Chi bộ Khu phố 2 (Bí thư: Lê Thị B)"],
            [2, "Hà Hai", 1980],
        ],
        keys=("name",),
        people=[
            ("Hà Một",),
            ("Hà Hai",),
        ],
    ),
    "ngày sinh dạng 5/6/1975 (49 tuổi)": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Ngày sinh"],
            [1, "Hà Một", "5/6/1975 (49 tuổi)"],
            [2, "Hà Hai", "1980 - 45 tuổi"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1975-06-05"),
            ("Hà Hai", "1980"),
        ],
    ),
    "tên có dấu sao tái cử": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Hà Một (*)", 1970],
            [2, "Hà Hai*", 1980],
            [None, "(*) Tái cử"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
        ],
    ),
    "nhiều trưởng đoàn, vai trò": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Đoàn", "Trưởng đoàn"],
            [1, "Hà Một", "A", "x"],
            [2, "Hà Hai", "A", None],
            [3, "Hà Ba", "B", "x"],
        ],
        keys=("name", "delegation", "delegation_role"),
        people=[
            ("Hà Một", "A", "head"),
            ("Hà Hai", "A", ""),
            ("Hà Ba", "B", "head"),
        ],
    ),
    "ghi chú trưởng đoàn trong ngoặc": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Đoàn"],
            [1, "Hà Một (Trưởng đoàn)", 1970, "A"],
            [2, "Hà Hai", 1980, "A"],
        ],
        keys=("name", "delegation"),
        people=[
            ("Hà Một", "A"),
            ("Hà Hai", "A"),
        ],
    ),
    "dân tộc, tôn giáo chung cột gạch chéo": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Dân tộc/Tôn giáo"],
            [1, "Hà Một", 1970, "Kinh/Không"],
            [2, "Hà Hai", 1980, "Hoa/Phật giáo"],
        ],
        keys=("name", "ethnic", "religion"),
        people=[
            ("Hà Một", "Kinh", "Không"),
            ("Hà Hai", "Hoa", "Phật giáo"),
        ],
    ),
    "trình độ gộp một cột": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Trình độ (VH/CM/LLCT)"],
            [1, "Hà Một", 1970, "12/ĐH/CC"],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
        ],
    ),
    "cột Năm sinh nam trước nữ sau theo số": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Nữ", "Nam", "Chi bộ"],
            [1, "Hà Một", None, 1970, "1"],
            [2, "Hà Hai", 1980, None, "2"],
        ],
        keys=("name", "born", "gender", "delegation"),
        people=[
            ("Hà Một", "1970", "nam", "1"),
            ("Hà Hai", "1980", "nữ", "2"),
        ],
    ),
    "chức danh, nơi công tác xuống dòng": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Chức vụ,\nđơn vị công tác", "Ghi chú"],
            [1, "Hà Một", 1970, "Chủ tịch\nUBND phường", None],
        ],
        keys=("name", "position"),
        people=[
            ("Hà Một", "Chủ tịch UBND phường"),
        ],
    ),
    "tên tiếng Hoa, tên một chữ": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            [1, "Lầu Chống", 1960],
            [2, "Trương", 1950],
            [3, "Chíu A Sám", 1970],
        ],
        keys=("name",),
        people=[
            ("Lầu Chống",),
            ("Trương",),
            ("Chíu A Sám",),
        ],
    ),
    "tiêu đề cột là câu": OfficeList(
        rows=[
            [
                "STT", "Họ và tên đại biểu chính thức dự Đại hội", "Sinh ngày, tháng, năm",
                "Là nữ", "Thuộc Chi bộ",
            ],
            [1, "Hà Một", "1/2/1970", None, "KP1"],
            [2, "Hà Hai", "3/4/1980", "x", "KP2"],
        ],
        keys=("name", "born", "gender", "delegation"),
        people=[
            ("Hà Một", "1970-02-01", "nam", "KP1"),
            ("Hà Hai", "1980-04-03", "nữ", "KP2"),
        ],
    ),
    "hai danh sách khác loại cùng trang, tiêu đề đầy đủ": OfficeList(
        rows=[
            ["DANH SÁCH KHÁCH MỜI"],
            ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
            [1, "Hà Một", "Phó Bí thư", "Đảng ủy"],
            ["DANH SÁCH ĐẠI BIỂU CHÍNH THỨC"],
            ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
            [1, "Hà Hai", "BT", "CB1"],
        ],
        keys=("name", "kind"),
        people=[
            ("Hà Một", "guest"),
            ("Hà Hai", "official"),
        ],
    ),
    "khối đảng, khối chính quyền là nhóm": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "Chức vụ"],
            ["I", "KHỐI ĐẢNG"],
            [1, "Hà Một", 1970, "BT"],
            ["II", "KHỐI CHÍNH QUYỀN"],
            [2, "Hà Hai", 1980, "CT"],
        ],
        keys=("name", "delegation"),
        people=[
            ("Hà Một", "KHỐI ĐẢNG"),
            ("Hà Hai", "KHỐI CHÍNH QUYỀN"),
        ],
    ),
    "danh sách gõ bằng dấu tab, cột họ tên trước STT": OfficeList(
        rows=[
            ["Họ và tên", "STT", "Năm sinh"],
            ["Hà Một", 1, 1970],
            ["Hà Hai", 2, 1980],
            ["Tổng: 2", None, None],
        ],
        keys=("name", "born"),
        people=[
            ("Hà Một", "1970"),
            ("Hà Hai", "1980"),
        ],
    ),
    "đại biểu mời, đại biểu đương nhiên trong ghi chú có dấu +": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh", "ĐB đương nhiên", "ĐB bầu"],
            [1, "Hà Một", 1970, "+", None],
            [2, "Hà Hai", 1980, None, "+"],
        ],
        keys=("name", "kind"),
        people=[
            ("Hà Một", "ex_officio"),
            ("Hà Hai", "official"),
        ],
    ),
    "kỳ trước và kỳ này, ngày vào hội có chữ": OfficeList(
        rows=[
            ["STT", "Họ tên hội viên", "Năm sinh", "Ngày vào Hội", "Chi hội"],
            [1, "Hà Một", 1970, "tháng 10/1999", "CH1"],
            [2, "Hà Hai", 1980, "20-10-2005", "CH2"],
        ],
        keys=("name", "joined", "delegation"),
        people=[
            ("Hà Một", "1999-10", "CH1"),
            ("Hà Hai", "2005-10-20", "CH2"),
        ],
    ),
    "cổ đông và người đại diện": OfficeList(
        rows=[
            [
                "STT", "Mã cổ đông", "Họ tên cổ đông", "Số CCCD/ĐKKD", "Số cổ phần",
                "Người được ủy quyền",
            ],
            [1, "CD001", "Nguyễn Văn Một", "079", "1.000", None],
            [2, "CD002", "Trần Thị Hai", "080", "2.000", "Nguyễn Văn Một"],
        ],
        keys=("code", "name"),
        people=[
            ("CD001", "Nguyễn Văn Một"),
            ("CD002", "Trần Thị Hai"),
        ],
    ),
    "bảng điểm danh nhiều phiên": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Đơn vị", "Điểm danh", None, None],
            [None, None, None, "Phiên trù bị", "Phiên chính thức", "Phiên bế mạc"],
            [1, "Hà Một", "A", "x", "x", "x"],
            [2, "Hà Hai", "B", None, "x", None],
        ],
        merges=("D1:F1",),
        keys=("name", "delegation"),
        people=[
            ("Hà Một", "A"),
            ("Hà Hai", "B"),
        ],
    ),
    "khách mời sau các đơn vị": OfficeList(
        rows=[
            ["STT", "Họ và tên", "Năm sinh"],
            ["Chi bộ 1"],
            [1, "Hà Một", 1970],
            ["Khách mời (1 đồng chí)"],
            [2, "Hà Hai", 1980],
        ],
        keys=("name", "delegation", "kind"),
        people=[
            ("Hà Một", "Chi bộ 1", "official"),
            ("Hà Hai", "", "guest"),
        ],
    ),
}
# fmt: on
