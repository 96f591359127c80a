"""A sheet of a discussion group as rows of text, and the opinions they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.discussions.opinion import Chapter, Opinion, Part, Stance
from congress_desk.domain.people.register import Group
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.clean_text import clean_text, fold, without_accents
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


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRow:
    """One row as it stands there; `group` is "" where the sheet is of one group.

    `place` is that of what was said, the others those of the group, the part and the speaker.
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
    for row in rows:
        found = _opinion(row, targets)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        opinions.append(found)
        places.append(row.place)
        if row.speaker and targets.speakers and fold(row.speaker) not in targets.speakers:
            notes.append(
                problem("opinion_list_speaker", row.speaker_place, name=row.speaker[:_SHOWN])
            )
    if problems or not opinions:
        return Refusal(tuple(problems) or (problem("opinion_list_empty"),))
    return ReadOpinions(opinions=tuple(opinions), places=tuple(places), notes=tuple(notes))


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
    return targets.group or problem("opinion_list_no_group", row.place)


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
    """Return the part by its title, or by the beginning that only one has ("Phần II")."""
    if fold(row.part) in _NO_TEXT:
        return Part()
    if not row.part:
        return Part(targets.texts[0].id) if len(targets.texts) == 1 else Part()
    titles = _titles(targets)
    wanted = _plain(row.part)
    exact = titles.get(wanted, [])
    begun = [
        part
        for title, parts in titles.items()
        if title.startswith(wanted) and not title[len(wanted) : len(wanted) + 1].isalnum()
        for part in parts
    ]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    code = "opinion_list_parts" if found else "opinion_list_part"
    return problem(code, row.part_place, name=row.part[:_SHOWN])


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
