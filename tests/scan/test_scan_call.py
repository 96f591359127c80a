"""`scan`: bundles between covers become a pass beside the typed one, doubts are answered."""

from __future__ import annotations

import zipfile

import cv2
import numpy as np
import pytest
from ballot_acts import printed
from command_line import assert_refused, said_by
from congress_files import a_congress, a_round, an_election, granted
from pass_acts import a_pass
from PIL import Image
from scan_covers import covers

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.congress_password import change_password
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.reports.ballot_papers.layout import layout_of
from congress_desk.scan.synthetic_ballots import marked_page
from congress_desk.scan.synthetic_machine import Machine
from congress_desk.storage.password import key, keyring

BY = ("--operator", "Lâm Viết Hòa")
DOUBTFUL = {4: ("partial",), 9: ("dot",)}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A round of two passes with its print run, twelve scanned ballots in a TIFF, and the truth."""
    folder = tmp_path_factory.mktemp("scan")
    file = a_congress(folder, an_election(names=6, seats=5))
    granted(set_entry_settings(file, EntrySettings(passes=2), actor="TK"))
    run = granted(printed(file))
    found = a_round(file, papers=12, bundle_size=6)
    layout = layout_of(run.layout)
    pages, truths = [], []
    for n in range(12):
        picture, truth = marked_page(
            layout, 0, 40 + n, machine=Machine(noise=3), doubtful=DOUBTFUL.get(n, ())
        )
        pages.append(picture)
        truths.append(truth)
    fronts = covers(file)
    a_pass(file, found, *(sorted(t.struck) for t in truths[:6]), by="Mai Thị Diệu Lan")
    path = file.path
    file.close()
    return path, fronts, pages, truths


@pytest.fixture
def copy(made, tmp_path):
    path, fronts, pages, truths = made
    target = tmp_path / "dh.congress"
    target.write_bytes(path.read_bytes())
    return target, fronts, pages, truths


def tiff(path, pictures):
    first, *others = [Image.fromarray(np.ascontiguousarray(p)) for p in pictures]
    first.save(path, save_all=True, append_images=others, compression="tiff_deflate")
    return path


def test_that_clear_bundles_are_recorded_and_doubts_wait_for_answers(copy, tmp_path, capsys):
    path, fronts, pages, truths = copy
    blank = np.full_like(pages[0], 245)
    feed = [fronts[0], *pages[:4], blank, *pages[4:6]]
    scans = tiff(tmp_path / "quét.tif", feed)
    said = said_by(capsys, "scan", path, "BCH", scans, *BY)
    assert said.code == 1
    assert said.out.splitlines()[0] == "Tệp 1: 6 tờ, 1 tờ chờ người xem, 0 tờ để riêng"
    assert "dòng" in said.out.splitlines()[1]
    assert said.out.splitlines()[-1].strip() == "Tệp 1 chưa ghi: còn 1 tờ chờ người xem"
    assert not list(tmp_path.glob("dh.anh-phieu/*"))
    answers = tmp_path / "trả lời.csv"
    struck = " ".join(map(str, sorted(truths[4].struck)))
    answers.write_text(f"bundle,sequence,struck,both,blank,invalid\n1,5,{struck},,,\n", "utf-8")
    said = said_by(capsys, "scan", path, "BCH", scans, "--answers", answers, *BY)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1].strip() == "đã ghi thành lượt nhập 2"
    (kept,) = tmp_path.glob("dh.anh-phieu/*")
    with zipfile.ZipFile(kept) as pictures:
        assert len(pictures.namelist()) == 6 + 1  # the ballots, and which picture is whose
    assert said_by(capsys, "verify", path).code == 0
    again = said_by(capsys, "scan", path, "BCH", scans, "--answers", answers, *BY)
    assert again.code == 1
    assert "đã có một lượt đọc bằng máy quét" in again.out


def test_that_the_page_as_json_tells_what_was_read_and_what_not(copy, tmp_path, capsys):
    path, _, pages, truths = copy
    picture = tmp_path / "một.png"
    cv2.imwrite(str(picture), pages[0])
    said = said_by(capsys, "scan", path, "BCH", picture, "--bundle", 2, "--json", "--short", *BY)
    (page,) = said.json
    assert page["struck"] == sorted(truths[0].struck)
    assert (page["bundle"], page["sequence"], page["doubts"], page["set_aside"]) == (2, 1, [], "")


def test_that_the_same_sheet_twice_and_a_foreign_page_are_left_to_a_person(copy, tmp_path, capsys):
    path, fronts, pages, _ = copy
    holiday = np.random.default_rng(2).integers(0, 255, (900, 1200)).astype(np.uint8)
    scans = tiff(tmp_path / "quét.tif", [fronts[1], pages[6], pages[7], pages[6], holiday])
    said = said_by(capsys, "scan", path, "BCH", scans, *BY)
    assert said.code == 1
    assert "ảnh giống một tờ đã quét" in said.out
    assert "không thấy dấu góc của phiếu" in said.out


def test_that_bad_files_are_refused_with_their_place_and_nothing_is_recorded(
    copy, tmp_path, capsys
):
    path, _, pages, _ = copy
    assert said_by(capsys, "result", path, "BCH").code == 0
    whole = tiff(tmp_path / "w.tif", pages[:2])
    for name, data, words in (
        ("a.docx", b"x", "Không đọc được loại tệp này"),
        ("b.pdf", b"%PDF-1.4 nothing", "hỏng"),
        ("c.tif", whole.read_bytes()[:2000], "hỏng"),
        ("d.png", b"", "hỏng"),
    ):
        (tmp_path / name).write_bytes(data)
        bad = tmp_path / name
        assert_refused(capsys, tmp_path, "scan", path, "BCH", bad, *BY, names=name)
        said = said_by(capsys, "scan", path, "BCH", bad, *BY)
        assert words in said.err
    large = tmp_path / "e.png"
    Image.new("1", (10_000, 10_000)).save(large)
    assert_refused(capsys, tmp_path, "scan", path, "BCH", large, *BY, names="e.png")


def test_that_no_picture_lies_in_the_clear_beside_a_congress_with_a_password(
    copy, tmp_path, monkeypatch, capsys
):
    path, fronts, pages, _ = copy
    monkeypatch.setattr(key, "cost", 2)
    assert granted(change_password(path, "Sen hồng 2026", recount_problems)) == ()
    secret = tmp_path / "mat-khau.txt"
    secret.write_text("Sen hồng 2026", "utf-8")
    monkeypatch.setenv("CONGRESS_DESK_PASSWORD_FILE", str(secret))
    scans = tiff(tmp_path / "quét.tif", [fronts[0], *pages[:6]])
    assert said_by(capsys, "scan", path, "BCH", scans, *BY).code == 1
    assert not list(tmp_path.glob("dh.anh-phieu/*"))  # a sheet waits for a person
    clear = tiff(tmp_path / "rõ.tif", [fronts[0], *pages[:4], pages[5]])
    assert said_by(capsys, "scan", path, "BCH", clear, "--short", *BY).code == 0
    (kept,) = tmp_path.glob("dh.anh-phieu/*")
    assert b"JFIF" not in kept.read_bytes()
    keyring.forget()
