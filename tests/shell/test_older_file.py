"""An older copy put in the file's place: the window asks first, and says how many acts it lacks."""

from __future__ import annotations

import shutil

import pytest
from congress_files import a_congress, granted
from window_bench import AnsweredMessages, Window

from congress_desk.actions.congress import set_state
from congress_desk.domain.congress import CongressState


class Asked(AnsweredMessages):
    """Keeps what each question says, beside its title."""

    def __init__(self, *answers: bool) -> None:
        super().__init__(ask=list(answers))
        self.said: list[tuple[str, str, str, bool]] = []

    def ask(self, parent, question, text, yes_label, done, *, danger=False) -> None:
        self.said.append((question, text, yes_label, danger))
        super().ask(parent, question, text, yes_label, done, danger=danger)


@pytest.fixture
def path(tmp_path):
    """Return a file that lacks the last two acts of the journal beside it."""
    file = a_congress(tmp_path)
    older = granted(file.copy_to(tmp_path / "older"))
    for state in (CongressState.IN_SESSION, CongressState.PREPARING):
        granted(set_state(file, state, actor="TK"))
    file.close()
    shutil.copy(older, file.path)
    return file.path


def folder_of(path):
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}


def test_that_nothing_of_an_older_file_is_opened_before_an_answer(qtbot, path):
    before, messages = folder_of(path), Asked(False, False)
    window = Window(qtbot, path, messages=messages)
    recover, go_on = messages.said
    assert recover[0] == "Khôi phục 2 việc từ nhật ký?"
    assert "nhật ký có thêm 2 việc" in recover[1]
    assert recover[2:] == ("Khôi phục 2 việc", False)
    assert go_on[0] == "Mở tệp cũ, thiếu những việc ấy?"
    assert "thiếu 2 việc" in go_on[1]
    assert go_on[2:] == ("Mở tệp cũ", True)
    assert window.main.session is None
    assert folder_of(path) == before
    window.close()


def test_that_what_the_journal_knows_is_recovered_beside_the_older_file(qtbot, path):
    older = path.read_bytes()
    window = Window(qtbot, path, messages=Asked(True))
    new = path.with_name(f"{path.stem}-khoi-phuc.congress")
    assert window.main.session.path == new
    for name in (new.name, path.name):
        assert name in window.notice
    assert path.read_bytes() == older
    window.close()


def test_that_the_older_file_opens_when_it_is_wanted_and_the_journal_is_kept(qtbot, path):
    journal = path.with_name(f"{path.name}.journal.jsonl").read_bytes()
    window = Window(qtbot, path, messages=Asked(False, True))
    assert window.main.session.path == path
    assert journal in folder_of(path).values()
    window.close()
