"""Finds sections of the help by words typed with or without accents, the best first.

What newcomers call otherwise than the pages stands beside these in `asked.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from congress_desk.domain.text.clean_text import without_accents
from congress_desk.help.contents import sections
from congress_desk.help.page import Section
from congress_desk.i18n import language
from congress_desk.paths import resource

MOST, AROUND = 20, 70
# A word, and two that follow each other as typed: Vietnamese words are of two syllables.
_TITLE, _TEXT, _PAIR_IN_TITLE, _PAIR_IN_TEXT, _WHOLE_TITLE = 3.0, 1.0, 4.0, 2.0, 6.0
_WORTH_SHOWING = 0.2
# Shorter words are taken whole, but the last one, which may not be typed to its end.
_BEGINS_OTHERS = 4
_NO_WORD = re.compile(r"\W")


class Hit(NamedTuple):
    """A section that answers, with the piece of its text where the words stand."""

    section: Section
    snippet: str


class _Folded(NamedTuple):
    """A section without case and accents; a text begins with a space, two part the titles."""

    section: Section
    titles: str
    text: str


class _Index(NamedTuple):
    sections: tuple[_Folded, ...]
    asides: frozenset[str]


def found(typed: str) -> tuple[Hit, ...]:
    """Return the sections that answer, the best first; a word that is nowhere is passed over."""
    index = _index(language())
    said = _plain(typed).split()
    wanted = [word for word in said if word not in index.asides] or said
    begun = {
        word: f" {word}" if len(word) >= _BEGINS_OTHERS or word == said[-1] else f" {word} "
        for word in wanted
    }
    weights = {each: weight for each in begun.values() if (weight := _weight(index, each))}
    pairs = [
        (begun[first], begun[second])
        for first, second in pairwise(said)
        if {begun.get(first), begun.get(second)} <= weights.keys()
    ]
    ranked = [
        (rank, at, each.section)
        for at, each in enumerate(index.sections)
        if (rank := _rank(each, weights, pairs))
    ]
    ranked.sort(key=lambda each: (-each[0], each[1]))
    return tuple(
        Hit(section, _snippet(section.text, list(weights)))
        for rank, _, section in ranked[:MOST]
        if rank >= ranked[0][0] * _WORTH_SHOWING
    )


@cache
def _index(language: str) -> _Index:
    asides, asked = other_words(language)
    return _Index(
        tuple(
            _Folded(
                each,
                f" {_plain(each.title)}  {_plain(asked.get(each.address, ''))} ",
                f" {_plain(each.text)} ",
            )
            for each in sections()
        ),
        frozenset(_plain(asides).split()),
    )


def other_words(language: str) -> tuple[str, dict[str, str]]:
    """Return what says nothing in a question, and other words for sections by their address."""
    file = resource("help", language, "asked.toml")
    table = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    return table.get("asides", ""), table.get("sections", {})


def _weight(index: _Index, begun: str) -> float:
    """Return what a word tells: the fewer sections have it, the more; 0 when none has."""
    times = sum(begun in each.titles or begun in each.text for each in index.sections)
    return 1 + log(len(index.sections) / times) if times else 0


def _rank(each: _Folded, weights: dict[str, float], pairs: list[tuple[str, str]]) -> float:
    """Return how well a section answers, 0 not at all; a word is given with its space before it."""
    rank = held = 0.0
    for word, weight in weights.items():
        if in_title := word in each.titles:
            rank += _TITLE * weight
        if word in each.text:
            rank += _TEXT * weight
        elif not in_title:
            continue
        held += weight
    if not held:
        return 0
    for first, second in pairs:
        begun, both = f"{first.rstrip()}{second}", weights[first] + weights[second]
        rank += _PAIR_IN_TITLE * both * (begun in each.titles)
        rank += _PAIR_IN_TEXT * both * (begun in each.text)
    if f" {''.join(map(str.rstrip, weights))}  " in f" {each.titles} ":
        rank += _WHOLE_TITLE * held
    return rank * held / sum(weights.values())


def _snippet(text: str, words: list[str]) -> str:
    """Return the piece of a text around the first of the words that is there."""
    plain = f" {_plain(text)}"
    at = next((place for word in words if (place := plain.find(word)) >= 0), 0)
    begin = text.rfind(" ", 0, max(at - AROUND // 2, 0) + 1) + 1 if at > AROUND // 2 else 0
    end = text.find(" ", min(begin + 2 * AROUND, len(text)))
    piece = text[begin : end if end >= 0 else len(text)]
    return f"{'…' if begin else ''}{piece}{'…' if end >= 0 else ''}"


def _plain(text: str) -> str:
    """Return a text of the same length without case and accents, a space for each sign."""
    return _NO_WORD.sub(" ", without_accents(text).casefold())
