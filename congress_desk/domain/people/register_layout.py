"""The columns of a list of people: what each fills in the register, and what offices head them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from congress_desk.domain.people.person import PersonKind
from congress_desk.domain.setup.layout import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT

CODE_LIMIT: Final = 40
SEAT_LIMIT: Final = 40
NUMBER: Final = "number"
NAME: Final = "name"
GROUP: Final = "group"
BORN_MALE: Final = "born_male"
BORN_FEMALE: Final = "born_female"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One thing a column may say: its label, the headers people write, and how much text it takes.

    `titles` are whole headers, the surest first; `parts` are patterns found within a header, both
    without case, accents and spaces. `spreads`: one merged cell may stand for all rows it covers.
    """

    key: str
    label: str
    titles: tuple[str, ...] = ()
    parts: str = ""
    spreads: bool = False
    limit: int = TEXT_LIMIT


REGISTER: Final = (
    ListColumn(
        key=NUMBER, label="STT", titles=("TT", "Số TT", "Số thứ tự", "No.", "Stt.", "Số thứ tự")
    ),
    ListColumn(
        key="code",
        label="Mã",
        titles=("Mã đại biểu", "Mã ĐB", "Mã số", "Mã số đại biểu", "Số hiệu đại biểu", "Code"),
        limit=CODE_LIMIT,
    ),
    ListColumn(
        key=NAME,
        label="Họ và tên",
        titles=("Họ tên", "Họ và tên khai sinh", "Full name", "Name", "Đồng chí", "Đại biểu"),
        parts=r"^ho(va)?(chudem|tendem|dem)?(va)?ten|hovaten|^hoten",
        limit=NAME_LIMIT,
    ),
    ListColumn(
        key="surname",
        label="Họ và chữ đệm",
        titles=("Họ đệm", "Họ", "Họ và đệm", "Họ và tên đệm", "Họ, chữ đệm", "Họ lót"),
        limit=NAME_LIMIT,
    ),
    ListColumn(key="given_name", label="Tên", limit=NAME_LIMIT),
    ListColumn(
        key="born",
        label="Ngày sinh",
        titles=("Năm sinh", "Sinh ngày", "Sinh năm", "Born", "Ngày tháng năm sinh", "NTNS", "NS"),
        parts=r"(ngay|thang|nam)(thang|nam)*sinh",
    ),
    ListColumn(
        key=BORN_MALE,
        label="Ngày sinh (nam)",
        titles=("Nam", "Năm sinh nam", "Ngày sinh nam", "Giới tính nam"),
        parts=r"^(ngay|thang|nam)(thang|nam)*sinh(la)?nam$",
    ),
    ListColumn(
        key=BORN_FEMALE,
        label="Ngày sinh (nữ)",
        titles=("Nữ", "Năm sinh nữ", "Ngày sinh nữ", "Giới tính nữ", "Phái nữ", "Là nữ"),
        parts=r"^(ngay|thang|nam)(thang|nam)*sinh(la)?nu$",
    ),
    ListColumn(
        key="gender", label="Giới tính", titles=("Giới", "Nam/Nữ", "Gender", "Phái", "Nam, nữ")
    ),
    ListColumn(key="hometown", label="Quê quán", parts=r"quequan|nguyenquan"),
    ListColumn(key="ethnic", label="Dân tộc", parts=r"^dantoc"),
    ListColumn(key="religion", label="Tôn giáo", parts=r"^tongiao"),
    ListColumn(
        key="delegation",
        label="Đoàn",
        titles=(
            "Đoàn đại biểu", "Thuộc đoàn", "Đoàn, đơn vị", "Đơn vị", "Chi bộ", "Đảng bộ",
            "Chi bộ, đảng bộ", "Tên đơn vị", "Tổ chức đảng", "Đơn vị bầu", "Cơ sở", "Tổ",
            "Chi đoàn", "Công đoàn cơ sở", "Đơn vị công tác", "Nơi công tác", "Cơ quan",
            "Delegation",
        ),
        parts=r"sinhhoat|(thuoc|tai)(chibo|dangbo|donvi)",
        spreads=True,
    ),
    ListColumn(
        key="delegation_role",
        label="Vai trò trong đoàn",
        titles=("Trưởng đoàn", "Chức danh trong đoàn", "Nhiệm vụ trong đoàn"),
    ),
    ListColumn(
        key="position",
        label="Chức vụ",
        titles=("Position", "Chức danh", "Nghề nghiệp"),
        parts=r"^chucvu|^chucdanh|nghenghiep|congviechiennay",
    ),
    ListColumn(
        key="joined",
        label="Ngày vào Đảng",
        titles=("Vào Đảng", "Ngày vào Đoàn", "Năm vào Đảng", "Ngày kết nạp", "Ngày vào Đảng dự bị"),
        parts=r"vaodang|ketnap",
    ),
    ListColumn(
        key="official_on",
        label="Ngày chính thức",
        titles=("Ngày vào Đảng chính thức", "Ngày công nhận chính thức", "Vào Đảng chính thức"),
        parts=r"(ngay|vaodang|congnhan|chuyen).*chinhthuc",
    ),
    ListColumn(
        key="schooling",
        label="Trình độ văn hóa",
        titles=("Văn hóa", "TĐVH", "Trình độ VH", "Học vấn", "Trình độ học vấn", "GDPT", "VH"),
        parts=r"vanhoa|phothong|gdpt",
    ),
    ListColumn(
        key="degree",
        label="Trình độ chuyên môn",
        titles=("Chuyên môn", "CM", "CMNV", "Chuyên môn, nghiệp vụ", "Trình độ CM", "Bằng cấp",
                "Trình độ CMNV", "Trình độ", "Trình độ đào tạo"),
        parts=r"chuyenmon|nghiepvu",
    ),
    ListColumn(
        key="theory",
        label="Lý luận chính trị",
        titles=("LLCT", "Trình độ LLCT", "Lý luận", "Chính trị", "CT", "TĐLLCT",
                "Trình độ chính trị"),
        parts=r"l[yi]luan|llct",
    ),
    ListColumn(
        key="language",
        label="Ngoại ngữ",
        titles=("NN", "Tiếng Anh", "Trình độ ngoại ngữ"),
        parts=r"ngoaingu",
    ),
    ListColumn(
        key="titles",
        label="Danh hiệu, học hàm",
        titles=("Danh hiệu", "Học hàm", "Học hàm, học vị", "Học vị", "Khen thưởng"),
        parts=r"danhhieu|hocham",
    ),
    ListColumn(
        key="incumbent",
        label="Tái cử / lần đầu",
        titles=("Tái cử", "Tái cử, lần đầu", "Tái cử hay lần đầu"),
        parts=r"taicu.*landau",
    ),
    ListColumn(key="first_time", label="Lần đầu", titles=("Tham gia lần đầu", "Lần đầu tham gia")),
    ListColumn(
        key="committee",
        label="Cấp ủy viên triệu tập",
        titles=("Cấp ủy viên", "Cấp ủy triệu tập", "Cấp ủy", "Ủy viên cấp ủy triệu tập"),
    ),
    ListColumn(
        key="kind",
        label="Loại",
        titles=("Loại đại biểu", "Diện", "Tư cách", "Tư cách đại biểu", "Diện đại biểu",
                "Thành phần", "Hình thức", "Thành phần đại biểu"),
        spreads=True,
    ),
    ListColumn(
        key="kind_ex_officio",
        label="Đương nhiên",
        titles=("Đại biểu đương nhiên", "ĐB đương nhiên"),
    ),
    ListColumn(
        key="kind_official",
        label="Được bầu",
        titles=("Đại biểu được bầu", "Bầu", "ĐB được bầu", "Đại biểu chính thức"),
    ),
    ListColumn(key="kind_appointed", label="Chỉ định", titles=("Đại biểu chỉ định", "ĐB chỉ định")),
    ListColumn(
        key="kind_alternate", label="Dự khuyết", titles=("Đại biểu dự khuyết", "ĐB dự khuyết")
    ),
    ListColumn(
        key="status",
        label="Điểm danh",
        titles=("Có mặt", "Tình trạng", "Trạng thái", "Tình trạng điểm danh", "Status"),
    ),
    ListColumn(
        key="seat",
        label="Ghế",
        titles=("Số ghế", "Chỗ ngồi", "Vị trí ngồi", "Ghế số", "Vị trí", "Seat"),
        limit=SEAT_LIMIT,
    ),
    ListColumn(
        key=GROUP, label="Tổ thảo luận", titles=("Tổ thảo luận số", "Tổ TL", "Nhóm thảo luận")
    ),
    ListColumn(
        key="note",
        label="Ghi chú",
        titles=("Ghi chú khác", "Note", "Notes"),
        parts=r"^ghichu",
        limit=LONG_TEXT_LIMIT,
    ),
)  # fmt: skip

