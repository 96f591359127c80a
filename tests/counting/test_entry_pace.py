"""The plan of an entry and the forecast of its finish."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from congress_files import (
    a_congress,
    a_round,
    enter,
    fresh_uids,
    granted,
    ready_to_vote,
    striking,
)
from elections_bench import elections_desk
from pass_acts import FIRST, THIRD, a_pass, a_round_of_passes, both_passes
from station_acts import at_station, handed

from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.domain.elections.checks.pace import EntryPace, EntryPlan
from congress_desk.queries.elections.checks.pace import entry_pace
from congress_desk.queries.elections.stations.stations import stations
from congress_desk.station_files import take_in
from congress_desk.ui.desks.elections.counting.pace_dialog import PaceDialog, forecast_words


@pytest.mark.parametrize(
    ("names", "strikes", "keys"), [(17, 2, 5), (31, 4, 9), (63, 8, 17), (9, 2, 3), (63, 0, 2)]
)
def test_that_a_ballot_takes_the_keys_of_its_names_and_enter(names, strikes, keys):
    assert EntryPlan(ballots=1, names=names, strikes=strikes).keys_per_ballot == keys


def test_that_five_stations_enter_348_ballots_of_63_names_twice_in_20_minutes():
    plan = EntryPlan(ballots=348, names=63, strikes=8, stations=5, passes=2)
    assert plan.sheets == 140
    assert plan.minutes == 19  # 140 * (17 / 170 min + 2 s) = 14 min + 4 min 40 s


def test_that_more_stations_never_take_longer_and_more_passes_never_less():
    def minutes(stations, passes):
        return EntryPlan(ballots=100, names=31, strikes=4, stations=stations, passes=passes).minutes

    assert minutes(1, 1) >= minutes(2, 1) >= minutes(5, 1)
    assert minutes(2, 3) >= minutes(2, 2) >= minutes(2, 1)


def test_that_the_finish_follows_from_the_real_speed():
    assert EntryPace(entered=40, wanted=100, recent=20, seconds=300).minutes_left == 15
    assert EntryPace(entered=100, wanted=100).minutes_left == 0
    assert EntryPace(entered=40, wanted=100).minutes_left is None


def test_that_the_pace_counts_the_sheets_of_every_pass(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    a_pass(file, found, [1], [2], [3], by=FIRST)
    pace = entry_pace(file, found.id)
    assert (pace.entered, pace.wanted, pace.recent) == (3, 12, 3)
    file.close()


def test_that_a_sheet_left_out_by_one_pass_is_not_to_come_once_its_bundle_agrees(tmp_path):
    file, found = a_round_of_passes(tmp_path, papers=3)
    both_passes(file, found, [[1], [2], [3]], [[1], [3]])
    assert entry_pace(file, found.id).entered == 5
    granted(count_by_hand(file, found.id, 1, 3, operator=THIRD))
    (uid,) = fresh_uids(1)
    paper = striking(found, [2])
    granted(resolve_place(file, found.id, 1, 2, paper, uid, operator=THIRD))
    pace = entry_pace(file, found.id)
    assert (pace.entered, pace.wanted, pace.minutes_left) == (6, 6, 0)
    file.close()


def test_that_what_a_station_brings_at_once_was_entered_since_it_began(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file, papers=60)
    result = at_station(handed(file, found, 1), (1, [[4], [3], [2]]))
    began = datetime.fromisoformat(stations(file, found.id)[0].given_at)
    file.clock = lambda: began + timedelta(minutes=3)
    assert len(take_in(file, [result], actor="TB").stations) == 1
    # Three sheets in three minutes to four, not in the moment of the result.
    assert 50 <= entry_pace(file, found.id).minutes_left <= 76
    file.close()


def test_that_a_round_of_one_pass_has_its_pace(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file)
    enter(file, found, [4], [3])
    assert entry_pace(file, found.id).entered == 2
    file.close()


def test_that_the_forecast_says_the_hour_and_a_pause():
    now = datetime(2026, 11, 29, 15, 0)
    pace = EntryPace(entered=40, wanted=100, recent=20, seconds=300)
    assert "15:15" in forecast_words(pace, now)
    assert "15" not in forecast_words(EntryPace(entered=40, wanted=100), now)


def test_that_the_plan_is_made_on_the_page_that_opens_the_round(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=ready_to_vote) as bench:
        bench.show("opening", 1)
        screen = bench.desk.shown_screen
        screen.commands.run("pace")
        bench.settle()
        dialog = screen.findChild(PaceDialog)
        assert dialog.plan == EntryPlan(ballots=6, names=4, strikes=1)
        assert dialog.forecast.isHidden()
        assert "2 phím" in dialog.outcome.text()


def test_that_the_count_has_its_forecast(qtbot, tmp_path):
    def prepare(file):
        enter(file, a_round(file), [4], [3])

    with elections_desk(tmp_path, qtbot, prepare=prepare) as bench:
        bench.show("counting", bench.rounds()[0].id)
        bench.desk.screen_of("counting").table.commands.run("pace")
        bench.settle()
        dialog = bench.desk.screen_of("counting").findChild(PaceDialog)
        assert "2 trong 6 tờ" in dialog.forecast.text()
