"""Rehearsing from the window: the open congress or a file, and what the window then shows."""

from __future__ import annotations

from congress_files import a_congress, granted
from window_bench import Window

from congress_desk.domain.congress import CongressState
from congress_desk.queries.congress import congress
from congress_desk.storage.opening import open_file


def state_of(window: Window) -> CongressState:
    got = []
    window.main.session.ask(congress, done=got.append)
    window.settle()
    return got[0].state


def lines_of(path) -> list[str]:
    file = granted(open_file(path))
    acts = [line.act for line in file.journal_lines()]
    file.close()
    return acts


def test_that_the_open_congress_is_rehearsed_in_a_file_of_its_own(qtbot, tmp_path):
    a_congress(tmp_path).close()
    real, practice = tmp_path / "dh.congress", tmp_path / "tap.congress"
    window = Window(qtbot, real, save_file=[practice])
    assert not window.main.workspace.mark.isVisible()
    window.main.commands.run("rehearse")
    qtbot.waitUntil(lambda: window.main.session.path == practice, timeout=20_000)
    window.settle()
    assert window.messages.asked == ["dien-tap-dh.congress"]
    assert state_of(window) is CongressState.REHEARSAL
    mark = window.main.workspace.mark
    assert mark.isVisible() and mark.geometry() == window.main.workspace.rect()
    assert mark.accessibleName() == "DIỄN TẬP"
    window.close()
    assert lines_of(real)[-1] == "note_rehearsal"
    assert lines_of(practice)[0] == "create_rehearsal_of"


def test_that_a_congress_file_is_rehearsed_from_the_start_page(qtbot, tmp_path):
    a_congress(tmp_path).close()
    real, practice = tmp_path / "dh.congress", tmp_path / "tap.congress"
    window = Window(qtbot, open_file=[real], save_file=[practice])
    window.main.commands.run("new_rehearsal")
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.settle()
    assert window.main.session.path == practice
    assert state_of(window) is CongressState.REHEARSAL
    assert window.main.workspace._top.state.text() == "Diễn tập"
    window.close()
    assert lines_of(real)[-1] == "note_rehearsal"


def test_that_a_rehearsal_is_not_offered_another_state(qtbot, tmp_path):
    a_congress(tmp_path).close()
    real, practice = tmp_path / "dh.congress", tmp_path / "tap.congress"
    window = Window(qtbot, open_file=[real], save_file=[practice], ask=[True])
    window.main.commands.run("new_rehearsal")
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.main.workspace.show_desk("congress")
    window.settle()
    buttons = window.desk.details.state.buttons
    shown = [state for state, button in buttons.items() if button.isVisible()]
    assert shown == [CongressState.REHEARSAL]
    window.desk.details.commands.run("close")
    window.settle()
    assert window.desk.notice.title.startswith("Tập bế mạc xong")
    window.close()
    assert lines_of(practice)[-1] == "rehearse_closing"
