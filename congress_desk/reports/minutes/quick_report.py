"""The quick report on the results (báo cáo nhanh) to the superior: figures first."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import MotionOutcome
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.head import (
    PRESIDIUM,
    addressee,
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_parts import (
    ballot_values,
    closing_values,
    elected_table,
    is_void,
    opening_values,
    presence_part,
    report_names,
    round_record,
    signatures,
    void_values,
    vote_values,
)
from congress_desk.reports.minutes.derived_paper import DerivedPaper, derived_document
from congress_desk.reports.minutes.election_decisions import appointed_parts, decided_lines
from congress_desk.reports.minutes.elections import (
    TABLE_FIELD,
    election_tables,
    round_key,
    unfilled_lines,
)
from congress_desk.reports.minutes.paper_prose import Prose
from congress_desk.reports.motions.sentences import vote_suffix

AREA, _MINUTES = "congress_quick_report", "congress_minutes"
_REPORTS = (ItemKind.CREDENTIALS_REPORT, ItemKind.REPORT)
SECTIONS = ("course", "presence", "elections", "resolution")


def quick_report(facts: CongressFacts, wording: Wording | None = None) -> Document:
    """Return the report with what was edited in it."""
    words = congress_wording(facts.congress, wording)
    return derived_document(facts, quick_report_parts(facts, words), words)


def quick_report_parts(facts: CongressFacts, words: Wording) -> DerivedPaper:
    """Return the report as the records tell it."""
    prose = Prose(words, AREA)
    return DerivedPaper(
        paper=CongressPaper.QUICK_REPORT,
        symbol=prose.template("symbol"),
        title=prose.template("title"),
        subject=(prose.say("subject", congress=congress_name(facts.congress, words)),),
        sections={key: prose.template(f"section.{key}") for key in SECTIONS},
        parts=tuple(_parts(facts, prose)),
        organ=PRESIDIUM,
        signatures=signatures(facts, prose, secretariat=False),
        tables=election_tables(facts, prose),
    )


def _parts(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    superior = addressee(facts.congress, prose.words)
    if superior:
        text, values = prose.template("opening.to"), {"superior": superior}
        yield prose.part("opening:to", "", prose.template("opening.to_title"), text, values)
    yield _course(facts, prose)
    if facts.attended.base:
        yield presence_part(facts, prose, "presence")
    for sheet in facts.sheets:
        yield _election(sheet, facts, prose)
    yield from appointed_parts(facts, prose, "elections")
    yield _resolution(facts, prose)
    values = {"congress": congress_name(facts.congress, prose.words)}
    title, text = prose.template("closing.title"), prose.template("closing.text")
    yield prose.part("closing", "resolution", title, text, values)


def _course(facts: CongressFacts, prose: Prose) -> ComputedPart:
    values = opening_values(facts, prose)
    values.pop("place", None)
    key = "opening.text_closed" if facts.is_closed else "opening.text_open"
    if facts.closed_at is not None:
        key = "opening.text"
        values |= closing_values(facts, prose)
    lines = [prose.template(key)]
    reports, speeches = report_names(facts, *_REPORTS), len(facts.spoken)
    if reports:
        values["reports"] = reports
        lines.append(prose.template("opening.reports"))
    if speeches:
        values["speech_count"] = str(speeches)
        lines.append(prose.template("opening.speeches"))
    title = prose.template("opening.title")
    return prose.part("opening", "course", title, "\n".join(lines), values)


def _election(sheet: RoundSheet, facts: CongressFacts, prose: Prose) -> ComputedPart:
    values = ballot_values(sheet, prose)
    lines = list(_lines(sheet, values, prose))
    if sheet.declared:
        lines += decided_lines(sheet, facts, values, prose)
    title = prose.say(f"election.title{round_key(sheet)}", _MINUTES, **values)
    return prose.part(round_record(sheet), "elections", title, "\n".join(lines), values)


def _lines(sheet: RoundSheet, values: dict[str, str], prose: Prose) -> Iterator[str]:
    heading = prose.template(f"election.heading{round_key(sheet)}", _MINUTES)
    if not sheet.declared:
        yield prose.template("election.text_counting").replace("{heading}", heading)
        return
    if is_void(sheet):
        values |= void_values(sheet)
        yield heading
        yield prose.template("election.papers_void", _MINUTES)
        yield prose.template("election.void", _MINUTES)
        return
    if not sheet.round.stands:
        # What it declared is no result of the congress: the decision that says so follows.
        key = "text_set_aside"
    else:
        key = "text" if sheet.result.elected else "text_nobody"
    by_shares = "shares_issued" in values
    yield _numbers_sentence(key, sheet, by_shares, prose).replace("{heading}", heading)
    if not sheet.round.stands:
        return
    if sheet.result.elected:
        values[TABLE_FIELD] = elected_table(sheet, prose)[1]
        yield prose.template("election.table", _MINUTES)
    yield from unfilled_lines(sheet, values, prose)


def _numbers_sentence(key: str, sheet: RoundSheet, by_shares: bool, prose: Prose) -> str:
    """Return a sentence on a counted round: its list, its papers, and what came of it."""
    surplus = len(sheet.round.candidates) > sheet.round.seats
    listed = "list_shares" if by_shares else "list" if surplus else "list_equal"
    if sheet.round.kind is RoundKind.TIE:
        listed = "list_tie"
    papers = "papers_shares" if by_shares else "papers"
    text = prose.template(f"election.{key}")
    for mark, part in (("{list}", listed), ("{papers}", papers)):
        text = text.replace(mark, prose.template(f"election.{part}"))
    return text


def _resolution(facts: CongressFacts, prose: Prose) -> ComputedPart:
    votes = facts.standing_votes
    carried = [motion for motion in votes if motion.outcome is MotionOutcome.CARRIED]
    values = {"motion_count": str(len(votes)), "carried_count": str(len(carried))}
    vote = facts.resolution_vote()
    adopted = vote is not None and vote.outcome is MotionOutcome.CARRIED
    lines = [prose.template("resolution.motions")] if votes else []
    if vote is not None:
        values |= vote_values(vote, prose.words)
    if vote is not None and adopted:
        lines.append(prose.template(f"resolution.text{vote_suffix(vote)}"))
    else:
        lines.append(prose.template("resolution.text_none"))
    title = prose.template("resolution.title")
    return prose.part("resolution", "resolution", title, "\n".join(lines), values)
