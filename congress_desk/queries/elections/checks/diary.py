"""The entry diary of a round."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.checks.diary import DiaryLine
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import checks as reading_checks
from congress_desk.storage.reading.elections import lists as reading_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDiary:
    """Every entry of every bundle.

    `bundles` say how each was settled; () of a round of one pass.
    """

    lines: tuple[DiaryLine, ...]
    bundles: tuple[BundlePasses, ...]

    def bundle(self, number: int) -> BundlePasses | None:
        """Return a bundle by its number."""
        return next((bundle for bundle in self.bundles if bundle.number == number), None)


def entry_diary(file: CongressFile, round_id: int) -> EntryDiary:
    """Return who entered which bundle of a round when; nothing of what stands on the papers."""
    found = reading_lists.round_by_id(file, round_id)
    several = found is not None and found.passes > 1
    return EntryDiary(
        lines=reading_checks.diary_lines(file, round_id),
        bundles=bundle_list(file, round_id) if several else (),
    )
