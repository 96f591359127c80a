"""A picture of the congress: made small, kept in its file; hostile files are refused in words."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from congress_files import a_congress, an_election, code_of, granted, reopened
from hall_acts import pages_of
from PIL import Image

from congress_desk.actions.hall import set_hall_picture
from congress_desk.domain.hall.pictures import LONGEST_SIDE, MOST_BYTES, HallPicture
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.errors import Refusal
from congress_desk.imports import pictures
from congress_desk.imports.pictures import read_hall_picture
from congress_desk.queries.hall import hall_content, hall_cover
from congress_desk.queries.history.details import line_details
from congress_desk.queries.journal import head
from congress_desk.reports.hall.page import PictureMark

EMBLEM, BACKGROUND = HallPicture.EMBLEM, HallPicture.BACKGROUND


def a_picture(path, size=(800, 600), kind="PNG", mode="RGB", **options):
    Image.effect_noise(size, 90).convert(mode).save(path, kind, **options)
    return path


def a_png_of(width, height):
    """Return a PNG whose head promises so many pixels, and whose body is a few bytes."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head_ = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head_) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("place", list(HallPicture))
@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB")])
def test_that_a_picture_is_made_small_and_written_anew(tmp_path, place, kind, mode):
    path = a_picture(tmp_path / "anh", (3000, 2000), kind, mode)
    made = read_hall_picture(path, place)
    assert len(made) <= MOST_BYTES[place]
    with Image.open(io.BytesIO(made)) as image:
        assert max(image.size) <= LONGEST_SIDE[place]
        assert image.width / image.height == pytest.approx(1.5, abs=0.01)
        assert image.format == ("PNG" if place is EMBLEM else "JPEG")


def test_that_nothing_but_the_pixels_is_kept(tmp_path):
    exif = Image.Exif()
    exif[0x010E] = "bi mat"
    path = a_picture(tmp_path / "anh.jpg", kind="JPEG", exif=exif)
    assert b"bi mat" in path.read_bytes()
    assert b"bi mat" not in read_hall_picture(path, BACKGROUND)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_unreadable"),
        (b"GIF89a" + bytes(50), "picture_unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture_unreadable"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "picture_unreadable"),
        (a_png_of(200, 200), "picture_unreadable"),
        (a_png_of(60_000, 60_000), "picture_too_many_pixels"),
        (a_png_of(10_000, 9_000), "picture_too_many_pixels"),
    ],
)
def test_that_a_hostile_file_is_refused_in_words(tmp_path, data, code):
    path = tmp_path / "anh.png"
    path.write_bytes(data)
    found = read_hall_picture(path, EMBLEM)
    assert isinstance(found, Refusal) and code_of(found) == code
    assert found.first.place.file == "anh.png"


def test_that_a_file_too_large_or_gone_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = a_picture(tmp_path / "anh.png", (20, 20))
    assert code_of(read_hall_picture(tmp_path / "khong.png", EMBLEM)) == "picture_unreadable"
    monkeypatch.setattr(pictures, "MOST_FILE_BYTES", 10)
    assert code_of(read_hall_picture(path, EMBLEM)) == "picture_too_large"


def test_that_a_picture_is_kept_in_the_file_shown_and_taken_out_again(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"))
    emblem = read_hall_picture(a_picture(tmp_path / "anh.png", mode="RGBA"), EMBLEM)
    granted(set_hall_picture(file, EMBLEM, emblem, actor="TK"))
    lines = head(file).seq
    granted(set_hall_picture(file, EMBLEM, emblem, actor="TK"))
    assert head(file).seq == lines
    file = reopened(file)
    assert hall_cover(file).emblem == emblem
    page = pages_of(hall_content(file, Subject(kind=SubjectKind.TITLE))).pages[0]
    assert [mark.image for mark in page.marks if isinstance(mark, PictureMark)] == [emblem]
    told = [(change.field, change.after) for change in line_details(file, lines).changes]
    assert told == [("Ảnh", "biểu trưng")]
    granted(set_hall_picture(file, EMBLEM, b"", actor="TK"))
    assert hall_cover(file).emblem == b""
    assert file.check() == []
    file.close()


def test_that_the_act_refuses_what_was_not_made_small(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"))
    large = b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES[EMBLEM])
    assert code_of(set_hall_picture(file, EMBLEM, large, actor="TK")) == "hall_picture_too_large"
    assert code_of(set_hall_picture(file, EMBLEM, b"MZ", actor="TK")) == "picture_unreadable"
    file.close()
