"""The example congress in three sizes: sound, in the middle of its work, right in every figure."""

from __future__ import annotations

from datetime import datetime

import pytest
from command_line import said_by
from congress_files import granted
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_bench import Window

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.domain.agenda.item import ItemState
from congress_desk.example import make_example
from congress_desk.example.sizes import DEFAULT, SIZES
from congress_desk.queries.agenda.items import agenda_view
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.duties import duties_view
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.profiles import register_findings_of
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.motions import motions
from congress_desk.storage.opening import open_file
from congress_desk.ui.shell.files.example_dialog import ExampleDialog

# What is said of an example: the list of the election ahead is not voted yet.
AHEAD = {"agenda_list_not_approved"}


# Held across midnight: the programme goes on past the end of the day.
NOW = datetime(2027, 3, 1, 22, 40)


@pytest.fixture(scope="module", params=["chi-bo", "tinh"])
def made(request, tmp_path_factory):
    """An example with its size; the ward's is looked at by other tests."""
    path = tmp_path_factory.mktemp("mau") / "mau.congress"
    file = granted(open_file(granted(make_example(path, size=request.param, now=NOW))))
    yield SIZES[request.param], file
    file.close()


def test_that_it_is_sound_and_as_large_as_it_says(made):
    size, file = made
    assert file.check() == []
    assert recount_problems(file) == []
    base = presence(file)
    assert base.convened == size.people
    assert congress(file).details.name == size.name


def test_that_one_election_is_declared_with_every_seat_filled_and_one_is_being_counted(made):
    size, file = made
    held = {e.code: [round_sheet(file, r.id) for r in rounds(file, e.id)] for e in elections(file)}
    (declared,) = held[size.declared]
    assert declared.round.state.value == "declared"
    assert declared.result.outcome.value == "complete"
    assert [finding.code for finding in declared.findings if not finding.waived_by] == []
    (counting,) = held[size.counting]
    assert counting.round.state.value == "counting"
    assert 0 < counting.result.entered < counting.round.accounting.returned
    assert {finding.code for finding in counting.findings} <= {
        "ballots_missing", "bundle_short",
    }  # fmt: skip
    assert any(not sheets for sheets in held.values())


def test_that_nothing_else_is_said_against_it(made):
    _, file = made
    assert [register_findings_of(file, e.id) for e in elections(file)] == [()] * 3
    assert duties_view(file).findings == ()
    assert {warning.problem.code for warning in agenda_view(file).warnings} <= AHEAD


def test_that_a_cell_has_a_chair_and_no_presidium(made):
    size, file = made
    items = [planned.item for planned in agenda_view(file).facts.planned]
    said = [text for item in items for text in (item.content, item.executor)]
    said += [motion.matter for motion in motions(file)]
    words = " ".join(said).casefold()
    organs = ("đoàn chủ tịch", "đoàn thư ký", "ban thẩm tra")
    assert [organ in words for organ in organs] == [size.key != "chi-bo"] * len(organs)
    assert ("chủ tọa" in words) is (size.key == "chi-bo")


def test_that_it_goes_on_now(made):
    size, file = made
    (running,) = [
        planned.item
        for planned in agenda_view(file).facts.planned
        if planned.item.state is ItemState.RUNNING
    ]
    assert running.content.startswith(size.held)
    details = congress(file).details
    assert details.starts < NOW.isoformat() < details.ends


def test_that_the_command_line_makes_the_size_that_is_asked_for_and_names_the_others(
    tmp_path, capsys
):
    path = tmp_path / "a.congress"
    refused = said_by(capsys, "demo", path, "--no-window", "--size", "quan")
    assert refused.code == 2 and "chi-bo|phuong|tinh" in refused.err
    assert not path.exists()
    told = said_by(capsys, "demo", path, "--no-window", "--size", "chi-bo")
    assert (told.code, told.out) == (0, f"{path}\n")
    assert said_by(capsys, "verify", path).code == 0


def test_that_each_size_has_a_file_name_of_its_own():
    names = [size.file_name for size in SIZES.values()]
    assert len(set(names)) == len(SIZES)
    assert SIZES[DEFAULT].file_name == "dai-hoi-mau.congress"


def test_that_the_start_page_asks_which_and_makes_it_by_keyboard(qtbot, tmp_path):
    path = tmp_path / "mau.congress"
    window = Window(qtbot, save_file=[path])
    window.main.commands.run("open_example")
    (dialog,) = window.main.findChildren(ExampleDialog)
    QTest.keyClick(dialog.findChild(object, "example_chi-bo"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=60_000)
    window.settle()
    assert window.messages.asked == ["dai-hoi-mau-chi-bo.congress"]
    window.close()
