"""Paints a page of the hall; letters are measured here as they are drawn."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPixmap,
)

from congress_desk.reports.hall.page import (
    GROUND,
    Align,
    BoxMark,
    HallPage,
    PictureMark,
    StrokeMark,
    TextMark,
)
from congress_desk.ui.look.tokens import FAMILY

_UNIT = 1000


@cache
def _font(bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(_UNIT)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _metrics(bold: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(bold))


@lru_cache(maxsize=20_000)
def measure(text: str, bold: bool) -> float:
    """Return the width of a text in type of size 1."""
    return _metrics(bold).horizontalAdvance(text) / _UNIT


def painted(page: HallPage, width: int, height: int) -> QPixmap:
    """Return a page as a picture so large, in the middle where the screen is of another shape."""
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(GROUND))
    painter = QPainter(pixmap)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    scale = min(width / page.width, height / _UNIT)
    painter.translate((width - page.width * scale) / 2, (height - _UNIT * scale) / 2)
    painter.scale(scale, scale)
    for mark in page.marks:
        _paint(painter, mark)
    painter.end()
    return pixmap


def _paint(painter: QPainter, mark: object) -> None:
    if isinstance(mark, TextMark):
        _text(painter, mark)
    elif isinstance(mark, StrokeMark):
        pen = QPen(QColor(mark.colour), mark.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(mark.x, mark.y), QPointF(mark.to_x, mark.to_y))
    elif isinstance(mark, BoxMark):
        painter.setPen(QPen(QColor(mark.edge), mark.stroke) if mark.edge else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(mark.fill)) if mark.fill else Qt.BrushStyle.NoBrush)
        box = QRectF(mark.x, mark.y, mark.width, mark.height)
        painter.drawRoundedRect(box, mark.radius, mark.radius)
    elif isinstance(mark, PictureMark):
        _picture(painter, mark)


def _text(painter: QPainter, mark: TextMark) -> None:
    """Draw a line of text at its base line, in letters of exactly its size."""
    wide = measure(mark.text, mark.bold) * mark.size
    left = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[mark.align]
    painter.save()
    painter.translate(mark.x - left, mark.y)
    painter.scale(mark.size / _UNIT, mark.size / _UNIT)
    painter.setFont(_font(mark.bold))
    painter.setPen(QColor(mark.colour))
    painter.drawText(QPointF(0, 0), mark.text)
    painter.restore()


def _picture(painter: QPainter, mark: PictureMark) -> None:
    image = _image(mark.image)
    if image.isNull():
        return
    x, y, width, height = mark.placed(image.width(), image.height())
    painter.save()
    painter.setClipRect(QRectF(mark.x, mark.y, mark.width, mark.height))
    painter.drawImage(QRectF(QPointF(x, y), QSizeF(width, height)), image)
    painter.restore()


@lru_cache(maxsize=80)
def _image(data: bytes) -> QImage:
    return QImage.fromData(data)
