"""What is kept of the checks beside a count, read from the file."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.elections.checks.diary import DiaryLine, to_the_minute
from congress_desk.domain.elections.checks.sample import Look, Sample, SampleSheet
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
    (SELECT coalesce(sum(ballots), 0) FROM bundle_count
     WHERE pass_id = entry_pass.id) AS by_totals,
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
    names = [row["operator"]] if row["operator"] and (row["number"] or not who) else who
    return DiaryLine(
        bundle=row["bundle"],
        number=row["number"],
        who=tuple(filter(None, names)),
        source=PassSource(row["source"]),
        since=to_the_minute(row["opened_at"] or row["first_at"] or ""),
        until=to_the_minute(row["closed_at"] or row["last_at"] or ""),
        sheets=row["entered"] + row["waiting"] + row["by_totals"],
        corrected=row["corrected"],
        voided=bool(row["voided"]),
    )


_SAMPLES = "SELECT * FROM sample WHERE round_id = ? ORDER BY id"
# The ballot that counts in a place now: the agreed one of a round of several passes.
_DRAWN = """
SELECT sample_sheet.*, CASE WHEN round.passes > 1 THEN
    (SELECT agreed_ballot.ballot_id FROM bundle
     JOIN agreed_ballot ON agreed_ballot.bundle_id = bundle.id
     WHERE bundle.round_id = round.id AND bundle.number = sample_sheet.bundle
       AND agreed_ballot.place = sample_sheet.place)
    ELSE
    (SELECT ballot.id FROM bundle
     JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
     JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
     WHERE bundle.round_id = round.id AND bundle.number = sample_sheet.bundle
       AND ballot.sequence = sample_sheet.place)
    END AS ballot_id
FROM sample JOIN round ON round.id = sample.round_id
JOIN sample_sheet ON sample_sheet.sample_id = sample.id
WHERE sample.round_id = ? ORDER BY sample_sheet.bundle, sample_sheet.place
"""
_LOOKS = """
SELECT sample_look.* FROM sample JOIN sample_sheet ON sample_sheet.sample_id = sample.id
JOIN sample_look ON sample_look.sheet_id = sample_sheet.id
WHERE sample.round_id = ? ORDER BY sample_look.id
"""


def samples(file: CongressFile, round_id: int) -> tuple[Sample, ...]:
    """Return the samples of a round with their sheets, oldest first; no mark of any ballot."""
    drawn = file.rows(_SAMPLES, round_id)
    if not drawn:
        return ()
    looks: dict[int, list[Look]] = defaultdict(list)
    for row in file.rows(_LOOKS, round_id):
        looks[row["sheet_id"]].append(
            Look(
                ballot_id=row["ballot_id"],
                same=bool(row["same"]),
                operator=row["operator"],
                at=row["at"],
            )
        )
    sheets: dict[int, list[SampleSheet]] = defaultdict(list)
    for row in file.rows(_DRAWN, round_id):
        sheets[row["sample_id"]].append(
            SampleSheet(
                id=row["id"],
                bundle=row["bundle"],
                place=row["place"],
                ballot_id=row["ballot_id"] or 0,
                looks=tuple(looks[row["id"]]),
            )
        )
    return tuple(
        Sample(
            id=row["id"],
            seed=row["seed"],
            confidence=row["confidence"],
            wrong=row["wrong"],
            ballots=row["ballots"],
            actor=row["actor"],
            at=row["at"],
            sheets=tuple(sheets[row["id"]]),
        )
        for row in drawn
    )


def round_of_sheet(file: CongressFile, sheet_id: int) -> int:
    """Return the round of a sheet that was drawn, 0 where there is none of this id."""
    rows = file.rows(
        "SELECT sample.round_id FROM sample_sheet JOIN sample ON sample.id = sample_sheet.sample_id"
        " WHERE sample_sheet.id = ?",
        sheet_id,
    )
    return int(rows[0]["round_id"]) if rows else 0


_ENTRY_TIMES = """
SELECT CASE entry_pass.source WHEN 'typed' THEN ballot.entered_at ELSE entry_pass.opened_at END,
    ballot.entered_at
FROM bundle
JOIN entry_pass ON entry_pass.bundle_id = bundle.id
    AND entry_pass.voided = 0 AND entry_pass.number > 0
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE bundle.round_id = ?
"""


def entry_times(file: CongressFile, round_id: int) -> list[tuple[str, str]]:
    """Return since when each sheet of every pass that stands was worked on, and when it came in.

    What a station brings comes in at one moment, and was begun with its bundle.
    """
    return [(since, at) for since, at in file.cursor(_ENTRY_TIMES, round_id)]
