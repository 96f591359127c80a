"""The first half of the minutes: list, counting board, people and papers."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.elections.ballots import InvalidReason, MarkMode
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Part, RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.number_ranges import ranges_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
)
from congress_desk.reports.document.sentences import (
    citation,
    joined_note,
    number,
    reason_words,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.presence import (
    base_sentence,
    count_of_round,
    people_sentence,
)

_PLAIN_TITLES = ("thanhvien", "uyvien", "nguoikiemphieu")


def list_section(sheet: RoundSheet, words: Wording, *, voted: bool = False) -> tuple[Block, ...]:
    """Return how many are to be elected of how many, and the list in ballot order."""
    candidates, names = sheet.round.candidates, sheet.names
    surplus = Surplus(candidates=len(candidates), seats=sheet.round.seats, kind=sheet.election.kind)
    sentence = words.runs(
        f"minutes.list.{_seats_key(sheet, surplus, voted)}",
        seats=surplus.seats,
        candidates=surplus.candidates,
        surplus=surplus.number,
        percent=decimal_comma(surplus.percent),
    )
    table = Table(
        columns=(
            Column(title=words.say("minutes.list.number"), width=12, align=Align.CENTER),
            Column(title=words.say("minutes.list.name"), width=58),
            Column(title=words.say("minutes.list.note")),
        ),
        rows=tuple(
            (str(position), names[candidate.id], joined_note(candidate))
            for position, candidate in enumerate(candidates, start=1)
        ),
    )
    return (
        Heading(title=words.say("minutes.list.heading")),
        Paragraph(runs=sentence),
        table,
        *_alternates(sheet, words),
        *_surplus_reason(sheet, words),
    )


def _alternates(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return how many alternates this list gives beside those elected."""
    alternates, held = sheet.election.alternates, sheet.round
    if not alternates or held.part is Part.ALTERNATE or held.kind is RoundKind.TIE:
        return ()
    return (Paragraph(runs=words.runs("minutes.list.alternates", alternates=alternates)),)


def _seats_key(sheet: RoundSheet, surplus: Surplus, voted: bool) -> str:
    """Return which sentence tells seats and list: what was not voted is not said to be."""
    if sheet.round.kind is RoundKind.TIE:
        return "seats_tie"
    if sheet.round.mode is MarkMode.CUMULATIVE:
        return "seats_plain"
    against = "surplus" if surplus.number > 0 else "equal"
    return f"seats_voted_{against}" if voted else f"seats_{against}"


