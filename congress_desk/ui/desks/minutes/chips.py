"""Locked values inside a text: one character that is drawn as a chip, whole or not there at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from congress_desk.ui.look import theme

CHIP = QTextFormat.ObjectTypes.UserObject + 1
FIELD = QTextFormat.Property.UserProperty + 1
PLACEHOLDER = "\ufffc"
_INSET, _RADIUS, _WIDEST = 5, 4, 300


class Chips(QPyTextObject):
    """Draws the chips of a document; a long value is cut, the final text says all of it.

    `look` tells value and tone of a field as they are now: a step back in the text must not bring
    an old number back.
    """

    def __init__(self, parent: QObject, look: Callable[[str], tuple[str, str]]) -> None:
        super().__init__(parent)
        self._look = look

    def intrinsicSize(self, doc: QTextDocument, position: int, char_format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(_font(char_format))
        width = metrics.horizontalAdvance(self._shown(char_format, metrics, doc))
        return QSizeF(width + 2 * theme.px(_INSET), metrics.height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        char_format: QTextFormat,
    ) -> None:
        tone = self._look(field_of(char_format))[1]
        font = _font(char_format)
        metrics = QFontMetricsF(font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{tone}_soft"))
        radius = theme.px(_RADIUS)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 0, -1, 0), radius, radius)
        painter.setPen(theme.colour(tone))
        painter.setFont(font)
        start = QPointF(rect.left() + theme.px(_INSET), rect.top() + metrics.ascent())
        painter.drawText(start, self._shown(char_format, metrics, doc))
        painter.restore()

    def _shown(self, char_format: QTextFormat, metrics: QFontMetricsF, doc: QTextDocument) -> str:
        value = self._look(field_of(char_format))[0] or "–"
        room = doc.textWidth() - 2 * doc.documentMargin() - 2 * theme.px(_INSET)
        widest = min(theme.px(_WIDEST), room) if room > 0 else theme.px(_WIDEST)
        return metrics.elidedText(value.replace("\n", " "), Qt.TextElideMode.ElideRight, widest)


def chip_format(field: str, *, bold: bool) -> QTextCharFormat:
    """Return the format of the one character that stands for a value."""
    made = plain_format(bold=bold)
    made.setObjectType(int(CHIP))
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    made.setProperty(FIELD, field)
    return made


def plain_format(*, bold: bool) -> QTextCharFormat:
    """Return the format of prose."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def is_bold(char_format: QTextCharFormat) -> bool:
    """Say whether something is printed in bold."""
    return char_format.fontWeight() >= QFont.Weight.Bold


def field_of(char_format: Any) -> str:
    """Return the field that a chip stands for, "" of prose."""
    if char_format.objectType() != int(CHIP):
        return ""
    return str(char_format.property(FIELD) or "")


def _font(char_format: QTextFormat) -> QFont:
    return theme.font("table", bold=is_bold(char_format.toCharFormat()))
