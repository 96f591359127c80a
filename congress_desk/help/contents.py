"""The pages of the help in the order of the work, each in the language in use."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from congress_desk.help.markers import filled
from congress_desk.help.page import HelpPage, Section, page_of
from congress_desk.i18n import language
from congress_desk.keys.table import PLACES
from congress_desk.paths import resource

_IN_EVERY_CASE = "en"


@cache
def page_names() -> tuple[str, ...]:
    """Return the names of the pages as the guide has them, from resources/help/contents.toml."""
    table = tomllib.loads(resource("help", "contents.toml").read_text("utf-8"))
    return tuple(table["pages"])


def page_file(name: str, language: str) -> Path:
    """Return the file of a page; English where a language has no page of this name."""
    own = resource("help", language, f"{name}.md")
    return own if own.is_file() else resource("help", _IN_EVERY_CASE, f"{name}.md")


def picture_file(name: str, language: str) -> Path:
    """Return the file of a picture that a page shows, of the English screen without one's own."""
    own = resource("help", language, "pictures", name)
    return own if own.is_file() else resource("help", _IN_EVERY_CASE, "pictures", name)


def page(name: str) -> HelpPage:
    """Return a page; KeyError when there is none of this name."""
    return _pages(language())[name]


def pages() -> tuple[HelpPage, ...]:
    """Return every page in order."""
    return tuple(_pages(language()).values())


def sections() -> tuple[Section, ...]:
    """Return every section of every page in order."""
    return tuple(section for each in pages() for section in each.sections)


def section_about(topic: str) -> Section:
    """Return the section that explains a place ("counting") or a command ("counting.undo").

    A command without a section of its own is told where its place is; a place without one where
    the place around it is told. KeyError of what is no place.
    """
    found = _by_topic(language())
    while topic not in found:
        place, dot, _ = topic.partition(".")
        topic = place if dot else PLACES[topic].within
    return found[topic]


@cache
def _pages(language: str) -> dict[str, HelpPage]:
    return {
        name: page_of(name, filled(page_file(name, language).read_text("utf-8")))
        for name in page_names()
    }


@cache
def _by_topic(language: str) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for section in (each for page in _pages(language).values() for each in page.sections):
        for topic in (section.anchor, *section.about):
            if "." in topic or topic in PLACES:
                found.setdefault(topic, section)
    return found
