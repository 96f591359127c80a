"""Dates as offices write them: any order, any sign between, parts left open,
years of two digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.dates import partial_date
from congress_desk.imports.workbook.sheets import CellValue, Fault

# Nobody who was born in a year written 13 to 99 was born in this century and is at a congress.
_LATEST_BIRTH, _LATEST = 12, 30
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH_WORDS = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ASIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_BEFORE = re.compile(
    r"^(?:(?:sinh|s\.? ?n\.?|ngày|khoảng|chừng|năm|c\.|circa|vào|từ|kết nạp|ns)[\s:.]+|[~*≈'’`\"])+"
)
_AGE = re.compile(r"\s*[-–,;/]?\s*\d{1,3} ?(?:tuổi|t)$|(?<=\d{4})\s*/\s*(?:1[3-9]|[2-9]\d)$")
_PLACE = re.compile(r"(?<=\d{4})\s*(?:[,;(–-]\s*|\b(?:tại|ở)\s+)(?!\d)[^\d/]+$")
_CALENDAR = re.compile(r"\s*\b(?:âm lịch|dương lịch|â\.?l|d\.?l|al)\.?$")
_WEEKDAY = re.compile(r"^(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)\s*,\s*")
_CYCLE = re.compile(
    r"^(?:giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí) "
    r"(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)[\s,:(]+(?=\d{4}\)?$)"
)
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip
_ROMAN_MONTH = re.compile(r"^(\d{1,2}\s*[./\s-]\s*)([ivx]{1,4})(\s*[./\s-]\s*\d{4})$")
# Letters that a scanner, or a typewriter's habit, puts for digits.
_FOR_DIGITS = str.maketrans("lIOo", "1100")
_DIGITS_MISTAKEN = re.compile(
    r"(?:[\dlIOo]{1,2}\s*[/.-]\s*[\dlIOo]{1,2}\s*[/.-]\s*)?(?=.*\d{2})[\dlIOo]{4}"
)
_CLOCK = re.compile(r"[\sT,]+\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?\s*(?:am|pm|sa|ch)?$|T00.*$")
_SPELLED_MONTH = re.compile(r"tháng\s+(" + "|".join(sorted(_MONTH_WORDS, key=len)[::-1]) + r")\b")
_VIETNAMESE_MONTH = re.compile(r"\bt(?:hg|háng|h)?\.?\s*(\d{1,2})\b")
_ENGLISH_MONTH = re.compile(
    r"(?<![a-z])(" + "|".join(sorted(_MONTHS, key=len)[::-1]) + r")(?![a-z])\.?"
)
# Jan 5, 1980: the day stands behind its month.
_MONTH_BEFORE = re.compile(
    rf"^{_ENGLISH_MONTH.pattern}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?=\d{{4}}$)"
)
_WORDS = re.compile(r"\b(?:ngày|tháng|năm|mồng|mùng|the|of)\b")
_OPEN = r"(?:0{1,2}|[?xX_…*–-]{1,4}|\.{2,}| *)"
_SIGN = r"\s*[/.,:_\-–—\\|]+\s*['’]?"
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}}|{_OPEN})(?:{_SIGN}|\s+)(\d{{1,2}}|{_OPEN})(?:{_SIGN}|\s+)(\d{{4}}|\d{{2}})"
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:{_SIGN}|\s+)(\d{{1,2}})(?:(?:{_SIGN}|\s+)(\d{{1,2}}))?")
_MONTH_YEAR = re.compile(rf"(\d{{1,2}}|{_OPEN}){_SIGN}(\d{{4}})|(\d{{1,2}})\s+(\d{{4}})")
# 10/75 can only be a month and a year; 10/11 tells nothing.
_MONTH_SHORT_YEAR = re.compile(r"(\d{1,2})(?:\s*[/.-]\s*|\s+)(3[2-9]|[4-9]\d)")
# A year that a column of numbers shows with its thousands: 1.975.
_THOUSANDS = re.compile(r"(?:1[.,]9|2[.,]0)\d{2}")
# Whoever was born in a year written 30 to 99 was born in the century before this.
_YEAR_OF_TWO = re.compile(r"['’]?([3-9]\d)")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
# A number has lost the 0 that its day began with: 5061975.
_RUN_SHORT = re.compile(r"[1-9](?:0\d|1[0-2])(?:19|20)\d{2}")
_RUN_YEAR_FIRST = re.compile(r"(\d{4})(\d{2})(\d{2})")
# What stands between two dates of a cell; a slash or a dash is also within one.
_BETWEEN_DATES = re.compile(
    r"\s*[;\n(]\s*|(?<=\d{4})\s*[-–,/]\s*(?=\d{1,2}[/.-]|\d{4})|(?<=\d{4})\s+(?=\d)"
)
# Which of two dates of a cell each is: the earlier is that of admission in any case.
_OF_WHICH = re.compile(r"\b(?:db|ct|kn|dự bị|chính thức|kết nạp)\b\s*[:.]?\s*(?=\d)", re.IGNORECASE)
_SHORT_PARTS = {"month": ("th", "thg", "t"), "year": ("n",), "day": ("ng", "d")}
_LONGEST = 60
_DAYS_IN_MONTH, _MONTHS_IN_YEAR = 31, 12
_FIRST_DAY, _YEARS_AS_DAYS, _FIRST_YEAR = date(1899, 12, 30), 1905, 1927
# Digits of a day or a month as it may be written: "5", "05", "0005".
_SMALL = 4
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRead:
    """A partial date, and what had to be understood: a year of two digits,
    a month before its day."""

    text: str
    short_year: bool = False
    month_first: bool = False


def read_date(value: CellValue, *, birth: bool = False) -> DateRead | None:
    """Return the date a cell says with the precision it has; None when it says none.

    A year of two digits is one that a person of a congress can be born in (`birth`), or lived in.
    """
    if isinstance(value, Fault):
        return None
    if isinstance(value, datetime | date):
        day = date(value.year, value.month, value.day)
        # A year that was shown as a day: nobody of 1905 is at a congress.
        year = (day - _FIRST_DAY).days if day.year == _YEARS_AS_DAYS else 0
        return DateRead(text=str(year) if year >= _FIRST_YEAR else day.isoformat())
    if not isinstance(value, str):
        fraction = isinstance(value, float) and not value.is_integer()
        if fraction and _THOUSANDS.fullmatch(f"{value:.3f}"):
            return DateRead(text=f"{value:.3f}".replace(".", ""))
        found = partial_date(value)
        return DateRead(text=found) if found else _run_of_digits(str(value).removesuffix(".0"))
    return _date_of_text(value[:_LONGEST], birth) if len(value) <= _LONGEST else None


def date_text(value: CellValue, *, birth: bool = False) -> str | None:
    """Return a date as `read_date` does, its text alone."""
    found = read_date(value, birth=birth)
    return found.text if found else None


@lru_cache(maxsize=8192)
def _date_of_text(text: str, birth: bool) -> DateRead | None:
    text = clean_text(text)
    if _THOUSANDS.fullmatch(text):
        return DateRead(text=text[0] + text[2:])
    known = partial_date(text)
    if known:
        return DateRead(text=known)
    if _DIGITS_MISTAKEN.fullmatch(text):
        text = text.translate(_FOR_DIGITS)
    text = _CYCLE.sub("", text.casefold())
    bare = (_ASIDE.sub("", text).strip() or text.strip("()[]")).strip(" .;,*?()")
    bare = _WEEKDAY.sub("", _CALENDAR.sub("", _PLACE.sub("", bare)))
    bare = _BEFORE.sub("", _CLOCK.sub("", _AGE.sub("", bare))).strip()
    bare = _ROMAN_MONTH.sub(_with_number_for_roman, bare)
    bare = _with_number_of_month(bare)
    bare = re.sub(r"\s*/\s*", "/", re.sub(r"^(\d{4})\.0$", r"\1", bare)).strip(" .;,*")
    bare = bare.rstrip(" -–/")
    known = partial_date(bare)
    return DateRead(text=known) if known else _parts(bare, birth) or _run_of_digits(bare)


def short_year_of_birth(value: CellValue, title: str) -> DateRead | None:
    """Return the year that two digits mean in a column "Năm sinh": 75; '80 in any; no age."""
    head, said = fold(title), str(value).strip()
    found = _YEAR_OF_TWO.fullmatch(said)
    asked = ("namsinh" in head and "tuoi" not in head) or not said.isdigit()
    return DateRead(text=f"19{found[1]}", short_year=True) if found and asked else None


