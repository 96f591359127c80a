"""The minutes of the congress (biên bản đại hội), derived from what was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.agenda.item_words import report_matter, unnumbered
from congress_desk.domain.minutes.paper_fields import ComputedPart, plain
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import Motion, MotionKind, MotionOutcome
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.running.speech import Speech
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.document.date_words import day_text, moment, time_text
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.head import congress_name, congress_wording
from congress_desk.reports.document.sentences import citation
from congress_desk.reports.document.wording import Wording, grouped
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_parts import (
    closing_values,
    opening_values,
    presence_part,
    signatures,
    vote_values,
)
from congress_desk.reports.minutes.derived_paper import DerivedPaper, derived_document
from congress_desk.reports.minutes.elections import election_parts, election_tables
from congress_desk.reports.minutes.paper_prose import Prose, sentence
from congress_desk.reports.motions.sentences import (
    base_suffix,
    share_asked,
    verdict_key,
    vote_suffix,
)

AREA = "congress_minutes"
SECTIONS = (
    "opening", "presence", "organs", "reports", "discussion", "motions", "elections",
    "resolution", "closing",
)  # fmt: skip
_ORGANS = {
    Organ.PRESIDIUM: MotionKind.PRESIDIUM,
    Organ.SECRETARIAT: MotionKind.SECRETARIAT,
    Organ.CREDENTIALS: MotionKind.CREDENTIALS_COMMITTEE,
}
_WITH_ELECTIONS = frozenset(
    {MotionKind.NUMBER_AND_LIST, MotionKind.COUNTING_BOARD, MotionKind.WITHDRAWAL}
)
_DISCUSSED = frozenset({ItemKind.DISCUSSION, ItemKind.SPEECH})
_PLACES = {ItemKind.OPENING: "opening", ItemKind.CLOSING: "closing"}


def congress_minutes(facts: CongressFacts, wording: Wording | None = None) -> Document:
    """Return the minutes with what was edited in them."""
    words = congress_wording(facts.congress, wording)
    return derived_document(facts, minutes_parts(facts, words), words)


def minutes_parts(facts: CongressFacts, words: Wording) -> DerivedPaper:
    """Return the minutes as the records tell them."""
    prose = Prose(words, AREA)
    return DerivedPaper(
        paper=CongressPaper.MINUTES,
        symbol=prose.template("symbol"),
        title=prose.template("title"),
        subject=(prose.say("subject", congress=congress_name(facts.congress, words)),),
        sections={key: prose.template(f"section.{key}") for key in SECTIONS},
        parts=tuple(_in_order(_parts(facts, prose))),
        signatures=signatures(facts, prose, secretariat=True),
        tables=election_tables(facts, prose),
        stamps=() if facts.is_closed else (prose.template("not_closed"),),
    )


def _in_order(parts: Iterator[ComputedPart]) -> list[ComputedPart]:
    """Return the parts section by section; in each in the order they come."""
    return sorted(parts, key=lambda part: SECTIONS.index(part.section))


def _parts(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    yield _opening(facts, prose)
    if facts.attended.base:
        yield presence_part(facts, prose, "presence")
    yield from _organs(facts, prose)
    for item in facts.items_in_minutes:
        yield _item(item, facts, prose)
    for speech in facts.spoken:
        yield _speech(speech, prose)
    yield from _motions(facts, prose)
    yield from election_parts(facts, prose)
    yield from _resolution(facts, prose)
    yield _closing(facts, prose)


def _opening(facts: CongressFacts, prose: Prose) -> ComputedPart:
    values = opening_values(facts, prose)
    lines = [prose.template("opening.text_place" if "place" in values else "opening.text")]
    sessions = list(_sessions(facts, prose))
    if len(sessions) > 1:
        values["session_count"] = str(len(sessions))
        values |= {f"session_{place}": session for place, session in enumerate(sessions, start=1)}
        lines.append(prose.template("opening.sessions"))
        ends = [*";" * (len(sessions) - 1), "."]
        lines += [f"- {{session_{place}}}{end}" for place, end in enumerate(ends, start=1)]
    title = prose.template("opening.title")
    return prose.part("opening", "opening", title, "\n".join(lines), values)


def _sessions(facts: CongressFacts, prose: Prose) -> Iterator[str]:
    """Yield each session that was held with its hours; without any times nothing."""
    for name, items in groupby(facts.held, key=lambda item: item.session):
        held = list(items)
        begun = [at for item in held if (at := moment(item.started_at))]
        ended = [at for item in held if (at := moment(item.finished_at))]
        if name and begun and ended:
            yield _session(name, min(begun), max(ended), prose)


def _session(name: str, begun: datetime, ended: datetime, prose: Prose) -> str:
    words = prose.words
    same = begun.date() == ended.date()
    return prose.say(
        "opening.session_value" if same else "opening.session_value_days",
        session=_session_name(name, prose),
        from_time=time_text(begun, words),
        to_time=time_text(ended, words),
        day=day_text(begun.date().isoformat(), words),
        to_day=day_text(ended.date().isoformat(), words),
    )


def _session_name(name: str, prose: Prose) -> str:
    """Return "Phiên trù bị" of a session that is only called "Trù bị"."""
    bare = {fold(each) for each in prose.words.lists["agenda.bare_sessions"]}
    return prose.words.say("agenda.bare", session=name.lower()) if fold(name) in bare else name


def _organs(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    for organ, kind in _ORGANS.items():
        members = facts.members(organ)
        if members:
            yield _organ(organ, members, facts.left(organ), facts.last_vote(kind), prose)


def _organ(
    organ: Organ,
    members: Sequence[Duty],
    left: Sequence[Duty],
    vote: Motion | None,
    prose: Prose,
) -> ComputedPart:
    title = prose.template(f"organ.{organ.value}")
    values = {
        "organ": title,
        **prose.number("count", len(members)),
        "members": _members(members, prose),
    }
    lines = [prose.template("organ.text" if len(members) > 1 else "organ.text_one")]
    if vote is not None:
        values |= vote_values(vote, prose.words)
        lines.append(prose.template(f"organ.vote{vote_suffix(vote)}"))
    if left:
        values["left"] = "; ".join(_left(duty, prose) for duty in left)
        lines.append(prose.template("organ.left"))
    return prose.part(f"organ:{organ.value}", "organs", title, "\n".join(lines), values)


def _members(members: Sequence[Duty], prose: Prose) -> str:
    """Return the names with their titles; somebody alone heads nobody."""
    if len(members) == 1:
        return members[0].name
    return ", ".join(_member(duty, prose) for duty in members)


def _member(duty: Duty, prose: Prose) -> str:
    usual = {fold(title) for title in prose.words.lists["motion.plain_titles"]}
    if not duty.title or fold(duty.title) in usual:
        return duty.name
    return f"{duty.name} ({duty.title})"


def _left(duty: Duty, prose: Prose) -> str:
    if not duty.until_reason:
        return duty.name
    return prose.say("organ.left_one", name=duty.name, reason=sentence(duty.until_reason))


def _item(item: AgendaItem, facts: CongressFacts, prose: Prose) -> ComputedPart:
    section = _PLACES.get(item.kind) or ("discussion" if item.kind in _DISCUSSED else "reports")
    values = {"item": _content(item, facts, prose)}
    # The whole congress discusses, not who leads it.
    if item.executor and item.kind is not ItemKind.DISCUSSION:
        values["executor"] = sentence(item.executor)
    lines = [prose.template("report.text" if "executor" in values else "report.text_nobody")]
    if item.note:
        values["note"] = item.note
        lines += _record_lines(item.note)
    return prose.part(
        f"report:{item.id}", section, unnumbered(item.content), "\n".join(lines), values
    )


def _content(item: AgendaItem, facts: CongressFacts, prose: Prose) -> str:
    """Return what an item was; of items that are called the same, with their session."""
    is_report = item.kind in (ItemKind.REPORT, ItemKind.CREDENTIALS_REPORT)
    content = sentence((report_matter if is_report else unnumbered)(item.content))
    same = sum(other.content == item.content for other in facts.items_in_minutes) > 1
    if not same or not item.session:
        return content
    return prose.say("report.in_session", item=content, session=_session_name(item.session, prose))


def _speech(speech: Speech, prose: Prose) -> ComputedPart:
    values = {"speaker": speech.speaker}
    key = "text" if speech.delegation else "text_alone"
    if speech.delegation:
        values["delegation"] = sentence(speech.delegation)
    if speech.topic:
        values["topic"] = sentence(speech.topic)
    else:
        key += "_no_topic"
    lines = [prose.template(f"speech.{key}")]
    if speech.gist:
        values["gist"] = speech.gist
        lines += _record_lines(speech.gist)
    title = " – ".join(filter(None, (speech.speaker, speech.topic)))
    return prose.part(f"speech:{speech.id}", "discussion", title, "\n".join(lines), values)


def _record_lines(text: str) -> list[str]:
    """Return what was noted as prose to polish, a line a paragraph that ends in a full stop."""
    lines = (plain(line.strip()) for line in text.splitlines())
    return [
        line if line.endswith((".", "!", "?", ":", ";", "…")) else f"{line}."
        for line in lines
        if line
    ]


def _motions(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    told_elsewhere = {vote.id for kind in _ORGANS.values() if (vote := facts.last_vote(kind))}
    told_elsewhere |= facts.told_after_rounds
    resolution = facts.resolution_vote()
    if resolution is not None:
        told_elsewhere.add(resolution.id)
    organs = {kind for organ, kind in _ORGANS.items() if facts.members(organ)}
    # A vote may have been prepared long before it was held: minutes tell what came when.
    for motion in facts.voted_in_turn:
        if motion.id not in told_elsewhere or (
            motion.kind in _ORGANS.values() and motion.kind not in organs
        ):
            held = motion.election_id or motion.kind in _WITH_ELECTIONS
            section = "elections" if held else "motions"
            yield _motion(motion, section, facts, prose)


def _motion(motion: Motion, section: str, facts: CongressFacts, prose: Prose) -> ComputedPart:
    values = {"matter": sentence(motion.matter), **vote_values(motion, prose.words)}
    # The sentences of the motions desk call it so.
    values["percent"] = values.pop("vote_percent")
    text = prose.template(f"minutes.hands{base_suffix(motion)}", "motion")
    if motion.silent:
        values["silent"] = grouped(motion.silent)
        text += prose.template("minutes.silent", "motion")
    if (key := verdict_key(motion)) != MotionOutcome.CARRIED.value and motion.majority:
        values["needed"] = grouped(motion.needed)
        asked = motion.majority
        values["fraction"] = share_asked(asked.threshold, asked.of, prose.words)
        values["article"] = citation(facts.congress.rules, motion.majority.topic)
    text += prose.template(f"minutes.{key}", "motion")
    if motion.repeats:
        values["repeat_reason"] = sentence(motion.repeat_reason)
        key = "repeated" if motion.repeat_reason else "repeated_plain"
        text = prose.template(f"motion.{key}") + text
    return prose.part(f"motion:{motion.id}", section, motion.matter, text, values)


def _resolution(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    vote = facts.resolution_vote()
    if vote is None:
        return
    carried = vote.outcome is MotionOutcome.CARRIED
    key = f"resolution.text{'' if carried else '_lost'}{vote_suffix(vote)}"
    title, values = prose.template("resolution.title"), vote_values(vote, prose.words)
    yield prose.part("resolution", "resolution", title, prose.template(key), values)


def _closing(facts: CongressFacts, prose: Prose) -> ComputedPart:
    text = "\n".join((prose.template("closing.text"), prose.template("closing.copies")))
    values = closing_values(facts, prose)
    return prose.part("closing", "closing", prose.template("closing.title"), text, values)
