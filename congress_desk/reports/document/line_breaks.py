"""Where a Vietnamese line of a head or a title may break, and what is never torn apart."""

from __future__ import annotations

import re
from itertools import accumulate

NBSP = "\u00a0"
_TERM = re.compile(r"\b(\d{4}) ([-–]) (\d{4})\b")
# Years of a term, parts of a date, ordinals, names and a word whose rest would stand alone.
_WHOLE = re.compile(
    r"\b\d{4}\s?[-–]\s?\d{4}\b|(?<!\w)(?:hồ chí minh|việt nam|lần thứ\s+\S+)(?!\w)"
    r"|(?<!\w)chuẩn\sy(?!\w)|(?<!\w)số\s(?=\d+[-/]\w)"
    r"|(?<!\w)(?:ngày\s\d{1,2}|tháng\s\d{1,2}(?:\snăm\s\d{4})?)(?!\w)",
    re.IGNORECASE,
)
# What begins a new unit of sense: a line rather breaks before it than inside one. Not within
# "tổng công ty", "hợp tác xã", "thị xã", "môi trường", "nông trường", "các cơ quan", "hội liên
# hiệp", "công ty cổ phần": the company's own name begins behind its form.
_BEGIN = re.compile(
    r"(?<!hội)\s(?=liên hiệp(?!\w))|(?<!công ty)(?<!thương mại)\s(?=(?:cổ phần|tnhh)(?!\w))"
    r"|(?<=công ty cổ phần)\s|(?<=công ty tnhh)\s|(?<=thương mại cổ phần)\s"
    r"|(?<!tổng)(?<!tác)(?<!thị)(?<!môi)(?<!nông)(?<!các)\s(?=(?:đảng bộ|chi bộ|phường|xã"
    r"|tỉnh|thành phố|quận|huyện|đặc khu|lần thứ|nhiệm kỳ|khóa|tổng công ty|bệnh viện"
    r"|ngân hàng|xí nghiệp|cơ quan|ngành|các khu|trách nhiệm hữu hạn|một thành viên|chi nhánh"
    r"|công ty|công đoàn|liên đoàn|hội liên hiệp|hội nông dân|hội cựu chiến binh|hiệp hội|đoàn tncs"
    r"|trường|ban chấp hành|ủy ban|dự đại hội|tại đại hội"
    r"|tư cách (?:đại biểu|đoàn viên|hội viên|đảng viên|cổ đông)"
    r")(?!\w))",
    re.IGNORECASE,
)
# Words of two syllables that stand in the names of bodies: no line ends inside one.
_COMPOUNDS = re.compile(
    r"(?<!\w)(?:tổng công ty|công ty|công đoàn|cơ sở|cơ quan|văn phòng|bệnh viện|đa khoa|khu vực"
    r"|trách nhiệm hữu hạn|thành phố|thành viên|cổ phần|chi nhánh|ngân hàng|thương mại|xí nghiệp"
    r"|đầu tư|xây dựng|phát triển|hạ tầng|kỹ thuật|đô thị|nhà ở|chế xuất|công nghiệp|nông nghiệp"
    r"|may mặc|dệt may|da giày|xuất khẩu|sản xuất|chế biến|thực phẩm|dược phẩm|dịch vụ|du lịch"
    r"|vận tải|viên chức|doanh nghiệp|nhà nước|đoàn thể|cơ khí|giao thông"
    r"|điện lực|viễn thông|môi trường|cấp nước|thoát nước|thủy sản|tài chính|bảo hiểm|kinh doanh"
    r"|quản lý|giáo dục|đào tạo|y tế|khoa học|công nghệ|xã hội|nhân văn|đại học|cao đẳng|trung học"
    r"|tiểu học|mầm non|nhân dân|lao động|liên đoàn|phụ nữ|hợp tác xã|liên hợp"
    r"|tỉnh\s\w+\s\w+)(?!\w)",
    re.IGNORECASE,
)
# What says nothing without the word behind it.
_LEADS = re.compile(
    r"(?<!\w)(và|các|khu|ngành|thành phố|tỉnh|phường|xã|quận|huyện)\s(?=\w)", re.IGNORECASE
)


def unbroken(text: str) -> str:
    """Return text whose terms of years, dates, ordinals and great names no line breaks apart."""
    return _WHOLE.sub(lambda found: re.sub(r"\s+", NBSP, found[0]), text)


def whole_terms(text: str) -> str:
    """Return text whose terms of years break nowhere; all else of a cell stays as it is found."""
    return _TERM.sub(rf"\1{NBSP}\2{NBSP}\3", text)


def sense_units(text: str) -> list[str]:
    """Return a line as the pieces that it may be broken into without tearing a name."""
    return [piece for piece in _BEGIN.split(text) if piece]


def breaks_by_sense(before: str, after: str) -> bool:
    """Say whether a line may end and the next begin so without tearing a name."""
    units = sense_units(f"{before} {after}".replace(NBSP, " "))
    ends = accumulate(units, "{} {}".format)
    return before.endswith(",") or before.replace(NBSP, " ") in ends


def whole_words(text: str) -> str:
    """Return a line that has to break inside a name, so that it breaks inside no word of it."""
    glued = _LEADS.sub(lambda found: f"{found[1]}{NBSP}", text)
    return _COMPOUNDS.sub(lambda found: re.sub(r"\s", NBSP, found[0]), glued)