def two_dates(value: CellValue) -> tuple[DateRead, DateRead] | None:
    """Return the earlier and the later of two dates in one cell; None where it has not just two."""
    said = value if isinstance(value, str) and len(value) <= _LONGEST else ""
    said = _OF_WHICH.sub(" ", said)
    parts = _BETWEEN_DATES.split(said.strip(" ()"))
    read = [found for part in parts if (found := read_date(part))]
    if len(parts) != _TWO or len(read) != _TWO:
        return None
    first, second = sorted(read, key=lambda found: found.text)
    return first, second


def _with_number_for_roman(found: re.Match[str]) -> str:
    number = _ROMAN.get(found[2])
    return f"{found[1]}{number}{found[3]}" if number else found[0]


def _with_number_of_month(text: str) -> str:
    """Return a text whose month is a number: 15-Jun-1975, 15 Thg 6 1975, tháng sáu năm 1975."""
    written = text
    text = _SPELLED_MONTH.sub(lambda found: f" {_MONTH_WORDS[found[1]]} ", text)
    text = _VIETNAMESE_MONTH.sub(r" \1 ", text)
    text = _MONTH_BEFORE.sub(lambda found: f"{found[2]} {found[1]} ", text)
    text = _ENGLISH_MONTH.sub(lambda found: f" {_MONTHS[found[1]]} ", text)
    text = _WORDS.sub(" ", text)
    if text == written:
        # What stands between signs alone is a part that was left open: 1/ /1978.
        return " ".join(text.split())
    return " ".join(re.sub(r"\s*[-/.,]\s*(?=\s)|(?<=\s)[-/.,]\s*", " ", text).split())


