"""The evening before: each thing is right, to be looked at or wrong, and says how it is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from command_line import said_by
from congress_files import a_congress, a_declared_round, a_setup, an_election, granted
from document_text import document_text

from congress_desk.actions.rehearsal import note_rehearsal
from congress_desk.domain.congress import CongressState
from congress_desk.domain.readiness.checks import Readiness, ready_checks, reserve, worst
from congress_desk.domain.readiness.facts import (
    CongressFacts,
    ListFacts,
    MachineFacts,
    NumberedFacts,
    PlanFacts,
    RehearsalFacts,
    SharedSeat,
    WindowFacts,
)
from congress_desk.i18n import message, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.new_congress import new_congress
from congress_desk.papers import make_paper
from congress_desk.papers.readiness import readiness_of, readiness_paper
from congress_desk.reports.readiness.report import check_words
from congress_desk.storage.opening import open_file

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=timezone(timedelta(hours=7)))
WINDOW = WindowFacts(
    journal_folder="E:/", screens=((1366, 768), (1920, 1080)), printers=("HP LaserJet",)
)
MACHINE = MachineFacts(
    now=NOW, free=50_000_000_000, copies=3, journal_there=True, missing_letters="", window=WINDOW
)
BCH = ListFacts(
    election_id=7, code="BCH", title="Bầu BCH", names=18, frozen=True, begun=False, printed=130
)
CONGRESS = CongressFacts(
    state=CongressState.PREPARING, last_line_at="2026-11-22T18:00:00+07:00", rules_title="190",
    rules_edited=False, convened=120, delegates=True, items=20, lists=(BCH,), missing_organs=(),
    rehearsal=RehearsalFacts(
        name="tap.congress", made_at="2026-11-20T09:00:00+07:00",
        declared_at="2026-11-20T10:00:00+07:00",
    ),
)  # fmt: skip


def codes(machine=MACHINE, congress=CONGRESS):
    return {check.code: check.state.value for check in ready_checks(machine, congress)}


def of_window(**changed):
    return replace(MACHINE, window=replace(WINDOW, **changed))


def of_list(**changed):
    return replace(CONGRESS, lists=(replace(BCH, **changed),))


def of_plan(**changed):
    return replace(CONGRESS, plans=(replace(PlanFacts(name="Hội trường A", free=9), **changed),))


def of_copies(**changed):
    found = NumberedFacts(text_id=3, title="Báo cáo chính trị", printed=120, wanted=120)
    return replace(CONGRESS, numbered=(replace(found, **changed),))


SHARED = SharedSeat(seat="A1", names=("Lê Hòa", "Mai Ba"), person_id=2)


def test_that_nothing_is_said_against_what_is_ready():
    assert set(codes().values()) == {"ok"}
    assert worst(ready_checks(MACHINE, CONGRESS)) is Readiness.OK
    assert len(codes()) == 15


CASES = [
    (replace(MACHINE, free=100_000_000), CONGRESS, "disk_full", "wrong"),
    (replace(MACHINE, free=900_000_000), CONGRESS, "disk_low", "look"),
    (replace(MACHINE, copies=-1), CONGRESS, "copies_unwritable", "wrong"),
    (replace(MACHINE, copies=0), CONGRESS, "copies_none", "look"),
    (of_window(journal_folder=""), CONGRESS, "journal_beside_alone", "look"),
    (replace(MACHINE, journal_there=False), CONGRESS, "journal_gone", "wrong"),
    (replace(MACHINE, now=NOW - timedelta(hours=2)), CONGRESS, "clock_behind", "wrong"),
    (replace(MACHINE, now=NOW.astimezone(UTC)), CONGRESS, "zone_other", "look"),
    (replace(MACHINE, missing_letters="ặ"), CONGRESS, "fonts_missing", "wrong"),
    (of_window(printers=()), CONGRESS, "printer_none", "look"),
    (of_window(screens=((1366, 768),)), CONGRESS, "projector_none", "look"),
    (of_window(screens=((1366, 768), (800, 600))), CONGRESS, "projector_small", "look"),
    (MACHINE, replace(CONGRESS, rules_edited=True), "rules_edited", "look"),
    (MACHINE, replace(CONGRESS, convened=0), "people_none", "wrong"),
    (MACHINE, replace(CONGRESS, items=0), "agenda_none", "look"),
    (MACHINE, replace(CONGRESS, guests=40, unsent=2), "letters_unsent", "look"),
    (MACHINE, replace(CONGRESS, guests=40, unanswered=8), "letters_unanswered", "look"),
    (MACHINE, replace(CONGRESS, summons_unsent=3), "summons_unsent", "look"),
    (MACHINE, of_plan(without=0), "seats", "ok"),
    (MACHINE, of_plan(without=9), "seats_without", "look"),
    (MACHINE, of_plan(without=10), "seats_few", "wrong"),
    (MACHINE, of_plan(without=10, begun=False), "seats_without", "look"),
    (MACHINE, of_plan(guests_without=1), "seats_guests", "look"),
    (MACHINE, replace(CONGRESS, shared_seats=(SHARED,)), "seat_shared", "wrong"),
    (MACHINE, of_copies(handed=120), "numbered", "ok"),
    (MACHINE, of_copies(without=120), "numbered_not_handed", "ok"),
    (MACHINE, of_copies(printed=119, without=120), "numbered_few", "wrong"),
    (MACHINE, of_copies(handed=119, without=1), "numbered_without", "look"),
    (MACHINE, of_copies(handed=120, out=2), "numbered_out", "look"),
    (MACHINE, replace(CONGRESS, lists=()), "elections_none", "wrong"),
    (MACHINE, of_list(names=0), "list_empty", "wrong"),
    (MACHINE, of_list(frozen=False), "list_open", "look"),
    (MACHINE, of_list(printed=0), "ballots_none", "look"),
    (MACHINE, of_list(printed=119), "ballots_short", "wrong"),
    (MACHINE, of_list(printed=120), "ballots_no_reserve", "look"),
    (MACHINE, replace(CONGRESS, missing_organs=("presidium",)), "organ_empty", "wrong"),
    (MACHINE, replace(CONGRESS, missing_organs=("counting_board",)), "organ_empty", "look"),
    (MACHINE, replace(CONGRESS, rehearsal=RehearsalFacts()), "not_rehearsed", "look"),
    (MACHINE, replace(CONGRESS, rehearsal=replace(CONGRESS.rehearsal, declared_at="")),
     "rehearsal_begun", "look"),
]  # fmt: skip


@pytest.mark.parametrize(("machine", "congress", "code", "state"), CASES)
def test_that_what_is_not_ready_is_told_as_it_is_and_how_to_mend_it(machine, congress, code, state):
    assert codes(machine, congress)[code] == state
    for language in LANGUAGES:
        use_language(language)
        for check in ready_checks(machine, congress):
            words, mend = check_words(check)
            assert "{" not in words
            assert (mend == "") is (check.state is Readiness.OK)
            assert not mend or mend.endswith(".")
    use_language("vi")
    found = next(c for c in ready_checks(machine, congress) if c.code == code)
    if found.state is Readiness.OK:
        return
    if congress is not CONGRESS and code not in ("not_rehearsed", "rehearsal_begun"):
        assert found.desk, "what is mended in the program has a way there"


def test_that_a_command_line_says_nothing_of_what_it_cannot_see():
    found = codes(replace(MACHINE, window=WindowFacts()))
    assert not {"printer", "printer_none", "projector", "projector_none"} & set(found)


@pytest.mark.parametrize(("convened", "papers"), [(0, 5), (21, 5), (120, 6), (348, 18)])
def test_that_the_reserve_is_one_in_twenty_and_five_at_least(convened, papers):
    assert reserve(convened) == papers


def test_that_an_election_that_is_under_way_needs_nothing_more():
    assert not {code for code in codes(congress=of_list(begun=True)) if code.startswith("list")}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    yield made
    made.close()


def test_that_a_file_tells_what_it_is_ready_for(file, tmp_path):
    told = {check.code: check.state.value for check in readiness_of(file, WindowFacts())}
    assert told["organ_empty"] == "wrong"
    assert told["not_rehearsed"] == told["list_open"] == told["ballots_none"] == "look"
    practice = granted(
        new_congress(tmp_path / "tap.congress", a_setup(), actor="TK", rehearsal=True)
    )
    assert "is_rehearsal" in {check.code for check in readiness_of(practice, WindowFacts())}
    practice.close()


def test_that_a_congress_is_rehearsed_once_a_result_was_declared_in_its_rehearsal(file, tmp_path):
    def told():
        return {check.code for check in readiness_of(file, WindowFacts())}

    (tmp_path / "tap").mkdir()
    path = tmp_path / "tap" / "tap.congress"
    setup = a_setup(an_election("BCH"))
    practice = granted(new_congress(path, setup, actor="TK", rehearsal=True))
    practice.close()
    granted(note_rehearsal(file, path=path, actor="TK"))
    assert "rehearsal_begun" in told()
    practice = granted(open_file(path))
    assert "rehearsal_begun" in told(), "while it is open elsewhere nothing is known of it"
    a_declared_round(practice)
    practice.close()
    assert "rehearsed" in told()
    path.rename(tmp_path / "tap.congress")
    assert "rehearsed" in told(), "beside the congress it is found too"
    (tmp_path / "tap.congress").unlink()
    assert "rehearsal_begun" in told()


def test_that_the_report_says_every_check_and_shows_every_letter(file):
    text = document_text(make_paper(file, readiness_paper()).content)
    for check in readiness_of(file, WindowFacts()):
        if not check.code.startswith(("clock", "disk")):
            assert check_words(check)[0] in text
    assert "ặ" in text and "Ỹ" in text and "ƯỪỨỬỮỰ" in text


def test_that_the_command_line_exits_1_for_what_is_wrong_alone(file, capsys):
    path = file.path
    file.close()
    told = said_by(capsys, "ready", path)
    assert told.code == 1
    assert f"{message('ready_state.wrong')}: " in told.out
    assert told.err == ""
