"""A page of the help as flowables of reportlab."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.flowables import Image

from congress_desk.exports.guide import styles
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.help.contents import picture_file
from congress_desk.help.page import HelpPage, plain_text
from congress_desk.i18n import language

KEY_COLUMN = 0.26
_ARROWS = re.compile("[←↑→↓]+")
_NOTE = HexColor("#fdf3dc")


def page_flowables(page: HelpPage, width: float, linked: Sequence[str]) -> list[Any]:
    """Return a page, `width` points wide; links lead to the pages in `linked`, others are words."""
    return list(_Blocks(page, width, linked).all())


class _Blocks:
    """Goes through the tokens of a page once."""

    def __init__(self, page: HelpPage, width: float, linked: Sequence[str]) -> None:
        self._tokens: tuple[Any, ...] = page.tokens
        self._page = page.name
        self._width, self._linked = width, linked
        self._lists: list[int | None] = []
        self._begins_item, self._in_note = False, False

    def all(self) -> Iterator[Any]:
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.type == "table_open":
                end = self._end_of("table_close", at)
                yield self._table(at, end)
                at = end
            elif token.type == "inline":
                yield self._inline(at)
            else:
                self._follow(token)
            at += 1

    def _follow(self, token: Any) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(0)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._begins_item = True
                number = self._lists[-1]
                self._lists[-1] = None if number is None else number + 1
            case "blockquote_open" | "blockquote_close":
                self._in_note = token.type == "blockquote_open"

    def _inline(self, at: int) -> Any:
        token, before = self._tokens[at], self._tokens[at - 1]
        if before.type == "heading_open":
            return self._heading(token, before)
        if [child.type for child in token.children] == ["image"]:
            return self._picture(token.children[0])
        style = styles.words(len(self._lists))
        if self._in_note:
            style = style.clone("note", backColor=_NOTE, borderPadding=5, spaceBefore=6)
        bullet = self._bullet()
        return Paragraph(markup(token, partial(self._target, ())), style, bulletText=bullet)

    def _bullet(self) -> str | None:
        begins, self._begins_item = self._begins_item, False
        if not begins:
            return None
        number = self._lists[-1]
        return "•" if number is None else f"{number}."

    def _heading(self, inline: Any, opened: Any) -> Paragraph:
        level = int(opened.tag[1:])
        name = self._page if level == 1 else f"{self._page}#{opened.attrGet('id')}"
        said = f'<a name="{escape(name)}"/>{markup(inline, lambda _: "")}'
        return HeadingLine(said, styles.heading(level), (level - 1, plain_text(inline), name))

    def _picture(self, image: Any) -> Any:
        file = picture_file(str(image.attrGet("src")), language())
        return fitted_picture(file, self._width)

    def _target(self, _: Any, href: str) -> str:
        return href if href.partition("#")[0] in self._linked else ""

    def _end_of(self, kind: str, at: int) -> int:
        return next(n for n in range(at, len(self._tokens)) if self._tokens[n].type == kind)

    def _table(self, begin: int, end: int) -> Table:
        rows: list[list[Any]] = []
        in_head = False
        for token in self._tokens[begin:end]:
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("thead_open", "thead_close"):
                in_head = token.type == "thead_open"
            elif token.type == "inline":
                said = markup(token, partial(self._target, ()))
                rows[-1].append(Paragraph(said, styles.cell(bold=in_head)))
        first = self._width * KEY_COLUMN
        others = len(rows[0]) - 1
        widths = [first, *[(self._width - first) / others] * others]
        return Table(rows, colWidths=widths, repeatRows=1, style=_RULES, spaceAfter=8)


_RULES = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(styles.RULE)),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


class HeadingLine(Paragraph):
    """A heading, and what the contents say of it: its depth from 0, its words, its name."""

    def __init__(self, said: str, style: ParagraphStyle, entry: tuple[int, str, str]) -> None:
        super().__init__(said, style)  # type: ignore[no-untyped-call]
        self.entry = entry


def fitted_picture(file: Path, width: float) -> Image:
    """Return a picture as wide as the page."""
    wide, high = ImageReader(str(file)).getSize()
    return Image(str(file), width=width, height=width * high / wide)


def markup(inline: Any, target: Any) -> str:
    """Return an inline token as markup of reportlab; `target(href)` is where a link goes, or ""."""
    parts: list[str] = []
    open_link = False
    for child in inline.children:
        match child.type:
            case "text":
                parts.append(_with_arrows(escape(child.content)))
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "strong_open" | "strong_close" | "em_open" | "em_close":
                letter = "b" if child.type.startswith("strong") else "i"
                parts.append(f"<{'/' if child.type.endswith('close') else ''}{letter}>")
            case "code_inline":
                held = _with_arrows(escape(child.content).replace(" ", "\u00a0"))
                parts.append(f'<font backColor="{styles.KEY_GROUND}">\u00a0{held}\u00a0</font>')
            case "link_open":
                href = target(str(child.attrGet("href")))
                open_link = bool(href)
                if href:
                    parts.append(f'<a href="#{escape(href)}" color="{styles.ACCENT}">')
            case "link_close":
                parts.append("</a>" if open_link else "")
    return "".join(parts)


def _with_arrows(text: str) -> str:
    """Let arrows be drawn in a face that has them: that of the screen has none."""
    return _ARROWS.sub(
        lambda found: f'<font name="{print_faces().regular}">{found[0]}</font>', text
    )
