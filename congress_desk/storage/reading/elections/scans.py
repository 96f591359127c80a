"""Which bundles a scanner read, and where their pictures lie, read from the file."""

from __future__ import annotations

from congress_desk.domain.elections.scans.trust import ScannedBundles
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

_SCANNED = """
SELECT bundle.number,
    (SELECT count(*) FROM ballot WHERE pass_id = entry_pass.id AND state = 'counted') AS ballots,
    (SELECT count(*) FROM entry_pass AS other WHERE other.bundle_id = bundle.id
     AND other.number > 0 AND other.voided = 0 AND other.source <> 'scan') AS others
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.source = 'scan'
    AND entry_pass.number > 0 AND entry_pass.voided = 0
WHERE bundle.round_id = ? ORDER BY bundle.number
"""


def scanned_bundles(file: CongressFile, round_id: int) -> ScannedBundles:
    """Return which bundles of a round a scanner read, beside another pass or alone."""
    rows = file.rows(_SCANNED, round_id)
    alone = [row for row in rows if not row["others"]]
    return ScannedBundles(
        beside=tuple(row["number"] for row in rows if row["others"]),
        alone=tuple(row["number"] for row in alone),
        ballots=sum(row["ballots"] for row in alone),
    )


def scan_file_of(file: CongressFile, pass_id: int) -> Row | None:
    """Return the row of the pictures of a pass from a scanner, None of any other."""
    rows = file.rows("SELECT * FROM scan_file WHERE pass_id = ?", pass_id)
    return rows[0] if rows else None


def scan_files(file: CongressFile, round_id: int) -> list[Row]:
    """Return the rows of all pictures of a round, those of passes set aside too."""
    return list(
        file.rows(
            "SELECT scan_file.* FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id"
            " JOIN scan_file ON scan_file.pass_id = entry_pass.id WHERE bundle.round_id = ?"
            " ORDER BY scan_file.id",
            round_id,
        )
    )
