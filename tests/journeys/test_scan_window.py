"""Ballots printed, marked, fed with their covers, read in the window, doubts answered by keys."""

from __future__ import annotations

import os
from collections import Counter

import numpy as np
import pytest
from ballot_acts import printed
from congress_files import a_congress, a_round, an_election, granted
from document_text import document_text
from elections_after_round import BOARD
from pass_acts import a_pass
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scan_covers import covers
from window_bench import Window, type_text

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.scans.reading import Why
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.ballot_papers.layout import layout_of
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes
from congress_desk.scan.recorded_pictures import destroy_pictures, see_picture
from congress_desk.scan.synthetic_ballots import marked_page
from congress_desk.scan.synthetic_machine import ordinary_machine
from congress_desk.storage.opening import open_file
from congress_desk.ui.desks.elections.scanning import round_scan
from congress_desk.ui.desks.elections.scanning.picture_dialogs import PictureDialog
from congress_desk.ui.desks.elections.scanning.round_scan import RoundScan
from congress_desk.ui.look import theme

# The whole journey of the design has 120; so many are read when it is asked for.
BALLOTS = int(os.environ.get("SCANNED_BALLOTS", "12"))
IN_BUNDLE = 6 if BALLOTS < 100 else 20
KINDS = ("partial", "between", "torn", "signature", "fold", "dot")


