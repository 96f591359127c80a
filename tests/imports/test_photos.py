"""A person's picture: upright and small whatever came, and hostile ones refused in one sentence."""

from __future__ import annotations

import io
import random
import struct
import time
import tracemalloc
import zlib

import pytest
from PIL import Image

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.photos import MAX_PHOTO_BYTES, read_photo


def saved(path, picture, kind="JPEG", **options):
    picture.save(path, kind, **options)
    return path


def opened(jpeg):
    assert isinstance(jpeg, bytes), problem_text(jpeg.first)
    return Image.open(io.BytesIO(jpeg))


@pytest.mark.parametrize(
    ("size", "small"),
    [((3000, 4000), (300, 400)), ((4000, 3000), (300, 225)), ((150, 200), (150, 200))],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_that_a_picture_fits_300_by_400_and_is_never_enlarged(tmp_path, kind, size, small):
    made = opened(read_photo(saved(tmp_path / "a.x", Image.new("RGB", size, "red"), kind)))
    assert (made.format, made.size, made.mode) == ("JPEG", small, "RGB")


def test_that_a_camera_that_lay_on_its_side_gives_an_upright_picture(tmp_path):
    picture = Image.new("RGB", (400, 300), "blue")
    picture.paste("red", (0, 0, 200, 300))
    exif = Image.Exif()
    exif[0x0112] = 6
    made = opened(read_photo(saved(tmp_path / "a.jpg", picture, exif=exif)))
    assert made.size == (300, 400)
    assert made.getpixel((150, 50))[0] > 200
    assert made.getpixel((150, 350))[2] > 200
    assert not made.getexif()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "CMYK"])
def test_that_every_mode_becomes_a_plain_picture(tmp_path, mode):
    picture = Image.new(mode, (200, 200))
    kind = "JPEG" if mode == "CMYK" else "PNG"
    made = opened(read_photo(saved(tmp_path / "a.png", picture, kind)))
    assert made.mode == "RGB"
    if mode in ("RGBA", "LA"):
        assert made.getpixel((9, 9)) == (255, 255, 255)


def test_that_noise_stays_below_the_size_a_file_keeps(tmp_path):
    noise = Image.frombytes("RGB", (600, 800), random.Random(1).randbytes(600 * 800 * 3))
    jpeg = read_photo(saved(tmp_path / "a.png", noise, "PNG"))
    assert isinstance(jpeg, bytes)
    assert len(jpeg) <= MAX_PHOTO_BYTES


def a_bomb(width, height):
    """Return a PNG of a few bytes that claims a huge size."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg_bytes():
    made = io.BytesIO()
    Image.frombytes("RGB", (200, 200), random.Random(1).randbytes(120_000)).save(made, "JPEG")
    return made.getvalue()


def gif_bytes():
    made = io.BytesIO()
    Image.new("RGB", (100, 100)).save(made, "GIF")
    return made.getvalue()


HOSTILE = {
    "a decompression bomb": (a_bomb(60_000, 60_000), "photo_too_many_pixels"),
    "a larger bomb": (a_bomb(2**31 - 1, 2**31 - 1), "photo_too_many_pixels"),
    "less than it claims": (a_bomb(5000, 5000), "photo_not_picture"),
    "cut short": (jpeg_bytes()[:3000], "photo_not_picture"),
    "a text": (b"anh.jpg", "photo_not_picture"),
    "another format": (gif_bytes(), "photo_not_picture"),
    "a workbook": (b"PK\x03\x04" + bytes(99), "photo_not_picture"),
    "nothing": (b"", "import_file_empty"),
    "a dot": (a_bomb(1, 1), "photo_too_small"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_that_a_hostile_picture_is_refused_soon_and_in_little_memory(tmp_path, case):
    content, code = HOSTILE[case]
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    start = time.monotonic()
    tracemalloc.start()
    refusal = read_photo(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refusal, Refusal), case
    assert refusal.first.code == code
    assert problem_text(refusal.first).startswith("a.jpg")
    assert time.monotonic() - start < 5
    assert peak < 300_000_000


def test_that_a_missing_picture_is_refused(tmp_path):
    refusal = read_photo(tmp_path / "a.jpg")
    assert isinstance(refusal, Refusal)
    assert refusal.first.code == "import_file_missing"


def test_that_a_changed_byte_never_ends_in_an_error_of_ours(tmp_path):
    whole = jpeg_bytes()
    path = tmp_path / "a.jpg"
    for place in range(0, 700, 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        read_photo(path)
