"""Bundles go to a station and come back on the command line alone."""

from __future__ import annotations

import json

from command_line import assert_refused, said_by
from congress_files import a_congress, a_round, enter, granted

from congress_desk.queries.elections.stations.stations import round_at_station
from congress_desk.storage.opening import open_file


def test_that_bundles_go_to_a_station_and_come_back(tmp_path, capsys):
    file, station, result = tmp_path / "dh.congress", tmp_path / "T1.station", tmp_path / "kq.json"
    congress = a_congress(file)
    a_round(congress)
    congress.close()
    said = said_by(capsys, "station", file, "BCH", "--bundles", "1-2", "--to", station)
    assert (said.code, said.out) == (
        0,
        "T1.station: trạm “T1”, 2 tệp phiếu, 6 phiếu\n",
    )
    assert_refused(capsys, tmp_path, "station", file, "BCH", "--bundles", "2", "--to", station)
    assert_refused(capsys, tmp_path, "station", file, "BCH", "--bundles", "hai", "--to", station)
    assert_refused(capsys, tmp_path, "station-result", station, "--to", result, names="1")
    for words in (("result", station), ("people", station), ("take", station, result)):
        assert_refused(capsys, tmp_path, *words)
    entered = granted(open_file(station))
    found = round_at_station(entered)
    for bundle in (1, 2):
        enter(entered, found, [4], [4], [3], bundle=bundle)
    entered.close()
    said = said_by(capsys, "station-result", station, "--to", result)
    assert (said.code, said.out) == (0, "kq.json: 6 phiếu, đã ký\n")
    assert said_by(capsys, "verify", station).code == 0
    said = said_by(capsys, "take", file, result)
    assert (said.code, said.out) == (0, "Đã nhận trạm “T1”: 2 tệp phiếu\n")
    assert_refused(capsys, tmp_path, "take", file, result, names="kq.json")
    assert_refused(capsys, tmp_path, "take", file, tmp_path / "không có.json")
    assert said_by(capsys, "result", file, "BCH", "--json").json["accounting"]["valid"] == 6
    assert said_by(capsys, "verify", file).code == 0
    assert json.loads(result.read_text("utf-8"))["result"]["station"] == 1