@pytest.fixture
def round_with_scans(tmp_path):
    """A round of two passes, one typed; two scanned files that cut a bundle apart; the truth."""
    file = a_congress(tmp_path, an_election(names=6, seats=5))
    granted(set_entry_settings(file, EntrySettings(passes=2), actor="TK"))
    layout = layout_of(granted(printed(file)).layout)
    found = a_round(file, papers=BALLOTS, bundle_size=IN_BUNDLE)
    fronts, pages, truths = covers(file), [], []
    for bundle in range(BALLOTS // IN_BUNDLE):
        pages.append(Image.fromarray(np.ascontiguousarray(fronts[bundle])))
        for n in range(IN_BUNDLE):
            seed = bundle * IN_BUNDLE + n
            kind = (KINDS[seed % len(KINDS)],) if n in (1, 4) else ()
            machine = ordinary_machine(np.random.default_rng(seed))
            picture, truth = marked_page(layout, 0, seed, machine=machine, doubtful=kind)
            pages.append(Image.fromarray(picture))
            truths.append(sorted(truth.struck))
        typed = truths[-IN_BUNDLE:]
        a_pass(file, found, *typed, by="Mai Thị Diệu Lan", bundle=bundle + 1)
    cut = IN_BUNDLE - 2
    for name, part in (("1.tif", pages[:cut]), ("2.tif", pages[cut:])):
        part[0].save(tmp_path / name, save_all=True, append_images=part[1:])
    path = file.path
    file.close()
    return path, found, truths


def test_that_what_the_window_read_and_a_person_answered_is_the_truth(
    qtbot, round_with_scans, tmp_path, monkeypatch
):
    path, found, truths = round_with_scans
    monkeypatch.setitem(RoundScan.__init__.__kwdefaults__, "processes", False)
    monkeypatch.setattr(round_scan, "POLL_MS", 50)
    monkeypatch.setattr(round_scan, "_PATIENCE", 10_000)  # whatever the machine does beside
    folder = tmp_path / "máy quét"
    folder.mkdir()
    window = Window(qtbot, path, choose_folder=[folder])
    screen = begun(window, found)
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 no")
    screen.commands.run("watch")
    assert "“hỏng.pdf” còn đang ghi" in screen.head.state.text()
    for n in range(9):  # the folder stirs, and the file does not end: it is not taken
        (folder / f"{n}.tmp").touch()
        qtbot.wait(20)
    assert screen.scan.awaited == "hỏng.pdf"
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 no more %%EOF")
    qtbot.waitUntil(lambda: "hỏng.pdf" in screen.notice.title)
    (tmp_path / "1.tif").rename(folder / "1.tif")
    wait_for(window, screen, IN_BUNDLE - 3)
    assert window.main.focusWidget() is screen.side.doubts  # the next key answers
    window.close()  # the program ends in the middle of the first bundle
    window = Window(qtbot, path, open_files=[[tmp_path / "2.tif"]])
    screen = begun(window, found)
    assert screen._state.read == IN_BUNDLE - 3 and screen._state.open_feed is not None
    screen.commands.run("read")
    wait_for(window, screen, BALLOTS)
    screen.commands.run("end_bundle")
    wait_for(window, screen, BALLOTS)
    answer_all(window, screen, truths)
    screen.commands.run("record")
    window.settle()
    assert "Đã ghi" in screen.notice.title, screen.notice.text
    assert not screen.notice.text
    look_at_a_ballot(window, found, truths[2])
    window.close()
    file = granted(open_file(path))
    sheet = round_sheet(file, found.id)
    assert sheet.passes is not None and sheet.passes.agree
    valid = [truth for truth in truths if 0 < len(truth) < 6]
    struck = Counter(position for truth in valid for position in truth)
    assert sheet.result.valid == len(valid)
    votes = [line.votes for line in sheet.result.candidates]
    assert votes == [len(valid) - struck[position] for position in range(1, 7)]
    assert "được đọc bằng máy quét và đối chiếu từng phiếu" in document_text(
        counting_minutes(sheet)
    )
    assert file.check() == []
    declared = granted(declare_result(file, found.id, **BOARD))
    assert declared.result.accounting.returned == BALLOTS
    board = {"first": "Đỗ Văn Trưởng", "second": "Trần Thị Bích", "actor": "TK"}
    for place, truth in enumerate(truths[:IN_BUNDLE], start=1):
        seen = granted(see_picture(file, found.id, 1, place, **board))
        ((picture, side),) = seen.sides
        assert picture.startswith(b"\xff\xd8") and side.code.startswith("CD1:")
        places = {each.id: n for n, each in enumerate(sheet.round.candidates, start=1)}
        assert sorted(places[key] for key in seen.paper.struck) == truth
    assert destroy_pictures(file, found.id, **board).first.code == "pictures_kept"
    file.close()


def begun(window, found):
    """Return the page of the scans of a round."""
    desk = window.show_desk("elections")
    desk.show_at("scanning", found.id)
    window.settle()
    return desk.screen_of("scanning")


def look_at_a_ballot(window, found, truth):
    """See the third ballot of the first bundle from the comparison of the passes."""
    desk = window.show_desk("elections")
    desk.show_at("passes", found.id)
    window.settle()
    desk.screen_of("passes").commands.run("picture")
    window.settle()
    dialog = desk.screen_of("passes").findChild(PictureDialog)
    assert dialog.bundle.value() == 1
    dialog.sheet.setText("3")
    dialog.first.setText("Đỗ Văn Trưởng")
    dialog.second.setText("Trần Thị Bích")
    dialog.submitted.emit()
    window.settle()
    assert dialog.found.isVisible() and dialog.page._images[0].width() > 500
    assert dialog.page._asked == frozenset(truth)
    dialog.reject()


def wait_for(window, screen, sheets):
    """Wait until so many sheets are read and nothing is under way."""
    window.qtbot.waitUntil(
        lambda: screen._state.read >= sheets and screen.scan.idle(), timeout=300_000
    )
    window.settle()


def answer_all(window, screen, truths):
    """Answer every doubt by keys, as the paper is; two people where they are asked for."""
    part, app = screen.doubt, QApplication.instance()
    window.main.resize(1024, 700)
    theme.apply(app, "light", 150)
    window.settle()
    # Every answer is in sight.
    window.qtbot.waitUntil(lambda: part._scroll.verticalScrollBar().maximum() == 0)
    assert part.rows[0].isVisible()
    theme.apply(app, "light", 100)
    type_text(part.by, "Lâm Viết Hòa")
    while screen._state.doubts:
        waiting = len(screen._state.doubts)
        feed, sheet = part.sheet
        truth = truths[(feed.number - 1) * IN_BUNDLE + sheet.sequence - 1]
        part.beside.clear()
        while part.sheet is not None and not part.is_typing:
            if sheet.aside or Why.TORN in {doubt.why for doubt in sheet.doubts}:
                QTest.keyClick(screen.side.doubts, Qt.Key.Key_T)
                part.line.fill(" ".join(map(str, truth)) or "0")
                break
            struck = not part.position or part.position in truth
            QTest.keyClick(screen.side.doubts, Qt.Key.Key_1 if struck else Qt.Key.Key_2)
            before = part.position
            if part.beside.isVisible():
                break
            QTest.keyClick(screen.side.doubts, Qt.Key.Key_Return)
            if part.sheet is not None and part.position == before:
                break
        if part.sheet is not None and len(screen._state.doubts) == waiting:
            if part.beside.isVisible():
                type_text(part.beside, "Trần Thị Bích")
            part.take()
        window.qtbot.waitUntil(lambda w=waiting: len(screen._state.doubts) < w, timeout=20_000)
        window.qtbot.waitUntil(lambda: part.sheet is not None or not screen._state.doubts)
        window.settle()
