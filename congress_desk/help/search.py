"""Finds sections of the help by words typed with or without accents, the best first."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from congress_desk.domain.text.clean_text import without_accents
from congress_desk.help.contents import GLOSSARY, sections
from congress_desk.help.page import Section
from congress_desk.i18n import language

MOST, AROUND = 20, 70
_TITLE, _TITLE_BEGIN, _PHRASE, _TERM, _TEXT, _MOST_IN_TEXT = 12, 8, 6, 3, 1, 4
_NO_WORD = re.compile(r"\W")


class Hit(NamedTuple):
    """A section that answers, with the piece of its text where the words stand."""

    section: Section
    snippet: str


def found(typed: str) -> tuple[Hit, ...]:
    """Return the sections that hold every word typed, those with it in their title first."""
    wanted = tuple(_plain(typed).split())
    if not wanted:
        return ()
    ranked = [
        (rank, at, section)
        for at, (section, title, text) in enumerate(_folded(language()))
        if (rank := _rank(section, title, text, wanted))
    ]
    ranked.sort(key=lambda each: (-each[0], each[1]))
    return tuple(Hit(section, _snippet(section.text, wanted[0])) for _, _, section in ranked[:MOST])


@cache
def _folded(language: str) -> tuple[tuple[Section, str, str], ...]:
    return tuple((each, f" {_plain(each.title)}", f" {_plain(each.text)}") for each in sections())


def _rank(section: Section, title: str, text: str, wanted: tuple[str, ...]) -> int:
    """Return how well a section answers, 0 not at all: a word counts where it begins one."""
    rank = 0
    for word in wanted:
        begun = f" {word}"
        in_title, times = begun in title, text.count(begun)
        if not in_title and not times:
            return 0
        rank += _TITLE * in_title + _TEXT * min(times, _MOST_IN_TEXT)
    if title.startswith(f" {' '.join(wanted)}"):
        rank += _TITLE_BEGIN
    if f" {' '.join(wanted)}" in text:
        rank += _PHRASE
    return rank + (_TERM if section.page == GLOSSARY and section.level > 2 else 0)


def _snippet(text: str, word: str) -> str:
    """Return the piece of a text around the first place of a word."""
    at = max(f" {_plain(text)}".find(f" {word}"), 0)
    begin = text.rfind(" ", 0, max(at - AROUND // 2, 0) + 1) + 1 if at > AROUND // 2 else 0
    end = text.find(" ", min(begin + 2 * AROUND, len(text)))
    piece = text[begin : end if end >= 0 else len(text)]
    return f"{'…' if begin else ''}{piece}{'…' if end >= 0 else ''}"


def _plain(text: str) -> str:
    """Return a text of the same length without case and accents, a space for each sign."""
    return _NO_WORD.sub(" ", without_accents(text).casefold())
