"""What is kept of the checks beside a count, read from the file."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.elections.checks.diary import DiaryLine, to_the_minute
from congress_desk.domain.elections.passes.bundle_passes import PassSource
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row


def shown_rounds(file: CongressFile) -> list[int]:
    """Return the rounds whose ballots two people chose to have in the workbook."""
    return [row["round_id"] for row in file.rows("SELECT round_id FROM shown_matrix")]


_ENTRIES = """
SELECT bundle.number AS bundle, entry_pass.id, entry_pass.number, entry_pass.voided,
    entry_pass.operator, entry_pass.source, entry_pass.opened_at, entry_pass.closed_at,
    (SELECT count(*) FROM ballot WHERE pass_id = entry_pass.id AND state = 'counted') AS entered,
    (SELECT count(*) FROM ballot
     WHERE pass_id = entry_pass.id AND state <> 'counted') AS corrected,
    (SELECT count(*) FROM doubtful_ballot
     WHERE pass_id = entry_pass.id AND state = 'waiting') AS waiting,
    (SELECT min(entered_at) FROM ballot WHERE pass_id = entry_pass.id) AS first_at,
    (SELECT max(entered_at) FROM ballot WHERE pass_id = entry_pass.id) AS last_at
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
WHERE bundle.round_id = ?
ORDER BY bundle.number, entry_pass.voided = 0, entry_pass.voided,
    entry_pass.number = 0, entry_pass.number
"""
_WHO = """
SELECT DISTINCT ballot.pass_id, ballot.operator
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
JOIN ballot ON ballot.pass_id = entry_pass.id
WHERE bundle.round_id = ? ORDER BY ballot.id
"""


def diary_lines(file: CongressFile, round_id: int) -> tuple[DiaryLine, ...]:
    """Return every entry of every bundle of a round, those set aside too, in order."""
    who: dict[int, list[str]] = defaultdict(list)
    for row in file.rows(_WHO, round_id):
        if row["operator"] not in who[row["pass_id"]]:
            who[row["pass_id"]].append(row["operator"])
    return tuple(_line(row, who[row["id"]]) for row in file.rows(_ENTRIES, round_id))


def _line(row: Row, who: list[str]) -> DiaryLine:
    names = [row["operator"]] if row["operator"] and row["number"] else who
    return DiaryLine(
        bundle=row["bundle"],
        number=row["number"],
        who=tuple(filter(None, names)),
        source=PassSource(row["source"]),
        since=to_the_minute(row["opened_at"] or row["first_at"] or ""),
        until=to_the_minute(row["closed_at"] or row["last_at"] or ""),
        sheets=row["entered"] + row["waiting"],
        corrected=row["corrected"],
        voided=bool(row["voided"]),
    )
