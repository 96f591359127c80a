"""What offices write into the cell of a name besides the name: degrees, a birth, an office.

Each is taken off only where a whole name is left; everything else stays as it stands.
"""

from __future__ import annotations

import re
from typing import Any

from congress_desk.domain.text.family_names import begins_with_family_name
from congress_desk.imports.dates import read_date
from congress_desk.imports.legacy.syllables import is_syllable
from congress_desk.imports.name_cells import NoName, could_be_name, is_total, is_unit, no_name
from congress_desk.imports.register.cells import kind_of_note, tells_absence

_BEFORE_NAME = re.compile(
    r"^[-–+•*☐☑□\s]*(\(?\d{1,4}\s*[.)/-]\s*)?(\(?(đ/c|đ\.c|đc|đồng chí)\)?[.:]*\s+)?", re.IGNORECASE
)
_FOR_SPACE = re.compile(r"(?<=[^\W\d_])_(?=[^\W\d_])")
_ADDRESSED = re.compile(r"^((?:ông|bà|anh|chị|mrs?|ms|miss)[.:]?|[ôb]\.)\s+", re.IGNORECASE)
_ELDERS = re.compile(r"^(?:cụ|thầy|cô|bác|chú)[.:]?\s+", re.IGNORECASE)
_WOMEN = ("bà", "chị", "b.", "ms", "mrs", "miss")
_ABBREVIATED = (
    r"(?:PGS|GS|TSKH|TS|T[hH]\.?[sS]|(?:BS|DS)?CK ?(?:II|I|1|2)|BSCK|BS|KTS|KS|CN|DS|LS|NCS"
    r"|NSND|NSƯT|NGND|NGƯT|NNND|NNƯT|TTND|TTƯT|CVCC|CVC|GVCC|GVC)"
)
_WITH_DOT = re.compile(rf"^(?:(?i:{_ABBREVIATED})\.\s*(?:{_ABBREVIATED}(?:[.,;:]\s*|\s+))*)+(?=\w)")
# Without a vowel no syllable of a name: TS, ThS, KS.
_NO_SYLLABLE = re.compile(rf"^(?:(?!NS|NG|NN|TT){_ABBREVIATED}(?:\s*[.,;:–-]+\s*|\s+))+(?=\w+ \w)")
_RANKS = (
    r"(?i:(?:tiến|thạc|bác|dược|luật|kỹ|nghệ|kiến trúc|nhạc|họa|ca|thi|võ) (?:sĩ|sỹ|sư)"
    r"(?: ưu tú| nhân dân)?|giáo sư|phó giáo sư|cử nhân|nhà (?:báo|văn|thơ|nghiên cứu)|luật gia"
    r"|nhà giáo(?: ưu tú| nhân dân)?|thầy thuốc (?:ưu tú|nhân dân)|nghệ nhân(?: ưu tú| nhân dân)?"
    r"|doanh nhân|(?:mẹ|bà mẹ) (?:vnah|việt nam anh hùng)"
    r"|anh hùng (?:llvt(?:nd)?|lđ|lao động|lực lượng vũ trang(?: nhân dân)?)"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý|sĩ|sỹ)(?: qncn| cn)?)"
)
_TITLES = re.compile(rf"^(?:(?:{_ABBREVIATED}|{_RANKS})(?:\s*[./,:;–-]+\s*|\s+))+")
_DEGREE_AFTER = re.compile(
    rf"\s*(?:,|\s[-–]|\()\s*((?:(?:{_ABBREVIATED}|{_RANKS})(?:[.,;\s]+|(?=\)?$)))+)\)?$"
)
_PHONE_AFTER = re.compile(
    r"\s*[-–,(:]*\s*(?:số\s+)?(?:s?đt|đtdđ|dđ|tel|phone|điện thoại|di động)?[\s.:]*"
    r"((?:\+?84|0)(?:[ .-]?\d){8,10})\)?$",
    re.IGNORECASE,
)
# A number in round brackets may tell two people of one name apart and stays.
_FOOTNOTE = re.compile(r"\s*(?:\(\*+\)|\[\d{1,2}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$")
_QUOTED = re.compile(r"""^["“”'‘](.+)["“”'’]$""")
_GENDER_AFTER = re.compile(r"\s*(?:\(\s*(nữ|nam)\s*\)|[-–]\s+(nữ|nam))$", re.IGNORECASE)
_GENDER_BEFORE = re.compile(r"^\(\s*(nữ|nam)\s*\)\s*(?=\w)", re.IGNORECASE)
_BORN_AFTER = re.compile(
    r"(?:\s*[-–,(]|\s)\s*(?:sinh(?:\s+(?:năm|ngày))?|s\.?n\.?|ns)?[\s:.]*"
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:\d{1,2}[/.-])?(?:19|20)\d{2})\s*\)?$",
    re.IGNORECASE,
)
_BORN_BETWEEN = re.compile(
    r"^(?P<name>[^,;()\n]+?)\s*(?:[,(]|\s[-–])\s*(?:sinh(?:\s+(?:năm|ngày))?|s\.?n\.?|ns)?[\s:.]*"
    r"(?P<born>(?:\d{1,2}[/.-]){0,2}(?:19|20)\d{2})\s*\)?\s*[-–,;]\s*(?P<rest>[^\d\s].*)$",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    r"^(?P<name>[^,;()\n]+?)\s*(?:[,;(]|\s[-–])\s*(?P<office>(?:(?:phó|nguyên|quyền|q\.)\s+)?(?:"
    r"bí thư|chủ tịch|phó|trưởng|ủy viên|uỷ viên|uv|ubnd|giám đốc|tổng giám đốc|hiệu trưởng"
    r"|chủ nhiệm|thư ký|chánh|cán bộ|chuyên viên|công chức|đội trưởng|tổ trưởng|ban chấp hành"
    r"|thường vụ|giáo viên|nhân viên|kế toán|bác sĩ|hội viên|đoàn viên|chi hội|chi bộ"
    r"|(?:nông|ngư|diêm) dân|công nhân|học sinh|sinh viên|giảng viên|nội trợ|hưu trí|kỹ sư"
    r"|y (?:tá|sĩ|sỹ)|nhà báo|luật sư|văn thư|thủ (?:quỹ|kho)|bộ đội|xã viên|thành viên"
    r"|tiểu thương|doanh nhân"
    r"|bct|btv|bch|(?-i:P?BT|P?CT|TP|PP|P?GĐ|P?HT|KTT|P?TB|[ĐTHX]?UV|P?TGĐ|CHT|CTV"
    r"|[A-ZĐƯ]{3,12}(?=\)?$)))\b"
    r"(?:[^()]|\([^()]*\))*?)\)?$",
    re.IGNORECASE,
)
_OFFICE_BEFORE = re.compile(
    r"^(?P<office>(?:(?:phó|nguyên|quyền|q\.)\s+)?(?:bí thư|chủ tịch|trưởng|ủy viên|uỷ viên"
    r"|giám đốc|hiệu trưởng|chủ nhiệm|thư ký|chánh)[^:()]{0,60}?)\s*:\s*(?P<name>[^:,;()]+)$",
    re.IGNORECASE,
)
# BT. Nguyễn Văn Quyền, Bí thư Lê Văn Hiến; CT may be a company and TP a city.
_SHORT_OFFICE_BEFORE = re.compile(
    r"^(?P<office>(?i:(?:phó |nguyên )?(?:bí thư|chủ tịch|giám đốc|hiệu trưởng|chủ nhiệm))"
    r"|P?BT|P?CT|PP|P?GĐ|PHT|KTT|[ĐTHX]?UV)[.:]?\s+(?P<name>\w+ \w+ [^:,;()]+)$"
)
# By what right, or that somebody does not come: Lê Thị Sáu (dự khuyết), Ngô Văn Cấn (xin rút).
_ASIDE_AFTER = re.compile(
    r"^(?P<name>[^,;()\n]+?)(?:\s*\((?P<said>[^()]+)\)|(?:,|\s[-–])\s+(?P<beside>[^(),;:]+))$"
)
_OFFICE = re.compile(
    r"\b(?:trưởng|phó|viên|bí thư|chủ tịch|ủy|uỷ|đại diện|lãnh đạo)\b", re.IGNORECASE
)
# What calls a cleric or an elder, and stays with the name.
CLERGY = (
    r"(?:hòa thượng|hoà thượng|thượng t[oọ][aạ]|đại đức|ni (?:sư|trưởng)|sư (?:cô|thầy)"
    r"|linh mục|mục sư|giám mục|già làng|trưởng lão|cư sĩ)\b"
)
_CALLED = re.compile(rf"^{CLERGY}\s*", re.IGNORECASE)
_UNIT_ALONE = re.compile(r"(?:chi bộ|chi hội|chi đoàn|ubnd)\b", re.IGNORECASE)
_FEWEST_WORDS, _LONGEST = 2, 300


