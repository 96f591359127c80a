"""A scanned bundle is recorded beside what was typed; in a round of one pass that is the first."""

from __future__ import annotations

from congress_files import enter, granted
from pass_acts import FIRST, a_round_of_passes, papers_of

from congress_desk.actions.elections.passes.scanning import record_scan
from congress_desk.queries.elections.passes.bundles import bundle_list


def test_that_a_scan_in_a_round_of_one_pass_closes_what_was_typed_of_every_bundle(tmp_path):
    file, found = a_round_of_passes(tmp_path, passes=1, bundle_size=2)
    enter(file, found, [4], [3])
    enter(file, found, [2], bundle=2)
    scanned = granted(
        record_scan(
            file, found.id, 1, papers_of_positions(found, [[4], [3]]), pictures="BCH-1-1.zip",
            picture_hash="0" * 64, operator=FIRST,
        )
    )  # fmt: skip
    assert [each.number for each in scanned.passes] == [1, 2] and scanned.agreed == 2
    passes = [each for bundle in bundle_list(file, found.id) for each in bundle.passes]
    assert len(passes) == 3 and all(each.is_closed for each in passes)
    assert file.check() == []
    file.close()


def papers_of_positions(found, marked):
    """Return papers whose keys are ballot positions, as a scanner tells them."""
    places = {candidate.id: place for place, candidate in enumerate(found.candidates, start=1)}
    return [paper.with_keys(places.__getitem__) for paper in papers_of(found, marked)]
