"""Scanners, printers and papers that are made up, by what they do to a page."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from congress_desk.scan.printed_page import Picture
from congress_desk.scan.synthetic_hand import Hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What printer, paper and scanner do; lengths in millimetres, `noise` in steps of 255.

    One in black and white takes for black what is not lighter than `level`.
    """

    dots: int = 150
    skew: float = 0.0
    shear: float = 0.0
    stretch: float = 0.0
    wobble: float = 0.0
    blur: float = 0.5
    noise: float = 3.0
    jpeg: int = 0
    paper: int = 246
    light: float = 0.0
    gain: float = 0.0
    ground: int = 255
    turns: int = 0
    mirrored: bool = False
    bilevel: bool = False
    level: int = 150


def ordinary_machine(random: np.random.Generator, dots: int = 150) -> Machine:
    """Return an office scanner in good order."""
    return Machine(
        dots=dots,
        skew=random.normal(0, 0.6),
        shear=random.normal(0, 0.0015),
        stretch=random.normal(0, 0.002),
        wobble=abs(random.normal(0, 0.15)),
        blur=random.uniform(0.35, 0.8),
        noise=random.uniform(1.5, 5),
        jpeg=int(random.choice([0, 75, 85, 92])),
        paper=int(random.integers(225, 253)),
        light=random.uniform(0, 0.06),
        gain=random.uniform(-0.1, 0.5),
        ground=int(random.choice([255, 255, 200, 40])),
        turns=int(random.choice([0, 0, 0, 2])),
    )


def hard_machine(random: np.random.Generator, dots: int = 150) -> Machine:
    """Return a worn feeder with a dull lamp."""
    return Machine(
        dots=dots,
        skew=random.normal(0, 1.3),
        shear=random.normal(0, 0.003),
        stretch=random.normal(0, 0.004),
        wobble=abs(random.normal(0, 0.3)),
        blur=random.uniform(0.5, 1.1),
        noise=random.uniform(4, 10),
        jpeg=int(random.choice([0, 55, 65, 80])),
        paper=int(random.integers(200, 245)),
        light=random.uniform(0.03, 0.16),
        gain=random.uniform(-0.2, 0.8),
        ground=int(random.choice([255, 200, 40])),
        turns=int(random.choice([0, 1, 2, 3])),
    )


def scanned(
    printed: Picture, hand: Hand, machine: Machine, random: np.random.Generator, torn: bool = False
) -> Picture:
    """Return a marked page as it comes from a scanner, in grey."""
    page: Picture = np.divide(printed, 255, dtype=np.float32)
    if machine.gain > 0:
        spread = cv2.GaussianBlur(page, (0, 0), 0.3 + 0.5 * machine.gain * machine.dots / 150)
        page = np.minimum(
            page * (1 - 0.5 * machine.gain) + spread * 0.5 * machine.gain, spread + 0.15
        )
    black = 0.1 if machine.gain < 0.2 else 0.04
    page = black + (1 - black) * page
    grain: Picture = np.asarray(random.normal(1, 0.12, page.shape), np.float32)
    page *= 1 - np.clip(hand.alpha * grain, 0, 1) * 0.92
    page = page * (1 - hand.white) + hand.white
    page *= 1 - hand.fold
    if torn:
        side = round(18 * machine.dots / 25.4)
        corner = np.array([[0, 0], [side, 0], [0, side]], np.int32)
        if random.random() < 0.5:
            corner = np.array(
                [[page.shape[1], 0], [page.shape[1] - side, 0], [page.shape[1], side]]
            )
        cv2.fillPoly(page, [corner.astype(np.int32)], machine.ground / 255)
    page *= machine.paper / 255
    picture = _fed(page, machine, random)
    if machine.mirrored:
        picture = picture[:, ::-1]
    picture = np.ascontiguousarray(np.rot90(picture, machine.turns))
    if machine.bilevel:
        return np.where(picture > machine.level, 255, 0).astype(np.uint8)
    if machine.jpeg:
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, machine.jpeg])
        picture = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    return picture


def _fed(page: Picture, machine: Machine, random: np.random.Generator) -> Picture:
    """Return a page as a feeder draws it over the glass, on its ground."""
    height, width = page.shape
    edge = round(4 * machine.dots / 25.4)
    down, across = height + 2 * edge, width + 2 * edge
    ys, xs = np.mgrid[0:down:8, 0:across:8].astype(np.float32)
    angle = math.radians(machine.skew)
    x, y = xs - across / 2, ys - down / 2
    back_x = x * math.cos(angle) + y * math.sin(angle)
    back_y = -x * math.sin(angle) + y * math.cos(angle)
    back_x += machine.shear * y
    back_y *= 1 + machine.stretch
    wobble = machine.wobble * machine.dots / 25.4
    phase = random.uniform(0, 6.3, 2)
    back_y += wobble * np.sin(ys / down * random.uniform(5, 11) + phase[0])
    back_x += 0.5 * wobble * np.sin(ys / down * random.uniform(4, 8) + phase[1])
    maps = [
        cv2.resize(one, (xs.shape[1] * 8, xs.shape[0] * 8), interpolation=cv2.INTER_LINEAR)[
            :down, :across
        ]
        for one in (back_x + width / 2, back_y + height / 2)
    ]
    fed = cv2.remap(
        page.astype(np.float32), maps[0].astype(np.float32), maps[1].astype(np.float32),
        cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=machine.ground / 255,
    )  # fmt: skip
    fed = cv2.GaussianBlur(fed, (0, 0), max(machine.blur * machine.dots / 150, 0.2))
    if machine.light:
        slope = random.uniform(-1, 1, 2) * machine.light
        rows, columns = np.linspace(-1, 1, down)[:, None], np.linspace(-1, 1, across)[None, :]
        fed *= 1 - machine.light + slope[0] * rows * 0.5 + slope[1] * columns * 0.5
    fed = fed * 255 + np.asarray(random.normal(0, machine.noise, fed.shape), np.float32)
    return np.clip(fed, 0, 255).astype(np.uint8)