COLUMNS: Final[Mapping[str, ListColumn]] = MappingProxyType({c.key: c for c in REGISTER})

# A mark (x) under one of these headers gives the field this value.
MARKS: Final[Mapping[str, tuple[str, Any]]] = MappingProxyType(
    {
        BORN_MALE: ("gender", "nam"),
        BORN_FEMALE: ("gender", "nữ"),
        "kind_ex_officio": ("kind", PersonKind.EX_OFFICIO),
        "kind_official": ("kind", PersonKind.OFFICIAL),
        "kind_appointed": ("kind", PersonKind.APPOINTED),
        "kind_alternate": ("kind", PersonKind.ALTERNATE),
        "first_time": ("incumbent", "first"),
    }
)

# Under one header above, a header below may mean another thing than alone: pattern above, then
# pattern below, then the key.
UNDER: Final = (
    (r"sinh|gioitinh|phai", r"nam|trai", BORN_MALE),
    (r"sinh|gioitinh|phai", r"nu|gai", BORN_FEMALE),
    (r"sinh", r"ngay|thang|nam|ngaythangnam", "born"),
    (r"vaodang|dang|ketnap", r"(ngay)?(chinhthuc|ct)", "official_on"),
    (r"vaodang|dang|ketnap", r"(ngay)?(dubi|db|ketnap|ngayvao|vaodang)", "joined"),
    (r"trinhdo", r"(hocvan|vanhoa|vh|phothong|gdpt)", "schooling"),
    (r"trinhdo", r"(chuyenmon|cm|cmnv|nghiepvu|chuyenmonnghiepvu|hocvi)", "degree"),
    (r"trinhdo", r"(lyluanchinhtri|llct|lyluan|chinhtri|ct|llchinhtri)", "theory"),
    (r"trinhdo", r"(ngoaingu|nn|tienganh)", "language"),
    (r"hovaten|hoten", r"ho|ho(va)?(chu|ten)?dem|holot|hovatendem", "surname"),
    (r"hovaten|hoten", r"ten", "given_name"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"chinhthuc|duocbau|bau", "kind_official"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"duongnhien", "kind_ex_officio"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"chidinh", "kind_appointed"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"dukhuyet", "kind_alternate"),
)
UNDER_PATTERNS: Final = tuple(
    (re.compile(above), re.compile(f"(?:{below})$"), key) for above, below, key in UNDER
)