def bare_name(text: str, found: dict[str, Any], *, addressed: bool) -> str:
    """Return the name alone; what stood with it goes to `found`, by the field it fills.

    `addressed` says that the list calls its people Ông and Bà, which then begin no name.
    """
    name = _FOOTNOTE.sub("", _BEFORE_NAME.sub("", _FOR_SPACE.sub(" ", text)).strip(" .,;:-–*✓✔☑√"))
    name = _QUOTED.sub(r"\1", name)
    spoken = _ADDRESSED.match(name) if addressed else None
    if spoken:
        found["gender"] = "nữ" if spoken[1].casefold().startswith(_WOMEN) else "nam"
        name = name[spoken.end() :]
    elder = _ELDERS.match(name)
    if elder and is_whole(name[elder.end() :]):
        name = name[elder.end() :]
    early = _GENDER_BEFORE.match(name)
    if early:
        found["gender"] = early[1].casefold()
        name = name[early.end() :]
    name = _without_title(name, found)
    plain = name.replace(" ", "").isalpha()
    for pattern, key in ((_PHONE_AFTER, "phone"), (_DEGREE_AFTER, "titles")):
        told = None if plain else pattern.search(name[:_LONGEST])
        if told and _is_written_as_name(name[: told.start()]):
            found[key] = told[1].strip()
            name = name[: told.start()]
    after = _GENDER_AFTER.search(name)
    if after:
        found["gender"] = (after[1] or after[2]).casefold()
        name = name[: after.start()]
    if len(name) > _LONGEST:
        return name
    name = _without_office_before(name, found)
    if name.replace(" ", "").isalpha():
        return name
    name = _without_aside(_without_birth(name, found), found)
    return _without_birth(_without_office(name, found), found).rstrip(" ,;:–-")


