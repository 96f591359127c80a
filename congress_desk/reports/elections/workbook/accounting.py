"""The accounting of every round side by side, and what its checks found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from congress_desk.domain.elections.ballots import InvalidReason
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.people.person import Status
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
    plain_rows,
)
from congress_desk.reports.document.sentences import (
    base_words,
    finding_sentence,
    place_params,
    reason_words,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.presence import count_of_round

Item = tuple[str, Callable[[RoundSheet], Value], Tone]


def accounting_sheet(sheets: Sequence[RoundSheet], words: Wording) -> Sheet:
    """Return D as a sum, people, papers and the majority: items down, rounds across."""
    rounds = tuple(
        BookColumn(
            title=words.say("book.accounting.round", **place_params(sheet)),
            kind=ColumnKind.NUMBER,
        )
        for sheet in sheets
    )
    rows = tuple(
        BookRow(values=(label, *(value(sheet) for sheet in sheets)), tone=tone)
        for label, value, tone in _items(sheets, words)
    )
    return Sheet(
        name=words.say("book.sheets.accounting"),
        title=words.say("book.accounting.title"),
        columns=(BookColumn(title=words.say("book.accounting.item")), *rounds),
        sections=(Section(rows=rows),),
        freeze_columns=1,
        filtered=False,
    )


def findings_sheet(sheets: Sequence[RoundSheet], words: Wording) -> Sheet:
    """Return every finding of every round with its article, and who let it stand and why."""
    rows = [
        (
            words.say("book.accounting.round", **place_params(sheet)),
            words.say(f"severity.{finding.severity.value}"),
            finding_sentence(finding, words),
            finding.article,
            finding.waived_by,
            finding.waived_reason,
        )
        for sheet in sheets
        for finding in sheet.findings
    ]
    keys = ("round", "severity", "finding", "article", "waived_by", "reason")
    return Sheet(
        name=words.say("book.sheets.findings"),
        title=words.say("book.findings.title"),
        notes=() if rows else (words.say("book.findings.none"),),
        columns=tuple(BookColumn(title=words.say(f"book.findings.{key}")) for key in keys),
        sections=(Section(rows=plain_rows(rows)),),
    )


def _items(sheets: Sequence[RoundSheet], words: Wording) -> list[Item]:
    def say(key: str) -> str:
        return words.say(f"book.accounting.{key}")

    return [
        *_base_items(sheets, words),
        (say("present"), lambda s: s.result.accounting.present, Tone.PLAIN),
        (say("absent"), _absent, Tone.PLAIN),
        (say("issued"), lambda s: s.result.accounting.issued, Tone.PLAIN),
        (say("returned"), lambda s: s.result.accounting.returned, Tone.PLAIN),
        (say("unreturned"), _unreturned, Tone.PLAIN),
        (say("entered"), lambda s: s.result.entered, Tone.PLAIN),
        (say("valid"), lambda s: s.result.valid, Tone.STRONG),
        (say("invalid"), lambda s: s.result.invalid, Tone.STRONG),
        *_reason_items(sheets, words),
        (say("check_entered"), _not_entered, Tone.CHECK),
        (say("base"), lambda s: base_words(s.result.majority, words), Tone.PLAIN),
        (say("of"), lambda s: s.result.majority.of, Tone.PLAIN),
        (say("needed"), _needed, Tone.STRONG),
        (say("outcome"), lambda s: _label("round_outcome", s.result.outcome, words), Tone.PLAIN),
        (say("state"), lambda s: _label("round_state", s.round.state, words), Tone.PLAIN),
    ]


def _base_items(sheets: Sequence[RoundSheet], words: Wording) -> list[Item]:
    """Return D as a sum: registered, each deduction in use, alternates, and where D comes from."""
    sums = [found for sheet in sheets if (found := count_of_round(sheet).sum)]
    used = [status for status in Status if any(status in dict(s.deductions) for s in sums)]

    def source(sheet: RoundSheet) -> str:
        key = "from_register" if count_of_round(sheet).sum else "by_hand"
        return words.say(f"book.accounting.{key}")

    items: list[Item] = [(words.say("book.accounting.registered"), _registered, Tone.PLAIN)]
    items += [
        (
            words.say("book.accounting.deducted", status=words.say(f"status.{status.value}")),
            partial(_deducted, status=status),
            Tone.PLAIN,
        )
        for status in used
    ]
    if any(found.alternates for found in sums):
        items.append((words.say("book.accounting.alternates"), _alternates, Tone.PLAIN))
    convened = words.say("book.accounting.convened")
    if all(s.result.majority.base is MajorityBase.SHARES for s in sheets):
        return items  # shares vote: nothing is taken of a number of people
    items.append((convened, lambda s: s.result.accounting.convened, Tone.STRONG))
    return [*items, (words.say("book.accounting.source"), source, Tone.PLAIN)]


def _reason_items(sheets: Sequence[RoundSheet], words: Wording) -> list[Item]:
    used = [r for r in InvalidReason if any(r in s.result.invalid_by_reason for s in sheets)]
    return [
        (
            words.say("book.accounting.reason", reason=_reason(reason, sheets, words)),
            partial(_invalid, reason=reason),
            Tone.PLAIN,
        )
        for reason in used
    ]


def _reason(reason: InvalidReason, sheets: Sequence[RoundSheet], words: Wording) -> str:
    """Return why ballots are invalid; in the words of their mode where the rounds share one."""
    modes = {sheet.round.mode for sheet in sheets}
    if len(modes) == 1:
        return reason_words(reason, modes.pop(), words)
    return words.say(f"reason.{reason.value}")


def _invalid(sheet: RoundSheet, reason: InvalidReason) -> Value:
    return sheet.result.invalid_by_reason.get(reason, 0)


def _registered(sheet: RoundSheet) -> Value:
    return count_of_round(sheet).convened


def _deducted(sheet: RoundSheet, status: Status) -> Value:
    found = count_of_round(sheet).sum
    return dict(found.deductions).get(status, 0) if found else None


def _alternates(sheet: RoundSheet) -> Value:
    found = count_of_round(sheet).sum
    return found.alternates if found else None


def _absent(sheet: RoundSheet) -> Value:
    return count_of_round(sheet).absent


def _unreturned(sheet: RoundSheet) -> Value:
    issued, returned = sheet.result.accounting.issued, sheet.result.accounting.returned
    return None if issued is None or returned is None else issued - returned


def _not_entered(sheet: RoundSheet) -> Value:
    returned = sheet.result.accounting.returned
    return None if returned is None else returned - sheet.result.entered


def _needed(sheet: RoundSheet) -> Value:
    majority = sheet.result.majority
    return majority.needed if majority.required else None


def _label(group: str, code: str, words: Wording) -> str:
    return words.say(f"{group}.{code}")
