"""Parts that more than one paper of the congress has: presence, votes, ballots, who signs."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.agenda.item_words import is_report, report_matter
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.elections.result import RoundOutcome, RoundResult
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.domain.motions import Motion
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.organs.organs import leader_of
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.reports.document.date_words import day_text, time_text
from congress_desk.reports.document.document import Align, Column, Recipients, Signature, Table
from congress_desk.reports.document.head import (
    PRESIDIUM,
    SECRETARIAT,
    addressee,
    congress_name,
    organ_signature,
)
from congress_desk.reports.document.sentences import base_words, citation, number, round_title
from congress_desk.reports.document.wording import Wording, grouped
from congress_desk.reports.elections.counting_minutes.accounts import board_members
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.paper_prose import Prose, sentence
from congress_desk.reports.motions.sentences import base_called
from congress_desk.reports.people.presence import (
    base_how,
    count_of_register,
    count_of_round,
    what_is_based_on,
)

_MINUTES = "congress_minutes"


def opening_values(facts: CongressFacts, prose: Prose) -> dict[str, str]:
    """Return name, place, day and hour of the opening."""
    details, at = facts.congress.details, facts.opened_at
    return {
        "congress": congress_name(facts.congress, prose.words),
        "opening_time": time_text(at, prose.words),
        "opening_day": day_text(facts.opening_day, prose.words),
        **({"place": sentence(details.place)} if details.place else {}),
    }


def closing_values(facts: CongressFacts, prose: Prose) -> dict[str, str]:
    """Return day and hour of the closing; dots while it is not closed."""
    at = facts.closed_at
    return {
        "closing_time": time_text(at, prose.words),
        "closing_day": day_text(at.date().isoformat() if at else "", prose.words),
    }


def presence_part(facts: CongressFacts, prose: Prose, section: str) -> ComputedPart:
    """Return how many were convened, were there and were guests, and D with its deductions.

    Where shares vote, these stand in the place of D.
    """
    count, held = count_of_register(facts.attended), facts.attended
    values = {
        **prose.number("convened", count.convened),
        **prose.number("present", count.present),
        "percent": count.percent,
        "absent": str(count.absent),
        "guests": str(facts.guests),
        "base": str(count.base),
        "base_of": what_is_based_on(facts.congress.rules, prose.words),
        "base_changes": base_how(count, prose.words),
    }
    came = "present" if facts.is_closed else "present_so_far"
    last = "shares" if held.shares else "base"
    if held.shares:
        values |= {
            "shares": grouped(held.shares),
            "shares_present": grouped(held.shares_present),
            "shares_percent": decimal_comma(percent(held.shares_present, held.shares)),
        }
    lines = [prose.template(f"presence.{key}", _MINUTES) for key in ("convened", came, last)]
    if facts.guests:
        lines.append(prose.template("presence.guests", _MINUTES))
    if facts.probationary:
        values["probationary"] = str(facts.probationary)
        lines.append(prose.template("presence.probationary", _MINUTES))
    title = prose.template("presence.title", _MINUTES)
    return prose.part("presence", section, title, "\n".join(lines), values)


def vote_values(motion: Motion, words: Wording) -> dict[str, str]:
    """Return the numbers of a vote, and of shares what the majority is taken of."""
    assert motion.hands is not None
    values = {
        "in_favour": grouped(motion.hands.in_favour),
        "against": grouped(motion.hands.against),
        "other": grouped(motion.hands.other),
        "base": grouped(motion.base or 0),
        "vote_percent": decimal_comma(motion.percent),
        "outcome": motion.outcome.value,
    }
    return values | ({"vote_of": base_called(motion, words)} if motion.by_shares else {})


def ballot_values(sheet: RoundSheet, prose: Prose) -> dict[str, str]:
    """Return the list, papers and who was there of a round; no count before it is declared."""
    held = sheet.round
    surplus = len(held.candidates) - held.seats
    values = {
        "what": sentence(round_title(sheet, prose.words)),
        "round": str(held.number),
        **prose.number("seats", held.seats),
        **prose.number("candidates", len(held.candidates)),
        "state": round_state(sheet),
    }
    if held.mode is MarkMode.CUMULATIVE:
        values |= {
            "shares_issued": grouped(held.shares),
            "shares_percent": decimal_comma(percent(held.shares, held.all_shares)),
        }
    elif surplus > 0:
        values |= {
            "surplus": str(surplus),
            "surplus_percent": decimal_comma(percent(surplus, held.seats)),
        }
    if not sheet.declared:
        return values
    counted = sheet.result
    values |= {
        **_people(sheet, prose),
        **prose.number("issued", counted.accounting.issued),
        **prose.number("returned", counted.accounting.returned),
    }
    return values if is_void(sheet) else values | _counted(counted, prose)


def _counted(counted: RoundResult, prose: Prose) -> dict[str, str]:
    count = prose.number("elected", len(counted.elected))
    return {
        **prose.number("valid", counted.valid),
        **prose.number("invalid", counted.invalid),
        "elected_count": count["elected"],
        "elected_words": count["elected_words"],
        "percent_base": base_words(counted.majority, prose.words),
        "percent_of": grouped(counted.majority.of),
    }


def round_state(sheet: RoundSheet) -> str:
    """Return what has become of a round: "counting" until it is declared."""
    if sheet.round.state is not RoundState.DECLARED:
        return RoundState.COUNTING.value
    return sheet.result.outcome.value


def is_void(sheet: RoundSheet) -> bool:
    """Say whether a declared round does not count."""
    return sheet.declared and sheet.result.outcome is RoundOutcome.VOID


def people_template(sheet: RoundSheet, values: Mapping[str, str], prose: Prose) -> str:
    """Return the line of who was there, and of D where the majority is taken of it."""
    key = "people" if "convened" in values else "people_present"
    text = prose.template(f"election.{key}", _MINUTES)
    if sheet.result.majority.base is MajorityBase.CONVENED:
        text += prose.template("election.base", _MINUTES)
    return text


def void_values(sheet: RoundSheet) -> dict[str, str]:
    """Return the article under which a round does not count."""
    return {"article": citation(sheet.congress.rules, "void")}


def board_names(sheet: RoundSheet, prose: Prose) -> list[str]:
    """Return the counting board, its head first and named so."""
    heads, members = board_members(sheet)
    usual = prose.words.say("minutes.board.head_title")
    named = [
        prose.words.say("minutes.board.titled", name=d.name, title=d.title or usual) for d in heads
    ]
    return named + [duty.name for duty in members]


def elected_table(sheet: RoundSheet, prose: Prose) -> tuple[Table, str]:
    """Return who was elected from high to low as a table, and the same as text."""
    elected = (sheet.result.by_position(position) for position in sheet.result.elected)
    rows = tuple(
        (str(place), each.name, grouped(each.votes), decimal_comma(each.percent))
        for place, each in enumerate(elected, start=1)
    )
    columns = (
        Column(title=prose.template("election.number", _MINUTES), width=13, align=Align.CENTER),
        Column(title=prose.template("election.name", _MINUTES)),
        Column(title=prose.template("election.votes", _MINUTES), width=28, align=Align.CENTER),
        Column(title=prose.template("election.percent", _MINUTES), width=28, align=Align.CENTER),
    )
    return Table(columns=columns, rows=rows), "; ".join(" – ".join(row[1:]) for row in rows)


def elected_names(sheet: RoundSheet) -> str:
    """Return who was elected, from high to low."""
    elected = (sheet.result.by_position(position) for position in sheet.result.elected)
    return ", ".join(each.name for each in elected)


def round_record(sheet: RoundSheet) -> str:
    """Return what a round is called as a record."""
    again = ":recount" if sheet.round.is_recount else ""
    return f"election:{sheet.election.code}:{sheet.round.number}{again}"


def report_names(facts: CongressFacts, *kinds: ItemKind) -> str:
    """Return the reports of these kinds that were laid before the congress, as a phrase."""
    heard = (item for item in facts.held if item.kind in kinds and not item.election_id)
    names = (sentence(report_matter(item.content)) for item in heard if is_report(item.content))
    return "; ".join(dict.fromkeys(names))


def recipients(facts: CongressFacts, prose: Prose) -> tuple[str, ...]:
    """Return to whom the paper goes; a superior that is not known is left out."""
    superior = addressee(facts.congress, prose.words)
    return tuple(
        line.replace("{superior}", superior)
        for line in prose.words.lists[f"{prose.area}.recipients"]
        if superior or "{superior}" not in line
    )


def signatures(
    facts: CongressFacts, prose: Prose, *, secretariat: bool
) -> tuple[Signature | Recipients | None, ...]:
    """Return who signs: the secretariat where it does, and the presidium.

    Who signs for several is theirs to say: a name is printed where only one can be meant.
    """
    words = prose.words
    chair = organ_signature(PRESIDIUM, words, name=leader_of(facts.members(Organ.PRESIDIUM)))
    if secretariat:
        name = leader_of(facts.members(Organ.SECRETARIAT))
        return organ_signature(SECRETARIAT, words, name=name), chair
    named = recipients(facts, prose)
    title = words.say("congress_minutes.recipients_title")
    return Recipients(title=title, lines=named) if named else None, chair


def _people(sheet: RoundSheet, prose: Prose) -> dict[str, str]:
    """Return who was there at the vote; who was convened and absent where the register tells."""
    count, words = count_of_round(sheet), prose.words
    values = {"present": number(count.present, words), "base": str(count.base)}
    if count.convened is not None:
        values |= {"convened": str(count.convened), "absent": number(count.absent, words)}
    return values
