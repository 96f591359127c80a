"""All bundles out at once, several stations on one bundle, results brought part by part."""

from __future__ import annotations

import itertools
import sqlite3

import pytest
from congress_files import dump, fresh_uids, granted, reopened, striking
from pass_acts import FIRST, SECOND, THIRD, a_round_of_passes
from station_acts import at_station, handed

from congress_desk.actions.elections.ballots import correct_ballot, enter_ballots
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.opening import open_pass
from congress_desk.actions.elections.stations.handing_out import call_station_back
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.stations.distribution import distributed_bundles
from congress_desk.domain.elections.stations.station import StationState
from congress_desk.errors import Refusal
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.stations.stations import round_at_station, stations
from congress_desk.station_files import bring_back, hand_out, take_in
from congress_desk.storage.opening import open_file

PAPERS = [[4], [4], [3]]


@pytest.fixture
def twice(tmp_path):
    """Yield a file and its round of two passes, bundles 1 and 2, all out at two stations."""
    file, found = a_round_of_passes(tmp_path)
    yield file, found, handed(file, found, 1, 2), handed(file, found, 1, 2, name="Trạm 2")
    file.close()


def take(file, *paths):
    return take_in(file, paths, actor="TB")


def refused(file, path):
    done = take(file, path)
    assert not done.results
    return done.refusals[0].first


@pytest.mark.parametrize("passes", [1, 2, 3])
def test_that_bundles_are_shared_out_evenly_and_no_station_has_one_twice(passes):
    for bundles, count in itertools.product((1, 4, 14, 18, 37), (3, 5, 10)):
        shared = granted(distributed_bundles(range(1, bundles + 1), count, passes))
        told = sorted(number for each in shared for number in each)
        assert told == sorted(list(range(1, bundles + 1)) * passes)
        assert all(len(set(each)) == len(each) for each in shared)
        assert max(map(len, shared)) - min(map(len, shared)) <= passes
    in_turn = ((1, 3, 2, 4), (3, 1, 4, 2))
    assert distributed_bundles((1, 2, 3, 4), 2, 2) == in_turn
    few = distributed_bundles((1, 2), 1, 2)
    assert isinstance(few, Refusal) and few.first.code == "station_too_few"


def test_that_both_passes_of_a_bundle_are_entered_at_once_and_compared(twice, tmp_path):
    file, found, one, two = twice
    assert [b.station for b in bundle_list(file, found.id)] == ["Trạm 1, Trạm 2"] * 2
    before = dump(file)
    third = hand_out(file, found.id, [1], name="Trạm 3", target=tmp_path / "T3.station", actor="TB")
    assert isinstance(third, Refusal) and third.first.code == "bundle_at_station"
    assert dump(file) == before
    # The second station is done first: what comes in first is the first pass.
    second = at_station(two, (1, PAPERS), (2, [[4], [2], [3]]), by=SECOND)
    assert take(file, second).stations[0].state is StationState.BACK
    opened = open_pass(file, found.id, 1, operator=THIRD)
    assert isinstance(opened, Refusal) and opened.first.code == "bundle_at_station"
    assert take(file, at_station(one, (1, PAPERS), (2, PAPERS), by=FIRST)).stations
    alike, other = bundle_list(file, found.id)
    assert (alike.state, other.state) == (BundleState.AGREED, BundleState.DIFFERS)
    assert [p.operator for p in alike.passes] == [SECOND, FIRST]
    file = reopened(file)
    assert recount_problems(file) == [] == file.check()


def test_that_a_station_brings_what_is_finished_and_the_rest_later(twice):
    file, found, one, _ = twice
    part = at_station(one, (1, PAPERS), by=FIRST)
    (brought,) = take(file, part).results
    assert (brought.bundles, brought.station.out, brought.station.is_out) == ((1,), (2,), True)
    assert [len(b.passes) for b in bundle_list(file, found.id)] == [1, 0]
    assert refused(file, part).code == "station_bundles_in"
    whole = at_station(one, (2, PAPERS), by=FIRST)
    (brought,) = take(file, whole).results
    assert (brought.bundles, brought.changed) == ((2,), ())
    assert brought.station.state is StationState.BACK
    assert refused(file, whole).code == "station_taken_already"
    assert refused(file, part).code == "station_taken_already"


def test_that_a_bundle_changed_after_it_was_taken_in_is_told_and_never_replaced(twice):
    file, found, one, _ = twice
    assert take(file, at_station(one, (1, PAPERS), by=FIRST)).results
    there, result = granted(open_file(one)), one.with_suffix(".json")
    held = round_at_station(there)
    entered = ballots(there, held.id)[0]
    granted(correct_ballot(there, entered.id, striking(held, [1]), *fresh_uids(1), operator=FIRST))
    granted(bring_back(there, result))
    assert refused(file, result).code == "station_bundles_changed"
    papers = [striking(held, each) for each in PAPERS]
    granted(enter_ballots(there, held.id, 2, papers, fresh_uids(3), operator=FIRST))
    granted(bring_back(there, result))
    there.close()
    (brought,) = take(file, result).results
    assert (brought.bundles, brought.changed) == ((2,), (1,))
    first = file.rows(
        "SELECT candidate_id FROM ballot_mark JOIN ballot ON ballot.id = ballot_id"
        " WHERE sequence = 1 ORDER BY ballot_id LIMIT 1"
    )
    assert first[0]["candidate_id"] == found.candidates[3].id


def test_that_what_was_brought_stays_when_the_rest_is_called_back(twice, tmp_path):
    file, found, one, two = twice
    assert take(file, at_station(one, (1, PAPERS), by=FIRST)).results
    granted(call_station_back(file, 1, reason="máy hỏng", actor="TB"))
    assert stations(file, found.id)[0].out == ()
    bundles = bundle_list(file, found.id)
    assert [(len(b.passes), b.handed_number) for b in bundles] == [(1, 0), (0, 2)]
    again = handed(file, found, 2, name="Trạm 3")
    assert take(file, at_station(again, (2, PAPERS), by=THIRD)).results
    assert take(file, at_station(two, (1, PAPERS), (2, PAPERS), by=SECOND)).results
    assert all(b.is_agreed for b in bundle_list(file, found.id))


def test_that_the_file_itself_lets_a_bundle_be_out_no_more_often_than_it_lacks_passes(twice):
    file, found, _, _ = twice
    bundle = bundle_list(file, found.id)[0]
    with pytest.raises(sqlite3.IntegrityError, match="as many stations"):
        file.db.execute(
            "INSERT INTO station_bundle (station_id, bundle_id, is_out) VALUES (9, ?, 1)",
            [bundle.id],
        )
