"""Where things stand on the counting screen: bundles left, paper and line in the middle."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from congress_desk.ui.look import theme


def lay_out_columns(
    screen: QWidget, title: QWidget, *columns: tuple[QWidget | QVBoxLayout, int]
) -> None:
    """Put the columns beside each other under the title, each with its share of the width."""
    beside = QHBoxLayout()
    beside.setSpacing(theme.px(16))
    for column, share in columns:
        if isinstance(column, QWidget):
            beside.addWidget(column, share)
        else:
            beside.addLayout(column, share)
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
    whole.setSpacing(theme.px(8))
    whole.addWidget(title)
    whole.addLayout(beside, 1)


def entry_column(card: QWidget, line: QWidget, record: QWidget, *below: QWidget) -> QVBoxLayout:
    """Return the paper, the line with its button, and what stands below them."""
    entry = QHBoxLayout()
    entry.setSpacing(theme.px(12))
    entry.addWidget(line, 1)
    entry.addWidget(record)
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    column.addWidget(card, 1)
    column.addLayout(entry)
    for part in below:
        column.addWidget(part)
    return column