def _parts(text: str, birth: bool) -> DateRead | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(found[1], found[2], found[3] or "", birth)
    if found := _DAY_FIRST.fullmatch(text):
        return _made(found[3], found[2], found[1], birth)
    if found := _MONTH_YEAR.fullmatch(text):
        return _made(found[2] or found[4], found[1] or found[3] or "", "", birth)
    if found := _MONTH_SHORT_YEAR.fullmatch(text):
        return _made(f"19{found[2]}", found[1], "", birth)
    return None


def _made(year: str, month: str, day: str, birth: bool) -> DateRead | None:
    """Return a date of its parts; parts that are left open, or 0, say nothing."""
    short = len(year) == 2
    if short and not (month.isdigit() and day.isdigit()):
        return None
    whole = _whole_year(year, birth) if short else year
    months, days = _number(month), _number(day)
    swapped = _MONTHS_IN_YEAR < months <= _DAYS_IN_MONTH and 0 < days <= _MONTHS_IN_YEAR
    if swapped:
        months, days = days, months
    text = whole + (f"-{months:02d}" if months else "")
    text += f"-{days:02d}" if months and days else ""
    known = partial_date(text)
    return DateRead(text=known, short_year=short, month_first=swapped) if known else None


def _run_of_digits(text: str) -> DateRead | None:
    """Return the date of eight digits without a sign: 15061975, 19750615."""
    text = f"0{text}" if _RUN_SHORT.fullmatch(text) else text
    for pattern, order in ((_RUN, (3, 2, 1)), (_RUN_YEAR_FIRST, (1, 2, 3))):
        found = pattern.fullmatch(text)
        known = partial_date("-".join(found[group] for group in order)) if found else None
        if known:
            return DateRead(text=known)
    return None


def _whole_year(year: str, birth: bool) -> str:
    latest = _LATEST_BIRTH if birth else _LATEST
    return f"20{year}" if int(year) <= latest else f"19{year}"


def _number(part: str) -> int:
    return int(part) if part.strip().isdecimal() else 0


_IN_ORDER = ("day", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCell:
    """One of several columns that hold one date together; `part` is "day", "month" or "year"."""

    part: str
    value: CellValue


def part_of_title(title: str) -> str:
    """Return which part of a date a header asks for: "day", "month", "year"."""
    last = fold(title.rpartition(" – ")[2])
    for part, words in (("month", "thang"), ("year", "nam"), ("day", "ngay")):
        if last.startswith(words) and not last.startswith("ngaythang"):
            return part
        if last in _SHORT_PARTS[part]:
            return part
    return ""


def joined_date(cells: list[DateCell], *, birth: bool) -> tuple[DateRead | None, bool]:
    """Return the date that several cells give together, and whether they differ.

    Day, month and year each in a column of its own are one date, also under one title for all
    three; of two dates the more precise.
    """
    parts = [cell.part for cell in cells]
    if len(parts) == len(_IN_ORDER) and len(set(parts)) == 1:
        parts = list(_IN_ORDER)
    numbers = {part: _small_number(cell.value) for part, cell in zip(parts, cells, strict=True)}
    whole = [found for cell in cells if (found := read_date(cell.value, birth=birth))]
    day_month = next((m for cell in cells if (m := _day_and_month(cell.value))), None)
    year = next((found.text for found in whole if len(found.text) == len("1975")), "")
    if year and numbers.get("month"):
        made = _made(year, str(numbers["month"]), str(numbers.get("day") or ""), birth)
        if made:
            return made, False
    if year and day_month:
        made = _made(year, day_month[1], day_month[0], birth)
        if made:
            return made, False
    if not whole:
        return None, False
    best = max(whole, key=lambda found: len(found.text))
    unmade = bool(year and numbers.get("month"))
    return best, unmade or any(not best.text.startswith(found.text) for found in whole)


def _small_number(value: CellValue) -> int:
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    text = text.removesuffix(".0")
    small = text.isdecimal() and len(text) <= _SMALL and int(text) <= _DAYS_IN_MONTH
    return int(text) if small else 0


def _day_and_month(value: CellValue) -> tuple[str, str] | None:
    found = re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})", str(value).strip())
    return (found[1], found[2]) if found else None
