"""A page of the help and its sections, read from Markdown.

A heading ends in `{#anchor}`; behind the anchor stand the commands ("counting.declare") and places
that the section is about where they are not its anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK = re.compile(r"\s*\{#([\w-]+)((?:\s+[\w.]+)*)\}\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it: `level` 1 is the page itself; `text` is plain.

    `about` are the places and commands it explains.
    """

    page: str
    anchor: str
    title: str
    level: int
    about: tuple[str, ...]
    text: str

    @property
    def address(self) -> str:
        """Return where it is, "counting#declare"; a page alone has no anchor."""
        return self.page if self.level == 1 else f"{self.page}#{self.anchor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """A page: its name, its Markdown with every marker filled in, its sections from the first."""

    name: str
    tokens: tuple[Token, ...]
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].title


def page_of(name: str, markdown: str) -> HelpPage:
    """Return a page read from filled Markdown, its headings without their marks."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    marks = [_mark(tokens, at) for at, each in enumerate(tokens) if each.type == "heading_open"]
    return HelpPage(name=name, tokens=tuple(tokens), sections=tuple(_sections(name, tokens, marks)))


def _mark(tokens: list[Token], at: int) -> tuple[str, tuple[str, ...]]:
    """Take the mark off the heading that opens at a token; it becomes the id of the heading."""
    inline = tokens[at + 1]
    found = _MARK.search(inline.content)
    if found is None or not inline.children:
        raise ValueError(inline.content)
    inline.content = inline.content[: found.start()]
    last = inline.children[-1]
    last.content = _MARK.sub("", last.content)
    tokens[at].attrSet("id", found[1])
    return found[1], tuple(found[2].split())


def _sections(
    name: str, tokens: list[Token], marks: list[tuple[str, tuple[str, ...]]]
) -> Iterator[Section]:
    heads = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    for (anchor, about), begin, end in zip(marks, heads, [*heads[1:], len(tokens)], strict=True):
        said = [plain_text(each) for each in tokens[begin + 2 : end] if each.type == "inline"]
        yield Section(
            page=name,
            anchor=anchor,
            title=plain_text(tokens[begin + 1]),
            level=int(tokens[begin].tag[1:]),
            about=about,
            text=" ".join(said),
        )


def plain_text(inline: Token) -> str:
    """Return what an inline token says, without its markup."""
    children = inline.children or []
    parts = [" " if each.type in ("softbreak", "hardbreak") else each.content for each in children]
    return "".join(parts).strip()
