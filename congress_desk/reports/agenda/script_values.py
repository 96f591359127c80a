"""What fills the words of the chair at an item: real names, numbers, lists and results."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.executors import executor_parts
from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.agenda.item_words import is_announcement, unnumbered
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.elections.result import CandidateOutcome, CandidateResult
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import Motion
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import counting_board
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.document.date_words import time_text
from congress_desk.reports.document.head import congress_name
from congress_desk.reports.document.organ_words import is_body
from congress_desk.reports.document.sentences import election_title, fraction_words, majority_rule
from congress_desk.reports.document.wording import Wording, grouped
from congress_desk.reports.motions.sentences import motion_rule, spoken_sentence
from congress_desk.reports.people.presence import base_how, count_of_register

_ORGANS = {
    "đoàn chủ tịch": Organ.PRESIDIUM,
    "đoàn thư ký": Organ.SECRETARIAT,
    "ban thẩm tra": Organ.CREDENTIALS,
}
# The sentence about a vote has these words itself.
_PUT = re.compile(r"^(trình bày và )?biểu quyết ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptFacts:
    """What the script is made of; `sheets` are the last declared rounds, by election.

    `earlier` are those declared before it: who was elected in them is announced as well.
    """

    congress: Congress
    planned: tuple[PlannedItem, ...]
    elections: tuple[Election, ...]
    motions: tuple[Motion, ...]
    duties: tuple[Duty, ...]
    presence: BaseSum
    sheets: Mapping[int, RoundSheet]
    earlier: Mapping[int, tuple[RoundSheet, ...]] = field(default_factory=dict)
    head: JournalLine


def script_values(facts: ScriptFacts, place: int, words: Wording) -> dict[str, str]:
    """Return the value of every place to fill at the item at `place`, "" where none is known."""
    found = facts.planned[place]
    executor = found.item.executor or _executor_above(facts.planned, found)
    return {
        **_of_the_congress(facts, words),
        **_of_the_board(facts, found, words),
        **_of_the_clock(facts.planned, place, words),
        **_of_the_election(facts, found, words),
        **_of_the_motion(facts, found, words),
        "nội dung": (
            _beside(found)
            if found.item.kind is ItemKind.FILLER
            else inside(unnumbered(found.item.content))
        ),
        "người thực hiện": executor,
        "người trình bày": _presenter(executor, facts.duties, words),
    }


def _of_the_congress(facts: ScriptFacts, words: Wording) -> dict[str, str]:
    count = count_of_register(facts.presence)
    known = bool(count.convened and count.present)
    values = {
        "đại hội": congress_name(facts.congress, words),
        "đại biểu": words.terms["voter"],
        "đồng chí": words.terms["comrade"],
        "số cổ phần": _number(facts.presence.shares),
        "số cổ phần dự họp": _number(facts.presence.shares_present),
        "lời thưa": words.say("greeting.all"),
        "cơ quan chủ trì": words.terms["presidium_name"],
        "cơ quan thư ký": words.terms["secretariat_name"],
        "cơ quan triệu tập": words.terms["convener"],
        "cơ quan mới": words.terms["new_committee"],
        "số triệu tập": _number(count.convened),
        "số có mặt": _number(count.present),
        "số vắng": str(count.absent) if known else "",
        "tỷ lệ có mặt": count.percent if known else "",
        "số làm căn cứ tính": f"{count.base}{base_how(count, words)}" if count.convened else "",
    }
    for name, organ in _ORGANS.items():
        values |= _members(name, [duty for duty in facts.duties if duty.organ is organ], words)
    return values | {"các cơ quan": _organs(facts.duties, words), **_rules(facts.congress, words)}


def _of_the_board(facts: ScriptFacts, found: PlannedItem, words: Wording) -> dict[str, str]:
    """Return who counts the election of the item; where it is about none, the board for all."""
    return _members("ban kiểm phiếu", counting_board(facts.duties, _linked(facts, found)), words)


def _presenter(executor: str, duties: Sequence[Duty], words: Wording) -> str:
    """Return who reads a report: somebody for a body, a member by name, a chair alone."""
    first = next(iter(executor_parts(executor)), "")
    if fold(first) in {fold(duty.name) for duty in duties}:
        return f"{words.terms['before_name']}{executor}"
    body = first and is_body(first, words)
    return words.say("organ_own.there_body", organ=executor) if body else executor


def _members(name: str, members: Sequence[Duty], words: Wording) -> dict[str, str]:
    names = ", ".join(_member(duty, words) for duty in members)
    return {name: names, f"số {name}": _number(len(members))}


def _organs(duties: Sequence[Duty], words: Wording) -> str:
    """Return the organs that are elected by show of hands at the beginning, with their members."""
    organs = []
    for name in ("presidium", "secretariat", "credentials_committee"):
        organ = Organ.CREDENTIALS if name == "credentials_committee" else Organ(name)
        own = [duty for duty in duties if duty.organ is organ]
        members = [_member(duty, words) for duty in own]
        if members:
            title = words.say(f"motion.organ.{name}")
            if len(own) == 1:
                organs.append(words.say("script.organ_one", organ=title, name=own[0].name))
                continue
            organs.append(
                words.say("script.organ", organ=title, count=len(members), names=", ".join(members))
            )
    return "; ".join(organs)


def _rules(congress: Congress, words: Wording) -> dict[str, str]:
    rules = congress.rules
    return {
        "mức trúng cử": majority_rule(rules, words),
        "mức thông qua": motion_rule(rules, words),
        "tỷ lệ trúng cử": fraction_words(str(rules.more_than), words),
        "căn cứ tính kết quả": words.say(f"base.{rules.base.value}"),
    }


def _of_the_clock(planned: Sequence[PlannedItem], place: int, words: Wording) -> dict[str, str]:
    found, follows = planned[place], _following(planned, place)
    return {
        "giờ bắt đầu": time_text(found.start, words) if found.start else "",
        "giờ kết thúc": time_text(found.end, words) if found.end else "",
        "số phút": _number(found.minutes or 0),
        "nội dung tiếp theo": inside(unnumbered(follows.item.content)) if follows else "",
        "nội dung xen kẽ": filling(planned, place),
        "giờ tiếp theo": time_text(follows.start, words) if follows and follows.start else "",
    }


def _following(planned: Sequence[PlannedItem], place: int) -> PlannedItem | None:
    """Return the item after the one at `place` and all that is below it."""
    own = planned[place].item.id
    return next((p for p in planned[place + 1 :] if p.item.parent_id != own), None)


def filling(planned: Sequence[PlannedItem], place: int) -> str:
    """Return what is done while ballots are counted: what follows, but no result."""
    found, follows = planned[place], _following(planned, place)
    if follows is None or follows.day != found.day or is_announcement(follows.item.content):
        return ""
    return _beside(follows)


def _beside(found: PlannedItem) -> str:
    """Return what is done while ballots are counted, without those words: the sentence has them."""
    return inside(_WHILE_COUNTED.sub("", unnumbered(found.item.content)))


def _of_the_election(facts: ScriptFacts, found: PlannedItem, words: Wording) -> dict[str, str]:
    linked = _linked(facts, found)
    election = next((e for e in facts.elections if e.id == linked), None)
    sheet = facts.sheets.get(linked)
    papers = sheet.result.accounting if sheet else None
    return {
        "cuộc bầu": election_title(election) if election else "",
        "số lượng bầu": _number(election.seats) if election else "",
        "số người trong danh sách": _number(len(election.candidates)) if election else "",
        "danh sách bầu cử": _candidates(election, words) if election else "",
        "phiếu phát ra": _number(papers.issued) if papers else "",
        "phiếu thu về": _number(papers.returned) if papers else "",
        "phiếu hợp lệ": str(sheet.tally.valid) if sheet else "",
        "phiếu không hợp lệ": str(sheet.tally.invalid) if sheet else "",
        "kết quả bầu cử": _results((*facts.earlier.get(linked, ()), sheet), words) if sheet else "",
        "kết quả kiểm phiếu": _announced(facts, linked, words),
        "lời chúc mừng": _congratulated(facts, linked, words),
    }


def _of_the_motion(facts: ScriptFacts, found: PlannedItem, words: Wording) -> dict[str, str]:
    motion = next((m for m in facts.motions if m.id == found.item.motion_id), None)
    spoken = spoken_sentence(motion, facts.congress.rules, words) if motion else ""
    matter = motion.matter if motion else _PUT.sub("", unnumbered(found.item.content))
    return {"nội dung biểu quyết": inside(matter), "kết quả biểu quyết": spoken}


def _candidates(election: Election, words: Wording) -> str:
    names = candidate_names(election.candidates)
    return "\n".join(
        words.say("script.candidate_line", number=number, name=names[candidate.id])
        for number, candidate in enumerate(election.candidates, start=1)
    )


def _results(sheets: Sequence[RoundSheet], words: Wording) -> str:
    """Return who was elected; in several rounds, round by round with its papers."""
    elected = [_elected(sheet, words) or words.say("script.nobody") for sheet in sheets]
    if len(sheets) == 1:
        return elected[0]
    lines = [_papers("script.round_line", sheet, words) for sheet in sheets]
    return "\n".join(f"{line}\n{names}" for line, names in zip(lines, elected, strict=True))


def _announced(facts: ScriptFacts, linked: int, words: Wording) -> str:
    """Return papers and elected of every round; dots where none is declared."""
    sheet = facts.sheets.get(linked)
    if sheet is None:
        keys = ("issued", "returned", "valid", "invalid")
        blank = words.say("script.not_known")
        return f"{words.say('script.only_round', **dict.fromkeys(keys, blank))}\n{blank}"
    sheets = (*facts.earlier.get(linked, ()), sheet)
    results = _results(sheets, words)
    return (
        results if len(sheets) > 1 else f"{_papers('script.only_round', sheet, words)}\n{results}"
    )


def _congratulated(facts: ScriptFacts, linked: int, words: Wording) -> str:
    """Return how the elected of all rounds are congratulated, or that nobody was elected."""
    sheet = facts.sheets.get(linked)
    if sheet is None:
        return words.say("script.congratulate_several")
    rounds = (*facts.earlier.get(linked, ()), sheet)
    count = sum(c.outcome is CandidateOutcome.ELECTED for s in rounds for c in s.result.candidates)
    key = {0: "nobody", 1: "one"}.get(count, "several")
    return words.say(f"script.congratulate_{key}")


def _papers(key: str, sheet: RoundSheet, words: Wording) -> str:
    papers = sheet.result.accounting
    return words.say(
        key,
        number=sheet.round.number,
        issued=_number(papers.issued),
        returned=_number(papers.returned),
        valid=sheet.tally.valid,
        invalid=sheet.tally.invalid,
    )


def _elected(sheet: RoundSheet, words: Wording) -> str:
    elected = [c for c in sheet.result.candidates if c.outcome is CandidateOutcome.ELECTED]
    ordered = sorted(elected, key=lambda c: (-c.votes, c.position))
    return "\n".join(_elected_line(n, c, words) for n, c in enumerate(ordered, start=1))


def _elected_line(number: int, found: CandidateResult, words: Wording) -> str:
    return words.say(
        "script.result_line",
        number=number,
        name=found.name,
        votes=found.votes,
        percent=decimal_comma(found.percent),
    )


def _member(duty: Duty, words: Wording) -> str:
    plain = {fold(title) for title in words.lists["motion.plain_titles"]}
    if not duty.title or fold(duty.title) in plain:
        return duty.name
    return words.say("script.member", name=duty.name, title=duty.title)


def _executor_above(planned: Sequence[PlannedItem], found: PlannedItem) -> str:
    above = _above(planned, found)
    return "" if above is None else above.item.executor or _executor_above(planned, above)


def _linked(facts: ScriptFacts, found: PlannedItem) -> int:
    """Return the election an item is about: its own, that of its motion, or of what it is in."""
    motion = next((m for m in facts.motions if m.id == found.item.motion_id), None)
    own = found.item.election_id or (motion.election_id if motion else 0)
    return own or _linked_above(facts.planned, found)


def _linked_above(planned: Sequence[PlannedItem], found: PlannedItem) -> int:
    above = _above(planned, found)
    return 0 if above is None else above.item.election_id or _linked_above(planned, above)


def _above(planned: Sequence[PlannedItem], found: PlannedItem) -> PlannedItem | None:
    return next((p for p in planned if p.item.id == found.item.parent_id), None)


_WHILE_COUNTED = re.compile(
    r",?\s*\(?trong (?:thời gian|lúc|khi) (?:chờ )?(?:kiểm phiếu|kết quả)\)?$|, kiểm phiếu$",
    re.IGNORECASE,
)
# Verbs of one word: what is a name begins with the word after them.
_VERBS = frozenset({"bầu", "chào", "cử", "mời", "nghe", "tặng", "trao"})


def inside(content: str) -> str:
    """Return a content as it stands inside a sentence: small first letter, no full stop."""
    text = content.strip().rstrip(" .;")
    first, _, rest = text.partition(" ")
    name = text[1:2].isupper() or (rest or text)[:1].isupper()
    return text if name and first.casefold() not in _VERBS else text[:1].lower() + text[1:]


def _number(value: int | None) -> str:
    return grouped(value) if value else ""
