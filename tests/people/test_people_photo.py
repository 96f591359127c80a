"""Photographs: made small and upright on the way in, refused when they are no pictures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from people_bench import CTRL_ENTER, ENTER, people_desk
from PIL import Image

from congress_desk.actions.people.register import MAX_PHOTO_BYTES
from congress_desk.queries.people import photo
from congress_desk.ui.desks.people.person.photo_box import KEPT, small_jpeg


def a_picture(path: Path, size: tuple[int, int], *, turned: bool = False) -> Path:
    """Write a noisy picture, the hardest to make small; `turned` as telephones do it."""
    noise = Image.effect_noise(size, 90).convert("RGB")
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
    noise.save(path, exif=exif)
    return path


@pytest.mark.parametrize(
    ("name", "size"),
    [("a.jpg", (4000, 3000)), ("b.png", (300, 400)), ("c.bmp", (900, 1200)), ("d.jpg", (20, 20))],
)
def test_that_a_picture_becomes_a_small_jpeg(tmp_path, name, size):
    jpeg = small_jpeg(a_picture(tmp_path / name, size))
    made = Image.open(io.BytesIO(jpeg))
    assert made.format == "JPEG"
    assert len(jpeg) <= MAX_PHOTO_BYTES
    assert made.width <= KEPT.width()
    assert made.height <= KEPT.height()
    assert abs(made.width / made.height - size[0] / size[1]) < 0.02


def test_that_a_picture_turned_by_its_telephone_stands_upright(tmp_path):
    jpeg = small_jpeg(a_picture(tmp_path / "a.jpg", (1600, 1200), turned=True))
    made = Image.open(io.BytesIO(jpeg))
    assert made.width < made.height


@pytest.mark.parametrize("content", [b"", b"khong phai anh", b"\xff\xd8\xff\xe0" + b"\0" * 50])
def test_that_what_is_no_picture_gives_nothing(tmp_path, content):
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert small_jpeg(path) == b""


def test_that_a_photo_is_kept_and_taken_out_from_the_card(qtbot, tmp_path):
    path = a_picture(tmp_path / "a.jpg", (600, 800))
    with people_desk(tmp_path, qtbot, open_file=[path]) as hands:
        hands.to("DB-01")
        hands.press(CTRL_ENTER)
        hands.tab_to("choosePhoto")
        hands.press(ENTER)
        assert hands.ask(photo, 1)[:2] == b"\xff\xd8"
        assert hands.person("DB-01").has_photo
        hands.tab_to("removePhoto")
        hands.press(ENTER)
        assert hands.ask(photo, 1) == b""


def test_that_a_file_that_is_no_picture_is_told_on_the_card(qtbot, tmp_path):
    path = tmp_path / "thu.jpg"
    path.write_bytes(b"van ban")
    with people_desk(tmp_path, qtbot, open_file=[path]) as hands:
        hands.to("DB-01")
        hands.press(CTRL_ENTER)
        hands.tab_to("choosePhoto")
        hands.press(ENTER)
        assert "thu.jpg" in hands.dialog.said.text()
        assert not hands.person("DB-01").has_photo
