"""Bundles are entered on another laptop and come back as a signed result, once and unchanged."""

from __future__ import annotations

import json
import shutil
import time
from datetime import datetime, timedelta

import pytest
from congress_files import (
    NAMES,
    a_congress,
    a_round,
    code_of,
    dump,
    enter,
    fresh_uids,
    granted,
    reopened,
    striking,
)
from pass_acts import FIRST, SECOND, a_pass, a_round_of_passes
from station_acts import at_station, handed

from congress_desk.actions.elections.accounting import edit_accounting, remove_bundle, set_bundle
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.doubts import decide_doubt, set_aside
from congress_desk.actions.elections.passes.opening import open_pass
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.elections.stations.handing_out import call_station_back
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import BundleState, PassSource
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.elections.stations.order import canonical
from congress_desk.domain.elections.stations.station import StationState
from congress_desk.i18n import problem_text
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.elections.stations.stations import station_order, stations
from congress_desk.signing import new_private_key, sign
from congress_desk.station_files import bring_back, hand_out, take_in
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover


@pytest.fixture
def counted(tmp_path):
    file = a_congress(tmp_path)
    yield file, a_round(file)
    file.close()


def refused(file, *paths):
    taken = take_in(file, paths, actor="Trưởng ban")
    assert not taken.stations
    (problem,) = taken.refusals[0].problems[:1]
    assert problem.place.file == paths[0].name  # the sentence names the file
    return problem.code


def said(file, path):
    return problem_text(take_in(file, [path], actor="Trưởng ban").refusals[0].first)


def edited(path, **changes):
    told = json.loads(path.read_text("utf-8"))
    told["result"] |= changes
    path.write_text(json.dumps(told), "utf-8")
    return path


def test_that_bundles_of_a_station_count_as_if_they_were_entered_here(counted):
    file, found = counted
    enter(file, found, [4], [4], [3])
    board = Paper(board_reason=None)
    result = at_station(handed(file, found, 2), (2, [[4], [2, 3], board]))
    (taken,) = take_in(file, [result], actor="Trưởng ban").stations
    assert (taken.state, taken.bundles) == (StationState.BACK, (2,))
    sheet = round_sheet(file, found.id)
    assert sheet.tally.entered == 6
    second = bundle_list(file, found.id)[1].passes[0]
    assert (second.operator, second.source) == ("Người trạm", PassSource.STATION)
    assert not file.check()
    assert not file.second_journal.beyond(file.journal_lines())


def test_that_a_bundle_at_a_station_is_locked_here(counted, tmp_path):
    file, found = counted
    handed(file, found, 1)
    args = (found.id, 1, [Paper()], fresh_uids(1))
    assert code_of(enter_ballots(file, *args, operator="A")) == "bundle_at_station"
    assert code_of(set_aside(file, found.id, 1, DoubtCause.TORN, operator="A")) == (
        "bundle_at_station"
    )
    assert code_of(remove_bundle(file, found.id, 1, actor="A")) == "bundle_was_handed"
    again = hand_out(file, found.id, [1], name="Khác", target=tmp_path / "b.station", actor="A")
    assert code_of(again) == "bundle_at_station"
    assert not (tmp_path / "b.station").exists()
    enter(file, found, [4], bundle=2)  # what is not out goes on
    numbers = Accounting(convened=6, present=6, issued=6, returned=5)
    granted(edit_accounting(file, found.id, numbers, reason="đếm lại", actor="A"))
    assert [b.number for b in bundle_list(file, found.id)] == [1, 2]


