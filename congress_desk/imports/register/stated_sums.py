"""How many people a list says it has, in its titles, headings and sums, against those read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from congress_desk.domain.people.register_layout import MARKS
from congress_desk.errors import Place, Problem, problem
from congress_desk.imports.name_cells import is_unit
from congress_desk.imports.register.reading import SkipReason
from congress_desk.imports.register.sections import PEOPLE, section_text, start_of
from congress_desk.imports.register.taken import Taken
from congress_desk.imports.workbook.cells import whole_number
from congress_desk.imports.workbook.sheets import Fault, Row

_SUMMED = re.compile(
    r"^\W*(?:[ivx]+\W+)?(?:tổng|cộng|danh sách|ấn định|gồm|có|số lượng)"
    rf"(?:[\s:=–-]|cộng|số|danh sách|này|trên|có|gồm|là|tất cả|chung|{PEOPLE})*"
    r"(\d{1,4})(?![\d/.,%])",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?<![\d/.,])(\d{{1,4}})\s*{PEOPLE}\b", re.IGNORECASE)
_AT_END = re.compile(r"[:(]\s*(\d{1,4})\s*\)?\s*[.;:]?$")
_OF_A_GENDER = re.compile(
    r"(?<!việt )\b(nữ|nam)\b(?:\s*(?:là|có|giới))?\s*[:=(]?\s*(\d{1,3})(?![\d/.,%])"
    rf"|(?<![\d/.,])(\d{{1,3}})\s*(?:{PEOPLE})?\s*(?:là\s*)?\b(nữ|nam)\b",
    re.IGNORECASE,
)
# Sums of a part, or of what should be: no count of those who are listed.
_OF_A_PART = re.compile(
    r"phân bổ|chỉ tiêu|dự kiến|số dư|triệu tập|được bầu|tuổi|dự bị|chính thức|đương nhiên"
    r"|dự khuyết|chỉ định|dân tộc|tôn giáo|trình độ|đại học|trung cấp|vắng|có mặt|trong đó|%",
    re.IGNORECASE,
)
_ENDS = (SkipReason.SECTION, SkipReason.TOTAL)
_GENDERS = ("nam", "nữ")
_FAR = 60


def sums_that_differ(
    taken: Sequence[Taken], above: Sequence[Row], place_of: Callable[[int, int], Place]
) -> Iterator[Problem]:
    """Tell of each sum or heading that counts others than were read where it stands.

    A sum may be of whatever began above it, a unit, a group of units, the whole list; a heading of
    what ends below it. `above` are the rows over the list, the last of which may head a unit.
    """
    counts = _counts(taken)
    ends = [n for n, each in enumerate(taken) if each.reason in _ENDS]
    whole = [(0, end) for end in (len(taken), *ends[:_FAR])]
    for row in above:
        yield from _sum_of(row, {}, whole, counts, place_of, heads=False)
    for n, each in enumerate(taken):
        if each.reason is SkipReason.SECTION:
            below = [end for end in ends if end > n][:_FAR]
            scopes = [(n, end) for end in (*below, len(taken))]
        elif each.reason is SkipReason.NOTE and is_unit(section_text(each.row)):
            continue
        elif each.reason in (SkipReason.TOTAL, SkipReason.NOTE):
            begun = [end for end in ends if end < n][-_FAR:]
            scopes = [(start, n) for start in (*reversed(begun), 0)] + [(0, len(taken))]
        else:
            continue
        marked = _counted_by_column(each)
        heads = each.reason is SkipReason.SECTION
        yield from _sum_of(each.row, marked, scopes, counts, place_of, heads=heads)


def _counted_by_column(each: Taken) -> dict[int, tuple[str, object]]:
    """Return what a sum counts under each of its columns: marks, and beside them what is not used.

    Cộng | 2 | 1 | 3 under Nam, Nữ and Đảng viên: the last is no sum of all.
    """
    mapping, cells = each.table.mapping, each.row.cells
    marked: dict[int, tuple[str, object]] = {c: MARKS[k] for c, k in mapping.items() if k in MARKS}
    if any(whole_number(cells[c]) is not None for c in marked.keys() & cells.keys()):
        unused = (c for c in cells if c not in mapping and each.table.titles.get(c))
        marked |= dict.fromkeys(unused, ("", ""))
    return marked


def _counts(taken: Sequence[Taken]) -> dict[str, list[int]]:
    """Return how many stand above each row: people, people and problems, of each gender or none."""
    counts: dict[str, list[int]] = {key: [0] for key in ("people", "rows", "", *_GENDERS)}
    for each in taken:
        gender = each.line.person.gender if each.line else None
        counts["people"].append(counts["people"][-1] + (each.line is not None))
        counts["rows"].append(counts["rows"][-1] + each.counts)
        for key in ("", *_GENDERS):
            counts[key].append(counts[key][-1] + (gender == key))
    return counts


def _sum_of(
    row: Row,
    marked: Mapping[int, tuple[str, object]],
    scopes: Sequence[tuple[int, int]],
    counts: Mapping[str, Sequence[int]],
    place_of: Callable[[int, int], Place],
    *,
    heads: bool,
) -> Iterator[Problem]:
    cells = {c: start_of(v) for c, v in row.cells.items() if not isinstance(v, Fault)}
    if any(map(_OF_A_PART.search, cells.values())):
        return

    def read(key: str) -> list[int]:
        return [counts[key][end] - counts[key][start] for start, end in scopes]

    text = " ".join(_OF_A_GENDER.sub("", said) for c, said in cells.items() if c not in marked)
    stated = _stated(text, heads=heads)
    place = place_of(row.number, 0)
    if stated is not None and stated not in (*read("rows"), *read("people")):
        found = read("people")[0]
        yield problem("register_sum_differs", place, stated=stated, found=found)
    for gender, number in _stated_genders(cells, marked):
        if not any(read("")) and number not in read(gender):
            found = read(gender)[0]
            yield problem(
                "register_gender_sum_differs", place, gender=gender, stated=number, found=found
            )


def _stated(text: str, *, heads: bool) -> int | None:
    """Return how many people a text says there are, without what it says of a gender."""
    ends = _SUMMED.match(text) or (_AT_END.search(text.strip()) if heads else None)
    found = _COUNTED.search(text) or ends
    return int(found[1]) if found else None


def _stated_genders(
    cells: Mapping[int, str], marked: Mapping[int, tuple[str, object]]
) -> Iterator[tuple[str, int]]:
    """Yield how many men and women a row says there are, in words or below their columns."""
    for column, text in cells.items():
        for before, first, second, after in _OF_A_GENDER.findall(text):
            yield (before or after).casefold(), int(first or second)
        field, meant = marked.get(column, ("", ""))
        number = whole_number(text)
        if field == "gender" and number is not None:
            yield str(meant), number
