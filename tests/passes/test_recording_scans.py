"""A scanned bundle is recorded beside what was typed; alone only where the rules say so."""

from __future__ import annotations

from dataclasses import replace

from congress_files import a_congress, a_round, enter, granted, striking
from document_text import document_text
from pass_acts import FIRST, SECOND, a_round_of_passes, papers_of

from congress_desk.actions.congress import edit_rules
from congress_desk.actions.elections.checks.sample import compare_sheet, draw_sample
from congress_desk.actions.elections.doubts import decide_doubt
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.scanning import record_scan
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.scans.bundle import PutAside
from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.domain.rules.rule_set import ScanTrust
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes

PICTURES = {"pictures": "BCH-1-1.zip", "picture_hash": "0" * 64, "operator": FIRST}


def test_that_a_scan_in_a_round_of_one_pass_asks_and_closes_what_was_typed(tmp_path):
    file, found = a_round_of_passes(tmp_path, passes=1, bundle_size=2)
    enter(file, found, [4], [3])
    enter(file, found, [2], bundle=2)
    papers = papers_of_positions(found, [[4], [3]])
    assert record_scan(file, found.id, 3, papers, **PICTURES).first.code == "scan_alone"
    asked = record_scan(file, found.id, 1, papers, **PICTURES)
    assert asked.first.code == "scan_makes_two_passes"
    scanned = granted(record_scan(file, found.id, 1, papers, **PICTURES, two_passes=True))
    assert [each.number for each in scanned.passes] == [1, 2] and scanned.agreed == 2
    passes = [each for bundle in bundle_list(file, found.id) for each in bundle.passes]
    assert len(passes) == 3 and all(each.is_closed for each in passes)
    assert file.check() == []
    file.close()


def test_that_a_scan_counts_alone_where_the_rules_say_so_until_a_sheet_was_wrong(tmp_path):
    file = a_congress(tmp_path)
    trusting(file, ScanTrust.SAMPLED)
    found = a_round(file, papers=4, bundle_size=2)
    read = [*papers_of_positions(found, [[4]]), PutAside(cause=DoubtCause.TORN)]
    assert granted(record_scan(file, found.id, 1, read, **PICTURES)).doubts == 1
    (doubt,) = running_sheet(file, found.id).doubts
    assert (doubt.cause, doubt.sequence) == (DoubtCause.TORN, 2)
    board = ("u" * 12, 3, 2, "Điều 15", "rách nhưng rõ")
    granted(decide_doubt(file, doubt.id, striking(found, [3]), *board, operator=FIRST))
    enter(file, found, [2], [1], bundle=2)
    assert codes(file, found) == ["scan_not_sampled"]
    sample = granted(draw_sample(file, found.id, "3-5-1-6", 99, 1, actor="TK"))
    for sheet in sample.sheets:
        struck = {(1, 1): 4, (1, 2): 2, (2, 1): 2, (2, 2): 1}[sheet.bundle, sheet.place]
        granted(compare_sheet(file, sheet.id, striking(found, [struck]), operator=SECOND))
    assert codes(file, found) == ["sample_differs", "scan_bundle_wrong"]
    minutes = document_text(counting_minutes(round_sheet(file, found.id)))
    assert "Tệp số 1, cộng **2** phiếu, được đọc bằng máy quét; đã rút thăm **2** phiếu" in minutes
    granted(restart_bundle(file, found.id, 1, reason="máy đọc sai", operator=SECOND))
    assert bundle_list(file, found.id)[0].passes == ()
    enter(file, found, [4], [2])
    assert "scan_bundle_wrong" not in codes(file, found)
    assert file.check() == []
    file.close()


def codes(file, found):
    """Return what the scan and the sample have against the round."""
    findings = round_sheet(file, found.id).findings
    return [each.code for each in findings if each.code.startswith(("scan", "sample"))]


def trusting(file, trust):
    """Let the rules of the congress trust a scanner so far."""
    rules = replace(congress(file).rules, scan_trust=trust)
    granted(edit_rules(file, write_rules(rules), actor="TK"))


def papers_of_positions(found, marked):
    """Return papers whose keys are ballot positions, as a scanner tells them."""
    places = {candidate.id: place for place, candidate in enumerate(found.candidates, start=1)}
    return [paper.with_keys(places.__getitem__) for paper in papers_of(found, marked)]
