"""The procedure guide beside the item: steps in order, who does them, what is said, the article."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from congress_desk.i18n import article_said, tr
from congress_desk.queries.running.guides import FilledGuide, FilledStep
from congress_desk.ui.look import theme


class GuidePanel(QTextBrowser):
    """Read only; scrolls with the keyboard. Shown anew only when its words changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.setAccessibleName(tr("Procedure guide"))
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._guide: FilledGuide | None = None
        theme.changed.connect(self._draw)

    def show_guide(self, guide: FilledGuide | None) -> None:
        """Show the guide of an item, nothing without one."""
        if guide == self._guide:
            return
        same_item = guide and self._guide and guide.item_id == self._guide.item_id
        scrolled = self.verticalScrollBar().value() if same_item else 0
        self._guide = guide
        self._draw()
        self.verticalScrollBar().setValue(scrolled)

    def _draw(self) -> None:
        steps = self._guide.steps if self._guide else ()
        rows = "".join(_row(number, step) for number, step in enumerate(steps, start=1))
        self.setHtml(f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>')


def _row(number: int, step: FilledStep) -> str:
    now = theme.current()
    gap = theme.px(10)
    who = f'<div style="color:{now.muted}">{escape(step.who)}</div>' if step.who else ""
    said = escape(step.says).replace("\n", "<br>")
    says = f'<div style="color:{now.accent}">“{said}”</div>' if said else ""
    article = f'<div style="color:{now.muted}">§ {escape(article_said(step.article))}</div>'
    return (
        f'<tr><td width="{theme.px(26)}" style="padding-bottom:{gap}px">'
        f'<b style="color:{now.accent}">{number}.</b></td>'
        f'<td style="padding-bottom:{gap}px"><div><b>{escape(step.does)}</b></div>{who}{says}'
        f"{article if step.article else ''}</td></tr>"
    )
