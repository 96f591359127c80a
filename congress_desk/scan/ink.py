"""The ink that was added to a printed page: where a scan is darker than print alone could be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import cv2
import numpy as np

from congress_desk.scan.print_tones import Tones, tones_of
from congress_desk.scan.printed_page import PAPER, Picture, PrintedPage, shrunk

# Dots of half the size in a millimetre.
MM = 75 / 25.4
_DUST = 1.3 * MM
# In black and white a stroke is told by how much of a dot of half the size is black.
_LEAST_BILEVEL = 60.0, 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """Ink that hangs together, in dots of half the size; `darkness` is that of its darker part."""

    label: int
    left: int
    top: int
    width: int
    height: int
    area: int
    darkness: float

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """What was added to a page, in half the size.

    `laid` is the page as it lies on its print, in full size. `added` is how much darker each dot
    is than print explains; `labels` numbers the strokes. `faint` is the mean over a short level
    line, to find what single dots do not show. `noise` is how much paper varies from dot to dot,
    `half` the page itself and `lighter` the same in floats, `tones` what the print is like on this
    kind of scan, and `spread` the place of its lens, or level, among those that were tried. `step`
    is by how much one dot of a scan in black and white changes a sum over dots of half the size,
    0 in grey.
    """

    laid: Picture
    added: Picture
    labels: Picture
    strokes: tuple[Stroke, ...]
    faint: Picture
    noise: float
    half: Picture
    lighter: Picture
    tones: Tones
    spread: int
    step: float = 0.0


def among(part: Picture, labels: Collection[int]) -> Picture:
    """Say of each dot whether it is of one of these strokes; they are few."""
    found: Picture = np.zeros(part.shape, bool)
    for label in labels:
        found |= part == label
    return found


def ink_of(laid: Picture, page: PrintedPage, scale: float, *, is_bilevel: bool = False) -> Ink:
    """Return the ink that was added to a page that lies on its print.

    `scale` is how many dots of the scan one dot of the page is; `is_bilevel` says that it was
    scanned in black and white.
    """
    tones = tones_of(page, is_bilevel)
    spread = _spread(laid, page, tones)
    added = shrunk(cv2.subtract(tones.darkest[spread], laid), 2)
    half = shrunk(laid, 2)
    lighter = half.astype(np.float32)
    signed = cv2.multiply(tones.spread_half[spread] - lighter, page.free)
    noise = 0.0 if is_bilevel else _noise(signed)
    least = _LEAST_BILEVEL if is_bilevel else (max(15.0, 5.0 * noise), max(28.0, 7.0 * noise))
    strokes, labels = _strokes(added, page, least)
    return Ink(
        laid=laid,
        added=added,
        labels=labels,
        strokes=strokes,
        faint=cv2.blur(signed, (17, 3)),
        noise=noise,
        half=half,
        lighter=lighter,
        tones=tones,
        spread=spread,
        step=PAPER / 2 / max(scale, 1.0) if is_bilevel else 0.0,
    )


def _spread(laid: Picture, page: PrintedPage, tones: Tones) -> int:
    """Return which spread of the lens makes the printed head most like the scanned one."""
    seen = page.head.of(laid)
    errors = [cv2.norm(page.head.of(one), seen, cv2.NORM_L1) for one in tones.spread]
    return int(np.argmin(errors))


def _noise(signed: Picture) -> float:
    """Return the spread of the paper's grey from dot to dot."""
    one, other = signed[::5, 3::3], signed[::5, :-3:3]
    apart = np.abs(one - other)[(one != 0) & (other != 0)]
    return float(np.median(apart)) / 0.954 if apart.size > 100 else 99.0


def _strokes(
    added: Picture, page: PrintedPage, least: tuple[float, float]
) -> tuple[tuple[Stroke, ...], Picture]:
    """Return the strokes; their dots are darker by the one of two numbers, the darkest by both."""
    weak, strong = least
    dark = cv2.bitwise_and(cv2.threshold(added, weak, 1, cv2.THRESH_BINARY)[1], page.elsewhere)
    # Letters cut a stroke to pieces: what lies close side by side is one. Crosses in boxes below
    # each other are cut apart between their rows.
    wide = 1 if page.is_ticked else 3
    joined = cv2.dilate(dark, np.ones((3, 2 * wide + 1), np.uint8))
    if page.is_ticked:
        for name in page.names:
            row = name.row.halved()
            joined[row.top - 1 : row.top + 1, row.left : row.right] = 0
    # What was dilated so leaves room for a few thousand parts: their labels are short.
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8, ltype=cv2.CV_16U)
    labels *= dark
    found = []
    for label in np.flatnonzero(
        (stats[:, 2] + stats[:, 3] >= 5)
        & (np.maximum(stats[:, 2] - 2 * wide, stats[:, 3] - 2) >= _DUST)
    ):
        if label == 0:
            continue
        left, top, width, height = (int(value) for value in stats[label, :4])
        part = labels[top : top + height, left : left + width] == label
        values = added[top : top + height, left : left + width][part]
        if values.size < 4 or values.max() < strong:
            continue
        found.append(
            Stroke(
                label=int(label),
                left=left + wide,
                top=top + 1,
                width=max(width - 2 * wide, 1),
                height=max(height - 2, 1),
                area=int(values.size),
                darkness=float(np.partition(values, place := values.size * 4 // 5)[place]),
            )
        )
    return tuple(found), labels
