"""A sheet of a discussion group as rows of text, and the opinions they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.discussions.opinion import Chapter, Opinion, Part, Stance
from congress_desk.domain.people.register import Group
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.clean_text import clean_text, fold, without_accents
from congress_desk.domain.text.same_name import bare_name
from congress_desk.errors import Place, Problem, Refusal, problem

_SHOWN = 60
# How offices write what an opinion asks for; the first that a cell contains.
_STANCES: tuple[tuple[Stance, tuple[str, ...]], ...] = (
    (Stance.CHANGE, ("sửa", "điều chỉnh", "thay", "chỉnh", "change", "amend")),
    (Stance.ADD, ("bổ sung", "thêm", "add")),
    (Stance.AGREE, ("nhất trí", "đồng ý", "tán thành", "thống nhất", "agree")),
    (Stance.PROPOSAL, ("kiến nghị", "đề xuất", "đề nghị", "proposal")),
)
# How a sheet says that an opinion is on no text.
NO_TEXT = "Ý kiến khác"
_NO_TEXT = frozenset(
    map(fold, (NO_TEXT, "Khác", "Kiến nghị khác", "Ý kiến, kiến nghị khác", "Không"))
)
# A group in the titles over a table; a part by its number alone.
_TITLED = re.compile(r"\b(?:to|nhom)(?: thao luan)?(?: so)? 0*[0-9]{1,3}\b")
_NUMBERED = re.compile(
    r"(?:(?:phan|chuong|muc) )?(?:thu )?([ivx]{1,5}|[0-9]{1,2}|[a-z]{2,4})\b[.:)]?"
)
_OF_HEADING = re.compile(r"(?:[IVX]+|[A-E])[.)/]?")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_WORDS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_WRITTEN = {word: n for words in (_ROMANS, _WORDS) for n, word in enumerate(words, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRow:
    """One row as it stands there; `group` is "" where the sheet is of one group.

    `place` is that of what was said, the others those of the group, the part and the speaker.
    `above` are the titles over the table, `number` what stands before the row.
    """

    place: Place
    group_place: Place = Place()
    part_place: Place = Place()
    speaker_place: Place = Place()
    group: str = ""
    part: str = ""
    speaker: str = ""
    gist: str
    stance: str = ""
    above: tuple[str, ...] = ()
    number: str = ""

    @property
    def may_head(self) -> bool:
        """Say whether the row may be the heading of those below it: nothing but words."""
        beside = self.part or self.speaker or self.stance
        return not beside and not self.number.strip(".").isdecimal()

    @property
    def is_like_heading(self) -> bool:
        """Say whether the row is numbered as headings are: II, B."""
        return self.may_head and _OF_HEADING.fullmatch(self.number) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionTargets:
    """What the rows may be about; `group` is the one of a sheet that names none, 0 for none."""

    groups: Sequence[Group]
    texts: Sequence[CongressText]
    chapters: Sequence[Chapter]
    speakers: frozenset[str] = frozenset()
    group: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOpinions:
    """The opinions of a list with the place of each; `notes` are said, not refused."""

    opinions: tuple[Opinion, ...]
    places: tuple[Place, ...]
    notes: tuple[Problem, ...] = ()


def read_opinions(rows: Iterable[OpinionRow], targets: OpinionTargets) -> ReadOpinions | Refusal:
    """Return what the rows say; every row that cannot be taken is a problem with its place."""
    opinions, places, problems, notes = [], [], [], []
    for row in _under_headings(rows, targets):
        found = _opinion(row, targets)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        opinions.append(found)
        places.append(row.place)
        if row.is_like_heading:
            notes.append(problem("opinion_list_heading", row.place, text=row.gist[:_SHOWN]))
        said = {fold(row.speaker), fold(bare_name(row.speaker))}
        if row.speaker and targets.speakers and said.isdisjoint(targets.speakers):
            notes.append(
                problem("opinion_list_speaker", row.speaker_place, name=row.speaker[:_SHOWN])
            )
    if problems or not opinions:
        return Refusal(tuple(problems) or (problem("opinion_list_empty"),))
    return ReadOpinions(opinions=tuple(opinions), places=tuple(places), notes=tuple(notes))


def _under_headings(rows: Iterable[OpinionRow], targets: OpinionTargets) -> Iterator[OpinionRow]:
    """Yield the opinions, each with the part that a row above it heads, where it names none."""
    titles, heading = _titles(targets), ""
    for row in rows:
        headed = _headed_part(row, titles) if row.may_head else ""
        if headed or row.is_like_heading:
            heading = headed
        if not headed:
            yield replace(row, part=row.part or heading)


def _headed_part(row: OpinionRow, titles: Mapping[str, list[Part]]) -> str:
    """Return the title of the part that a row heads, "" where it heads none that is known."""
    called = _parts_called(row.gist, titles)
    within = (title for title in titles if row.is_like_heading and title in _plain(row.gist))
    return row.gist if called else max(within, key=len, default="")


def stance_of(text: str) -> Stance:
    """Return what a cell asks for ("Đề nghị bổ sung"), OTHER of one that says nothing known."""
    said = _plain(text)
    return next(
        (
            stance
            for stance, words in _STANCES
            if any(re.search(rf"\b{_plain(word)}\b", said) for word in words)
        ),
        Stance.OTHER,
    )


def _opinion(row: OpinionRow, targets: OpinionTargets) -> Opinion | Problem:
    group = _group(row, targets)
    if isinstance(group, Problem):
        return group
    part = _part(row, targets)
    if isinstance(part, Problem):
        return part
    return Opinion(
        group_id=group,
        part=part,
        speaker=clean_text(row.speaker),
        gist=clean_text(row.gist),
        stance=stance_of(row.stance),
    )


def _group(row: OpinionRow, targets: OpinionTargets) -> int | Problem:
    """Return the group by its name, by its number ("2" is "Tổ 2"), or that of the sheet."""
    named = row.group or row.place.sheet
    by_name = {fold(group.name): group.id for group in targets.groups}
    found = by_name.get(fold(named)) or _numbered(named, targets.groups)
    if found is not None:
        return found
    if row.group:
        return problem("opinion_list_group", row.group_place, name=row.group[:_SHOWN])
    titled = (match[0] for title in row.above if (match := _TITLED.search(_plain(title))))
    by_title = (_numbered(title.replace("thao luan", ""), targets.groups) for title in titled)
    found = next(filter(None, by_title), targets.group)
    return found or problem("opinion_list_no_group", row.place)


def _numbered(named: str, groups: Sequence[Group]) -> int | None:
    """Return the only group whose name has the number of "2", "Tổ 2" or "Tổ số 02"."""
    number = re.fullmatch(r"(?:to|nhom|group)?\s*(?:so)?\s*0*([0-9]{1,3})", _plain(named))
    if number is None:
        return None
    found = [
        group.id
        for group in groups
        if [int(digits) for digits in re.findall(r"[0-9]+", group.name)] == [int(number[1])]
    ]
    return found[0] if len(found) == 1 else None


def _part(row: OpinionRow, targets: OpinionTargets) -> Part | Problem:
    """Return the part by its title, by the beginning that only one has, or by its number."""
    if fold(row.part) in _NO_TEXT:
        return Part()
    if not row.part:
        return Part(targets.texts[0].id) if len(targets.texts) == 1 else Part()
    found = _parts_called(row.part, _titles(targets))
    if len(found) == 1:
        return found[0]
    code = "opinion_list_parts" if found else "opinion_list_part"
    return problem(code, row.part_place, name=row.part[:_SHOWN])


def _parts_called(text: str, titles: Mapping[str, list[Part]]) -> list[Part]:
    """Return the parts that a text may mean: "Phần II. Nhiệm vụ", "Phần II", "mục 2", "II"."""
    wanted, number = _plain(text), _number_of(text)
    begun = [
        part
        for title, parts in titles.items()
        if title.startswith(wanted) and not title[len(wanted) : len(wanted) + 1].isalnum()
        for part in parts
    ]
    bare = _NUMBERED.fullmatch(wanted) is not None
    numbered = [
        part
        for title, parts in titles.items()
        if bare and number and _number_of(title) == number
        for part in parts
    ]
    return titles.get(wanted) or begun or numbered


def _number_of(text: str) -> int:
    """Return the number that a text begins with, Arabic or Roman, 0 without one."""
    found = _NUMBERED.match(_plain(text))
    if found is None:
        return 0
    written = found[1]
    return int(written) if written.isdecimal() else _WRITTEN.get(written, 0)


def _titles(targets: OpinionTargets) -> Mapping[str, list[Part]]:
    titles: dict[str, list[Part]] = {}
    for text in targets.texts:
        titles.setdefault(_plain(text.title), []).append(Part(text.id))
    for chapter in targets.chapters:
        titles.setdefault(_plain(chapter.title), []).append(Part(chapter.text_id, chapter.id))
    return titles


def _plain(text: str) -> str:
    """Return words to compare: small letters without accents, one space between."""
    return without_accents(clean_text(text)).casefold()
