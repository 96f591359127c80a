"""What offices write into the cell of a name besides the name: degrees, a birth, an office.

Each is taken off only where a whole name is left; everything else stays as it stands.
"""

from __future__ import annotations

import re
from typing import Any

from congress_desk.domain.text.family_names import begins_with_family_name
from congress_desk.imports.dates import read_date

_BEFORE_NAME = re.compile(
    r"^(\d{1,4}\s*[.)/-]\s*)?((đ/c|đ\.c|đc\.|đồng chí)[.:]?\s+)?", re.IGNORECASE
)
_ADDRESSED = re.compile(r"^((?:ông|bà|anh|chị)[.:]?|[ôb]\.)\s+", re.IGNORECASE)
_WOMEN = ("bà", "chị", "b.")
_ABBREVIATED = (
    r"(?:PGS|GS|TSKH|TS|T[hH][sS]|BSCK ?(?:II|I|1|2)?|BS|KS|CN|DS|LS|NSND|NSƯT|NGND|NGƯT|CVCC|CVC)"
)
_WITH_DOT = re.compile(rf"^(?:{_ABBREVIATED}\.\s*)+(?=\w)")
_DEGREES = re.compile(rf"^(?:{_ABBREVIATED}(?:[./,]\s*|\s+))+")
_RANKS = re.compile(
    r"^(?:(?:tiến|thạc|bác|dược|luật|kỹ|nghệ|kiến trúc) (?:sĩ|sỹ|sư)(?: ưu tú| nhân dân)?"
    r"|giáo sư|phó giáo sư|nhà giáo (?:ưu tú|nhân dân)"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý))[.:,]?\s+",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\s*\(\*+\)$")
_GENDER_AFTER = re.compile(r"\s*(?:\(\s*(nữ|nam)\s*\)|[-–]\s+(nữ|nam))$", re.IGNORECASE)
_BORN_AFTER = re.compile(
    r"\s*[-–,(]\s*(?:sinh(?:\s+(?:năm|ngày))?|s\.?n\.?|ns)?[\s:.]*"
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:\d{1,2}[/.-])?(?:19|20)\d{2})\s*\)?$",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    r"^(?P<name>[^,;()\n]+?)\s*(?:[,;(]|\s[-–])\s*(?P<office>(?:(?:phó|nguyên|quyền|q\.)\s+)?(?:"
    r"bí thư|chủ tịch|phó|trưởng|ủy viên|uỷ viên|uv|ubnd|giám đốc|tổng giám đốc|hiệu trưởng"
    r"|chủ nhiệm|thư ký|chánh|cán bộ|chuyên viên|công chức|đội trưởng|tổ trưởng|ban chấp hành"
    r"|thường vụ|giáo viên|nhân viên|kế toán|bác sĩ|hội viên|đoàn viên|chi hội|chi bộ"
    r"|bct|btv|bch)\b"
    r"(?:[^()]|\([^()]*\))*?)\)?$",
    re.IGNORECASE,
)
_FEWEST_WORDS, _LONGEST = 2, 300


def bare_name(text: str, found: dict[str, Any], *, addressed: bool) -> str:
    """Return the name alone; what stood with it goes to `found`, by the field it fills.

    `addressed` says that the list calls its people Ông and Bà, which then begin no name.
    """
    name = _FOOTNOTE.sub("", _BEFORE_NAME.sub("", text).strip(" .,;:-–*"))
    spoken = _ADDRESSED.match(name) if addressed else None
    if spoken:
        found["gender"] = "nữ" if spoken[1].casefold().startswith(_WOMEN) else "nam"
        name = name[spoken.end() :]
    name = _without_title(name, found)
    after = _GENDER_AFTER.search(name)
    if after:
        found["gender"] = (after[1] or after[2]).casefold()
        name = name[: after.start()]
    if len(name) > _LONGEST:
        return name
    return _without_office(_without_birth(name, found), found)


def _without_title(name: str, found: dict[str, Any]) -> str:
    """Take off degrees and ranks; without a dot only before a family name."""
    sure = _WITH_DOT.match(name)
    rest, title = (name[sure.end() :], name[: sure.end()]) if sure else (name, "")
    for pattern in (_DEGREES, _RANKS):
        more = pattern.match(rest)
        if more and is_whole(rest[more.end() :]):
            title, rest = title + rest[: more.end()], rest[more.end() :]
    if title:
        found["titles"] = title.strip(" ,:")
    return rest


def _without_birth(name: str, found: dict[str, Any]) -> str:
    after = _BORN_AFTER.search(name)
    if after is None or not is_whole(name[: after.start()]):
        return name
    born = read_date(after[1], birth=True)
    if born is None:
        return name
    found["born"] = born.text
    return name[: after.start()]


def _without_office(name: str, found: dict[str, Any]) -> str:
    after = _OFFICE_AFTER.match(name)
    if after is None or not is_whole(after["name"]):
        return name
    found["position"] = after["office"].strip(" .,;")
    return after["name"]


def is_whole(name: str) -> bool:
    """Say whether a text may be a whole name: a family name and more."""
    return len(name.split()) >= _FEWEST_WORDS and begins_with_family_name(name)
