"""Rounds that are entered more than once, in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congress_files import a_congress, a_round, fresh_uids, granted, round_of, striking

from congress_desk.actions.elections.checks.pictures import destroy_pictures, see_picture
from congress_desk.actions.elections.passes.doubts import set_aside_in_pass, set_place_aside
from congress_desk.actions.elections.passes.entering import (
    correct_in_pass,
    enter_in_pass,
    take_back_in_pass,
    undo_in_pass,
)
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.recording import record_pass
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.scanning import record_scan
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.passes.settling import (
    correct_agreed,
    count_by_hand,
    resolve_place,
)
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Round
from congress_desk.domain.setup.filled_workbook import BallotLine
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


def bundle_ready(folder: Path, name: str) -> CongressFile:
    """Return a round of two passes in which the act of this name can be done on bundle 2."""
    file, found = a_round_of_passes(folder, bundle_size=2)
    if name == "open_pass" or name == "set_entry_settings":
        return file
    if name in OF_OPEN_PASS:
        granted(open_pass(file, found.id, 2, operator=A))
        if name != "enter_in_pass":
            papers = papers_of(found, [[4]])
            granted(enter_in_pass(file, found.id, 2, papers, fresh_uids(1), operator=A))
        return file
    second = {"resolve_place": [[4], [3]], "set_place_aside": [[4], [3]], "count_by_hand": [[4]]}
    if name in ("record_pass", "record_scan", "see_picture", "destroy_pictures"):
        for bundle in (1, 2, 3):
            a_pass(file, found, [4], [4], by=FIRST, bundle=bundle)
        if name in ("see_picture", "destroy_pictures"):
            granted(PASS_ACTS["record_scan"](file))
        if name == "destroy_pictures":
            granted(cancel_round(file, found.id, reason="bầu lại", actor=A))
    else:
        both_passes(file, found, [[4], [4]], second.get(name, [[4], [4]]), bundle=2)
    return file


A = "Thư ký"
OF_OPEN_PASS = {
    "close_pass": lambda f: close_pass(f, round_of(f).id, 2, operator=A, short=True),
    "enter_in_pass": lambda f: enter_in_pass(
        f, round_of(f).id, 2, papers_of(round_of(f), [[4], [3]]), fresh_uids(2), operator=A
    ),
    "correct_in_pass": lambda f: correct_in_pass(
        f, last_ballot(f), striking(round_of(f), [1]), *fresh_uids(1), operator=A, reason="đọc lại"
    ),
    "take_back_in_pass": lambda f: take_back_in_pass(f, last_ballot(f), operator=A),
    "undo_in_pass": lambda f: undo_in_pass(f, round_of(f).id, 2, operator=A),
    "set_aside_in_pass": lambda f: set_aside_in_pass(
        f, round_of(f).id, 2, DoubtCause.TORN, operator=A
    ),
}
PASS_ACTS = {
    **OF_OPEN_PASS,
    "set_entry_settings": lambda f: set_entry_settings(
        f, EntrySettings(passes=3, bundle_size=20), actor=A
    ),
    "open_pass": lambda f: open_pass(f, round_of(f).id, 2, operator=A),
    "count_by_hand": lambda f: count_by_hand(f, round_of(f).id, 2, 2, operator=A),
    "resolve_place": lambda f: resolve_place(
        f, round_of(f).id, 2, 2, striking(round_of(f), [4]), *fresh_uids(1), operator=A
    ),
    "set_place_aside": lambda f: set_place_aside(
        f, round_of(f).id, 2, 2, DoubtCause.TORN, operator=A
    ),
    "correct_agreed": lambda f: correct_agreed(
        f, round_of(f).id, 2, 1, striking(round_of(f), [1]), *fresh_uids(1), reason="x", operator=A,
        twice=True,
    ),
    "restart_bundle": lambda f: restart_bundle(f, round_of(f).id, 2, reason="lẫn", operator=A),
    "record_pass": lambda f: record_pass(
        f, round_of(f).id, 2, [BallotLine(line=i, bundle=2, paper=Paper()) for i in (2, 3)],
        source="luot2.csv", operator=A,
    ),
    "record_scan": lambda f: record_scan(
        f, round_of(f).id, 2, [Paper(), Paper()],
        pictures="BCH-1-2.zip", picture_hash="0" * 64, operator=A,
    ),
    "see_picture": lambda f: see_picture(
        f, round_of(f).id, 2, 1, first="An", second="Bình", actor=A
    ),
    "destroy_pictures": lambda f: destroy_pictures(
        f, round_of(f).id, first="An", second="Bình", actor=A
    ),
}  # fmt: skip


def last_ballot(file: CongressFile) -> int:
    return file.rows("SELECT max(id) AS id FROM ballot WHERE state = 'counted'")[0]["id"]
