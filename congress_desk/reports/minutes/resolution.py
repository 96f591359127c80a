"""The resolution of the congress (nghị quyết): what it decides, from what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.elections.round import Part, RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import MotionKind, MotionOutcome
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.document import Align, Column, Document, Table
from congress_desk.reports.document.head import congress_name, congress_wording
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.minutes.all_elected import (
    ALL_FIELD,
    all_elected,
    all_part,
    all_record,
    several,
)
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_parts import (
    ballot_values,
    closing_values,
    elected_names,
    is_void,
    opening_values,
    report_names,
    round_record,
    signatures,
    vote_values,
)
from congress_desk.reports.minutes.derived_paper import DerivedPaper, derived_document
from congress_desk.reports.minutes.election_decisions import appointed_parts, decided_lines
from congress_desk.reports.minutes.paper_prose import Prose, sentence
from congress_desk.reports.motions.sentences import vote_suffix
from congress_desk.reports.people.presence import count_of_register

AREA = "congress_resolution"
SECTIONS = ("review", "targets", "reports", "elections", "charge")
TABLE_FIELD = "targets_table"
_ADOPTED = frozenset({MotionKind.CREDENTIALS_REPORT, MotionKind.FREE})
_WIDTHS = {"number": 13.0, "unit": 26.0, "last": 36.0, "own": 36.0}


def resolution(facts: CongressFacts, wording: Wording | None = None) -> Document:
    """Return the resolution with what was edited in it; a draft until it is adopted."""
    words = congress_wording(facts.congress, wording)
    return derived_document(facts, resolution_parts(facts, words), words)


def resolution_parts(facts: CongressFacts, words: Wording) -> DerivedPaper:
    """Return the resolution as the records tell it."""
    prose = Prose(words, AREA)
    vote = facts.resolution_vote()
    adopted = vote is not None and vote.outcome is MotionOutcome.CARRIED
    return DerivedPaper(
        paper=CongressPaper.RESOLUTION,
        symbol=prose.template("symbol"),
        title=prose.template("title"),
        subject=(prose.say("subject", congress=congress_name(facts.congress, words)),),
        sections={key: prose.template(f"section.{key}") for key in SECTIONS},
        parts=tuple(_parts(facts, prose, adopted=adopted)),
        signatures=signatures(facts, prose, secretariat=False),
        tables={
            "targets": {TABLE_FIELD: _table(facts.indicators, prose)},
            **{all_record(c): {ALL_FIELD: all_elected(c, prose)[0]} for c in several(facts)},
        },
        stamps=() if adopted else (prose.template("not_adopted"),),
    )


def _parts(facts: CongressFacts, prose: Prose, *, adopted: bool) -> Iterator[ComputedPart]:
    yield _opening(facts, prose)
    by_shares = facts.congress.rules.votes is VotesBy.SHARES
    if not by_shares or report_names(facts, ItemKind.REPORT):
        yield _review(facts, prose)
    if facts.indicators:
        yield _targets(facts, prose)
    yield from _adopted(facts, prose)
    yield from _elections(facts, prose)
    yield from appointed_parts(facts, prose, "elections", mark="- ")
    yield _charge(facts, prose)
    if adopted:
        yield _adoption(facts, prose)


def _charge(facts: CongressFacts, prose: Prose) -> ComputedPart:
    key = "charge.text_branch" if likely_kind(facts.congress) == BRANCH else "charge.text"
    if facts.congress.no_committee:
        key = "charge.text_cell"
    if facts.congress.rules.votes is VotesBy.SHARES:
        key = "charge.text_shares"
    return prose.part("charge", "charge", prose.template("charge.title"), prose.template(key), {})


def _opening(facts: CongressFacts, prose: Prose) -> ComputedPart:
    values = opening_values(facts, prose)
    values = {name: values[name] for name in ("congress", "place") if name in values}
    values["days"] = _days(facts, prose)
    text = prose.template("opening.text_place" if "place" in values else "opening.text")
    if facts.attended.base:
        count = count_of_register(facts.attended)
        values |= {"present": str(count.present), "convened": str(count.convened)}
        text += prose.template("opening.present")
    lines = (
        f"{text}.",
        prose.template("opening.heard"),
        prose.template("opening.decides"),
    )
    return prose.part("opening", "", prose.template("opening.title"), "\n".join(lines), values)


def _days(facts: CongressFacts, prose: Prose) -> str:
    """Return on which days it met: "ngày … đến ngày …"."""
    first, last = facts.first_day, facts.last_day
    days = day_text(first, prose.words)
    if not first or not last or first == last:
        return days
    return prose.say("opening.from_to", first=days, last=day_text(last, prose.words))


def _review(facts: CongressFacts, prose: Prose) -> ComputedPart:
    reports = report_names(facts, ItemKind.REPORT)
    title = prose.template("review.title")
    if not reports:
        return prose.part("report:all", "review", title, prose.template("review.text_nothing"), {})
    values = {"reports": reports}
    return prose.part("report:all", "review", title, prose.template("review.text"), values)


def _targets(facts: CongressFacts, prose: Prose) -> ComputedPart:
    rows = _table(facts.indicators, prose).rows
    values = {
        "target_count": str(len(facts.indicators)),
        TABLE_FIELD: "; ".join(" – ".join(filter(None, row[1:])) for row in rows),
    }
    text = "\n".join((prose.template("targets.text"), prose.template("targets.table")))
    return prose.part("targets", "targets", prose.template("targets.title"), text, values)


def _table(indicators: tuple[Indicator, ...], prose: Prose) -> Table:
    columns = tuple(
        Column(
            title=prose.template(f"targets.{key}"),
            width=_WIDTHS.get(key, 0),
            align=Align.LEFT if key == "name" else Align.CENTER,
        )
        for key in ("number", "name", "unit", "last", "own")
    )
    rows = tuple(
        (str(place), each.name, each.unit, each.last_result, each.own_target)
        for place, each in enumerate(indicators, start=1)
    )
    return Table(columns=columns, rows=rows)


def _adopted(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    """Yield the reports and other matters that the congress adopted by a vote of their own.

    What was voted on for an election, such as its number, is told by its result.
    """
    for motion in facts.standing_votes:
        if motion.id in facts.decision_motions or motion.election_id:
            continue
        if motion.kind in _ADOPTED and motion.outcome is MotionOutcome.CARRIED:
            values = {"matter": sentence(motion.matter), **vote_values(motion, prose.words)}
            text = prose.template("motion.text_shares" if motion.by_shares else "motion.text")
            yield prose.part(f"motion:{motion.id}", "reports", motion.matter, text, values)


def _is_last(sheet: RoundSheet, facts: CongressFacts) -> bool:
    """Say whether no later round of this election counts."""
    later = (
        other
        for other in facts.sheets
        if other.election.id == sheet.election.id
        and other.round.id > sheet.round.id
        and other.round.stands
    )
    return not any(other.declared and not is_void(other) for other in later)


def _elections(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    """Yield the rounds of each election, and after several of them the one list of all elected."""
    lists = {course.election.id: course for course in several(facts)}
    for election_id, sheets in groupby(facts.sheets, lambda sheet: sheet.election.id):
        for sheet in sheets:
            if not sheet.round.stands:
                continue
            last = _is_last(sheet, facts)
            # That nobody was elected is said where no later round elected somebody.
            if sheet.declared and not is_void(sheet) and (last or sheet.result.elected):
                yield _election(sheet, last, facts, prose)
        if election_id in lists:
            yield all_part(lists[election_id], prose)


def _election(sheet: RoundSheet, last: bool, facts: CongressFacts, prose: Prose) -> ComputedPart:
    values = ballot_values(sheet, prose)
    elected = sheet.result.elected
    listed = sheet.round.part is Part.OFFICIAL and any(
        course.election.id == sheet.election.id for course in several(facts)
    )
    names = {"elected_names": elected_names(sheet)} if elected and not listed else {}
    lines = [prose.template(_election_key(sheet, listed=listed))]
    decided: dict[str, str] = {}
    carried = decided_lines(sheet, facts, decided, prose, carried_only=True)
    lines += [f"- {line}" for line in carried]
    vacant = sheet.round.seats - len(elected)
    if vacant > 0 and last and not decided:
        values["vacant"] = str(vacant)
        lines.append(prose.template("election.vacant"))
    title = prose.say("election.title", "congress_minutes", **values)
    wanted = ("what", "elected_count", "vacant", "state", "round")
    given = {name: values[name] for name in wanted if name in values}
    if "{round}" not in lines[0]:
        given.pop("round", None)
    return prose.part(
        round_record(sheet), "elections", title, "\n".join(lines), given | names | decided
    )


def _election_key(sheet: RoundSheet, *, listed: bool) -> str:
    """Return which sentence is for a round: several of one election are distinguished.

    Where all elected are `listed` together, a round names nobody.
    """
    again = "_again" if sheet.round.number > 1 else ""
    kind = "_tie" if sheet.round.kind is RoundKind.TIE else again
    many = {0: "_nobody", 1: "_one"}.get(len(sheet.result.elected), "")
    if listed and sheet.result.elected:
        many = "_listed"
    return f"election.text{kind}{many}"


def _adoption(facts: CongressFacts, prose: Prose) -> ComputedPart:
    vote = facts.resolution_vote()
    assert vote is not None
    day = {"closing_day": closing_values(facts, prose)["closing_day"]}
    title = prose.template("resolution.title")
    text = prose.template(f"resolution.text{vote_suffix(vote)}")
    values = {**vote_values(vote, prose.words), **day}
    return prose.part("resolution", "charge", title, text, values)
