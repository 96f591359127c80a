"""A person's picture from a file: turned upright, made small, and nothing else of it kept."""

from __future__ import annotations

import io
import struct
import warnings
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import file_place, read_bytes

WIDTH, HEIGHT = 300, 400
MAX_PIXELS = 40_000_000
MAX_PHOTO_BYTES = 100_000
_MILLIONS = MAX_PIXELS // 1_000_000
_LEAST = 30
_FORMATS = ("JPEG", "PNG")
_QUALITIES = (80, 65, 50)
# What Pillow is known to raise on damaged or made-up pictures; none of it is a fault of ours.
_DAMAGE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    struct.error,
    MemoryError,
)


def read_photo(path: Path) -> bytes | Refusal:
    """Return a JPEG of at most 300 × 400 pixels and 100 kB made of a JPEG or PNG file.

    The size a picture claims is looked at before anything of it is unpacked.
    """
    place = file_place(path)
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _small(content, place)
    except Image.DecompressionBombError:
        return refuse("photo_too_many_pixels", place, most=_MILLIONS)
    except _DAMAGE:
        return refuse("photo_not_picture", place)


def _small(content: bytes, place: Place) -> bytes | Refusal:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        refusal = _check_size(picture, place)
        if refusal:
            return refusal
        # Small first, turned then: the whole picture is in memory once, however it lies.
        picture.draft("RGB", (2 * HEIGHT, 2 * HEIGHT))
        picture.thumbnail((HEIGHT, HEIGHT), Image.Resampling.LANCZOS, reducing_gap=3.0)
        upright = ImageOps.exif_transpose(picture) or picture
        upright.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        return _as_jpeg(_on_white(upright))


def _check_size(picture: ImageFile.ImageFile, place: Place) -> Refusal | None:
    width, height = picture.size
    if width * height > MAX_PIXELS:
        return refuse("photo_too_many_pixels", place, most=_MILLIONS)
    if width < _LEAST or height < _LEAST:
        return refuse("photo_too_small", place, width=width, height=height)
    return None


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in ("RGBA", "LA", "PA", "P"):
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    white = Image.new("RGB", clear.size, "white")
    white.paste(clear, mask=clear.getchannel("A"))
    return white


def _as_jpeg(picture: Image.Image) -> bytes:
    for quality in _QUALITIES:
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=quality, optimize=True)
        if made.tell() <= MAX_PHOTO_BYTES:
            break
    return made.getvalue()
