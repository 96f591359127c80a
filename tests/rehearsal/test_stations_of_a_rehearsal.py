"""What a station counted in a rehearsal is refused by the congress, and the reverse."""

from __future__ import annotations

import json

import pytest
from congress_files import a_congress, a_round, a_setup, code_of, granted
from station_acts import at_station, handed

from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.domain.congress import CongressState
from congress_desk.imports.station_result import read_station_result
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import congress
from congress_desk.storage.opening import open_file

A = "Thư ký"


@pytest.fixture
def both(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "tap").mkdir()
    real = a_congress(tmp_path / "real")
    path = tmp_path / "tap" / "tap.congress"
    practice = granted(new_congress(path, a_setup(), actor=A, rehearsal=True))
    yield real, practice
    real.close()
    practice.close()


def a_result(file):
    """Return the signed result of a station of this congress, and where its station file is."""
    path = handed(file, a_round(file), 1)
    return granted(read_station_result(at_station(path, (1, [[4], [4], [3]])))), path


def test_that_each_refuses_the_result_of_the_other(both):
    real, practice = both
    of_real, of_practice = a_result(real)[0], a_result(practice)[0]
    assert code_of(take_station_result(real, of_practice, actor=A)) == "station_of_rehearsal"
    assert code_of(take_station_result(practice, of_real, actor=A)) == "station_of_real_congress"
    assert granted(take_station_result(real, of_real, actor=A)).station.state.value == "back"
    assert (
        granted(take_station_result(practice, of_practice, actor=A)).station.state.value == "back"
    )


def test_that_the_station_file_of_a_rehearsal_is_one_itself(both):
    for file, expected in zip(
        both, (CongressState.IN_SESSION, CongressState.REHEARSAL), strict=True
    ):
        _, path = a_result(file)
        station = granted(open_file(path))
        assert congress(station).state is expected
        station.close()


def test_that_taking_the_mark_out_of_a_result_breaks_its_signature(both, tmp_path):
    _, practice = both
    path = at_station(handed(practice, a_round(practice), 1), (1, [[4], [4], [3]]))
    told = json.loads(path.read_text("utf-8"))
    assert told["result"].pop("rehearsal") is True
    path.write_text(json.dumps(told), "utf-8")
    forged = granted(read_station_result(path))
    assert code_of(take_station_result(practice, forged, actor=A)) == "station_of_real_congress"
    assert code_of(take_station_result(both[0], forged, actor=A)) == "station_of_other_congress"
