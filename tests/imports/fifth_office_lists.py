"""Lists of a fifth gathering, written as text: a row a line, a cell between two bars.

A cell of digits is a number unless it begins with 0 or an apostrophe, @1975-06-05 a day, ⏎ a break
of lines within its cell, an empty one is empty. Of the people the first line names the fields.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .office_lists import OfficeList


def _cell(text: str) -> Any:
    text = text.strip().replace("⏎", "\n")
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    if text.isascii() and text.isdigit() and (text == "0" or not text.startswith("0")):
        return int(text)
    return text.removeprefix("'") or None


def cells_of(text: str) -> list[list[Any]]:
    """Return the rows of a list that is written as text."""
    return [[_cell(cell) for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def list_of(rows: str, people: str, *, merges: str = "", problems: int = 0) -> OfficeList:
    """Return a list with its people; `merges` are ranges with spaces between."""
    head, *lines = [
        tuple(part.strip() for part in line.split("|")) for line in people.strip().split("\n")
    ]
    return OfficeList(
        rows=cells_of(rows),
        keys=head,
        people=lines,
        merges=tuple(merges.split()),
        problems=problems,
    )


# fmt: off
FIFTH: dict[str, OfficeList] = {
    # Headings
    "tên xã làm đề mục, bắt đầu như một họ": list_of("""
        STT|Họ và tên|Năm sinh|Chức vụ
        |An Bình||
        1|Hà Văn Một|1970|Bí thư
        2|Hà Thị Hai|1980|Phó Bí thư
        |Kim Sơn||
        3|Hà Văn Ba|1975|Bí thư
        |Tân Phú Tây||
        4|Hà Văn Bốn|1976|Bí thư
        """, """
        name|born|delegation
        Hà Văn Một|1970|An Bình
        Hà Thị Hai|1980|An Bình
        Hà Văn Ba|1975|Kim Sơn
        Hà Văn Bốn|1976|Tân Phú Tây
        """),
    "lâm trường, thành đoàn, đội, đồn làm đề mục": list_of("""
        STT|Họ và tên|Năm sinh
        |Lâm trường Sông Thử|
        1|Hà Văn Một|1970
        |Thành đoàn Thử|
        2|Hà Thị Hai|1980
        |Đội Thuế liên xã|
        3|Hà Văn Ba|1975
        |Đồn Biên phòng 123|
        4|Hà Văn Bốn|1976
        |Cơ quan khối Dân vận|
        5|Hà Văn Năm|1977
        """, """
        name|delegation
        Hà Văn Một|Lâm trường Sông Thử
        Hà Thị Hai|Thành đoàn Thử
        Hà Văn Ba|Đội Thuế liên xã
        Hà Văn Bốn|Đồn Biên phòng 123
        Hà Văn Năm|Cơ quan khối Dân vận
        """),
    "người đánh số 1.1, 1.2 dưới đơn vị số 1, 2": list_of("""
        TT|Họ và tên|Năm sinh|Chức vụ
        1|Chi bộ Khu phố 1||
        '1.1|Hà Văn Một|1970|Bí thư
        '1.2|Hà Thị Hai|1980|
        2|Chi bộ Khu phố 2||
        '2.1|Hà Văn Ba|1975|Bí thư
        """, """
        name|delegation
        Hà Văn Một|Chi bộ Khu phố 1
        Hà Thị Hai|Chi bộ Khu phố 1
        Hà Văn Ba|Chi bộ Khu phố 2
        """),
    "đơn vị trong ô gộp ngang có số lượng, cộng nhóm sau mỗi đơn vị": list_of("""
        TT|Họ và tên|Năm sinh|Ghi chú
        CHI BỘ QUÂN SỰ (02 đồng chí; nữ: 01)|||
        1|Hà Văn Một|1970|
        2|Hà Thị Hai|1980|
        Cộng chi bộ: 02 đ/c (nữ 01)|||
        CHI BỘ Y TẾ (01 đồng chí)|||
        3|Hà Thị Ba|1975|
        Cộng chi bộ: 01 đ/c|||
        Tổng cộng toàn Đảng bộ: 03 đ/c|||
        """, """
        name|delegation
        Hà Văn Một|CHI BỘ QUÂN SỰ
        Hà Thị Hai|CHI BỘ QUÂN SỰ
        Hà Thị Ba|CHI BỘ Y TẾ
        """, merges="A2:D2 A5:D5 A6:D6 A8:D8 A9:D9"),
    "đương nhiên, được bầu viết đầy đủ trong đề mục": list_of("""
        STT|Họ và tên|Năm sinh
        I|Đại biểu đương nhiên là Ủy viên Ban Chấp hành khóa cũ|
        1|Hà Văn Một|1970
        II|Đại biểu do các chi bộ bầu|
        2|Hà Thị Hai|1980
        III|Đại biểu do cấp trên chỉ định|
        3|Hà Văn Ba|1975
        IV|Đại biểu dự khuyết (thay thế khi đại biểu chính thức vắng)|
        4|Hà Văn Bốn|1976
        """, """
        name|kind
        Hà Văn Một|ex_officio
        Hà Thị Hai|official
        Hà Văn Ba|appointed
        Hà Văn Bốn|alternate
        """),
    "khách mời cấp trên, cấp dưới": list_of("""
        STT|Họ và tên|Chức vụ
        A|KHÁCH MỜI CẤP TRÊN|
        1|Hà Văn Một|Bí thư Tỉnh ủy
        B|KHÁCH MỜI ĐỊA PHƯƠNG|
        2|Hà Thị Hai|Chủ tịch Hội Người cao tuổi
        C|ĐẠI BIỂU|
        3|Hà Văn Ba|Bí thư
        """, """
        name|kind
        Hà Văn Một|guest
        Hà Thị Hai|guest
        Hà Văn Ba|official
        """),
    "đề mục hai cấp: đảng bộ rồi chi bộ": list_of("""
        STT|Họ và tên|Năm sinh
        A|ĐẢNG BỘ XÃ THỬ|
        I|Chi bộ thôn 1|
        1|Hà Văn Một|1970
        II|Chi bộ thôn 2|
        2|Hà Thị Hai|1980
        B|ĐẢNG BỘ CÔNG AN|
        3|Hà Văn Ba|1975
        """, """
        name|delegation
        Hà Văn Một|Chi bộ thôn 1
        Hà Thị Hai|Chi bộ thôn 2
        Hà Văn Ba|ĐẢNG BỘ CÔNG AN
        """),
    # Headers
    "bốn tầng tiêu đề": list_of("""
        STT|Họ và tên|Ngày sinh||Trình độ|||
        ||Nam|Nữ|Chuyên môn||Lý luận|
        ||||Đại học||TC|CC
        ||||Chính quy|Tại chức||
        1|Hà Văn Một|1/2/1970||x|||x
        2|Hà Thị Hai||3/4/1980||x|x|
        """, """
        name|born|gender
        Hà Văn Một|1970-02-01|nam
        Hà Thị Hai|1980-04-03|nữ
        """, merges="A1:A4 B1:B4 C1:D1 C2:C4 D2:D4 E1:H1 E2:F2 E3:F3 G2:H2 G3:G4 H3:H4"),
    "tiêu đề vỡ hai dòng không gộp": list_of("""
        Số|HỌ VÀ|NGÀY THÁNG|ĐƠN VỊ|CHỨC
        TT|TÊN|NĂM SINH|CÔNG TÁC|VỤ
        1|Hà Văn Một|1/2/1970|Phòng A|TP
        2|Hà Thị Hai|3/4/1980|Phòng B|PP
        """, """
        name|born|delegation|position
        Hà Văn Một|1970-02-01|Phòng A|TP
        Hà Thị Hai|1980-04-03|Phòng B|PP
        """),
    "số cột A, B, 1, 2 dưới tiêu đề": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        A|B|1|2
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        """, """
        name|born|delegation
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1980|CB 2
        """),
    "hướng dẫn ghi dưới tiêu đề": list_of("""
        STT|Họ và tên|Ngày sinh|Giới tính|Đơn vị
        |(chữ in hoa có dấu)|(dd/mm/yyyy)|(Nam/Nữ)|(ghi đầy đủ)
        1|HÀ VĂN MỘT|01/02/1970|Nam|CB 1
        2|HÀ THỊ HAI|03/04/1980|Nữ|CB 2
        """, """
        name|born|gender
        HÀ VĂN MỘT|1970-02-01|nam
        HÀ THỊ HAI|1980-04-03|nữ
        """),
    "dòng ví dụ dưới tiêu đề": list_of("""
        STT|Họ và tên|Ngày sinh|Đơn vị
        VD|Nguyễn Văn A|01/01/1990|Chi bộ X
        1|Hà Văn Một|01/02/1970|CB 1
        2|Hà Thị Hai|03/04/1980|CB 2
        """, """
        name|born
        Hà Văn Một|1970-02-01
        Hà Thị Hai|1980-04-03
        """),
    "danh sách đại biểu làm tiêu đề cột tên": list_of("""
        STT|Danh sách đại biểu|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        """, """
        name|born|delegation
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1980|CB 2
        """),
    "tiêu đề: Họ, tên – Ng. sinh – Đ.vị – C/vụ": list_of("""
        Stt|Họ, tên|Ng. sinh|G.tính|Đ.vị|C/vụ|D.tộc
        1|Hà Văn Một|1/2/1970|Nam|CB 1|BT|Kinh
        2|Hà Thị Hai|3/4/1980|Nữ|CB 2|UV|Tày
        """, """
        name|born|gender|delegation|position|ethnic
        Hà Văn Một|1970-02-01|nam|CB 1|BT|Kinh
        Hà Thị Hai|1980-04-03|nữ|CB 2|UV|Tày
        """),
    "tiêu đề: quý đại biểu": list_of("""
        TT|Quý đại biểu|Đại diện đơn vị|Chức vụ
        1|Hà Văn Một|Sở A|Giám đốc
        2|Hà Thị Hai|Sở B|Phó Giám đốc
        """, """
        name|delegation|position
        Hà Văn Một|Sở A|Giám đốc
        Hà Thị Hai|Sở B|Phó Giám đốc
        """),
    "tiêu đề: cán bộ, công chức": list_of("""
        TT|Cán bộ, công chức|Sinh năm|Phòng/Ban
        1|Hà Văn Một|1970|Văn phòng
        2|Hà Thị Hai|1980|Tư pháp
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "tiêu đề: ngày vào ĐCSVN": list_of("""
        STT|Họ và tên|Năm sinh|Ngày vào ĐCSVN|Chính thức
        1|Hà Văn Một|1970|3/2/1995|3/2/1996
        2|Hà Thị Hai|1980|19/5/2005|19/5/2006
        """, """
        name|born|joined|official_on|kind
        Hà Văn Một|1970|1995-02-03|1996-02-03|official
        Hà Thị Hai|1980|2005-05-19|2006-05-19|official
        """),
    "tiêu đề: ngày vào Đảng (dự bị) và (chính thức) trong ngoặc": list_of("""
        STT|Họ và tên|Năm sinh|Ngày vào Đảng (dự bị)|Ngày vào Đảng (chính thức)
        1|Hà Văn Một|1970|3/2/1995|3/2/1996
        2|Hà Thị Hai|1980|19/5/2005|19/5/2006
        """, """
        name|joined|official_on
        Hà Văn Một|1995-02-03|1996-02-03
        Hà Thị Hai|2005-05-19|2006-05-19
        """),
    "tiêu đề: sinh viên, lớp, khoa": list_of("""
        STT|MSSV|Họ và tên sinh viên|Ngày sinh|Lớp|Khoa
        1|0123|Hà Văn Một|01/02/2004|K45A|Luật
        2|0124|Hà Thị Hai|03/04/2005|K46B|Kinh tế
        """, """
        name|born|code
        Hà Văn Một|2004-02-01|0123
        Hà Thị Hai|2005-04-03|0124
        """),
    "tiêu đề có dấu hai chấm và số thứ tự": list_of("""
        (1) STT:|(2) Họ và tên:|(3) Năm sinh:|(4) Đơn vị:
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        """, """
        name|born|delegation
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1980|CB 2
        """),
    "tiêu đề tiếng Việt kèm tiếng Anh": list_of("""
        STT / No.|Họ và tên / Full name|Ngày sinh / Date of birth|Giới tính / Sex|Đơn vị / Unit
        1|Hà Văn Một|01/02/1970|Nam / Male|CB 1
        2|Hà Thị Hai|03/04/1980|Nữ / Female|CB 2
        """, """
        name|born|gender|delegation
        Hà Văn Một|1970-02-01|nam|CB 1
        Hà Thị Hai|1980-04-03|nữ|CB 2
        """),
    "họ tên cha, mẹ, vợ chồng đứng trước họ tên đoàn viên": list_of("""
        STT|Họ tên cha|Họ tên mẹ|Họ và tên|Năm sinh
        1|Hà Cha|Lê Mẹ|Hà Văn Một|2001
        2|Hồ Cha|Vũ Mẹ|Hồ Thị Hai|2002
        """, """
        name|born
        Hà Văn Một|2001
        Hồ Thị Hai|2002
        """),
    "họ tên đoàn viên sau họ tên người giới thiệu": list_of("""
        STT|Họ tên người giới thiệu|Họ tên đoàn viên|Năm sinh
        1|Lê Giới|Hà Văn Một|2001
        2|Lê Thiệu|Hồ Thị Hai|2002
        """, """
        name|born
        Hà Văn Một|2001
        Hồ Thị Hai|2002
        """),
    # Names
    "chữ Ð và Ƣ của văn bản chuyển mã": list_of("""
        STT|Họ và tên|Năm sinh|Ðơn vị
        1|Ðặng Văn Lƣơng|1970|Chi bộ Trƣờng Ðảng
        2|ÐINH THỊ PHƢỢNG|1980|CB 2
        """, """
        name|born|delegation
        Đặng Văn Lương|1970|Chi bộ Trường Đảng
        ĐINH THỊ PHƯỢNG|1980|CB 2
        """),
    "đơn vị trong ngoặc sau tên": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một (Chi bộ 1)|1970
        2|Hà Thị Hai (Chi bộ Trường THCS)|1980
        3|Lê Văn Ba (Công an)|1980
        """, """
        name|born|delegation
        Hà Văn Một|1970|Chi bộ 1
        Hà Thị Hai|1980|Chi bộ Trường THCS
        Lê Văn Ba|1980|Công an
        """),
    "chức vụ viết tắt sau tên": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một - BT Đảng ủy|1970
        2|Hà Thị Hai - PCT UBND|1980
        3|Lê Văn Ba, PBT|1981
        4|Lê Văn Bốn (TP Nội vụ)|1982
        5|Lê Văn Năm - GĐ Trung tâm|1983
        """, """
        name|born|position
        Hà Văn Một|1970|BT Đảng ủy
        Hà Thị Hai|1980|PCT UBND
        Lê Văn Ba|1981|PBT
        Lê Văn Bốn|1982|TP Nội vụ
        Lê Văn Năm|1983|GĐ Trung tâm
        """),
    "năm sinh rồi chức vụ sau tên": list_of("""
        STT|Họ và tên
        1|Hà Văn Một, sinh năm 1970, Bí thư chi bộ
        2|Hà Thị Hai (1980) - Phó Bí thư
        3|Đ/c Lê Văn Ba, SN 1985
        """, """
        name|born|position
        Hà Văn Một|1970|Bí thư chi bộ
        Hà Thị Hai|1980|Phó Bí thư
        Lê Văn Ba|1985|
        """),
    "dấu chú thích sau tên": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một*|1970
        2|Hà Thị Hai|1980
        3|Lê Văn Ba [2]|1981
        4|Lê Văn Bốn¹|1982
        5|Lê Văn Năm (*)|1983
        6|Lê Văn Sáu **|1984
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        Lê Văn Ba|1981
        Lê Văn Bốn|1982
        Lê Văn Năm|1983
        Lê Văn Sáu|1984
        """),
    "học hàm viết nhiều kiểu": list_of("""
        STT|Họ và tên|Năm sinh
        1|GS.TS. Hà Văn Một|1950
        2|PGS, TS Hà Thị Hai|1960
        3|BS.CKI. Lê Văn Ba|1970
        4|BS CK2 Lê Văn Bốn|1971
        5|Th.S Lê Văn Năm|1972
        6|KTS. Lê Văn Sáu|1973
        7|DS.CKI Lê Văn Bảy|1974
        8|Cử nhân Lê Văn Tám|1975
        9|TS.LS. Lê Văn Chín|1976
        10|GS-TS Lê Văn Mười|1977
        11|Nhà báo Trần Văn Một|1978
        12|Nhạc sĩ Trần Văn Hai|1979
        13|Ths.NCS. Trần Văn Ba|1980
        """, """
        name|born
        Hà Văn Một|1950
        Hà Thị Hai|1960
        Lê Văn Ba|1970
        Lê Văn Bốn|1971
        Lê Văn Năm|1972
        Lê Văn Sáu|1973
        Lê Văn Bảy|1974
        Lê Văn Tám|1975
        Lê Văn Chín|1976
        Lê Văn Mười|1977
        Trần Văn Một|1978
        Trần Văn Hai|1979
        Trần Văn Ba|1980
        """),
    "quân hàm, danh hiệu trước tên": list_of("""
        STT|Họ và tên|Năm sinh
        1|Thượng tá, TS Hà Văn Một|1970
        2|Thiếu tá QNCN Lê Văn Hai|1980
        3|Đại úy: Lê Văn Ba|1985
        4|Anh hùng LLVTND Lê Văn Bốn|1950
        5|Mẹ VNAH Nguyễn Thị Năm|1930
        6|Nghệ nhân ưu tú Lê Văn Sáu|1960
        7|Thiếu tướng, PGS, TS Lê Văn Bảy|1965
        """, """
        name|born
        Hà Văn Một|1970
        Lê Văn Hai|1980
        Lê Văn Ba|1985
        Lê Văn Bốn|1950
        Nguyễn Thị Năm|1930
        Lê Văn Sáu|1960
        Lê Văn Bảy|1965
        """),
    "chức sắc viết tắt": list_of("""
        STT|Họ và tên|Năm sinh|Tôn giáo
        1|HT. Thích Thiện Một|1950|Phật giáo
        2|Đại đức Thích Thiện Hai|1980|Phật giáo
        3|Lm. Giuse Nguyễn Văn Ba|1970|Công giáo
        4|Sư cô Thích Nữ Bốn|1985|Phật giáo
        5|Hòa thượng Danh Năm|1948|Phật giáo Nam tông
        6|Thích Nữ Diệu Sáu|1975|Phật giáo
        """, """
        name|born
        HT. Thích Thiện Một|1950
        Đại đức Thích Thiện Hai|1980
        Lm. Giuse Nguyễn Văn Ba|1970
        Sư cô Thích Nữ Bốn|1985
        Hòa thượng Danh Năm|1948
        Thích Nữ Diệu Sáu|1975
        """),
    "đồng chí, ông, bà viết nhiều kiểu": list_of("""
        STT|Họ và tên|Năm sinh
        1|Đ/C HÀ VĂN MỘT|1970
        2|ĐC Hà Thị Hai|1980
        3|Đ.c. Lê Văn Ba|1981
        4|Đồng chí: Lê Văn Bốn|1982
        5|- Đ/c Lê Văn Năm|1983
        6|(Đ/c) Lê Văn Sáu|1984
        7|Đ/c. Lê Văn Bảy;|1985
        8|đ/c Lê Văn Tám.|1986
        """, """
        name|born
        HÀ VĂN MỘT|1970
        Hà Thị Hai|1980
        Lê Văn Ba|1981
        Lê Văn Bốn|1982
        Lê Văn Năm|1983
        Lê Văn Sáu|1984
        Lê Văn Bảy|1985
        Lê Văn Tám|1986
        """),
    "hai người trong một ô nhiều kiểu": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một và Hà Thị Hai|1970
        2|Lê Văn Ba, Lê Thị Bốn|1980
        3|Lê Văn Năm / Lê Thị Sáu|1981
        4|Lê Văn Bảy⏎Lê Thị Tám|1982
        5|Lê Văn Chín|1983
        6|1. Lê Văn Mười 2. Lê Thị Lan|1983
        """, """
        name|born
        Lê Văn Chín|1983
        """, problems=5),
    "khách chưa có tên: đại diện, lãnh đạo": list_of("""
        STT|Họ và tên|Chức vụ|Đơn vị
        1|Đại diện lãnh đạo Sở Y tế||Sở Y tế
        2|Lãnh đạo phòng Nội vụ||Phòng Nội vụ
        3|Hà Văn Một|Giám đốc|Sở A
        4|Thường trực Đảng ủy||Đảng ủy
        5|Mời sau||
        6|Đ/c Bí thư Huyện ủy||Huyện ủy
        """, """
        name|position|delegation
        Hà Văn Một|Giám đốc|Sở A
        """, problems=5),
    "tên dân tộc Tây Nguyên và Tây Bắc": list_of("""
        STT|Họ và tên|Năm sinh|Giới tính|Dân tộc
        1|Y Nguyên Êban|1970|Nam|Ê Đê
        2|H’Hen Niê|1992|Nữ|Ê Đê
        3|Lò Thị|1980|Nữ|Thái
        4|Sùng A|1979|Nam|Mông
        5|Sùng A Phình|1977|Nam|Mông
        6|K'Să Ha|1969|Nam|Cơ Ho
        7|Đinh Rin|1968|Nam|Hrê
        8|Hồ Kăn|1967|Nam|Bru Vân Kiều
        9|Bloong|1966|Nam|Giẻ Triêng
        10|Y Thị|1985|Nữ|Xơ Đăng
        11|Chamaléa Điêu|1984|Nam|Raglai
        12|Bá Trung Phụ|1960|Nam|Chăm
        """, """
        name|born|gender|ethnic
        Y Nguyên Êban|1970|nam|Ê Đê
        H’Hen Niê|1992|nữ|Ê Đê
        Lò Thị|1980|nữ|Thái
        Sùng A|1979|nam|Mông
        Sùng A Phình|1977|nam|Mông
        K'Să Ha|1969|nam|Cơ Ho
        Đinh Rin|1968|nam|Hrê
        Hồ Kăn|1967|nam|Bru Vân Kiều
        Bloong|1966|nam|Giẻ Triêng
        Y Thị|1985|nữ|Xơ Đăng
        Chamaléa Điêu|1984|nam|Raglai
        Bá Trung Phụ|1960|nam|Chăm
        """),
    "tên giống chức vụ, đơn vị, tổng số": list_of("""
        STT|Họ và tên|Năm sinh
        1|Chu Tịch|1970
        2|Tổng Thị Số|1980
        3|Công Danh|1981
        4|Ban Văn Tổ|1982
        5|Hội Văn Trường|1983
        6|Trưởng Đoàn Văn|1984
        7|Khu Văn Phố|1985
        8|Lớp Thị Một|1986
        9|Duyệt Văn Ký|1987
        10|Đội Văn Cấn|1988
        """, """
        name|born
        Chu Tịch|1970
        Tổng Thị Số|1980
        Công Danh|1981
        Ban Văn Tổ|1982
        Hội Văn Trường|1983
        Trưởng Đoàn Văn|1984
        Khu Văn Phố|1985
        Lớp Thị Một|1986
        Duyệt Văn Ký|1987
        Đội Văn Cấn|1988
        """),
    "người tên Nam, Nữ, Cộng không có STT": list_of("""
        Họ và tên|Năm sinh|Đơn vị
        Hà Nam|1970|CB 1
        Nữ Thị Hai|1980|CB 2
        Công Văn Ba|1981|CB 3
        Cộng: 3||
        """, """
        name|born
        Hà Nam|1970
        Nữ Thị Hai|1980
        Công Văn Ba|1981
        """),
    "tên viết thường và tên nhập dư dấu": list_of("""
        STT|Họ và tên|Năm sinh
        1|hà văn một|1970
        2|Hà  thị  Hai,|1980
        3|"Lê Văn Ba"|1981
        4|Lê.Văn.Bốn|1982
        5|Lê-Văn-Năm|1983
        """, """
        name|born
        hà văn một|1970
        Hà thị Hai|1980
        Lê Văn Ba|1981
        Lê.Văn.Bốn|1982
        Lê-Văn-Năm|1983
        """),
    # Dates
    "ngày sinh hai mươi kiểu nữa": list_of("""
        STT|Họ và tên|Ngày sinh
        1|Hà Một|5.VI.1975
        2|Hà Hai|15/06/1975 (AL)
        3|Hà Ba|--/--/1975
        4|Hà Bốn|/1975
        5|Hà Năm|15\\6\\1975
        6|Hà Sáu|15 tháng Sáu 1975
        7|Hà Bảy|15/6/'75
        8|Hà Tám|1975-06
        9|Hà Chín|15_6_1975
        10|Hà Mười|15/6/1975 âm lịch
        11|Lê Một|Sinh: 15/6/1975
        12|Lê Hai|15//6/1975
        13|Lê Ba|15/06/1975\u200b
        14|Lê Bốn|15-thg 6-1975
        15|Lê Năm|Thứ Ba, 15/6/1975
        16|Lê Sáu|l5/06/1975
        17|Lê Bảy|15/O6/1975
        18|Lê Tám|tháng 6/1975
        19|Lê Chín|Canh Tuất (1970)
        20|Lê Mười|Canh Tuất 1970
        21|Vũ Một|15 :6: 1975
        22|Vũ Hai|Quý II/1975
        """, """
        name|born
        Hà Một|1975-06-05
        Hà Hai|1975-06-15
        Hà Ba|1975
        Hà Bốn|1975
        Hà Năm|1975-06-15
        Hà Sáu|1975-06-15
        Hà Bảy|1975-06-15
        Hà Tám|1975-06
        Hà Chín|1975-06-15
        Hà Mười|1975-06-15
        Lê Một|1975-06-15
        Lê Hai|1975-06-15
        Lê Ba|1975-06-15
        Lê Bốn|1975-06-15
        Lê Năm|1975-06-15
        Lê Sáu|1975-06-15
        Lê Bảy|1975-06-15
        Lê Tám|1975-06
        Lê Chín|1970
        Lê Mười|1970
        Vũ Một|1975-06-15
        Vũ Hai|
        """),
    "vào Đảng và chính thức trong một ô, có chữ DB, CT": list_of("""
        STT|Họ và tên|Năm sinh|Ngày vào Đảng
        1|Hà Một|1970|DB: 3/2/1995; CT: 3/2/1996
        2|Hà Hai|1980|03/02/2005⏎CT 03/02/2006
        3|Hà Ba|1981|19/5/2006 (CT: 19/5/2007)
        4|Hà Bốn|1982|3/2/2007
        """, """
        name|joined|official_on
        Hà Một|1995-02-03|1996-02-03
        Hà Hai|2005-02-03|2006-02-03
        Hà Ba|2006-05-19|2007-05-19
        Hà Bốn|2007-02-03|
        """),
    "ngày vào Đảng dưới tiêu đề Vào Đảng: Dự bị, Chính thức, ba cột": list_of("""
        STT|Họ và tên|Năm sinh|Vào Đảng||Chi bộ
        |||Ngày|Chính thức|
        1|Hà Một|1970|3/2/1995|3/2/1996|CB 1
        2|Hà Hai|1980|3/2/2005|3/2/2006|CB 2
        """, """
        name|joined|official_on|delegation
        Hà Một|1995-02-03|1996-02-03|CB 1
        Hà Hai|2005-02-03|2006-02-03|CB 2
        """, merges="D1:E1"),
    "tuổi thay năm sinh": list_of("""
        STT|Họ và tên|Tuổi|Đơn vị
        1|Hà Văn Một|45|CB 1
        2|Hà Thị Hai|38|CB 2
        """, """
        name|born|delegation
        Hà Văn Một||CB 1
        Hà Thị Hai||CB 2
        """),
    "năm sinh hai số": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một|75
        2|Hà Thị Hai|'80
        3|Hà Văn Ba|1969
        """, """
        name|born
        Hà Văn Một|1975
        Hà Thị Hai|1980
        Hà Văn Ba|1969
        """),
    "năm sinh kèm tuổi": list_of("""
        STT|Họ và tên|Năm sinh (tuổi)
        1|Hà Văn Một|1975 - 50 tuổi
        2|Hà Thị Hai|1980/45
        3|Hà Văn Ba|1969 (56)
        """, """
        name|born
        Hà Văn Một|1975
        Hà Thị Hai|1980
        Hà Văn Ba|1969
        """),
    # Gender and kinds
    "giới tính 1 và 0 giải thích ở tiêu đề": list_of("""
        STT|Họ và tên|Giới tính (1: Nam, 0: Nữ)|Năm sinh
        1|Hà Văn Một|1|1970
        2|Hà Thị Hai|0|1980
        """, """
        name|gender|born
        Hà Văn Một|nam|1970
        Hà Thị Hai|nữ|1980
        """),
    "nữ ghi 1, nam để trống": list_of("""
        STT|Họ và tên|Nữ|Năm sinh|Đơn vị
        1|Hà Văn Một||1970|CB 1
        2|Hà Thị Hai|1|1980|CB 1
        |Tổng cộng|1||
        """, """
        name|gender|born
        Hà Văn Một|nam|1970
        Hà Thị Hai|nữ|1980
        """),
    "nữ ghi chữ Nữ trong cột ghi chú đầu, dân tộc thiểu số đánh x": list_of("""
        STT|Họ và tên|Năm sinh|Nữ|Tôn giáo|DTTS|Trẻ
        1|Hà Văn Một|1970||||
        2|Lò Thị Hai|1995|Nữ||x|x
        3|Vũ Thị Ba|1975|Nữ|x||
        """, """
        name|gender
        Hà Văn Một|nam
        Lò Thị Hai|nữ
        Vũ Thị Ba|nữ
        """),
    "loại đại biểu viết kèm giải thích": list_of("""
        STT|Họ và tên|Năm sinh|Loại đại biểu
        1|Hà Văn Một|1970|Đương nhiên (UV BCH)
        2|Hà Thị Hai|1980|Được bầu tại chi bộ
        3|Hà Văn Ba|1981|Chỉ định theo QĐ 12
        4|Hà Văn Bốn|1982|Dự khuyết 1
        5|Hà Văn Năm|1983|ĐB dự khuyết số 2
        6|Hà Văn Sáu|1984|Khách mời cấp trên
        """, """
        name|kind
        Hà Văn Một|ex_officio
        Hà Thị Hai|official
        Hà Văn Ba|appointed
        Hà Văn Bốn|alternate
        Hà Văn Năm|alternate
        Hà Văn Sáu|guest
        """),
    "loại: ĐBĐN, ĐBCT, ĐBDK, KM": list_of("""
        STT|Họ và tên|Năm sinh|Loại
        1|Hà Văn Một|1970|ĐBĐN
        2|Hà Thị Hai|1980|ĐBCT
        3|Hà Văn Ba|1981|ĐBDK
        4|Hà Văn Bốn|1982|KM
        5|Hà Văn Năm|1983|ĐBCĐ
        """, """
        name|kind
        Hà Văn Một|ex_officio
        Hà Thị Hai|official
        Hà Văn Ba|alternate
        Hà Văn Bốn|guest
        Hà Văn Năm|appointed
        """),
    "điểm danh P, K, đi, vắng": list_of("""
        STT|Họ và tên|Năm sinh|Có mặt|Vắng|Lý do
        1|Hà Văn Một|1970|x||
        2|Hà Thị Hai|1980||x|Ốm
        3|Hà Văn Ba|1981|x||
        """, """
        name|status
        Hà Văn Một|present
        Hà Thị Hai|absent
        Hà Văn Ba|present
        """),
    # Ditto, blanks, units
    "dấu như trên nhiều kiểu": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị|Chức vụ
        1|Hà Văn Một|1970|Chi bộ 1|Đảng viên
        2|Hà Thị Hai|1980|- nt -|- nt -
        3|Hà Văn Ba|1981|-"-|"
        4|Hà Văn Bốn|1982|Nt|'''
        5|Hà Văn Năm|1983|" "|như trên
        6|Hà Văn Sáu|1984|-//-|〃
        7|Hà Văn Bảy|1985|,,|N.T
        8|Hà Văn Tám|1986|như trên.|nt.
        9|Hà Văn Chín|1987|↓|↑
        """, """
        name|delegation|position
        Hà Văn Một|Chi bộ 1|Đảng viên
        Hà Thị Hai|Chi bộ 1|Đảng viên
        Hà Văn Ba|Chi bộ 1|Đảng viên
        Hà Văn Bốn|Chi bộ 1|Đảng viên
        Hà Văn Năm|Chi bộ 1|Đảng viên
        Hà Văn Sáu|Chi bộ 1|Đảng viên
        Hà Văn Bảy|Chi bộ 1|Đảng viên
        Hà Văn Tám|Chi bộ 1|Đảng viên
        Hà Văn Chín|Chi bộ 1|Đảng viên
        """),
    "ô không có: không, chưa rõ, x, ///": list_of("""
        STT|Họ và tên|Ngày sinh|Dân tộc|Ngày vào Đảng|Đơn vị
        1|Hà Văn Một|1970|Kinh|chưa|CB 1
        2|Hà Thị Hai|chưa rõ|…|///|CB 2
        3|Hà Văn Ba|1981|--|không|CB 3
        4|Hà Văn Bốn|1982|N/A|N/A|CB 4
        """, """
        name|born|ethnic|joined|delegation
        Hà Văn Một|1970|Kinh||CB 1
        Hà Thị Hai||||CB 2
        Hà Văn Ba|1981|||CB 3
        Hà Văn Bốn|1982|||CB 4
        """),
    "dấu nt sau đề mục đơn vị không kéo qua đơn vị khác": list_of("""
        STT|Họ và tên|Năm sinh|Chức vụ
        |Chi bộ 1||
        1|Hà Văn Một|1970|Đảng viên
        2|Hà Thị Hai|1980|nt
        |Chi bộ 2||
        3|Hà Văn Ba|1981|nt
        """, """
        name|delegation|position
        Hà Văn Một|Chi bộ 1|Đảng viên
        Hà Thị Hai|Chi bộ 1|Đảng viên
        Hà Văn Ba|Chi bộ 2|Đảng viên
        """),
    "điện thoại có dấu cách, chấm, +84": list_of("""
        STT|Họ và tên|Năm sinh|Điện thoại|Đơn vị
        1|Hà Văn Một|1970|0903 123 456|CB 1
        2|Hà Thị Hai|1980|0903.123.457|CB 2
        3|Hà Văn Ba|1981|+84 903 123 458|CB 3
        """, """
        name|delegation
        Hà Văn Một|CB 1
        Hà Thị Hai|CB 2
        Hà Văn Ba|CB 3
        """),
    # Around the table
    "câu ghi chú dài dưới danh sách không số": list_of("""
        Họ và tên|Năm sinh|Đơn vị
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1980|CB 2
        Lê Văn Ba thay đồng chí Lê Văn Bốn đã chuyển công tác từ ngày 01/5||
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "câu ghi chú dưới danh sách có số": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một|1970
        2|Hà Thị Hai|1980
        |Đồng chí Lê Văn Ba xin vắng, đồng chí Lê Văn Bốn thay|
        (1) Thay đồng chí Lê Văn Năm||
        (*) Tái cử||
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "người lập biểu và số điện thoại cùng dòng cuối": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        |Người tổng hợp: Lê Thị Ba - ĐT 0903 123 456||
        |Lưu: VT||
        |Nơi nhận:||TM. BAN THƯỜNG VỤ
        |- Như trên;||PHÓ BÍ THƯ
        |- Lưu: VP.||
        |||Lê Văn Bốn
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "chữ ký ngay dưới, không dòng nào có chữ người ký": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        |Thử Đức, ngày 5/6/2025||
        |Lê Văn Bốn||
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "bảng cơ cấu bên dưới danh sách": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        |CƠ CẤU||
        |Nữ|1|50%
        |Dân tộc thiểu số|0|0%
        |Trình độ đại học|2|100%
        |Tuổi bình quân|50|
        |Dưới 40 tuổi|1|
        |Đảng viên|2|100%
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "bảng tổng hợp theo đơn vị bên dưới danh sách": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        |||
        STT|Đơn vị|Số lượng|Ghi chú
        1|Chi bộ 1|1|
        2|Chi bộ 2|1|
        |Cộng|2|
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "tiêu đề lặp lại viết hoa ở trang sau": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        |Cộng trang: 1||
        STT|HỌ VÀ TÊN|NĂM SINH|ĐƠN VỊ
        2|Hà Thị Hai|1980|CB 2
        Trang 2 / 2|||
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "tiêu đề hai dòng lặp lại ở trang sau": list_of("""
        STT|Họ và tên|Năm sinh||Đơn vị
        ||Nam|Nữ|
        1|Hà Văn Một|1970||CB 1
        STT|Họ và tên|Năm sinh||Đơn vị
        ||Nam|Nữ|
        2|Hà Thị Hai||1980|CB 2
        """, """
        name|born|gender|delegation
        Hà Văn Một|1970|nam|CB 1
        Hà Thị Hai|1980|nữ|CB 2
        """, merges="C1:D1 C4:D4"),
    "danh sách dự khuyết bên dưới, ít cột hơn": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị|Chức vụ
        1|Hà Văn Một|1970|CB 1|Bí thư
        2|Hà Thị Hai|1980|CB 2|
        DANH SÁCH ĐẠI BIỂU DỰ KHUYẾT||||
        STT|Họ và tên|Chức vụ||
        1|Hà Văn Ba|Đảng viên||
        """, """
        name|kind|position
        Hà Văn Một|official|Bí thư
        Hà Thị Hai|official|
        Hà Văn Ba|alternate|Đảng viên
        """),
    "danh sách thứ hai bên dưới có cột đổi chỗ": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        KHÁCH MỜI|||
        STT|Đơn vị|Họ và tên|Chức vụ
        1|Huyện ủy|Hà Thị Hai|Bí thư
        """, """
        name|kind|delegation
        Hà Văn Một|official|CB 1
        Hà Thị Hai|guest|Huyện ủy
        """),
    "danh sách thứ hai chỉ có hai cột": list_of("""
        TT|Họ và tên|Năm sinh|Chức vụ
        1|Hà Văn Một|1970|Bí thư
        2|Hà Thị Hai|1980|Phó Bí thư
        KHÁCH MỜI|||
        Họ và tên|Chức vụ||
        Lê Văn Ba|Giám đốc||
        """, """
        name|kind|position
        Hà Văn Một|official|Bí thư
        Hà Thị Hai|official|Phó Bí thư
        Lê Văn Ba|guest|Giám đốc
        """),
    "STT kiểu 1a, 2bis, 03": list_of("""
        STT|Họ và tên|Năm sinh
        1a|Hà Văn Một|1970
        1b|Hà Thị Hai|1980
        2bis|Hà Văn Ba|1981
        03|Hà Văn Bốn|1982
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        Hà Văn Ba|1981
        Hà Văn Bốn|1982
        """),
    # Structures
    "hai cột số thứ tự: chung và theo đoàn": list_of("""
        STT|STT đoàn|Đoàn|Họ và tên|Năm sinh
        1|1|Đoàn 1|Hà Văn Một|1970
        2|2|Đoàn 1|Hà Thị Hai|1980
        3|1|Đoàn 2|Hà Văn Ba|1981
        """, """
        name|delegation
        Hà Văn Một|Đoàn 1
        Hà Thị Hai|Đoàn 1
        Hà Văn Ba|Đoàn 2
        """),
    "đơn vị ba cấp ba cột": list_of("""
        STT|Tỉnh|Xã|Chi bộ|Họ và tên|Năm sinh
        1|Tỉnh A|Xã B|Chi bộ 1|Hà Văn Một|1970
        2|Tỉnh A|Xã B|Chi bộ 2|Hà Thị Hai|1980
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "chức vụ và đơn vị mỗi cột hai dòng": list_of("""
        STT|Họ và tên|Chức vụ, đơn vị|Chi bộ
        1|Hà Văn Một|Bí thư Đảng ủy,⏎Chủ tịch HĐND|Chi bộ 1
        2|Hà Thị Hai|Phó Bí thư|Chi bộ 2
        """, """
        name|position|delegation
        Hà Văn Một|Bí thư Đảng ủy, Chủ tịch HĐND|Chi bộ 1
        Hà Thị Hai|Phó Bí thư|Chi bộ 2
        """),
    "một người hai dòng không gộp: chức vụ nối dòng dưới": list_of("""
        STT|Họ và tên|Năm sinh|Chức vụ
        1|Hà Văn Một|1970|Bí thư Đảng ủy
        |||Chủ tịch HĐND
        2|Hà Thị Hai|1980|Phó Bí thư
        """, """
        name|position
        Hà Văn Một|Bí thư Đảng ủy, Chủ tịch HĐND
        Hà Thị Hai|Phó Bí thư
        """),
    "tên dài vỡ xuống dòng dưới": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Công Tằng Tôn Nữ|1970|CB 1
        |Thị Hồng Một||
        2|Hà Thị Hai|1980|CB 2
        """, """
        name|born
        Công Tằng Tôn Nữ|1970
        Hà Thị Hai|1980
        """, problems=1),
    "ngày sinh ba cột không gộp, cột trống giữa": list_of("""
        STT|Họ và tên|Ngày sinh|||Giới tính
        ||Ngày|Tháng|Năm|
        1|Hà Văn Một|5|6|1970|Nam
        2|Hà Thị Hai|||1980|Nữ
        """, """
        name|born|gender
        Hà Văn Một|1970-06-05|nam
        Hà Thị Hai|1980|nữ
        """),
    "ngày và năm hai cột: ngày tháng riêng": list_of("""
        STT|Họ và tên|Ngày tháng|Năm sinh|Giới tính
        1|Hà Văn Một|05/6|1970|Nam
        2|Hà Thị Hai||1980|Nữ
        """, """
        name|born|gender
        Hà Văn Một|1970-06-05|nam
        Hà Thị Hai|1980|nữ
        """),
    "họ và tên tách, tên bên phải ô gộp trên tiêu đề, giới bên trong": list_of("""
        STT|HỌ VÀ TÊN||NAM|NỮ|CHI ĐOÀN
        1|Hà Văn|Một|2001||CĐ 1
        2|Hà Thị|Hai||2002|CĐ 2
        """, """
        name|born|gender|delegation
        Hà Văn Một|2001|nam|CĐ 1
        Hà Thị Hai|2002|nữ|CĐ 2
        """, merges="B1:C1"),
    "cổ đông: CMND, số cổ phần sở hữu, ủy quyền": list_of("""
        STT|Mã CĐ|Tên cổ đông|Số CMND/CCCD|Ngày cấp|Số CP sở hữu|Số CP nhận UQ|Tổng
        1|0001|Hà Văn Một|079070000001|01/02/2020|1.000|0|1.000
        2|0002|Hà Thị Hai|079080000002|01/02/2021|2.500|1.000|3.500
        Tổng cộng|||||3.500|1.000|4.500
        """, """
        code|name
        0001|Hà Văn Một
        0002|Hà Thị Hai
        """),
    "nông dân: chủ hộ, ấp, số khẩu": list_of("""
        STT|Họ và tên chủ hộ|Năm sinh|Ấp|Số khẩu|Hộ nghèo
        1|Hà Văn Một|1950|Ấp 1|4|
        2|Hà Thị Hai|1960|Ấp 2|3|x
        """, """
        name|born|delegation
        Hà Văn Một|1950|Ấp 1
        Hà Thị Hai|1960|Ấp 2
        """),
    "công đoàn: đoàn viên, ngày gia nhập, chức danh kiêm nhiệm": list_of("""
        STT|Họ và tên|Giới tính|Ngày sinh|Ngày gia nhập công đoàn|CĐCS/Nghiệp đoàn|Chức vụ CĐ
        1|Hà Văn Một|Nam|01/02/1980|01/5/2005|CĐCS Một|Chủ tịch
        2|Hà Thị Hai|Nữ|03/04/1985|5/2010|CĐCS Hai|Ủy viên
        """, """
        name|gender|born|joined|delegation|position
        Hà Văn Một|nam|1980-02-01|2005-05-01|CĐCS Một|Chủ tịch
        Hà Thị Hai|nữ|1985-04-03|2010-05|CĐCS Hai|Ủy viên
        """),
    "hội LHTN: đội, nhóm, câu lạc bộ": list_of("""
        STT|Họ và tên|Năm sinh|CLB, đội, nhóm|Chức vụ Hội
        1|Hà Văn Một|2001|CLB Tin học|Chủ nhiệm
        2|Hà Thị Hai|2002|Đội Tình nguyện|Đội trưởng
        """, """
        name|born|delegation|position
        Hà Văn Một|2001|CLB Tin học|Chủ nhiệm
        Hà Thị Hai|2002|Đội Tình nguyện|Đội trưởng
        """),
    "cựu chiến binh: nhập ngũ, xuất ngũ trước năm sinh": list_of("""
        STT|Họ và tên|Nhập ngũ|Xuất ngũ|Năm sinh|Chi hội CCB
        1|Hà Văn Một|1968|1976|1950|Chi hội 1
        2|Hà Văn Hai|1972|1980|1954|Chi hội 2
        """, """
        name|born|delegation
        Hà Văn Một|1950|Chi hội 1
        Hà Văn Hai|1954|Chi hội 2
        """),
    "ứng cử viên: nhiệm kỳ trước, số phiếu giới thiệu": list_of("""
        STT|Họ và tên|Năm sinh|Số phiếu giới thiệu|Tỷ lệ|Ghi chú
        1|Hà Văn Một|1970|120|98,36%|Tái cử
        2|Hà Thị Hai|1980|115|94,26%|
        """, """
        name|born|note
        Hà Văn Một|1970|Tái cử
        Hà Thị Hai|1980|
        """),
    "tên ở cột A không tiêu đề STT, số dính tên": list_of("""
        Họ và tên|Năm sinh
        1.Hà Văn Một|1970
        2.Hà Thị Hai|1980
        10.Hà Văn Ba|1981
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        Hà Văn Ba|1981
        """),
    "dòng tiêu đề gộp STT và họ tên trong một ô": list_of("""
        STT - Họ và tên|Năm sinh|Đơn vị
        1 - Hà Văn Một|1970|CB 1
        2 - Hà Thị Hai|1980|CB 2
        """, """
        name|born|delegation
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1980|CB 2
        """),
    "cột STT trống, số ở cột Mã": list_of("""
        STT|Mã số|Họ và tên|Năm sinh
        |001|Hà Văn Một|1970
        |002|Hà Thị Hai|1980
        """, """
        code|name|born
        001|Hà Văn Một|1970
        002|Hà Thị Hai|1980
        """),
    "mã đại biểu nối từ đoàn và số": list_of("""
        STT|Mã ĐB|Họ và tên|Đoàn
        1|ĐB.01-001|Hà Văn Một|Đoàn 01
        2|ĐB.01-002|Hà Thị Hai|Đoàn 01
        """, """
        code|name|delegation
        ĐB.01-001|Hà Văn Một|Đoàn 01
        ĐB.01-002|Hà Thị Hai|Đoàn 01
        """),
    "trưởng đoàn, phó đoàn ở cột vai trò": list_of("""
        STT|Họ và tên|Đoàn|Nhiệm vụ trong đoàn
        1|Hà Văn Một|A|Trưởng đoàn
        2|Hà Thị Hai|A|Phó trưởng đoàn
        3|Hà Văn Ba|A|Thành viên
        """, """
        name|delegation|delegation_role
        Hà Văn Một|A|head
        Hà Thị Hai|A|deputy
        Hà Văn Ba|A|
        """),
    "trường học: tổ, môn dạy, trình độ đào tạo": list_of("""
        TT|Họ và tên giáo viên|Ngày sinh|Môn dạy|Tổ|Trình độ đào tạo|Đảng viên
        1|Hà Văn Một|01/02/1980|Toán|Tổ Toán|Đại học|x
        2|Hà Thị Hai|03/04/1985|Văn|Tổ Văn|Thạc sĩ|
        """, """
        name|born|delegation|degree
        Hà Văn Một|1980-02-01|Tổ Toán|Đại học
        Hà Thị Hai|1985-04-03|Tổ Văn|Thạc sĩ
        """),
    "số liệu ngang hàng bên phải danh sách": list_of("""
        STT|Họ và tên|Năm sinh|||Thống kê|
        1|Hà Văn Một|1970|||Nam|1
        2|Hà Thị Hai|1980|||Nữ|1
        |||||Tổng|2
        """, """
        name|born|gender
        Hà Văn Một|1970|
        Hà Thị Hai|1980|
        """),
    "danh sách ba nhóm cạnh nhau theo tổ": list_of("""
        TỔ 1||TỔ 2||TỔ 3|
        STT|Họ và tên|STT|Họ và tên|STT|Họ và tên
        1|Hà Văn Một|1|Hà Thị Hai|1|Hà Văn Ba
        2|Lê Văn Một|2|Lê Thị Hai||
        """, """
        name
        Hà Văn Một
        Lê Văn Một
        Hà Thị Hai
        Lê Thị Hai
        Hà Văn Ba
        """, merges="A1:B1 C1:D1 E1:F1"),
    "bảng của chi bộ kèm cột xếp loại bốn năm": list_of("""
        STT|Họ và tên|Năm sinh|Xếp loại||||Đơn vị
        |||2021|2022|2023|2024|
        1|Hà Văn Một|1970|HTXSNV|HTTNV|HTTNV|HTTNV|CB 1
        2|Hà Thị Hai|1980|HTTNV|HTTNV|HTNV|HTTNV|CB 2
        """, """
        name|born|delegation
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1980|CB 2
        """, merges="D1:G1"),
    "quê quán và nơi ở, mỗi nơi hai cột": list_of("""
        STT|Họ và tên|Năm sinh|Quê quán||Nơi ở hiện nay|
        |||Xã|Tỉnh|Xã|Tỉnh
        1|Hà Văn Một|1970|Xã A|Tỉnh B|Xã C|Tỉnh D
        2|Hà Thị Hai|1980|Xã E|Tỉnh G|Xã H|Tỉnh I
        """, """
        name|hometown
        Hà Văn Một|Xã A, Tỉnh B
        Hà Thị Hai|Xã E, Tỉnh G
        """, merges="D1:E1 F1:G1"),
    "ngày vào Đảng cạnh ngày vào Đoàn": list_of("""
        STT|Họ và tên|Ngày sinh|Ngày vào Đoàn|Ngày vào Đảng|Chi đoàn
        1|Hà Văn Một|01/02/2000|26/3/2015|3/2/2022|Chi đoàn 1
        2|Hà Thị Hai|03/04/2001|26/3/2016||Chi đoàn 2
        """, """
        name|born|delegation
        Hà Văn Một|2000-02-01|Chi đoàn 1
        Hà Thị Hai|2001-04-03|Chi đoàn 2
        """),
    "cột đơn vị ghi mã đoàn và tên đoàn": list_of("""
        STT|Họ và tên|Năm sinh|Mã đoàn|Tên đoàn
        1|Hà Văn Một|1970|01|Đoàn Một
        2|Hà Thị Hai|1980|02|Đoàn Hai
        """, """
        name|born|delegation
        Hà Văn Một|1970|Đoàn Một
        Hà Thị Hai|1980|Đoàn Hai
        """),
    "ghế ngồi, tổ thảo luận, phòng nghỉ": list_of("""
        STT|Họ và tên|Đoàn|Số ghế|Tổ thảo luận|Phòng nghỉ
        1|Hà Văn Một|A|A1|1|101
        2|Hà Thị Hai|A|A2|2|102
        """, """
        name|delegation|seat
        Hà Văn Một|A|A1
        Hà Thị Hai|A|A2
        """),
    "phường mới: khu phố trong ô tên, gạch đầu dòng": list_of("""
        STT|Họ và tên|Năm sinh
        |+ Khu phố 1|
        1|- Hà Văn Một|1970
        |+ Khu phố 2|
        2|- Hà Thị Hai|1980
        """, """
        name|delegation
        Hà Văn Một|Khu phố 1
        Hà Thị Hai|Khu phố 2
        """),
    "đoàn: số lượng được phân bổ ở dòng đề mục": list_of("""
        STT|Họ và tên|Năm sinh|Ghi chú
        I|Đoàn Đảng bộ xã A|Được phân bổ: 02|
        1|Hà Văn Một|1970|
        2|Hà Thị Hai|1980|
        II|Đoàn Đảng bộ xã B|Được phân bổ: 01|
        3|Hà Văn Ba|1981|
        """, """
        name|delegation
        Hà Văn Một|Đoàn Đảng bộ xã A
        Hà Thị Hai|Đoàn Đảng bộ xã A
        Hà Văn Ba|Đoàn Đảng bộ xã B
        """),
    # Found by changing the lists above at random
    "tiêu đề lặp lại ngay sau một người": list_of("""
        TT|Họ và tên|Năm sinh|Tuổi Đảng|Ngày vào Đảng
        1|Hà Văn Một|1940|60|3/2/1965
        TT|Họ và tên|Năm sinh|Tuổi Đảng|Ngày vào Đảng
        TT|Họ tên|Năm sinh|Tuổi Đảng|Ngày vào Đảng
        2|Hà Thị Hai|1980|20|3/2/2005
        """, """
        name|joined
        Hà Văn Một|1965-02-03
        Hà Thị Hai|2005-02-03
        """),
    "ông bà và đề mục loại đại biểu trong cột ông bà": list_of("""
        TT|Ông/Bà|Họ tên|Năm sinh|Chức danh
        (1)|(2)|(3)|(4)|(5)
        I|ĐẠI BIỂU CHÍNH THỨC|||
        1|Ông|Hà Văn Một|1970|Trưởng thôn
        II|ĐẠI BIỂU DỰ KHUYẾT|||
        1|Bà|Hà Thị Hai|1980|Nông dân
        STT|Ông/Bà|Họ và tên|Năm sinh|Chức danh
        2|Ông|Hà Văn Ba|1981|Nông dân
        |NGƯỜI LẬP BIỂU|||
        """, """
        name|gender|kind
        Hà Văn Một|nam|official
        Hà Thị Hai|nữ|alternate
        Hà Văn Ba|nam|alternate
        """),
    "ba tổ cạnh nhau, tiêu đề tên viết khác nhau": list_of("""
        STT|Họ tên|TT|Họ và tên đại biểu|Số TT|HỌ VÀ TÊN
        1|Hà Văn Một|1|Hà Thị Hai|1|Hà Văn Ba
        2|Lê Văn Một|2|Lê Thị Hai||
        Tổng cộng|||||
        """, """
        name
        Hà Văn Một
        Lê Văn Một
        Hà Thị Hai
        Lê Thị Hai
        Hà Văn Ba
        """),
    "quốc hiệu ngay trên tiêu đề, đề mục miễn sinh hoạt": list_of("""
        ĐẢNG BỘ XÃ THỬ||ĐẢNG CỘNG SẢN VIỆT NAM
        STT|Họ và tên|Năm sinh
        I. ĐẢNG VIÊN CHÍNH THỨC||
        1|Hà Văn Một|1970
        II. ĐẢNG VIÊN DỰ BỊ||
        1|Hà Thị Hai|1995
        III. ĐẢNG VIÊN MIỄN SINH HOẠT||
        1|Hà Văn Ba|1940
        """, """
        name|kind|delegation
        Hà Văn Một|official|
        Hà Thị Hai|probationary|
        Hà Văn Ba|official|
        """),
    "đơn vị ghi một lần, tiêu đề lặp lại": list_of("""
        STT|Họ và tên|Năm sinh|Chi hội
        1|Hà Thị Một|1970|Chi hội ấp 1
        STT|Họ và tên|Năm sinh|Chi hội
        2|Hà Thị Hai|1980|
        3|Hà Thị Ba|1981|
        4|Hà Thị Bốn|1982|
        """, """
        name|delegation
        Hà Thị Một|Chi hội ấp 1
        Hà Thị Hai|Chi hội ấp 1
        Hà Thị Ba|Chi hội ấp 1
        Hà Thị Bốn|Chi hội ấp 1
        """),
    "số và Đ/c trong ô tên, không ngày sinh": list_of("""
        Họ và tên|Chức vụ
        1. Đ/c Hà Văn Một|Bí thư
        2) Đ/c Hà Thị Hai|Phó Bí thư
        (3) Đ/c Lê Văn Ba|Ủy viên
        4. Đồng chí Lê Văn Bốn|Ủy viên
        5. Lê Văn Năm|Khách
        05 đồng chí|
        """, """
        name|position
        Hà Văn Một|Bí thư
        Hà Thị Hai|Phó Bí thư
        Lê Văn Ba|Ủy viên
        Lê Văn Bốn|Ủy viên
        Lê Văn Năm|Khách
        """),
    "đảng viên chính thức, dự bị là cột đánh dấu": list_of("""
        STT|Họ và tên|Năm sinh|Đảng viên chính thức|Đảng viên dự bị
        1|Hà Văn Một|1970|x|
        2|Hà Thị Hai|1995||x
        """, """
        name|kind
        Hà Văn Một|official
        Hà Thị Hai|probationary
        """),
    "chỉ một cột tên, có Đ/c": list_of("""
        Họ và tên
        Đ/c Hà Văn Một
        Đ/c Hà Thị Hai
        """, """
        name
        Hà Văn Một
        Hà Thị Hai
        """),
    "chỉ một cột tên, có số và năm sinh": list_of("""
        Họ và tên
        1. Hà Văn Một - 1970 - Bí thư
        2. Hà Thị Hai - 1980
        3. Lê Văn Ba
        """, """
        name|born|position
        Hà Văn Một|1970|Bí thư
        Hà Thị Hai|1980|
        Lê Văn Ba||
        """),
}
# fmt: on
