"""Bundles whose passes differ go to a station: their sheets come back typed from the paper."""

from __future__ import annotations

import pytest
from congress_files import code_of, fresh_uids, granted, striking
from pass_acts import FIRST, SECOND, THIRD, a_pass, a_round_of_passes, both_passes
from station_acts import at_station, handed

from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.passes.doubts import set_place_aside
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.actions.elections.stations.handing_out import call_station_back
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.bundles import bundle_of, compared_bundle
from congress_desk.queries.elections.stations.stations import (
    round_at_station,
    station_order,
    stations,
)
from congress_desk.station_files import hand_out, take_in
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover

TRUE = [[4], [3], [1], [4], [4], [2]]


@pytest.fixture
def differing(tmp_path):
    """Return a round whose bundle 1 differs in its third and its sixth sheet."""
    file, found = a_round_of_passes(tmp_path, papers=12, bundle_size=6)
    both_passes(file, found, [[4], [3], [1], [4], [4], [2]], [[4], [3], [2], [4], [4], [3]])
    yield file, found
    file.close()


def taken(file, *paths):
    return take_in(file, paths, actor="Trưởng ban")


def refused(file, path):
    done = taken(file, path)
    assert not done.stations
    return done.refusals[0].first.code


def struck(file, found):
    ids = [candidate.id for candidate in found.candidates]
    return [[ids.index(c) + 1 for c in ballot.paper.struck] for ballot in ballots(file, found.id)]


def test_that_sheets_settled_at_a_station_count_in_their_places(differing, tmp_path):
    file, found = differing
    path = handed(file, found, 1)
    there = granted(open_file(path))
    order = station_order(there)
    assert order.settles and order.places == ((3, 6),)
    assert (order.sheets, order.place(1, 1), order.place(1, 2)) == (2, 3, 6)
    told = path.read_bytes() + path.with_name(path.name + ".journal.jsonl").read_bytes()
    assert FIRST.encode() not in told and not there.rows("SELECT 1 FROM ballot")
    there.close()
    (station,) = stations(file, found.id)
    assert (station.settles, station.sheets) == (True, 2)
    (back,) = taken(file, at_station(path, (1, [[1], [2]]), by=THIRD)).stations
    assert back.settles
    assert bundle_of(file, found.id, 1).state is BundleState.AGREED
    assert struck(file, found) == TRUE
    assert not file.check()
    assert not file.second_journal.beyond(file.journal_lines())
    file.close()
    granted(recover(file.second_journal.path, tmp_path / "anew.congress"))
    again = granted(open_file(tmp_path / "anew.congress"))
    assert struck(again, found) == TRUE
    again.close()


def test_that_a_sheet_as_no_pass_has_it_is_typed_again_here(differing):
    file, found = differing
    path = handed(file, found, 1)
    done = taken(file, at_station(path, (1, [[1], [1, 2]]), by=THIRD))
    assert done.results[0].untold == (1,)
    assert compared_bundle(file, found.id, 1).left == (6,)
    paper, uid = striking(found, [2]), fresh_uids(1)[0]
    granted(resolve_place(file, found.id, 1, 6, paper, uid, operator=THIRD))
    assert struck(file, found) == TRUE


def test_that_a_bundle_that_is_settled_elsewhere_is_locked_here(differing):
    file, found = differing
    handed(file, found, 1)
    paper, uid = striking(found, [1]), fresh_uids(1)[0]
    for refusal in (
        resolve_place(file, found.id, 1, 3, paper, uid, operator=THIRD),
        set_place_aside(file, found.id, 1, 3, DoubtCause.TORN, operator=THIRD),
        count_by_hand(file, found.id, 1, 6, operator=THIRD),
        restart_bundle(file, found.id, 1, reason="lẫn", operator=THIRD),
        set_bundle(file, found.id, 1, 7, actor="TK"),
        hand_out(file, found.id, [1], name="B", target=file.path.parent / "B.station", actor="TK"),
    ):
        assert code_of(refusal) == "bundle_at_station"
    granted(call_station_back(file, 1, reason="máy hỏng", actor="TK"))
    granted(resolve_place(file, found.id, 1, 3, paper, uid, operator=THIRD))


def test_that_nobody_settles_at_a_station_what_they_typed(differing):
    file, found = differing
    path = handed(file, found, 1)
    result = at_station(path, (1, [[1], [2]]), by=SECOND.upper())
    assert refused(file, result) == "resolver_typed_a_pass"
    assert bundle_of(file, found.id, 1).state is BundleState.DIFFERS


def test_that_a_sheet_put_aside_at_a_station_waits_for_the_board_in_its_place(differing):
    file, found = differing
    granted_back = taken(file, at_station(handed(file, found, 1), (1, [[1], "aside"]), by=THIRD))
    assert granted_back.stations
    compared = compared_bundle(file, found.id, 1)
    assert (compared.left, compared.waiting) == ((), (6,))
    assert code_of(_handing(file, found, 1)) == "station_bundle_waits"
    assert not file.check()


def test_that_what_was_typed_here_before_stays(differing):
    file, found = differing
    granted(
        resolve_place(file, found.id, 1, 3, striking(found, [1]), *fresh_uids(1), operator=THIRD)
    )
    path = handed(file, found, 1)
    assert taken(file, at_station(path, (1, [[2]]), by="Vũ Ba")).stations
    assert struck(file, found) == TRUE


def test_that_a_station_that_settles_changes_no_number_of_sheets(differing):
    file, found = differing
    there = granted(open_file(handed(file, found, 1)))
    changed = set_bundle(there, round_at_station(there).id, 1, 3, actor=THIRD)
    assert code_of(changed) == "station_settles_sheets"
    there.close()


def test_that_only_bundles_with_sheets_to_type_are_handed_out_to_be_settled(differing):
    file, found = differing
    assert code_of(_handing(file, found, 1, 2)) == "station_settles_alone"
    a_pass(file, found, [4], [4], [4], [4], [4], by=FIRST, bundle=2, short=True)
    a_pass(file, found, [4], [4], [4], [4], [4], [4], by=SECOND, bundle=2)
    assert code_of(_handing(file, found, 2)) == "hand_count_missing"
    granted(count_by_hand(file, found.id, 2, 6, operator=THIRD))
    left = compared_bundle(file, found.id, 2).left
    path = handed(file, found, 1, 2, name="Trạm 9")
    result = at_station(path, (1, [[1], [2]]), (2, [[4]] * len(left)), by=THIRD)
    assert taken(file, result).stations
    assert refused(file, result) == "station_taken_already"
    assert code_of(_handing(file, found, 1)) == "passes_all_closed"
    assert all(bundle_of(file, found.id, n).is_agreed for n in (1, 2))


def _handing(file, found, *numbers):
    target = file.path.parent / f"T{len(numbers)}{numbers[0]}.station"
    return hand_out(file, found.id, numbers, name="T", target=target, actor="TK")


def test_that_a_paper_of_other_names_is_refused_whole(differing):
    file, found = differing
    path = handed(file, found, 1)
    result = at_station(path, (1, [[1], Paper()]), by=THIRD)
    data = result.read_text("utf-8")
    assert "struck" in data
    result.write_text(data.replace('"struck":[1]', '"struck":[9]'), "utf-8")
    assert refused(file, result) == "station_result_changed"
