"""What was scanned is kept sheet by sheet: a kill, a jam, a torn line lose nothing."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from ballot_acts import printed
from congress_files import a_congress, a_round, an_election, granted
from PIL import Image

from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.scans.bundle import Answer
from congress_desk.errors import Refusal
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.reports.ballot_papers.layout import layout_of
from congress_desk.scan.bundles import BundleReader, NewBundle
from congress_desk.scan.feed import SheetSide, sheet_sides, sides_of_file
from congress_desk.scan.feeding import Feeding
from congress_desk.scan.picture_encryption import Seal
from congress_desk.scan.pictures import kept_pictures, pictures_folder
from congress_desk.scan.recording import record_feed
from congress_desk.scan.side_reader import for_round
from congress_desk.scan.synthetic_ballots import marked_page
from congress_desk.scan.synthetic_machine import Machine
from congress_desk.scan.work import ScanWork
from congress_desk.storage.password.key import Key

DOUBTFUL = {2: ("partial",)}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A round of two passes and a scan of its first bundle in a PDF, with the truth."""
    folder = tmp_path_factory.mktemp("work")
    file = a_congress(folder, an_election(names=6, seats=5))
    granted(set_entry_settings(file, EntrySettings(passes=2), actor="TK"))
    layout = layout_of(granted(printed(file)).layout)
    found = a_round(file, papers=5, bundle_size=5)
    made = [
        marked_page(layout, 0, 70 + n, machine=Machine(noise=3), doubtful=DOUBTFUL.get(n, ()))
        for n in range(5)
    ]
    pages = [Image.fromarray(np.ascontiguousarray(picture)) for picture, _ in made]
    pages[0].save(folder / "scan.pdf", save_all=True, append_images=pages[1:])
    wanted = for_round([layout], [], found.election_id, found.id)
    yield file, found, folder / "scan.pdf", wanted, [truth for _, truth in made]
    file.close()


def read(work, wanted, path, *, pages=99):
    """Read so many more pages, then be killed: nothing is closed."""
    left = iter([False] * (pages - 1) + [True] * 999)
    feeding = Feeding(work, wanted, processes=False)
    assert feeding.read([path], lambda: next(left)) == ()
    feeding.close()


def test_that_reading_goes_on_where_a_kill_stopped_it(made, tmp_path):
    _, _, path, wanted, truths = made
    first = ScanWork(tmp_path / "w", Seal(None))
    read(first, wanted, path, pages=2)
    assert first.state.read == 2 and first.state.files == ()
    again = ScanWork(tmp_path / "w", Seal(None))
    read(again, wanted, path)
    (feed,) = again.state.feeds
    assert [sheet.page for sheet in feed.bundle.sheets] == [1, 2, 3, 4, 5]
    assert [sheet.sequence for sheet in feed.waiting] == [3]
    assert again.state.files == ("scan.pdf",)
    for sheet, truth in zip(feed.bundle.sheets, truths, strict=True):
        assert sheet.doubts or sheet.paper.struck == truth.struck
    assert Feeding(again, wanted, processes=False).read([path], lambda: False)[0].code == (
        "scan_file_read"
    )
    assert ScanWork(tmp_path / "w", Seal(None)).state == again.state


def test_that_a_file_fed_with_the_wrong_side_down_is_named_and_blank_backs_are_not(made, tmp_path):
    _, _, path, wanted, _ = made
    blank = Image.new("L", (1240, 1754), 246)
    names = ("wrong-side.tif", "back.tif", "duplex.tif")
    blank.save(tmp_path / names[0], save_all=True, append_images=[blank, blank])
    blank.save(tmp_path / names[1])
    written = Image.fromarray(next(sides_of_file(path)).grey)
    written.save(tmp_path / names[2], save_all=True, append_images=[blank])
    paths = [tmp_path / name for name in names]
    work = ScanWork(tmp_path / "w", Seal(None))
    told = Feeding(work, wanted, processes=False).read(paths, lambda: False)
    assert [(each.code, each.place.file) for each in told] == [("scan_file_blank", names[0])]
    reader = BundleReader(wanted, keep=lambda *picture: None)
    *bundles, refusal = reader.read(sheet_sides(paths), bundle=1)
    assert [len(each.sheets) for each in bundles] == [1]
    assert refusal.first.code == "scan_file_blank"


