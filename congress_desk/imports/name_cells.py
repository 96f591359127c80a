"""What stands in a column of names: a name, or the total, the note or the unit below a table.

A name has no digit, no colon and no word of a sum. Whatever else stands there is known by how it
begins: a name begins with a family name, and no rule here begins with one and the words after it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from congress_desk.domain.text.family_names import begins_with_family_name


class NoName(StrEnum):
    """Why a text is no name of one person."""

    TOTAL = "total"
    NOTE = "note"
    UNIT = "unit"
    MARKED = "marked"
    LOST = "lost"
    SEVERAL = "several"
    OPEN = "open"


def _any(*phrases: str) -> str:
    return "(?:" + "|".join(phrases) + ")"


_END = r"\s*(?:$|[:.;,=(\[\d–-])"
_COUNTED = _any(
    "người", "đại biểu", "đồng chí", "đ/c", r"đ\.c", "đc", "đảng viên", "hội viên", "đoàn viên",
    "thành viên", "đb", "đv", "hv", "ứng cử viên", "ứng viên", "cán bộ", "công chức", "viên chức",
    "người lao động", "ủy viên", "uỷ viên", "nhân sự",
)  # fmt: skip
_DIGIT = _any("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPELLED = rf"{_DIGIT}(?: (?:{_DIGIT}|mươi|mốt|tư|lăm|trăm|linh|lẻ))*"
# A family name may be the word of an office: Ban Văn Tổ, but Ban Văn hóa and Ban Thị trường.
_NOT_A_NAME = r"(?! (?:văn (?!hóa|hoá|phòng|thể|hiến|nghệ|xã)|thị (?!xã|trấn|ủy|uỷ|đoàn|trường)))"
_TOTALS = (
    r"t[ổồô]ng\s*" + _any(
        "cộng", "số", "hợp", "quân số", "toàn", "danh sách", "đại biểu", "đảng viên", "hội viên",
        "đoàn viên", "người", "chung", "chi bộ", "các", "kết", r"có\b.*\d", r"là\b.*\d",
    ),
    r"c[ộọ]ng\s+" + _any(
        "chung", "các", "toàn", "danh", "dồn", "trang", "mang", "chi", "đoàn", "số", "tổng", "đảng",
        "nam", "nữ", "lại", "hội", "khối", "tổ", "theo", "trên", "dưới", "là", "có", "đại biểu",
        "người", "phần", "sang", "từ", "đơn vị",
    ) + r"\b",
    # Nobody's family name is Cộng: Cộng ấp 1: 02 người.
    r"cộng(?! (?:đồng|hòa|hoà|tác|sản|sinh))(?: \w+){1,12}\s*[:(\d]",
    _any("tổng", "tồng", "cộng", "cọng", "sum", "total", "subtotal", "grand total")
    + _END,
    r"(?:tc|t/c)\s*(?:$|:)",
    r"(?:grand )?total\b",
    "toàn " + _any(
        "đoàn", "bộ", "chi", "đảng", "trường", "danh", "thể", "huyện", "tỉnh", "phường", "xã",
        "quận",
        "cơ quan", "khối", "đơn vị", "công ty", "ngành", "hội",
    ) + r"\b",
    _any(
        "số lượng", "số người", "số đại biểu", "số đảng viên", "số lượt", "sĩ số", "quân số",
        "ấn định",
        "bằng chữ", "viết bằng chữ", "tất cả", "cả thảy", "lũy kế", "luỹ kế", "mang sang",
        "chuyển sang",
        "số dư", "tỷ lệ", "tỉ lệ", "chiếm", "hiện có", "có mặt", "vắng mặt", "gồm", "bao gồm",
        "gồm có",
        "trong đó", "cụ thể", "chia ra", "thống kê", "cơ cấu", "độ tuổi", "tuổi bình quân",
        "tuổi đời",
        "tuổi đảng", "dân tộc thiểu số", "tôn giáo", "nam", "nữ", "đại biểu nam", "đại biểu nữ",
        "số đồng chí", "được triệu tập", "được phân bổ", "phân bổ", "chỉ tiêu",
        "có lý do", "không lý do", "tái cử", "trẻ tuổi",
    ) + _END,
    r"(?:(?:người|đại biểu|đồng chí|đ/c|hội viên|đoàn viên|đảng viên) )?(?:trẻ|(?:cao|ít|trẻ|lớn)"
    r" tuổi)(?: đảng| đời)? nhất\b",
    r"(?:bình quân|trung bình)(?: (?:tuổi|độ|chung|cộng)\b|\s*[:=\d])",
    r"tuổi (?:cao|trẻ|trung|thấp|lớn|bình)\b",
    r"trình độ (?:đại|chuyên|văn|học|trung|cao|sơ|thạc|tiến|trên|ll|lý|dưới|phổ)",
    r"(?:dưới|trên|từ|độ tuổi|tuổi) \d+", r"(?:người )?dân tộc (?:thiểu số|kinh|ít)\b",
    r"(?:có|số lượng|ấn định|gồm|danh sách|tổng)\b.*\d+.*" + _COUNTED,
    r"(?:\(\d+\)|\(?\d+(?:[.,]\d+)*)\s*(?:\([^()]*\)\s*)?"
    + _any(_COUNTED, "nam", "nữ", "vị", "khách") + r"\b",
    r"\(\s*[^()]*\d+\s*" + _COUNTED + r"[^()]*\)$",
    r"\(?" + _SPELLED + " " + _COUNTED + r"\b",
    r"\d+\s*/\s*\d+",
    r"\d+(?:[.,]\d+)?\s*%",
)  # fmt: skip
_SIGNERS = _any(
    "bí thư", "chủ tịch", "thủ trưởng", "trưởng (?:ban|đoàn|phòng|tiểu ban|bộ phận)",
    "chánh văn phòng", "giám đốc", "tổng giám đốc", "hiệu trưởng", "thường trực", "chủ nhiệm",
    "tổ trưởng", "đoàn chủ tịch", "đoàn thư ký", "chủ tọa", "chủ toạ", "thư ký", "kế toán",
    "văn thư",
)  # fmt: skip
_NOTES = (
    _any("người", "cán bộ", "bộ phận", "đơn vị", "cơ quan") + " " + _any(
        "lập", "tổng hợp", "kiểm tra", "duyệt", "thực hiện", "ghi", "báo cáo", "phụ trách", "nhận",
        "viết", "in", "đánh máy", "soạn", "rà soát", "chịu trách nhiệm", "đề nghị", "khai",
    ),
    r"lập (?:biểu|bảng|danh sách)", r"nơi (?:nhận|gửi)", "kính gửi", "xác nhận", "ký tên",
    r"\(?\s*(?:đã )?ký\s*(?:$|[,)(/]|và|tên|ghi)", r"\(?ghi rõ", r"\(?chữ ký", r"\(?đóng dấu",
    rf"duyệt\b{_NOT_A_NAME}", "phê duyệt", "thẩm định", "kiểm soát",
    r"\W*(?:ghi chú|chú thích|chú ý|lưu ý|nhận xét|đề nghị|yêu cầu|ý kiến)\s*(?:$|[:.(\d])",
    r"t\s*[/.]?\s*m\s*(?:[./]|\s|$)", r"t\s*[/.]?\s*l\s*[./]", r"t\s*\.?\s*u\s*\.?\s*q\s*[./]",
    r"k\s*[/.]?\s*t\s*(?:[./]|\s|$)",
    _SIGNERS + r"\s*(?:$|[,.:(/–-]|" + _any(
        "đảng", "chi", "huyện", "xã", "phường", "tỉnh", "ban", "đoàn", "hội", "công", "cấp",
        "cơ quan",
        "đơn vị", "trường", "đại hội", "tiểu ban", "bộ phận", "tổ",
    ) + ")",
    "phó " + _any(
        "bí thư", "chủ tịch", "ban", "trưởng", "giám đốc", "hiệu trưởng", "tổng", "văn phòng",
        "chánh",
        "chủ nhiệm",
    ),
    r"(?:ban|tiểu ban|tổ) " + _any(
        "chấp hành", "thường vụ", "tổ chức", "kiểm phiếu", "tuyên giáo", "thẩm tra", "chỉ đạo",
        "bí thư",
        "giám đốc", "giám hiệu", "dân vận", "kiểm tra", "nhân sự", "bầu cử", "thư ký", "phục vụ",
        "quản lý", "lãnh đạo", "nội dung",
    ),
    r"(?:đảng|chi|huyện|tỉnh|thành|quận|thị) (?:uỷ|ủy)\b",
    r"lưu\s*(?::|vp\b|vt\b|văn thư|hồ sơ|ban\b|đảng|\()", r"như (?:trên|kính|điều)",
    r"[-–+*]\s*(?:như|lưu|các đồng chí|ban|thường|đảng)",
    r"mẫu (?:số|\d|biểu|\w+[-/]\d)", r"biểu (?:số|\d)", "phụ lục",
    r"\(?(?:kèm theo|ban hành|đính kèm)",
    r"\(?(?:xem )?tiếp (?:theo|trang|tục)\b", r"\(?còn tiếp\b",
    r"trang\s*\d", r"danh sách (?:này|trên|gồm|có)", r"hết\s*(?:$|[./)])", r"số\s*(?::|\d)",
    r"\*", r"-{2,}", r"_{2,}", r"\.{3,}", "…", r"={2,}", "tài liệu", r"nguồn\s*:",
    r"(?:căn cứ|theo|thực hiện) (?:quyết định|công văn|thông báo|hướng dẫn|nghị quyết|điều|kế hoạch"
    r"|danh sách|đề án|quy chế)",
    r".*\bngày\b.*\btháng\b.*\bnăm\b", r".*,\s*ngày\s*[\d.…_]", r"ngày\s*[\d.…_]",
)  # fmt: skip
_UNITS = (
    r"(?:chi|đảng|liên|cụm) (?:bộ|đoàn|hội|cục|cơ sở)\b", r"(?:phân|liên chi|liên) (?:đoàn|hội)\b",
    r"(?:công|nghiệp) đoàn\b", r"cđcs\b", r"đơn vị\b",
    r"tổ (?:số|\d|dân|đảng|thảo|đại|công đoàn|hội|phụ nữ|nông dân|[ivx]+\b|[a-c]$)", r"tdp\b",
    r"khu (?:phố|vực|dân|\d|[ivx]+\b)", r"kp\.? ?\d", r"(?:khóm|thôn|ấp|bản|buôn|làng|xóm) \w",
    r"đoàn " + _any(
        "đại biểu", "thanh niên", "khối", "phường", "xã", "cơ sở", "các", "thuộc", "số", "tncs",
        "thị trấn", "huyện", "tỉnh", "đảng bộ", "chi bộ", "công tác", "luật sư", "nghệ thuật",
        "thành phố", "thị xã", r"\d", r"[ivx]+$", r"viên\s*(?:$|[:(\d]|dự|chính|ưu)",
        r"trường\s*(?:$|thcs|thpt|th\b|đại|cao|tiểu|mầm|trung|chính)",
    ),
    r"khối " + _any(
        "các", "cơ", "đảng", "doanh", "trường", "mặt", "đoàn", "chính", "nội", "công", "văn", "dân",
        "lực", "phường", "xã", r"\d", "nhà",
    ),
    rf"hội{_NOT_A_NAME} \w",
    r"trường " + _any("thcs", "thpt", r"th\b", "tiểu", "mầm", "đại", "cao", "trung", "mẫu",
    r"mn\b", "liên"),
    r"(?:công ty|cty|tổng công ty|nhà máy|xí nghiệp|phân xưởng|bệnh viện|trạm|trung tâm|htx"
    r"|hợp tác xã|ngân hàng|bưu điện|kho bạc|tòa án|viện kiểm sát|công an"
    r"|quân sự|biên phòng|mặt trận|ubmttq|ubnd|hđnd|mttq|ccb|lhpn|hnd)\b",
    rf"(?:phòng|ban|sở|bộ|cục|vụ|lớp|khoa|viện){_NOT_A_NAME} (?:\w+ )+\w",
    r"(?:phường|xã|thị trấn|quận|huyện|tỉnh|thành phố|thị xã|đặc khu) [\w ]+$", r"(?:ủy|uỷ) ban\b",
    r"văn phòng\b", r"hội đồng\b", r"(?:lâm|nông|ngư|lâm nông) trường\b",
    r"(?:tỉnh|thành|huyện|quận|thị|xã|phường) đoàn\b", r"đồn (?:biên|công)", r"hạt kiểm",
    r"đại diện\b", r"lãnh đạo\b", r"thường trực\b",
    r"(?:các )?(?:đại biểu|đb)\b", r"khách mời\b", r"(?:đảng|hội|ứng cử|ứng) viên\b",
    r"thành phần\b",
    r"danh sách\b", r"nhân sự\b",
)  # fmt: skip
_TOTAL, _NOTE, _UNIT = (re.compile(_any(*each)) for each in (_TOTALS, _NOTES, _UNITS))
# Typed without accents a word of an office may be a name: only phrases that no name begins with.
_TOTAL_PLAIN = re.compile(
    r"tong (?:cong|so|dai bieu|hop)|(?:tong|cong)\s*$|cong (?:chung|danh|toan)"
    r"|toan (?:doan|chi|danh)|so luong|tat ca|(?:nam|nu|tong|cong|so luong|total)\s*[:=]"
    r"|\d+ (?:nguoi|dai bieu|dong chi|dang vien)|danh sach nay"
)
_NOTE_PLAIN = re.compile(
    r"nguoi lap|lap (?:bieu|bang|danh)|noi nhan|xac nhan|ky ten|\(ky|ghi chu\b|bi thu$|chu tich$"
    r"|thu truong|.*\bngay\b.*\bthang\b.*\bnam\b"
)
_UNIT_PLAIN = re.compile(
    r"chi bo\b|dang bo\b|chi hoi\b|chi doan\b|khu pho\b|dai bieu\b|dang vien\b"
    r"|khach moi\b|danh sach\b"
)
_STAND_IN = re.compile(
    r"(?:đại biểu|đảng viên|hội viên|đoàn viên|ứng cử viên|ứng viên|khách mời) \w+$"
)
_OPEN = re.compile(
    r"\W*(?:khuyết|chưa (?:có|rõ|xác định|bầu|cử)|còn thiếu|(?:để )?trống|(?:sẽ )?bổ sung(?: sau)?"
    r"|(?:xin )?(?:rút|thôi|hủy|huỷ)(?: tên| lui| tham gia| bầu| không bầu)?"
    r"|chuyển (?:sinh hoạt|công tác|đi)\b.*"
    r"|(?:đã |xin )?(?:nghỉ|chết|mất|từ trần|vắng)(?: hưu| việc| phép| có lý do| không lý do)?"
    r"|(?:đang )?cập nhật(?: sau)?|(?:mời|báo|điền|cử) sau|dự phòng|không có|n/?a|tbd)\W*|[….?_-]+"
)
# Who comes of an office, whoever it is: a seat, not somebody's name.
_WHOEVER = re.compile(
    r"(?:các |\d+ )?(?:phóng viên|nhà báo|báo chí|lái xe|tài xế|nhân viên|chuyên viên|cán bộ"
    r"|bảo vệ|y tế|kỹ thuật|an ninh|lễ tân|phục vụ|giúp việc|thư ký|đội văn nghệ|thiếu nhi|đại diện"
    r"|lãnh đạo)"
    r"(?: (?:\d+|[a-d]|đi cùng|theo xe|đoàn))?"
)
# What the letters of VIQR carry instead of accents: Nguye^~n, Va(n.
_MARKS_BESIDE = re.compile(r"[a-z][\^~`]|[aouAOU][(+](?=[a-z'`?~.])")
_LOST = re.compile(r"[^\W\d_]\?|\?[^\W\d_]|\ufffd")
_BETWEEN = re.compile(r"\s*(?:[;/+,&\n]|\bvà\b|\s[-–]\s|(?:^|\s)\d{1,2}[.)]\s)\s*")
_NUMBERED = re.compile(r"^\(?(?:[ivxl]{1,5}|[a-zđ]|\d{1,3})\s*[.)/–-]\s*(?=\D)")
_BULLET = re.compile(r"^[-–+•*\s]+(?=\w)")
_ASIDE = re.compile(r"\([^()]*\)")
_LONGEST = 200
_FEWEST_WORDS = 2


def no_name(text: str) -> NoName | None:
    """Return why a text is no name of one person, None where it may be one."""
    return _judged(text[:_LONGEST])


@lru_cache(maxsize=8192)
def _judged(text: str) -> NoName | None:
    line = " ".join(text.split())
    if _OPEN.fullmatch(line.casefold()):
        return NoName.OPEN
    for said, why in ((is_total, NoName.TOTAL), (is_note, NoName.NOTE), (is_unit, NoName.UNIT)):
        if said(line):
            return why
    if _LOST.search(line) or _MARKS_BESIDE.search(line):
        return NoName.LOST
    if _several(text):
        return NoName.SEVERAL
    if _WHOEVER.fullmatch(line.casefold()):
        return NoName.MARKED
    if line.startswith("(") and line.endswith(")"):
        return NoName.MARKED
    bare = _ASIDE.sub("", line)
    if any(sign in bare for sign in ":=@") or any(map(str.isdigit, bare)):
        return NoName.MARKED
    return None


def is_total(text: str) -> bool:
    """Say whether a text sums people up: Tổng cộng, Cộng: 12, Nam: 5, hai mươi đồng chí."""
    return _begins(text, _TOTAL, _TOTAL_PLAIN)


def is_note(text: str) -> bool:
    """Say whether a text is of the notes and signatures above or below a table."""
    return _begins(text, _NOTE, _NOTE_PLAIN) and not _is_bulleted_unit(text)


def _is_bulleted_unit(text: str) -> bool:
    """Say whether a text names a unit after an asterisk: * Chi bộ 1 (12 đ/c)."""
    bare = text.strip().lstrip("*").strip()
    return (
        bare != text.strip() and not bare.startswith("(") and is_unit(bare) and not is_total(bare)
    )


def is_unit(text: str) -> bool:
    """Say whether a text names a unit or a group of people: Chi bộ 3, Công ty X, Đại biểu."""
    return _begins(text, _UNIT, _UNIT_PLAIN)


def is_stand_in(text: str) -> bool:
    """Say whether a text stands for a person whose name has a number: Đại biểu 7, Lê Văn An 2."""
    why = no_name(text)
    if why is NoName.UNIT:
        return _STAND_IN.match(text.casefold()) is not None
    return why is NoName.MARKED and ":" not in text


def could_be_name(text: str) -> bool:
    """Say whether a text may be the name of one person: two words or more, a family name first."""
    return (
        no_name(text) is None
        and len(text.split()) >= _FEWEST_WORDS
        and begins_with_family_name(text)
    )


@lru_cache(maxsize=8192)
def _begins(text: str, pattern: re.Pattern[str], plain: re.Pattern[str]) -> bool:
    whole = text.strip().casefold()
    low = _BULLET.sub("", _NUMBERED.sub("", _BULLET.sub("", whole))).strip()
    if pattern.match(whole) or pattern.match(low):
        return True
    return low.isascii() and plain.match(low) is not None


def _several(text: str) -> bool:
    """Say whether a text holds the names of two people or more."""
    parts = [part.strip() for part in _BETWEEN.split(_ASIDE.sub("", text)) if part.strip()]
    return (
        len(parts) >= _FEWEST_WORDS
        and all(
            len(part.split()) >= _FEWEST_WORDS
            and begins_with_family_name(part)
            # Nông dân and Phó Bí thư are no second person, though Nông and Phó are family names.
            and not (parts[0].istitle() and part.split()[-1][:1].islower())
            for part in parts[:2]
        )
    )
