"""The final text of a part beside its editor: numbers in place, tables as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from congress_desk.i18n import tr
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Heading,
    Paragraph,
    Run,
    Table,
)
from congress_desk.ui.look import theme


class FinalText(QTextEdit):
    """Only read; says what the printed paper says of one part."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("partFinal")
        self.setAccessibleName(tr("As it is printed"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._blocks: tuple[Block, ...] = ()
        theme.changed.connect(self._draw)
        self._draw()

    def show_blocks(self, blocks: Iterable[Block]) -> None:
        """Show what a part prints."""
        shown = tuple(blocks)
        if shown != self._blocks:
            self._blocks = shown
            self._draw()

    def _draw(self) -> None:
        self.setFont(theme.font("table"))
        self.document().setDefaultFont(theme.font("table"))
        self.document().setDocumentMargin(theme.px(12))
        self.setHtml("".join(_block(block) for block in self._blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            centred = ' align="center"' if block.align is Align.CENTER else ""
            return f"<p{centred}>{_runs(block.runs)}</p>"
        case Heading():
            return f"<p><b>{escape(block.title)}</b></p>"
        case Bullet():
            return f"<p>– {_runs(block.runs)}</p>"
        case Table():
            return "".join(_table(block))
    return ""


def _runs(runs: Iterable[Run]) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)


def _table(table: Table) -> Iterator[str]:
    line = theme.colour("edge").name()
    yield (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="{theme.px(4)}"'
        f' style="border-collapse: collapse; border-color: {line}">'
    )
    titles = "".join(f"<th>{escape(column.title)}</th>" for column in table.columns)
    yield f"<tr>{titles}</tr>"
    for row in table.rows:
        cells = (
            f'<td align="{_side(column.align)}">{escape(cell)}</td>'
            for column, cell in zip(table.columns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _side(align: Align) -> str:
    return "left" if align is Align.JUSTIFY else align.value
