"""Files of a scanner as pictures in grey, one a sheet side, in the order of the feeder."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from warnings import catch_warnings

import cv2
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError
from pypdfium2 import PdfDocument, PdfImage, PdfiumError, PdfPage

from congress_desk.errors import Place, Refusal, refuse
from congress_desk.exports.pdf.pdf_lock import PDFIUM
from congress_desk.scan.printed_page import DOTS, Picture

KINDS = (".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png")
# An A3 sheet at 300 dots an inch has 17 million.
_MOST_DOTS = 40_000_000
_MOST_BYTES = 2_000_000_000
_MOST_PAGES = 20_000
_PASSWORD = "password"
# What a decoder raises over data that end too soon or say what cannot be.
_OF_BROKEN_PICTURES = (
    *(OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, ArithmeticError),
    *(RuntimeError, AttributeError, MemoryError, struct.error),
)
# A camera says how long it let light in; a scanner does not.
_OF_CAMERA, _EXPOSURE = 0x8769, 0x829A


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSide:
    """A side of a sheet: of which file, and which page there, from 1."""

    file: str
    page: int
    grey: Picture
    is_photograph: bool = False


def sheet_sides(paths: Sequence[Path]) -> Iterator[SheetSide | Refusal]:
    """Yield every page of these files in order; a refusal in the place of what cannot be read.

    Only one page is held at a time.
    """
    for path in paths:
        yield from sides_of_file(path)


def sides_of_file(path: Path, done: int = 0) -> Iterator[SheetSide | Refusal]:
    """Yield the pages of a file in order, without the first `done`."""
    refusal = _check(path)
    if refusal:
        yield refusal
    elif path.suffix.casefold() == ".pdf":
        yield from _of_pdf(path, done)
    else:
        yield from _of_picture(path, done)


def _check(path: Path) -> Refusal | None:
    place = Place(file=path.name)
    if path.suffix.casefold() not in KINDS:
        return refuse("scan_kind_unknown", place, kinds=", ".join(k[1:] for k in KINDS))
    try:
        size = path.stat().st_size
    except OSError:
        return refuse("scan_file_missing", place)
    if not size:
        return refuse("scan_file_broken", place)
    return refuse("scan_file_too_large", place) if size > _MOST_BYTES else None


def _of_pdf(path: Path, done: int) -> Iterator[SheetSide | Refusal]:
    place = Place(file=path.name)
    try:
        with PDFIUM:
            document = PdfDocument(path)
            count = len(document)
    except PdfiumError as error:
        code = "scan_file_locked" if _PASSWORD in str(error).casefold() else "scan_file_broken"
        yield refuse(code, place)
        return
    except OSError:
        yield refuse("scan_file_broken", place)
        return
    try:
        for number in range(done, min(count, _MOST_PAGES)):
            yield _pdf_page(document, number, path.name)
    finally:
        with PDFIUM:
            document.close()


def _pdf_page(document: PdfDocument, number: int, name: str) -> SheetSide | Refusal:
    try:
        with PDFIUM:
            page = document[number]
            width, height = page.get_size()
            scale = DOTS / 72
            if width * height * scale * scale > _MOST_DOTS:
                return refuse("scan_page_too_large", Place(file=name), page=number + 1)
            inside = _only_picture(page, width, height)
            if inside is not None:
                page.close()
                return SheetSide(file=name, page=number + 1, grey=inside)
            bitmap = page.render(scale=scale, grayscale=True)
            whole = bitmap.to_numpy().reshape(bitmap.height, bitmap.width, -1)
            grey = np.ascontiguousarray(whole[:, :, 0])
            page.close()
    except (*_OF_BROKEN_PICTURES, cv2.error):
        return refuse("scan_page_broken", Place(file=name), page=number + 1)
    return SheetSide(file=name, page=number + 1, grey=grey)


def _only_picture(page: PdfPage, width: float, height: float) -> Picture | None:
    """Return the one picture that a page is, as scanners write it: ten times as fast as drawing it.

    One in black and white keeps all its dots so; drawn it would be blurred to grey. None where
    anything else is on the page, the picture does not fill it upright, or is of another kind.
    """
    objects = list(page.get_objects(max_depth=1))
    if len(objects) != 1 or not isinstance(objects[0], PdfImage) or page.get_rotation():
        return None
    image = objects[0]
    a, b, c, d, e, f = image.get_matrix().get()
    fills = abs(a - width) < 2 and abs(d - height) < 2 and max(map(abs, (b, c, e, f))) < 2
    wide, high = image.get_px_size()
    if not fills or wide * high > _MOST_DOTS:
        return None
    bits = image.get_metadata().bits_per_pixel
    if bits == 1:
        return _black_and_white(image)
    if image.get_filters() != ["DCTDecode"] or bits not in (8, 24):
        return None
    flags = cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION
    found: Picture = cv2.imdecode(np.frombuffer(bytes(image.get_data()), np.uint8), flags)
    return found


def _black_and_white(image: PdfImage) -> Picture | None:
    """Return the dots of a picture of one bit; None where they are not white paper with print."""
    bitmap = image.get_bitmap()
    dots = bitmap.to_numpy()
    if dots.size != bitmap.width * bitmap.height:
        return None
    grey = np.ascontiguousarray(dots.reshape(bitmap.height, bitmap.width))
    return grey if float(grey.mean()) > 150 else None


def _of_picture(path: Path, done: int) -> Iterator[SheetSide | Refusal]:
    number = done + 1
    try:
        # Pillow warns of what is refused here.
        with catch_warnings(action="ignore"), Image.open(path) as picture:
            for number in range(done + 1, _MOST_PAGES + 1):
                try:
                    picture.seek(number - 1)
                except EOFError:
                    return
                if picture.width * picture.height > _MOST_DOTS:
                    yield refuse("scan_page_too_large", Place(file=path.name), page=number)
                    continue
                yield SheetSide(
                    file=path.name,
                    page=number,
                    grey=_grey(picture),
                    is_photograph=_EXPOSURE in picture.getexif().get_ifd(_OF_CAMERA),
                )
    except Image.DecompressionBombError:
        yield refuse("scan_page_too_large", Place(file=path.name), page=number)
    except UnidentifiedImageError:
        yield refuse("scan_file_broken", Place(file=path.name))
    except _OF_BROKEN_PICTURES:
        yield refuse("scan_page_broken", Place(file=path.name), page=number)


def _grey(frame: Image.Image) -> Picture:
    turned = ImageOps.exif_transpose(frame) or frame
    if turned.mode.startswith("I;16") or turned.mode in ("I", "F"):
        deep = np.asarray(turned, np.float32)
        return np.clip(deep / max(float(deep.max()), 1.0) * 255, 0, 255).astype(np.uint8)
    if turned.mode in ("RGBA", "LA", "P"):
        paper = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(paper, turned.convert("RGBA"))
    return np.asarray(turned.convert("L"))


def as_jpeg(grey: Picture, quality: int = 75) -> bytes:
    """Return a picture as a JPEG file, at most as large as an A4 sheet at 150 dots an inch."""
    shrink = max(max(grey.shape) / 1800, 1.0)
    if shrink > 1:
        grey = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    data = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return data.tobytes()