def test_that_a_torn_line_and_a_lost_picture_are_read_again(made, tmp_path):
    _, _, path, wanted, _ = made
    work = ScanWork(tmp_path / "w", Seal(None))
    read(work, wanted, path)
    whole = work.state
    work.close()
    lines = tmp_path / "w" / "lines.jsonl"
    content = lines.read_bytes()
    lines.write_bytes(content[: len(content) - 30])
    (tmp_path / "w" / f"{whole.feeds[0].bundle.sheets[3].sides[0].picture}.jpg").unlink()
    again = ScanWork(tmp_path / "w", Seal(None))
    assert again.state.read == 3
    read(again, wanted, path)
    assert again.state == whole


def test_that_a_line_the_disk_took_in_part_does_not_stand_before_the_next(tmp_path, monkeypatch):
    work = ScanWork(tmp_path / "w", Seal(None))
    work.take(NewBundle(number=1, expected=5, page=1), "file")
    real = work._stream

    class Half:
        def write(self, line):
            real.write(line[: len(line) // 2])
            real.flush()
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self):
            real.close()

    monkeypatch.setattr(work, "_stream", Half())
    with pytest.raises(OSError):
        work.close_feed()
    work.set_number(1, 3)
    assert ScanWork(tmp_path / "w", Seal(None)).state == work.state
    assert work.state.feeds[0].number == 3
    modes = [path.stat().st_mode & 0o077 for path in tmp_path.rglob("*")]
    assert os.name != "posix" or modes == [0, 0]


def test_that_under_a_password_nothing_lies_there_in_the_clear(made, tmp_path):
    _, _, path, wanted, _ = made
    key, other = Key(b"s" * 16, b"k" * 32), Key(b"s" * 16, b"o" * 32)
    work = ScanWork(tmp_path / "w", Seal(key))
    read(work, wanted, path, pages=2)
    for each in (tmp_path / "w").iterdir():
        content = each.read_bytes()
        assert b"JFIF" not in content and b"sheet" not in content
    (feed,) = ScanWork(tmp_path / "w", Seal(key)).state.feeds
    name = feed.bundle.sheets[0].sides[0].picture
    assert (work.picture(name) or b"").startswith(b"\xff\xd8")
    assert Seal(other).opened((tmp_path / "w" / f"{name}.jpg.sealed").read_bytes(), name) is None


def test_that_a_feeding_becomes_a_pass_whose_pictures_are_found_again(made, tmp_path, monkeypatch):
    file, found, path, wanted, truths = made
    work = ScanWork(tmp_path / "w", Seal(None))
    read(work, wanted, path)
    work.close_feed()
    feed = work.state.feeds[0]
    work.set_number(feed.id, 1)
    of = election(file, found.election_id)

    def record():
        return record_feed(file, work, of, found.id, feed.id, operator="Mai Lan")

    assert record().first.code == "scan_waits"
    work.answer(feed.id, 3, Answer(paper=Paper(struck=truths[2].struck), by="Lâm Hòa"))
    with monkeypatch.context() as disk:  # nothing of the ballots stays behind
        disk.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("full")))
        assert record().first.code == "scan_disk"
        assert list(pictures_folder(file.path).glob(".*.part")) == []
    assert granted(record()).passes[0].operator == "Lâm Hòa"
    assert bundle_of(file, found.id, 1).passes[0].entered == 5
    (kept,) = pictures_folder(file.path).glob("BCH-1-001.zip")
    assert os.name != "posix" or kept.stat().st_mode & 0o077 == 0
    ((picture, code),) = kept_pictures(kept, 3, Seal(None))
    assert picture.startswith(b"\xff\xd8") and code.startswith("CD1:")
    assert kept_pictures(kept, 6, Seal(None)) is None
    assert work.state.feeds[0].recorded == 1
    assert [each.name for each in (tmp_path / "w").iterdir()] == ["lines.jsonl"]
    assert ScanWork(tmp_path / "w", Seal(None)).state == work.state
    assert file.check() == []
    # On a computer without the reader the picture is seen all the same, and it is said what lacks.
    there = tmp_path / file.path.name
    assert file.copy_to(there) == there
    shutil.copytree(pictures_folder(file.path), pictures_folder(there))
    words = [sys.executable, "-c", WITHOUT_READER, str(there), str(found.id)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.split() == ["scan_not_installed", "ffd8", "[]"], done.stderr


WITHOUT_READER = """
import sys
from pathlib import Path
needed = ("cv2", "numpy", "zxingcpp")
sys.modules.update(dict.fromkeys(needed))  # whoever imports one of them fails
from congress_desk.scan.recorded_pictures import see_picture
from congress_desk.storage.opening import open_file
from congress_desk.ui.desks.elections.scanning.screen import ScanScreen
from congress_desk.ui.desks.elections.scanning.view import scan_view
file, round_id = open_file(Path(sys.argv[1])), int(sys.argv[2])
print(scan_view(file, round_id).why_not.first.code)
board = {"first": "Đỗ Văn Trưởng", "second": "Trần Thị Bích", "actor": "TK"}
print(see_picture(file, round_id, 1, 3, **board).sides[0][0][:2].hex())
print([name for name in needed if sys.modules[name]])
"""


def test_that_a_file_of_a_dropped_feeding_alone_is_read_again_from_its_first_page(made, tmp_path):
    _, _, path, wanted, _ = made
    work = ScanWork(tmp_path / "w", Seal(None))
    feeding = Feeding(work, wanted, processes=False)
    left = iter([False, True])  # then it stays stopped
    assert feeding.read([path], lambda: next(left, True)) == ()
    work.drop(work.state.feeds[0].id)
    assert work.state.feeds == () and not list((tmp_path / "w").glob("*.jpg"))
    feeding.read([path], lambda: False)
    (feed,) = work.state.feeds
    assert [sheet.sequence for sheet in feed.bundle.sheets] == [1, 2, 3, 4, 5]
    assert ScanWork(tmp_path / "w", Seal(None)).state == work.state
    feeding.close()


def test_that_what_cannot_be_read_breaks_the_open_bundle_until_that_is_dropped(made, tmp_path):
    _, _, path, wanted, _ = made
    torn, gone = tmp_path / "hỏng.pdf", tmp_path / "rút.tif"
    torn.write_bytes(b"%PDF-1.7")
    one = tmp_path / "một.tif"
    Image.fromarray(next(sides_of_file(path)).grey).save(one)
    work = ScanWork(tmp_path / "w", Seal(None))
    feeding = Feeding(work, wanted, processes=False)

    def told(*paths):
        return [each.code for each in feeding.read(paths, lambda: False)]

    assert told(torn) == told(torn) == ["scan_file_broken"]  # of no bundle: tried again
    for number, bad in ((1, torn), (2, gone)):
        work.take(NewBundle(number=number, expected=1, page=1), "cover")
        assert told(bad, one) == ["scan_file_broken" if bad is torn else "scan_file_missing"]
        assert feeding.done == 2
        feed = work.state.feeds[-1]
        assert (len(feed.broken), len(feed.bundle.sheets), feed.is_ready) == (1, 1, False)
        assert told(one) == ["scan_file_read"]
        assert len(work.state.feeds[-1].broken) == 1
        work.drop(feed.id)
    work.take(NewBundle(number=3, expected=1, page=1), "cover")
    assert told(one) == []
    work.close_feed()
    assert work.state.feeds[-1].is_ready
    assert ScanWork(tmp_path / "w", Seal(None)).state == work.state
    feeding.close()


def test_that_of_a_file_cut_anywhere_whole_pages_come_and_the_torn_one_is_named(tmp_path):
    pages = [Image.new("L", (30, 40), grey) for grey in (250, 200, 150)]
    pages[0].save(tmp_path / "whole.tif", save_all=True, append_images=pages[1:])
    data = (tmp_path / "whole.tif").read_bytes()
    cut, most = tmp_path / "cut.tif", 0
    for length in range(8, len(data) - 8, 53):
        cut.write_bytes(data[:length])
        sides = list(sides_of_file(cut))
        whole = [side.page for side in sides if isinstance(side, SheetSide)]
        assert whole == list(range(1, len(whole) + 1))
        (refusal,) = [side for side in sides if isinstance(side, Refusal)]
        if whole:
            assert refusal.first.params["page"] == len(whole) + 1
        most = max(most, len(whole))
    assert most == 2


def test_that_a_pdf_whose_picture_is_packed_in_no_known_way_is_named(tmp_path):
    path = tmp_path / "lạ.pdf"
    Image.new("L", (30, 40), 200).save(path)
    path.write_bytes(path.read_bytes().replace(b"/DCTDecode", b"/DCTDec\xc0de"))
    (side,) = sides_of_file(path)
    assert side.first.code == "scan_page_broken"
