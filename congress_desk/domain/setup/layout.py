"""The set-up workbook as its reader and its writer see it: sheets, columns, other headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its header, other headers people write, and how much text it takes.

    `spreads` says that one merged cell may stand for all the rows it covers. `heads` is how a
    heading between the rows begins that says it where no column does; what it matches goes.
    """

    key: str
    label: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    spreads: bool = False
    heads: str = ""
    limit: int = TEXT_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLayout:
    """One sheet: its name, other names people give it, and its columns in order."""

    name: str
    synonyms: tuple[str, ...] = ()
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column:
        """Return the column of `key`; KeyError when the sheet has none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


_NAME_SYNONYMS = (
    "Họ tên",
    "Họ và tên đại biểu",
    "Họ và tên đảng viên",
    "Họ tên đại biểu",
    "Họ, tên",
    "Full name",
    "Name",
)
_BORN = Column(
    key="born",
    label="Ngày sinh",
    synonyms=("Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày", "Born"),
)
_GENDER = Column(key="gender", label="Giới tính", synonyms=("Giới", "Nam/Nữ", "Gender"))
_NOTE = Column(
    key="note", label="Ghi chú", synonyms=("Ghi chu khác", "Note"), limit=LONG_TEXT_LIMIT
)
_NUMBER_SYNONYMS = ("TT", "Số TT", "Số thứ tự", "No.")
_POSITION_SYNONYMS = ("Chức vụ, đơn vị", "Chức vụ, đơn vị công tác", "Chức vụ hiện nay", "Position")


def _name(label: str = "Họ và tên") -> Column:
    return Column(key="name", label=label, synonyms=_NAME_SYNONYMS, required=True, limit=NAME_LIMIT)


# The sheet of the congress holds one item a row: these are its items, not columns.
CONGRESS: Final = SheetLayout(
    name="Đại hội",
    synonyms=("Thông tin đại hội", "Thông tin chung", "Congress"),
    columns=(
        Column(key="name", label="Tên đại hội", synonyms=("Tên",), required=True),
        Column(key="superior", label="Cơ quan cấp trên", synonyms=("Cấp trên", "Đảng bộ cấp trên")),
        Column(key="body", label="Đơn vị tổ chức", synonyms=("Đơn vị", "Tổ chức", "Đảng bộ")),
        Column(key="ordinal", label="Lần thứ", synonyms=("Lần", "Đại hội lần thứ")),
        Column(key="term", label="Nhiệm kỳ"),
        Column(key="kind", label="Loại đại hội", synonyms=("Hình thức đại hội", "Loại")),
        Column(key="place", label="Địa điểm", synonyms=("Nơi tổ chức", "Địa điểm tổ chức")),
        Column(key="starts", label="Bắt đầu", synonyms=("Khai mạc", "Thời gian bắt đầu")),
        Column(key="ends", label="Kết thúc", synonyms=("Bế mạc", "Thời gian kết thúc")),
        Column(key="rules", label="Quy chế bầu cử", synonyms=("Quy chế", "Rule set")),
    ),
)

PEOPLE: Final = SheetLayout(
    name="Đại biểu",
    synonyms=("Danh sách đại biểu", "Đảng viên", "Danh sách đảng viên", "Hội viên", "Đoàn viên"),
    columns=(
        Column(key="number", label="STT", synonyms=_NUMBER_SYNONYMS),
        Column(key="code", label="Mã", synonyms=("Mã đại biểu", "Mã số", "Mã ĐB", "Code")),
        _name(),
        _BORN,
        _GENDER,
        Column(key="ethnic", label="Dân tộc"),
        Column(key="religion", label="Tôn giáo"),
        Column(
            key="delegation",
            label="Đoàn",
            synonyms=("Đoàn đại biểu", "Đơn vị", "Chi bộ", "Đơn vị công tác", "Tổ"),
            spreads=True,
        ),
        Column(key="position", label="Chức vụ", synonyms=_POSITION_SYNONYMS),
        Column(key="joined", label="Ngày vào Đảng", synonyms=("Vào Đảng", "Ngày vào Đoàn")),
        Column(key="degree", label="Trình độ chuyên môn", synonyms=("Chuyên môn", "Trình độ CM")),
        Column(key="theory", label="Lý luận chính trị", synonyms=("LLCT", "Trình độ LLCT")),
        Column(key="kind", label="Loại", synonyms=("Loại đại biểu", "Diện", "Tư cách")),
        Column(key="status", label="Điểm danh", synonyms=("Có mặt", "Tình trạng", "Trạng thái")),
        _NOTE,
    ),
)

AGENDA: Final = SheetLayout(
    name="Chương trình",
    synonyms=("Chương trình đại hội", "Agenda"),
    columns=(
        Column(key="session", label="Phiên", synonyms=("Phiên họp", "Buổi"), spreads=True),
        Column(key="day", label="Ngày", synonyms=("Ngày họp",), spreads=True),
        Column(key="time", label="Giờ", synonyms=("Thời gian", "Bắt đầu", "Giờ bắt đầu")),
        Column(
            key="minutes",
            label="Thời lượng (phút)",
            synonyms=("Thời lượng", "Số phút", "Phút"),
        ),
        Column(
            key="content",
            label="Nội dung",
            synonyms=("Nội dung chương trình", "Nội dung công việc"),
            required=True,
            limit=LONG_TEXT_LIMIT,
        ),
        Column(
            key="executor",
            label="Thực hiện",
            synonyms=(
                "Người thực hiện",
                "Đơn vị thực hiện",
                "Bộ phận thực hiện",
                "Phân công thực hiện",
                "Phụ trách",
                "Người phụ trách",
                "Chủ trì",
                "Người chủ trì",
                "Điều hành",
                "Người trình bày",
                "Phân công",
            ),
            spreads=True,
        ),
    ),
)

DUTIES: Final = SheetLayout(
    name="Phân công",
    synonyms=("Phân công nhiệm vụ", "Bảng phân công", "Duties"),
    columns=(
        Column(
            key="organ",
            label="Cơ quan",
            synonyms=("Cơ quan điều hành", "Bộ phận", "Ban", "Tổ chức"),
            required=True,
            spreads=True,
            heads=r"(?=\w)",
        ),
        _name(),
        Column(key="title", label="Chức danh", synonyms=("Vai trò", "Chức vụ")),
        Column(
            key="duty",
            label="Nhiệm vụ",
            synonyms=("Nhiệm vụ phân công", "Phân công", "Công việc"),
            limit=LONG_TEXT_LIMIT,
        ),
    ),
)

_ELECTION_CODE = Column(
    key="code", label="Mã", synonyms=("Mã bầu cử", "Ký hiệu", "Code"), required=True, spreads=True
)

ELECTIONS: Final = SheetLayout(
    name="Bầu cử",
    synonyms=("Cuộc bầu cử", "Các cuộc bầu cử", "Elections"),
    columns=(
        _ELECTION_CODE,
        Column(
            key="title",
            label="Nội dung bầu",
            synonyms=("Nội dung", "Nội dung bầu cử", "Bầu", "Chức danh bầu"),
            required=True,
        ),
        Column(
            key="seats",
            label="Số lượng bầu",
            synonyms=("Số lượng", "Số lượng cần bầu", "Số người được bầu", "SL bầu", "Seats"),
            required=True,
        ),
        Column(key="kind", label="Loại", synonyms=("Loại bầu cử", "Loại cuộc bầu", "Kind")),
        Column(
            key="alternates",
            label="Số dự khuyết",
            synonyms=("Dự khuyết", "Số lượng dự khuyết", "Số đại biểu dự khuyết", "Alternates"),
        ),
        Column(
            key="among",
            label="Bầu trong số",
            synonyms=("Trong số", "Trong số người trúng cử", "Among"),
        ),
    ),
)

CANDIDATES: Final = SheetLayout(
    name="Danh sách bầu cử",
    synonyms=("Danh sách bầu", "Danh sách ứng cử, đề cử", "Danh sách ứng cử viên", "Candidates"),
    columns=(
        _ELECTION_CODE,
        Column(key="number", label="STT", synonyms=_NUMBER_SYNONYMS),
        _name(),
        _BORN,
        _GENDER,
        Column(key="role", label="Chức vụ", synonyms=_POSITION_SYNONYMS),
        _NOTE,
    ),
)

# What a discussion group wrote down; a sheet of its own for each group, or one with all of them.
OPINIONS: Final = SheetLayout(
    name="Ý kiến thảo luận",
    synonyms=("Ý kiến", "Thảo luận tổ", "Tổng hợp ý kiến", "Opinions"),
    columns=(
        Column(key="number", label="STT", synonyms=_NUMBER_SYNONYMS),
        Column(
            key="group",
            label="Tổ",
            synonyms=("Tổ thảo luận", "Tổ số", "Tổ thảo luận số", "Nhóm", "Group"),
            spreads=True,
            heads=r"(?=(?:tổ|nhóm)\b)",
        ),
        Column(
            key="part",
            label="Phần",
            synonyms=(
                "Chương",
                "Mục",
                "Thuộc phần",
                "Phần văn bản",
                "Phần của văn bản",
                "Phần, mục",
                "Phần/chương",
                "Chương/mục",
                "Nội dung thảo luận",
                "Văn bản",
                "Dự thảo văn bản",
                "Part",
            ),
            spreads=True,
        ),
        Column(
            key="content",
            label="Nội dung ý kiến",
            synonyms=(
                "Ý kiến",
                "Ý kiến thảo luận",
                "Ý kiến phát biểu",
                "Nội dung phát biểu",
                "Ý kiến đóng góp",
                "Nội dung góp ý",
                "Ý kiến góp ý",
                "Ý kiến tham gia",
                "Góp ý",
                "Nội dung",
                "Opinion",
            ),
            required=True,
            limit=LONG_TEXT_LIMIT,
        ),
        Column(
            key="stance",
            label="Loại ý kiến",
            synonyms=("Loại", "Đề nghị", "Tính chất ý kiến", "Stance"),
        ),
        Column(
            key="speaker",
            label="Người phát biểu",
            synonyms=(
                "Họ và tên người phát biểu",
                "Đại biểu phát biểu",
                "Người góp ý",
                "Đại biểu",
                *_NAME_SYNONYMS,
                "Họ và tên",
                "Speaker",
            ),
            limit=NAME_LIMIT,
        ),
    ),
)

LAYOUTS: Final = (CONGRESS, PEOPLE, AGENDA, DUTIES, ELECTIONS, CANDIDATES)

# Sheets that the template carries for its drop-downs and for help; nothing is read from them.
SILENT_SHEETS: Final = ("Danh mục", "Hướng dẫn")