def test_that_only_bundles_that_can_leave_are_handed_out(counted, tmp_path):
    file, found = counted
    enter(file, found, [4])
    granted(set_bundle(file, found.id, 3, None, actor="A"))

    def refusal(numbers, name="T", target="t.station"):
        done = hand_out(file, found.id, numbers, name=name, target=tmp_path / target, actor="A")
        return code_of(done)

    before = dump(file)
    assert refusal([1]) == "station_bundle_begun"
    assert refusal([9]) == "bundle_unknown"
    assert refusal([3]) == "station_bundle_without_cover"
    assert refusal([]) == "station_without_bundles"
    assert refusal([2], name=" ") == "station_name_missing"
    assert refusal([2], name="x" * 201) == "text_too_long"
    assert refusal([2], target="dh.congress") == "station_suffix"
    assert refusal([2], target="không/có.station") == "folder_missing"
    assert dump(file) == before


def test_that_a_station_file_tells_nothing_but_election_list_and_bundles(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    a_pass(file, found, [4], [3], [4], by=FIRST)
    path = handed(file, found, 1)
    data = path.read_bytes() + path.with_name(path.name + ".journal.jsonl").read_bytes()
    assert all(name.encode() in data for name in NAMES[:4])
    for private in (
        "Đại biểu 1",
        "Khách",
        "Đỗ Văn Trưởng",
        "Quận ủy",
        "Trưởng ban",
        FIRST,
        "Thư ký",
    ):
        assert private.encode() not in data, private
    key = file.rows("SELECT private_key FROM congress_signing_key")[0]["private_key"]
    assert key.encode() not in data
    assert key not in file.second_journal.path.read_text("utf-8")
    station = granted(open_file(path))
    for table in ("person", "duty", "ballot", "entry_pass", "station", "congress_signing_key"):
        assert not station.rows(f"SELECT 1 FROM {table}"), table
    assert station_order(station).pass_number == 2
    station.close()
    file.close()


def test_that_a_station_file_takes_entries_alone(counted):
    file, found = counted
    station = granted(open_file(handed(file, found, 1)))
    (held,) = rounds(station, elections(station)[0].id)
    assert code_of(cancel_round(station, held.id, reason="x", actor="A")) == "station_enters_only"
    assert code_of(bring_back(station, station.path.with_suffix(".json"))) == "station_bundle_open"
    station.close()
    assert code_of(bring_back(file, file.path.with_suffix(".json"))) == "station_file_none"


def test_that_two_passes_of_two_stations_are_compared(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    papers = [[4], [4], [3]]
    first = at_station(handed(file, found, 1, 2), (1, papers), (2, papers), by=FIRST)
    assert len(take_in(file, [first], actor="TB").stations) == 1
    assert code_of(open_pass(file, found.id, 1, operator=FIRST)) == "pass_operator_twice"
    path = handed(file, found, 1, 2, name="Trạm 2")
    assert code_of(open_pass(file, found.id, 1, operator=SECOND)) == "bundle_at_station"
    second = at_station(path, (1, papers), (2, [[4], [2], [3]]), by=SECOND)
    assert len(take_in(file, [second], actor="TB").stations) == 1
    one, two = bundle_list(file, found.id)
    assert (one.state, two.state) == (BundleState.AGREED, BundleState.DIFFERS)
    assert not file.check()
    file.close()


def test_that_nobody_enters_two_passes_at_stations(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    papers = [[4], [4], [3]]
    take_in(file, [at_station(handed(file, found, 1), (1, papers), by=FIRST)], actor="TB")
    second = at_station(handed(file, found, 1, name="Trạm 2"), (1, papers), by=FIRST)
    assert refused(file, second) == "pass_operator_twice"
    file.close()


def test_that_a_result_is_taken_in_once(counted):
    file, found = counted
    result = at_station(handed(file, found, 1), (1, [[4]] * 3))
    renamed = result.rename(result.with_name("bất kỳ.txt"))
    assert len(take_in(file, [renamed], actor="TB").stations) == 1  # the name says nothing
    assert refused(file, renamed) == "station_taken_already"


def test_that_of_two_stations_that_counted_one_bundle_only_the_one_in_charge_counts(counted):
    file, found = counted
    first = at_station(handed(file, found, 1), (1, [[4]] * 3))
    assert code_of(call_station_back(file, 1, reason=" ", actor="TB")) == "reason_missing"
    granted(call_station_back(file, 1, reason="máy hỏng", actor="TB"))
    assert code_of(call_station_back(file, 1, reason="x", actor="TB")) == "station_settled"
    assert code_of(call_station_back(file, 7, reason="x", actor="TB")) == "station_unknown"
    second = at_station(handed(file, found, 1, name="Trạm 2"), (1, [[3]] * 3))
    assert len(take_in(file, [second], actor="TB").stations) == 1
    assert refused(file, first) == "station_called_back"
    # Called back, then entered here: a late result finds the bundle taken too.
    third = at_station(handed(file, found, 2, name="Trạm 3"), (2, [[4]] * 3))
    granted(call_station_back(file, 3, reason="chậm", actor="TB"))
    assert "kết quả tệp 2" in said(file, third)  # where nobody entered it elsewhere either
    enter(file, found, [4], bundle=2)
    assert refused(file, third) == "station_called_back"


def test_that_a_changed_result_is_refused(counted):
    file, found = counted
    result = at_station(handed(file, found, 1), (1, [[4]] * 3))
    whole = result.read_text("utf-8")
    before = dump(file)
    result.write_text(whole.replace('"struck":[4]', '"struck":[3]', 1), "utf-8")
    assert refused(file, result) == "station_result_changed"
    result.write_text(whole[: len(whole) // 2], "utf-8")
    assert refused(file, result) == "station_result_unreadable"
    for text in ("", "[]", "{}", '{"result": {}, "signature": ""}', "\0\0", "[" * 100_000):
        result.write_text(text, "utf-8")
        assert refused(file, result) == "station_result_unreadable"
    result.write_text(whole.replace('"version":1', '"version":2', 1), "utf-8")
    assert refused(file, result) == "station_result_newer"
    told = json.loads(whole)
    told["signature"] = sign(new_private_key(), canonical(told["result"]))
    result.write_text(json.dumps(told), "utf-8")
    assert refused(file, result) == "station_result_changed"  # signed by somebody else
    result.write_text(whole, "utf-8")
    assert refused(file, edited(result, station=5)) == "station_not_known"
    assert refused(file, result.with_name("Trạm 1.station")) == "station_result_is_file"
    assert dump(file) == before
    result.write_text(json.dumps(json.loads(whole), indent=2), "utf-8")
    assert len(take_in(file, [result], actor="TB").stations) == 1  # the same words, spaced out


def test_that_a_result_of_another_congress_or_an_older_list_is_refused(counted, tmp_path):
    file, found = counted
    other = a_congress(tmp_path / "khac.congress")
    theirs = at_station(handed(other, a_round(other), 1, name="Khác"), (1, [[4]] * 3))
    other.close()
    assert refused(file, theirs) == "station_of_other_congress"
    ours = at_station(handed(file, found, 1), (1, [[4]] * 3))
    granted(cancel_round(file, found.id, reason="thêm người", actor="A"))
    a_round(file)
    assert refused(file, ours) == "station_round_over"


def test_that_a_station_file_changed_by_another_tool_brings_nothing_back(counted):
    file, found = counted
    path = handed(file, found, 1)
    import sqlite3

    with sqlite3.connect(path) as db:
        db.execute("UPDATE candidate SET name = 'Ai Đó' WHERE id = 1")
    db.close()
    assert code_of(open_file(path)) == "station_damaged"


def test_that_a_wrong_clock_of_a_station_orders_nothing(counted):
    file, found = counted
    yesterday = at_station(
        handed(file, found, 1),
        (1, [[4]] * 3),
        clock=lambda: datetime.now() - timedelta(days=400),
    )
    assert len(take_in(file, [yesterday], actor="TB").stations) == 1
    (entered,) = bundle_list(file, found.id)[0].passes
    assert entered.opened_at == stations(file, found.id)[0].given_at


def test_that_what_a_station_put_aside_waits_for_the_board_here(counted):
    file, found = counted
    result = at_station(handed(file, found, 1), (1, [[4], "aside", [3]]))
    take_in(file, [result], actor="TB")
    (doubt,) = round_sheet(file, found.id).doubts
    assert (doubt.bundle, doubt.sequence, doubt.cause) == (1, 2, DoubtCause.TORN)
    decided = decide_doubt(
        file, doubt.id, striking(found, [4]), *fresh_uids(1), 3, 3, "Điều 15", "rõ ý", operator="TB"
    )
    granted(decided)
    assert round_sheet(file, found.id).tally.entered == 3


def test_that_one_refused_file_keeps_no_other_out(counted, tmp_path):
    file, found = counted
    good = at_station(handed(file, found, 1), (1, [[4]] * 3))
    bad = tmp_path / "rác.json"
    bad.write_text("x", "utf-8")
    heard = []
    pulled = tmp_path / "thẻ nhớ" / good.name
    taken = take_in(file, [bad, pulled, good], actor="TB", told=heard.append)
    assert (len(taken.stations), len(taken.refusals), heard) == (1, 2, [1, 2, 3])
    assert {p.place.file for each in taken.refusals for p in each.problems} == {bad.name, good.name}


def test_that_stations_are_found_again_in_a_recovered_congress(counted, tmp_path):
    file, found = counted
    result = at_station(handed(file, found, 1), (1, [[4]] * 3))
    copy = tmp_path / "nk.jsonl"
    shutil.copy(file.second_journal.path, copy)
    granted(recover(copy, tmp_path / "lai.congress"))
    again = granted(open_file(tmp_path / "lai.congress"))
    assert len(take_in(again, [result], actor="TB").stations) == 1
    handed(again, rounds(again, 1)[0], 2, name="Trạm 2")  # with a new key
    assert not again.check()
    again.close()


def test_that_a_station_recovered_from_its_journal_brings_its_result(counted, tmp_path):
    file, found = counted
    path = handed(file, found, 1)
    at_station(path, (1, [[4]] * 3))
    granted(recover(path.with_name(path.name + ".journal.jsonl"), tmp_path / "lai.station"))
    station = granted(open_file(tmp_path / "lai.station"))
    granted(bring_back(station, tmp_path / "kq.json"))
    station.close()
    assert len(take_in(file, [tmp_path / "kq.json"], actor="TB").stations) == 1


def test_that_a_stick_pulled_while_a_station_enters_loses_nothing(counted, tmp_path):
    file, found = counted
    path = handed(file, found, 1)
    station = granted(open_file(path))
    (held,) = rounds(station, elections(station)[0].id)
    enter(station, held, [4], [3])
    path.rename(tmp_path / "xa.station")  # the stick is out
    with pytest.raises(NotSaved):
        enter(station, held, [4])
    (tmp_path / "xa.station").rename(path)
    enter(station, held, [2])
    station = reopened(station)
    assert round_sheet(station, held.id).tally.entered == 3
    station.close()


def test_that_ten_stations_of_1500_ballots_in_all_merge_fast(tmp_path):
    file = a_congress(tmp_path, people=6)
    found = a_round(file, papers=1500, bundle_size=50)
    paths = []
    for station in range(10):
        numbers = range(station * 3 + 1, station * 3 + 4)
        path = handed(file, found, *numbers, name=f"Trạm {station + 1}")
        opened = granted(open_file(path))
        (held,) = rounds(opened, 1)
        for number in numbers:
            enter(opened, held, *[[4]] * 50, bundle=number)
        paths.append(path.with_suffix(".json"))
        granted(bring_back(opened, paths[-1]))
        opened.close()
    began = time.process_time()
    taken = take_in(file, paths, actor="TB")
    assert time.process_time() - began < 5
    assert len(taken.stations) == 10
    assert round_sheet(file, found.id).tally.entered == 1500
    file.close()
