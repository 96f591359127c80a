"""Rounds that are entered more than once, in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congress_files import a_congress, a_round, fresh_uids, granted, striking

from congress_desk.actions.elections.passes.entering import enter_in_pass
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Round
from congress_desk.storage.congress_file import CongressFile

FIRST, SECOND, THIRD, FOURTH = "Lâm Viết Hòa", "Mai Thị Diệu Lan", "Tạ Thị Kim Oanh", "Vũ Ba"
Marked = Paper | Sequence[int]


def a_round_of_passes(
    folder: Path, passes: int = 2, *, papers: int | None = 6, bundle_size: int = 3
) -> tuple[CongressFile, Round]:
    """Return a new congress and its round that is entered so often."""
    file = a_congress(folder)
    granted(set_entry_settings(file, EntrySettings(passes=passes), actor="TK"))
    return file, a_round(file, papers=papers, bundle_size=bundle_size)


def papers_of(found: Round, marked: Sequence[Marked]) -> list[Paper]:
    """Return papers as they are, or with the names at these positions struck."""
    return [p if isinstance(p, Paper) else striking(found, p) for p in marked]


def a_pass(
    file: CongressFile,
    found: Round,
    *marked: Marked,
    by: str,
    bundle: int = 1,
    short: bool = False,
) -> BundlePasses:
    """Open the next pass of a bundle, enter these papers, and close it."""
    granted(open_pass(file, found.id, bundle, operator=by))
    papers = papers_of(found, marked)
    if papers:
        granted(enter_in_pass(file, found.id, bundle, papers, fresh_uids(len(papers)), operator=by))
    return granted(close_pass(file, found.id, bundle, operator=by, short=short))


def both_passes(
    file: CongressFile, found: Round, first: Sequence[Marked], second: Sequence[Marked], **more: int
) -> BundlePasses:
    """Enter a bundle twice; `short` where a pass has fewer sheets than the cover says."""
    a_pass(file, found, *first, by=FIRST, short=True, **more)
    return a_pass(file, found, *second, by=SECOND, short=True, **more)