def _without_title(name: str, found: dict[str, Any]) -> str:
    """Take off degrees and ranks; without a dot only before a family name."""
    sure = _WITH_DOT.match(name) or _NO_SYLLABLE.match(name)
    rest, title = (name[sure.end() :], name[: sure.end()]) if sure else (name, "")
    more = _TITLES.match(rest)
    if more and is_whole(rest[more.end() :]):
        title, rest = title + rest[: more.end()], rest[more.end() :]
    if title:
        found["titles"] = title.strip(" ,:")
    return rest


def _without_birth(name: str, found: dict[str, Any]) -> str:
    between = _BORN_BETWEEN.match(name)
    early = between and read_date(between["born"], birth=True)
    if between and early and _is_written_as_name(between["name"]):
        found["born"] = early.text
        return f"{between['name']}, {between['rest']}"
    after = _BORN_AFTER.search(name)
    if after is None or not _is_written_as_name(name[: after.start()]):
        return name
    born = read_date(after[1], birth=True)
    if born is None:
        return name
    found["born"] = born.text
    return name[: after.start()]


def _without_aside(name: str, found: dict[str, Any]) -> str:
    """Take off a unit (Nguyễn Văn An (Chi bộ 2), Minh Huệ - Hội Nhà văn), a kind, an absence."""
    after = _ASIDE_AFTER.match(name)
    if after is None or not _is_written_as_name(after["name"]):
        return name
    said = (after["said"] or after["beside"]).strip(" .,;*")
    kind = kind_of_note(said)
    if kind is not None:
        found["kind"] = kind
    elif tells_absence(said):
        found["note"] = said
    elif is_unit(said) and not _OFFICE.search(said):
        found["delegation"] = said
    else:
        return name
    return after["name"]


def _without_office_before(name: str, found: dict[str, Any]) -> str:
    before = _OFFICE_BEFORE.match(name) or _SHORT_OFFICE_BEFORE.match(name)
    if before is None or not is_whole(before["name"]):
        return name
    found["position"] = before["office"].strip()
    return before["name"]


def _without_office(name: str, found: dict[str, Any]) -> str:
    after = _OFFICE_AFTER.match(name)
    if after is None or not _is_written_as_name(after["name"]):
        return name
    told = after["office"].strip(" .,;")
    if told.isupper() and is_syllable(told.casefold()):
        return name
    found["delegation" if _UNIT_ALONE.match(told) else "position"] = told
    return after["name"]


def _is_written_as_name(name: str) -> bool:
    """Say whether words with capitals may be a name, of whatever family: what follows tells it."""
    words = _CALLED.sub("", name).split()
    return (
        len(words) >= _FEWEST_WORDS
        and all(_is_capital(word) for word in words)
        and no_name(name) is None
    )


def _is_capital(word: str) -> bool:
    """Say whether a word begins as one of a name; old fonts have no Á and Ú but á and ú."""
    return word[:1].isupper() or not word[:1].isascii() or "'" in word or "’" in word


def is_whole(name: str) -> bool:
    """Say whether a text may be a whole name: a family name and more."""
    return len(name.split()) >= _FEWEST_WORDS and begins_with_family_name(name)


def sums_up(text: str) -> bool:
    """Say whether a text is a sum: 2 đ/c, but not (2) Đ/c Nguyễn Văn An."""
    if not is_total(text):
        return False
    bare = bare_name(text, {}, addressed=True)
    return bare == text or not could_be_name(bare)


def why_no_name(text: str) -> NoName | None:
    """Return why a text is no name, bare of its number, degree, birth and office."""
    why = no_name(text)
    if why is None or why in (NoName.TOTAL, NoName.SEVERAL):
        return why
    bare = bare_name(text, {}, addressed=True)
    return why if bare == text or not could_be_name(bare) else None


def goes_on_small(text: str) -> bool:
    """Say whether a text goes on in small letters, as units do: Lâm trường, Thành đoàn."""
    first, *more = text.split()[:2]
    return first[:1].isupper() and bool(more) and more[0].islower()