def _surplus_reason(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    if not sheet.round.surplus_reason:
        return ()
    runs = words.runs(
        "minutes.list.surplus_reason",
        article=citation(sheet.congress.rules, "surplus"),
        reason=sheet.round.surplus_reason,
    )
    return (Paragraph(runs=runs),)


def board_members(sheet: RoundSheet) -> tuple[tuple[Duty, ...], tuple[Duty, ...]]:
    """Return the head of the counting board (one or none) and its other members."""
    board = [duty for duty in sheet.board if duty.organ is Organ.COUNTING_BOARD]
    heads = [duty for duty in board if fold(duty.title).startswith("truong")][:1]
    return tuple(heads), tuple(duty for duty in board if duty not in heads)


def board_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return the counting board, its head first; a dotted line when it is not known."""
    heads, members = board_members(sheet)
    title = words.say("minutes.board.heading")
    if not heads and not members:
        blank = words.say("common.blank_line")
        return (Heading(title=title, remark=words.say("minutes.board.unknown", blank_line=blank)),)
    names = [_titled(duty, words.say("minutes.board.head_title"), words) for duty in heads]
    names += [_titled(duty, "", words) for duty in members]
    remark = words.say("minutes.board.count", count=len(names), names=", ".join(names))
    return (Heading(title=title, remark=remark),)


def _titled(duty: Duty, usual_title: str, words: Wording) -> str:
    """Return the name, with the title when it says more than that the person is a member."""
    title = duty.title or usual_title
    if not title or fold(title) in _PLAIN_TITLES:
        return duty.name
    return words.say("minutes.board.titled", name=duty.name, title=title)


def people_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return who was convened, present and absent, and D where the majority is taken of it.

    Where shares vote, who was handed a ballot and for how many shares.
    """
    if sheet.round.mode is MarkMode.CUMULATIVE:
        return _shares_section(sheet, words)
    count = count_of_round(sheet)
    bullets = [Bullet(runs=people_sentence(count, words))]
    if sheet.result.majority.base is MajorityBase.CONVENED:
        bullets.append(Bullet(runs=base_sentence(count, sheet.congress.rules, words)))
    return Heading(title=words.say("minutes.people.heading")), *bullets


def _shares_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    held = sheet.round
    share = decimal_comma(percent(held.shares, held.all_shares))
    lines = [
        words.runs("minutes.shares.voters", voters=held.accounting.issued or 0, shares=held.shares),
        words.runs("minutes.shares.total", total=held.all_shares, percent=share),
    ]
    if sheet.result.outcome not in (RoundOutcome.INCOMPLETE, RoundOutcome.VOID):
        tally = sheet.tally
        lines.append(
            words.runs(
                "minutes.shares.valid", valid=tally.shares_valid, invalid=tally.shares_invalid
            )
        )
    heading = Heading(title=words.say("minutes.shares.heading"))
    return heading, *(Bullet(runs=runs) for runs in lines)


def ballots_section(
    sheet: RoundSheet, words: Wording, *, other_reasons: Sequence[tuple[str, int]] = ()
) -> tuple[Block, ...]:
    """Return papers issued and returned, valid and invalid with each reason."""
    accounting = sheet.result.accounting
    issued, returned = accounting.issued, accounting.returned
    lines = [
        words.runs(
            "minutes.ballots.papers",
            issued=number(issued, words),
            returned=number(returned, words),
        )
    ]
    if issued is not None and returned is not None and issued != returned:
        key = "fewer" if returned < issued else "more"
        lines.append(words.runs(f"minutes.ballots.{key}", difference=abs(issued - returned)))
    if sheet.result.outcome is RoundOutcome.INCOMPLETE:
        entered = sheet.result.entered
        lines.append(
            words.runs("minutes.ballots.entered", entered=entered, returned=number(returned, words))
        )
    elif sheet.result.outcome is not RoundOutcome.VOID:
        lines.append(_validity(sheet, other_reasons, words))
    if sheet.totals:
        lines.append(_by_totals(sheet, words))
    lines += scanned_lines(sheet, words)
    heading = Heading(title=words.say("minutes.ballots.heading"))
    return heading, *(Bullet(runs=runs) for runs in lines)


def _by_totals(sheet: RoundSheet, words: Wording) -> tuple[Run, ...]:
    """Return which bundles were counted by hand and entered from their tally sheets."""
    return words.runs(
        "minutes.ballots.by_totals",
        bundles=ranges_text(tuple(sheet.totals)),
        papers=sum(totals.sheets for totals in sheet.totals.values()),
    )


def scanned_lines(sheet: RoundSheet, words: Wording) -> list[tuple[Run, ...]]:
    """Return which bundles a scanner read, and what their numbers were held against."""
    scanned, lines = sheet.scanned, []
    if scanned.beside:
        bundles = ranges_text(scanned.beside)
        lines.append(words.runs("minutes.ballots.scanned_beside", bundles=bundles))
    if scanned.alone:
        told: dict[str, str | int] = {"papers": scanned.ballots}
        told["bundles"] = ranges_text(scanned.alone)
        drawn = [s for sample in sheet.samples for s in sample.sheets if s.bundle in scanned.alone]
        if drawn:
            wrong = sum(each.was_wrong for each in drawn)
            told |= {"drawn": len(drawn), "wrong": wrong}
            lines.append(words.runs("minutes.ballots.scanned_sampled", **told))
        else:
            lines.append(words.runs("minutes.ballots.scanned_alone", **told))
    return lines


def _validity(
    sheet: RoundSheet, other_reasons: Sequence[tuple[str, int]], words: Wording
) -> tuple[Run, ...]:
    result = sheet.result
    if not result.invalid:
        return words.runs("minutes.ballots.validity", valid=result.valid, invalid=0)
    counts = dict(result.invalid_by_reason)
    # What the board said of each stands below; a tally sheet has no words for its own.
    without_words = counts.get(InvalidReason.OTHER, 0) - sum(count for _, count in other_reasons)
    counts[InvalidReason.OTHER] = max(without_words, 0)
    sentence = [
        words.say(
            "minutes.ballots.reason",
            reason=reason_words(reason, sheet.round.mode, words),
            count=counts[reason],
        )
        for reason in InvalidReason
        if counts.get(reason)
    ]
    sentence += [
        words.say("minutes.ballots.board_reason", text=text, count=count)
        for text, count in other_reasons
    ]
    return words.runs(
        "minutes.ballots.validity_reasons",
        valid=result.valid,
        invalid=result.invalid,
        reasons="; ".join(sentence),
        article=citation(sheet.congress.rules, "invalid"),
    )
