"""Pictures that a user gives: read with care, made small, and written anew without anything else.

Whatever a file says of itself, it is read as PNG or JPEG alone, and its size is looked at before
anything is unpacked. What is kept was drawn here: no remarks, profiles or programs of others.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from congress_desk.domain.hall.pictures import LONGEST_SIDE, MOST_BYTES, HallPicture
from congress_desk.errors import Place, Refusal, refuse

MOST_FILE_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
_FORMATS = ("PNG", "JPEG")
_QUALITIES = (88, 78, 66, 52, 38)


def read_hall_picture(path: Path, place: HallPicture) -> bytes | Refusal:
    """Return the picture of a file as it may be kept: an emblem as PNG, a background as JPEG.

    Refused: what is no PNG or JPEG, cannot be read to its end, or is larger than 40 MB or 80
    million pixels.
    """
    where = Place(file=path.name)
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            return refuse("picture_too_large", where, limit=MOST_FILE_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError:
        return refuse("picture_unreadable", where)
    try:
        return _small(_opened(data), place)
    except Image.DecompressionBombError:
        return refuse("picture_too_many_pixels", where, limit=MOST_PIXELS // 1_000_000)
    # A hostile file makes the reader fail in ways of its own; all mean the same to a user.
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError):
        return refuse("picture_unreadable", where)


def _opened(data: bytes) -> Image.Image:
    """Return a picture unpacked and upright; DecompressionBombError of too many pixels."""
    with warnings.catch_warnings():
        # Pillow's own bound is higher than ours: it only warns where ours refuses.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            if image.format == "JPEG":
                image.draft("RGB", (max(LONGEST_SIDE.values()) * 2,) * 2)
            image.load()
            return ImageOps.exif_transpose(image)


def _small(image: Image.Image, place: HallPicture) -> bytes:
    side = LONGEST_SIDE[place]
    if place is HallPicture.EMBLEM:
        emblem = image.convert("RGBA")
        while True:
            emblem.thumbnail((side, side), Image.Resampling.LANCZOS)
            made = _written(emblem, "PNG")
            if len(made) <= MOST_BYTES[place]:
                return made
            side = side * 3 // 4
    background = image.convert("RGB")
    while True:
        background.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            made = _written(background, "JPEG", quality=quality)
            if len(made) <= MOST_BYTES[place]:
                return made
        side = side * 3 // 4


def _written(image: Image.Image, kind: str, **options: int) -> bytes:
    """Return the pixels of a picture alone, as a file of its own."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    stream = io.BytesIO()
    bare.save(stream, kind, optimize=True, **options)
    return stream.getvalue()
