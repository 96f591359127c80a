"""A result of a station that was damaged, or made by somebody who means harm: one sentence."""

from __future__ import annotations

import copy
import json

import pytest
from congress_files import a_congress, a_round, dump, granted
from station_acts import at_station, handed

from congress_desk.domain.elections.stations.order import canonical
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.signing import sign
from congress_desk.station_files import take_one
from congress_desk.storage.opening import open_file

ODD = (
    None, True, "", "x", "x" * 100_000, -1, 0, 1, 10**12, 10**400, 1.5, float("inf"), float("nan"),
    [], [1, 1], [[]], ["x"], {}, {"x": 1}, "2026-13-45T99:99", "\u202ename",
)  # fmt: skip


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    """Return a congress, the result of its one station, and the station's private key."""
    folder = tmp_path_factory.mktemp("station")
    file = a_congress(folder)
    path = handed(file, a_round(file), 1)
    result = at_station(path, (1, [[4], "aside", [2, 3]]))
    there = granted(open_file(path))
    key = there.rows("SELECT private_key FROM station_order")[0]["private_key"]
    there.close()
    yield file, result, key
    file.close()


def assert_one_sentence(file, path) -> None:
    refused = take_one(file, path, actor="TB")
    assert isinstance(refused, Refusal), path.read_text("utf-8")[:900]
    words = problem_text(refused.first)
    assert len(refused.problems) == 1 and path.name in words and len(words) < 400, words


def test_that_no_byte_of_a_result_can_be_changed(station):
    file, result, _ = station
    data, before = result.read_bytes(), dump(file)
    changed = result.with_name("đổi.json")
    for place in range(len(data)):
        changed.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert_one_sentence(file, changed)
    assert dump(file) == before


def test_that_a_result_cut_off_anywhere_is_refused(station):
    file, result, _ = station
    data, cut = result.read_bytes(), result.with_name("cụt.json")
    for length in range(0, len(data), 7):
        cut.write_bytes(data[:length])
        assert_one_sentence(file, cut)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000,
        b'{"result":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"result": {"format": "congress-desk.station-result"}, "signature": "\xff"}',
        b'{"result": ' + b"9" * 10_000 + b', "signature": ""}',
        b"[]", b"null", b"", b"\x00" * 100, b"PK\x03\x04", b"\xef\xbb\xbf{}",
        b'{"result": {"format": "congress-desk.station-result", "version": 1, "congress":'
        b' "\\ud800"}, "signature": "00"}',
    ],
    ids=range(11),
)  # fmt: skip
def test_that_what_is_no_result_is_refused_in_one_sentence(station, data):
    file, result, _ = station
    path = result.with_name("rác.json")
    path.write_bytes(data)
    assert_one_sentence(file, path)


def test_that_a_signed_result_of_wrong_kinds_is_refused_too(station):
    """Whoever has the stick can sign with the key of the station."""
    file, result, key = station
    told, before = json.loads(result.read_text("utf-8"))["result"], dump(file)
    path = result.with_name("ký.json")
    for way in _ways(told):
        for odd in ODD:
            other = copy.deepcopy(told)
            inside = other
            for step in way[:-1]:
                inside = inside[step]
            if inside[way[-1]] == odd and type(inside[way[-1]]) is type(odd):
                continue
            inside[way[-1]] = odd
            text = canonical(other)
            path.write_text(json.dumps({"result": other, "signature": sign(key, text)}), "utf-8")
            if not _may_be_so(way, odd):
                assert_one_sentence(file, path)
    assert dump(file) == before


def _ways(told, before=()):
    """Yield the way to every value of a result."""
    pairs = told.items() if isinstance(told, dict) else enumerate(told)
    for key, value in pairs:
        yield (*before, key)
        if isinstance(value, dict | list):
            yield from _ways(value, (*before, key))


def _may_be_so(way, odd) -> bool:
    """Say whether a value is one that a station could have written there.

    The election is told for the eye: which one it is the hash of the order says.
    """
    if way[-1] == "election":
        return isinstance(odd, str)
    if way[-1] in ("began", "ended"):
        return odd == ""
    if way[-1] == "note" or way[-2:-1] == ("typists",):
        return isinstance(odd, str) and len(odd) < 200 and (way[-1] == "note" or odd != "")
    if way[-1] in ("struck", "sheets"):
        return odd == []
    if way[-2:-1] == ("struck",):
        return odd == 1
    if way[-1] == "typists":
        return odd == ["x"]
    if way[-1] == "by":
        return odd == 1
    return False


def test_that_a_result_is_taken_in_whole_after_all_that(station):
    file, result, _ = station
    assert not isinstance(take_one(file, result, actor="TB"), Refusal)
    assert round_sheet(file, 1).tally.entered == 2
    assert file.check() == []
