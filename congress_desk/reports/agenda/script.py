"""The script of the chair (kịch bản điều hành): what is said at each item, in large print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.agenda.item_words import (
    is_announcement,
    is_draft_resolution,
    is_of_organs,
    is_opening_speech,
    is_result,
    unnumbered,
)
from congress_desk.domain.text.placeholders import Filled, filled
from congress_desk.reports.agenda.item_numbers import item_numbers
from congress_desk.reports.agenda.programme import clock_text, session_titles
from congress_desk.reports.agenda.script_values import ScriptFacts, filling, inside, script_values
from congress_desk.reports.document.document import (
    Align,
    Block,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Spacer,
)
from congress_desk.reports.document.form import Form
from congress_desk.reports.document.head import (
    congress_day,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording

# Read standing, at arm's length.
_SIZE, _LEADING, _GAP = 17.0, 24.0, 6.0
_LONG_BREAK = 60
_OF_MATTERS = (ItemKind.WORK, ItemKind.MOTION)
_FILLING = "{nội dung xen kẽ}"
# What is voted on, what the members do, what is read to them; anything else is gone on with.
_VOTED = ("biểu quyết thông qua", "biểu quyết", "thông qua", "bầu")
_NOMINATED = ("ứng cử", "đề cử")
_CASTING = re.compile(r"\b(?:bỏ|phát) phiếu\b")
_PRESENTED = ("trình bày", "báo cáo", "đề án", "tờ trình", "phương án", "dự thảo")


def script(facts: ScriptFacts, wording: Wording | None = None) -> Document:
    """Return what the chair says at every item, with the names and numbers as they stand now."""
    words = congress_wording(facts.congress, wording)
    return Document(
        head=document_head(facts.congress, congress_day(facts.congress), words),
        title=words.say("script.title"),
        subject=(words.say("script.subject", congress=congress_name(facts.congress, words)),),
        blocks=tuple(_blocks(facts, words)),
        footer=footer_text(facts.head, words),
        stamp=stamp_text(facts.congress, words),
        form=_large(words.form),
    )


def usual_words(found: PlannedItem, words: Wording, planned: Sequence[PlannedItem] = ()) -> str:
    """Return the words for an item of this kind, with its places to fill.

    An item of several matters has a sentence for each. `planned` says what goes on beside it:
    where ballots are cast at a part of an election, the election is called there.
    """
    matters = [m.strip() for m in unnumbered(found.item.content).split(";") if m.strip()]
    before: list[str] = []
    if found.item.kind in _OF_MATTERS:
        casting = _is_casting(found, planned)
        matters = [m for m in matters if not (casting and _CASTING.search(m.casefold()))]
        if len(matters) > 1 or any(_matter(m)[0] == "board" for m in matters):
            before = list(_matters(matters, words))
        if before and not casting:
            return "\n\n".join(before)
    text = words.sentences[f"script.text.{_variant(found, planned)}"].strip()
    if before:
        text = "\n\n".join((*before, *text.split("\n\n")[1:]))
    if found in planned and not filling(planned, planned.index(found)):
        # Nothing goes on while ballots are counted: the sentence about it has nothing to say.
        text = "\n\n".join(part for part in text.split("\n\n") if _FILLING not in part)
    if _variant(found, planned) == "election" and not _is_announced(found, planned):
        text = f"{text}\n\n{words.sentences['script.announced_later']}"
    return text


def _is_announced(found: PlannedItem, planned: Sequence[PlannedItem]) -> bool:
    """Say whether an item of the programme, this or a later one, announces what is counted."""
    above = (p.item.election_id for p in planned if p.item.id == found.item.parent_id)
    own = found.item.election_id or next(above, 0)
    later = planned[planned.index(found) :] if found in planned else (found,)
    return any(
        "công bố" in p.item.content.casefold()
        and (p.item.election_id == own or 0 in (p.item.election_id, own))
        for p in later
    )


def _matters(matters: Sequence[str], words: Wording) -> Iterator[str]:
    yield words.sentences["script.matters.begin"]
    voted = False
    for matter in matters:
        key, what = _matter(matter)
        voted = voted or key in ("vote", "board")
        yield words.sentences[f"script.matters.{key}"].replace("[việc]", what)
    if voted:
        yield words.sentences["script.matters.end"]


def _matter(matter: str) -> tuple[str, str]:
    """Return what is said of one matter, and the matter without the verb that the sentence has."""
    plain = matter.replace("{", "(").replace("}", ")")
    verb = _verb(plain, (*_VOTED, _PRESENTED[0]))
    what = plain[len(verb) :].strip()
    if re.search(r"(?:ban|tổ) kiểm phiếu$", plain.casefold()) and verb in ("", *_VOTED):
        return "board", what
    what = inside(what)
    if verb in _VOTED:
        return "vote", what
    if _verb(plain, _NOMINATED):
        return "nominate", what
    return ("present" if _verb(plain, _PRESENTED) else "go_on"), what


def _verb(matter: str, verbs: Sequence[str]) -> str:
    """Return which of these words a matter begins with, "" for none."""
    return next((verb for verb in verbs if re.match(rf"{verb}\b", matter.casefold())), "")


def spoken_words(facts: ScriptFacts, place: int, words: Wording) -> Filled:
    """Return what is said at the item at `place`: its own words or the usual ones, filled."""
    found = facts.planned[place]
    text = found.item.script or usual_words(found, words, facts.planned)
    return fill_words(text, facts, place, words)


def fill_words(text: str, facts: ScriptFacts, place: int, words: Wording) -> Filled:
    """Return a text filled for the item at `place`."""
    blank = words.say("script.not_known")
    return filled(text, script_values(facts, place, words), blank=blank)


def _blocks(facts: ScriptFacts, words: Wording) -> Iterator[Block]:
    if not facts.planned:
        yield Paragraph(runs=words.runs("script.empty"))
    titles = session_titles(facts.planned, words)
    numbers = item_numbers(facts.planned)
    for place in range(len(facts.planned)):
        above: tuple[Block, ...] = ()
        if place in titles:
            title = Run(titles[place].upper(), bold=True)
            above = (
                Spacer(height=4),
                Paragraph(runs=(title,), align=Align.CENTER, indent=False),
            )
        yield from _item(facts, place, numbers[place], words, above)


def _item(
    facts: ScriptFacts, place: int, number: str, words: Wording, above: Sequence[Block]
) -> Iterator[Block]:
    found = facts.planned[place]
    clock = clock_text(found, words)
    title = f"{number} {unnumbered(found.item.content)}"
    begin: list[Block] = [Heading(title=title, remark=f"({clock})" if clock else "")]
    if found.item.executor:
        executor = words.say("script.executor", executor=found.item.executor)
        begin.append(Paragraph(runs=(Run(executor, italic=True),), indent=False))
    lines = [line.strip() for line in spoken_words(facts, place, words).text.splitlines()]
    said = [Paragraph(runs=(Run(line),)) for line in lines if line]
    # The chair never finds a title alone at the foot of a page, nor one of a session.
    yield KeepTogether(blocks=(*above, *begin, *said[:2]))
    yield from said[2:]


def _is_casting(found: PlannedItem, planned: Sequence[PlannedItem]) -> bool:
    """Say whether this is the part of an election at which ballots are cast."""
    above = next((p for p in planned if found.depth and p.item.id == found.item.parent_id), None)
    return above is not None and found == _casting(above, planned)


def _casting(found: PlannedItem, planned: Sequence[PlannedItem]) -> PlannedItem | None:
    """Return the part of an election at which ballots are cast, where the programme has one."""
    if found.item.kind is not ItemKind.ELECTION:
        return None
    parts = (p for p in planned if p.depth and p.item.parent_id == found.item.id)
    return next((p for p in parts if _CASTING.search(p.item.content.casefold())), None)


def _variant(found: PlannedItem, planned: Sequence[PlannedItem]) -> str:
    item = found.item
    if _is_casting(found, planned):
        return "election"
    match item.kind:
        case ItemKind.ELECTION if _casting(found, planned):
            return "election_begun"
        case ItemKind.REPORT | ItemKind.WORK if is_announcement(item.content) and item.election_id:
            return "announce"
        case ItemKind.REPORT if is_result(item.content):
            return "announce_plain"
        case ItemKind.MOTION if is_of_organs(item.content):
            return "organs"
        case ItemKind.MOTION if is_draft_resolution(item.content):
            return "resolution"
        case ItemKind.BREAK if (found.minutes or 0) >= _LONG_BREAK or not found.minutes:
            return "long_break"
        case ItemKind.OPENING if "chào cờ" not in item.content.casefold():
            return _opening_variant(item.content)
        case ItemKind.FILLER if not _is_counting(found, planned):
            return "filler_plain"
    return item.kind.value


def _opening_variant(content: str) -> str:
    """Return how it is opened: by a speech that is read, by the word of the chair, or neither."""
    if not is_opening_speech(content):
        return "work"
    return "speech_opening" if "diễn văn" in content.casefold() else "open"


def _is_counting(found: PlannedItem, planned: Sequence[PlannedItem]) -> bool:
    """Say whether ballots are being counted by then: an election was held, not announced yet."""
    counting = False
    for other in planned:
        if other.item.id == found.item.id:
            break
        if other.item.kind is ItemKind.ELECTION:
            counting = True
        elif is_announcement(other.item.content):
            counting = False
    return counting


def _large(form: Form) -> Form:
    return replace(form, body_size=_SIZE, body_leading=_LEADING, paragraph_gap=_GAP)
