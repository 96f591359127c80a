"""Lists beside one another under one row of titles, told by the titles that begin anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from congress_desk.domain.people.register_layout import NAME, NUMBER
from congress_desk.domain.text.clean_text import fold
from congress_desk.imports.register.titles import heads_names, is_name_of_people
from congress_desk.imports.workbook.sheets import MAX_COLUMNS

_NUMBER_SAID = frozenset({"tt", "sott", "sothutu"})
_WHOLE_OR_SURNAME = frozenset({NAME, "surname"})


def lists_by_titles(
    mapping: Mapping[int, str],
    found: Mapping[int, tuple[str, int, int]],
    paths: Mapping[int, tuple[str, str]],
) -> Iterator[tuple[Mapping[int, tuple[str, str]], int, bool]]:
    """Yield the titles of each list, its first column (0 of the first), and whether it is read.

    Beside the first a list begins where the titles begin anew. It is read when it has numbers of
    its own, or the same titles throughout; people named in passing, who nominate say, have not.
    """
    begins = list(_begins_anew(mapping, paths))
    first = {c: path for c, path in paths.items() if not begins or c < begins[0]}
    yield first, 0, True
    for begin, end in pairwise([*begins, MAX_COLUMNS + 1]):
        titles = {c: path for c, path in paths.items() if begin <= c < end}
        yield titles, begin, _is_list_of_its_own(titles, first, found)


def _begins_anew(mapping: Mapping[int, str], paths: Mapping[int, tuple[str, str]]) -> Iterator[int]:
    """Yield the columns in which the titles begin anew: up to the name each has one before it."""
    named = next((c for c, key in mapping.items() if key in _WHOLE_OR_SURNAME), 0)
    # "Nam" under "Họ và tên" is not the "Nam" under "Năm sinh".
    parted = named and heads_names(paths[named][0])
    titles = {
        column: _in_one_way(fold(f"{above} {title}" if parted else title))
        for column, (above, title) in paths.items()
    }
    if not named:
        return
    before = {title for c, title in titles.items() if c <= named and title}
    left = named
    for column in sorted(c for c in titles if c > named and titles[c] == titles[named]):
        # A title merged over the parts of a name stands over each of them.
        if titles.get(column - 1) != titles[named]:
            # A name without a title, found by what stands in it, begins where it stands itself.
            yield min(
                (c for c in titles if left < c <= column and titles[c] in before), default=column
            )
        left = column


def _in_one_way(title: str) -> str:
    """Return what heads the names and the numbers of one list and of the next in other words."""
    if is_name_of_people(title):
        return "hovaten"
    return "stt" if title in _NUMBER_SAID else title


def _is_list_of_its_own(
    titles: Mapping[int, tuple[str, str]],
    first: Mapping[int, tuple[str, str]],
    found: Mapping[int, tuple[str, int, int]],
) -> bool:
    same = [path for path in titles.values() if any(path)]
    if len(same) > 1 and same == [path for path in first.values() if any(path)]:
        return True
    above = {over for over, _ in titles.values()} <= {over for over, _ in first.values()}
    return above and all(
        any(found[column][0] == NUMBER for column in columns) for columns in (titles, first)
    )
