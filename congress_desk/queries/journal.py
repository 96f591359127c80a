"""The journal as people read it: when, who, what; never what stood on a ballot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from congress_desk.domain.closing_signature import SIGNED
from congress_desk.domain.journal import OF_SINGLE_BALLOTS, JournalLine, to_the_minute
from congress_desk.domain.text.typed_times import day_words
from congress_desk.i18n import act_name, act_text, label, tr
from congress_desk.queries.congress import issued_rules
from congress_desk.queries.told_findings import told_finding
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import journal as reading_journal

# Their sentences say what stands on a ballot; here that is left out.
_TELLING_MARKS = frozenset({"enter_ballots", "correct_ballot", "take_back_ballot", "decide_doubt"})

_SIGNED_BY = "signed_by"


def lines_after(file: CongressFile, seq: int) -> tuple[JournalLine, ...]:
    """Return the lines after the line `seq`, oldest first, as a desk shows them: no marks."""
    return tuple(map(unmarked_line, reading_journal.lines_after(file, seq)))


def printed_journal(
    file: CongressFile, only: Collection[int] | None = None
) -> tuple[JournalLine, ...]:
    """Return the journal as papers tell it: of ballots only how many acts there were in a row.

    When a ballot came in, and what stood on it, could be held against who went to the box: times
    are to the minute. `only` are the lines that are wanted, None for all.
    """
    printed: list[JournalLine] = []
    wanted = [
        line for line in reading_journal.lines_after(file, 0) if only is None or line.seq in only
    ]
    for of_ballots, lines in groupby(wanted, key=lambda line: line.act in OF_SINGLE_BALLOTS):
        if of_ballots:
            printed.append(_folded(list(lines)))
        else:
            printed += map(unmarked_line, lines)
    return tuple(printed)


def _folded(lines: Sequence[Line]) -> JournalLine:
    last = lines[-1]
    return JournalLine(
        seq=last.seq,
        at="",
        actor="",
        act=label("act_name", "enter_ballots"),
        summary=tr(
            "{count} entries and corrections of ballots, not told one by one", count=len(lines)
        ),
        hash=last.hash,
        first=lines[0].seq if len(lines) > 1 else 0,
    )


def head(file: CongressFile) -> JournalLine:
    """Return the newest line; its short code is printed on every sheet."""
    newest = journal_line(reading_journal.last_line(file))
    return replace(newest, signed=signed_by(file))


def signed_by(file: CongressFile) -> str:
    """Return the code of the key that signed the congress last, "" where none did.

    Asked for with every count, so of a journal that was looked through once only what came since.
    """
    last = reading_journal.last_line(file).seq
    seen, key = file.read_cache.recalled(_SIGNED_BY, 0) or (0, "")
    since = reading_journal.acts_after(file, seen)
    if any(act == SIGNED or undoes for act, undoes in since):
        line = reading_journal.newest_line_left(file, SIGNED)
        key = str(about_of(line).get("key", "")) if line else ""
    if since:
        # No act makes it untrue: what one adds to the journal is looked at.
        file.read_cache.keep(_SIGNED_BY, 0, (last, key), frozenset())
    return key


def journal_line(line: Line) -> JournalLine:
    """Return a line with its sentence in the language in use."""
    about = _worded(about_of(line))
    return JournalLine(
        seq=line.seq,
        at=line.at,
        actor=line.actor,
        act=act_name(line.act),
        summary=act_text(line.act, about),
        hash=line.hash,
        kind=line.act,
        undoes=line.undoes or 0,
        reason=str(about.get("reason", "")),
    )


def _worded(about: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a line says in words: a finding ("bundle_short|bundle=2"), a day, the rules."""
    about = {**about, **_named(about)}
    return {**about, "finding": told_finding(str(about.get("finding", "")))}


def _named(about: Mapping[str, Any]) -> dict[str, str]:
    """Return the day of a line as one writes it, and its rule set by its title."""
    told = {}
    if "day" in about:
        told["day"] = day_words(str(about["day"]))
    rules = issued_rules(str(about["rules"])) if "rules" in about else None
    if rules is not None:
        told["rules"] = rules.short_title
    return told


def unmarked_line(line: Line) -> JournalLine:
    """Return a line to the minute, without what stands on a ballot."""
    found = replace(journal_line(line), at=to_the_minute(line.at))
    if line.act not in _TELLING_MARKS:
        return found
    return replace(found, summary=act_text(f"{line.act}.unmarked", _worded(about_of(line))))
