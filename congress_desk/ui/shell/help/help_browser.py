"""The pages of the help as they are read: addresses instead of files, in the colours of the theme.

Addresses: "help:counting#declare" a section, "help:contents" the list, "help:find?bau cu" a search.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QPixmap, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from congress_desk.help.contents import page, page_names, picture_file
from congress_desk.help.html import SCHEME, contents_html, found_html, page_html
from congress_desk.help.search import found
from congress_desk.i18n import language, tr
from congress_desk.ui.look import theme

CONTENTS, FIND = "contents", "find"


class HelpBrowser(QTextBrowser):
    """Shows one page; going back and forward is Qt's own history of addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpBrowser")
        self.setAccessibleName(tr("Help"))
        self.setProperty("role", "help")
        self.setOpenExternalLinks(False)
        self._dress()
        theme.changed.connect(self._on_theme_changed)

    def show_section(self, place: str) -> None:
        """Show a page or one of its sections, such as "counting#declare"."""
        self.setSource(QUrl(f"{SCHEME}:{place}"))

    def show_found(self, typed: str) -> None:
        """Show the sections that hold the words typed."""
        url = QUrl(f"{SCHEME}:{FIND}")
        url.setQuery(typed.replace(" ", "+"))
        self.setSource(url)

    @property
    def page_name(self) -> str:
        """Return the name of the page that is shown, "" of a list of pages."""
        name = self.source().path()
        return name if name in page_names() else ""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(url.path())
        if url.path() == CONTENTS:
            return contents_html()
        if url.path() == FIND:
            typed = url.query().replace("+", " ")
            return found_html(typed, found(typed))
        return page_html(page(url.path()))

    def _picture(self, name: str) -> QPixmap:
        picture = QPixmap(str(picture_file(name, language())))
        # The bar at the side takes its room later, when the page turns out to be long.
        bar = self.verticalScrollBar()
        taken = 0 if bar.isVisible() else bar.sizeHint().width()
        room = self.viewport().width() - taken - 2 * round(self.document().documentMargin())
        if picture.isNull() or picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        from PySide6.QtCore import Qt

        made = picture.scaledToWidth(
            round(room * ratio), Qt.TransformationMode.SmoothTransformation
        )
        made.setDevicePixelRatio(ratio)
        return made

    def _dress(self) -> None:
        self.document().setDocumentMargin(theme.px(4))
        self.document().setDefaultStyleSheet(_style_sheet())

    def _on_theme_changed(self) -> None:
        self._dress()
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() > 0 and event.oldSize().width() != event.size().width():
            self.document().markContentsDirty(0, self.document().characterCount())


def _style_sheet() -> str:
    now = theme.current()
    body, table = theme.px(14), theme.px(13)
    return (
        f"body, p, li {{ font-size: {body}px; color: {now.text}; }}"
        f"p {{ margin-top: 4px; margin-bottom: 8px; }} li {{ margin-bottom: 4px; }}"
        f"h1 {{ font-size: {theme.px(20)}px; margin-top: 0; margin-bottom: 8px; }}"
        f"h2 {{ font-size: {theme.px(17)}px; margin-top: 20px; margin-bottom: 6px; }}"
        f"h3 {{ font-size: {theme.px(15)}px; margin-top: 14px; margin-bottom: 4px; }}"
        f"a {{ color: {now.accent}; text-decoration: none; }}"
        f".key {{ background-color: {now.hover}; color: {now.text}; }}"
        f".aside {{ color: {now.muted}; }}"
        f"th {{ color: {now.muted}; text-align: left; font-size: {table}px; }}"
        f"td, th {{ padding: 3px 12px 3px 0; }} td {{ font-size: {table}px; }}"
        f"blockquote {{ background-color: {now.look_soft}; margin-left: 0; margin-right: 0; }}"
    )
