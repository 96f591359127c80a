"""Sentences in the user's language: screens by their English source, messages by their code.

A language is a folder `resources/i18n/<code>`; `<area>.json` in it holds
{"ui": {English: translation}, "messages": {key: …}, "plurals": {either: {form: …}}}.
English has no "ui" part. Placeholders are {named}. `plurals` are the sentences that a number
changes, in the forms that the language's own rules name; see `plural_rules`.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from string import Formatter
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Self, TypeVar

from congress_desk.domain.rules.articles import bracketed
from congress_desk.languages import DEFAULT, LANGUAGES
from congress_desk.paths import resource
from congress_desk.plural_rules import OTHER, form_of

if TYPE_CHECKING:
    from congress_desk.domain.elections.findings import Finding
    from congress_desk.domain.elections.passes.comparison import Difference
    from congress_desk.errors import Place, Problem

_Said = TypeVar("_Said", str, dict[str, str])
_log = logging.getLogger(__name__)
_current = DEFAULT
# What the start page says holds none of these: they are compiled when first looked for.
_ARTICLE = r"(?:khoản (\d+) )?Điều (\d+(?:\.\d+)*)"
_HOUR, _DAY = 60, 24 * 60
_LONG_NUMBER, _LONGEST_REPEATED = 10_000, 1_000
_GAP = "…"
# "{body.convener}" in a sentence: what the body that meets calls it; a capital begins with one.
_BODY_WORD = r"\{body\.(\w+?)(_low)?\}"
_body_words: Mapping[str, str] = {}
_spoken: dict[int, str] = {}  # by the number of a thread: what it speaks, "" as all
# The areas that the start page speaks from.
_FIRST = frozenset({"help", "obstacles", "rehearsal", "shell"})
_UNSEEN = "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
# Parameters of a sentence that are moments, as the journal writes them.
_MOMENTS = frozenset({"since", "moment"})


def use_language(language: str) -> None:
    """Choose the language of all sentences from here on, by its code; ValueError without it."""
    global _current
    if language not in LANGUAGES:
        raise ValueError(language)
    _current = language


def use_words(words: Mapping[str, str]) -> None:
    """Let sentences speak in the words of a body from here on; of none, in words right for all."""
    global _body_words
    _body_words = words


def language() -> str:
    """Return the language in use."""
    return _spoken.get(get_ident()) or _current


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language in this thread alone, whatever the screens speak: for official papers."""
    here = get_ident()
    before, _spoken[here] = _spoken.get(here, ""), language
    try:
        yield
    finally:
        _spoken[here] = before


def with_decimal_mark(number: str) -> str:
    """Return "66.67" with the decimal mark of the language: "66,67"."""
    return number.replace(".", LANGUAGES[language()].decimal)


def grouped(number: int) -> str:
    """Return a whole number in groups of three, as the language writes them: "1.631"."""
    return f"{number:,}".replace(",", LANGUAGES[language()].thousands)


def duration_words(minutes: int | None) -> str:
    """Return minutes as people say them: "40 phút", "5 giờ 25 phút"; "" of none."""
    if minutes is None:
        return ""
    if minutes < _HOUR:
        return tr("{minutes} min", minutes=minutes)
    days, rest = divmod(minutes, _DAY)
    hours, rest = divmod(rest, _HOUR)
    if days:
        words = tr("{days} d {hours} h", days=days, hours=hours)
        return words if hours else tr("{days} d", days=days)
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)


def tr(source: str, /, **params: str | int) -> str:
    """Return the sentence whose English text is `source`, its {placeholders} filled."""
    known = sentences(language())
    plural = _plural(source, params) if params else ""
    text = _of_body(plural or known.find(known.ui, source) or source)
    return _filled(text, params) if params else text


def message(key: str, /, **params: str | int) -> str:
    """Return the sentence or label under `key`; KeyError when no catalogue has it."""
    text = _of_body(_plural(key, params) or _said_under(key))
    return _filled(text, params) if params else text


def _said_under(key: str) -> str:
    """Return what stands under a key as it is written; KeyError when no area has it."""
    known = sentences(language())
    said = known.find(known.messages, key)
    if said is None:
        raise KeyError(key)
    return said


def _of_body(text: str) -> str:
    return re.sub(_BODY_WORD, _body_word, text) if "{body." in text else text


def _body_word(found: re.Match[str]) -> str:
    name, lowered = found[1], found[2]
    known = _body_words.get(name.lower()) or _said_under(f"body.{name.lower()}")
    first = known[:1].lower() if lowered else known[:1].upper() if name[0].isupper() else known[:1]
    return first + known[1:]


class _Given(dict[str, str | int]):
    """What fills a sentence. One with a gap can be read: the hall does not wait for its mending."""

    def __missing__(self, name: str) -> str:
        _log.error("a sentence lacks its {%s}", name)
        return _GAP


def _filled(text: str, params: Mapping[str, str | int]) -> str:
    given = _Given(_cited(params))
    if "({article})" in text:
        given["article"] = bracketed(str(given["article"]))
    return text.format_map(given)


def article_said(article: str) -> str:
    """Return an article as the rules cite it ("khoản 4 Điều 17") in the language in use."""
    return re.sub(_ARTICLE, _article, article)


def _article(found: re.Match[str]) -> str:
    kind = "part" if found[1] else "whole"
    return _said_under(f"article.{kind}").format(part=found[1], number=found[2])


def _cited(params: Mapping[str, str | int]) -> Mapping[str, str | int]:
    article = params.get("article")
    return {**params, "article": article_said(article)} if isinstance(article, str) else params


def _plural(key: str, params: Mapping[str, str | int]) -> str:
    """Return the form of a sentence that its number wants, "" of a sentence that has but one.

    The number is `count`, or the first whole number where there is none.
    """
    known = sentences(language())
    if not known.unread and key not in known.plurals:
        return ""
    counts = (params.get("count"), *params.values())
    number = next((value for value in counts if isinstance(value, int)), None)
    if number is None or not (forms := known.find(known.plurals, key)):
        return ""
    return forms.get(form_of(number, LANGUAGES[language()].plurals), forms[OTHER])


def has_message(key: str) -> bool:
    """Say whether there is a sentence or label under `key`."""
    known = sentences(language())
    return known.find(known.messages, key) is not None


def label(group: str, code: str) -> str:
    """Return the label of a coded value, such as label("status", "present")."""
    return message(f"{group}.{code}")


def problem_text(problem: Problem) -> str:
    """Return one line: where it is, what is wrong, what to do, and the article if a rule is why."""
    params = {k: _bounded(v) for k, v in problem.params.items()}
    sentence = message(f"problem.{problem.code}", **_labelled(params))
    place = place_text(problem.place)
    article = f" ({bracketed(article_said(problem.article))})" if problem.article else ""
    return (f"{place}: {sentence}" if place else sentence) + article


def finding_text(finding: Finding) -> str:
    """Return the sentence of a finding, without its article."""
    return message(f"finding.{finding.code}", **_labelled(finding.params))


def difference_text(difference: Difference) -> str:
    """Return in words where entry passes differ: places alone, nothing of what was entered."""
    return message(f"difference.{difference.code}", **difference.params)


def act_text(act: str, about: Mapping[str, str | int]) -> str:
    """Return the sentence of a journal line: what was done, with its names and numbers.

    Whoever wrote the line, it is read: what its sentence says and it does not is a gap, an act
    that has no sentence is called by its code.
    """
    key = f"act.{act}"
    if not has_message(key):
        return message("act.unknown", act=seen(act))
    said = {name: value for name, value in _labelled(about).items() if value is not None}
    return message(key, **said, **dict.fromkeys(_named_in(language(), key) - said.keys(), _GAP))


@cache
def _named_in(language: str, key: str) -> frozenset[str]:
    """Return what the sentence under `key` wants to be told."""
    known = sentences(language)
    sentence = known.find(known.messages, key) or ""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def act_name(act: str) -> str:
    """Return what an act is called in a list, by its code where it has no name."""
    return label("act_name", act) if has_message(f"act_name.{act}") else seen(act)


def place_text(place: Place) -> str:
    """Return a place in words: file, sheet, row and column, line or key."""
    from congress_desk.errors import row_in_sheet  # at the start nothing is refused

    parts = [seen(place.file)]
    parts += [
        message(f"place.{name}", value=seen(value) if isinstance(value, str) else value)
        for name, value in (
            ("sheet", place.sheet),
            ("row", row_in_sheet(place.row)),
            ("line", place.line),
            ("column", place.column),
            ("key", place.key),
        )
        if value
    ]
    return ", ".join(part for part in parts if part)


def seen(text: str) -> str:
    """Return a text in which nothing is hidden or turns a line round: such a sign becomes "�".

    What is said of a file may quote what stands in it, whoever wrote that.
    """
    return text if text.isprintable() else re.sub(_UNSEEN, "\ufffd", text)


def _bounded(value: str | int) -> str | int:
    """Cut, visibly, what no sentence can repeat: a text without end."""
    if isinstance(value, int) or len(value) <= _LONGEST_REPEATED:
        return value
    return value[: _LONGEST_REPEATED - 1] + "…"


def _labelled(params: Mapping[str, str | int]) -> dict[str, str | int]:
    """Replace a parameter that names a label, such as "status.present", by the label.

    A percentage gets the decimal mark of the language, a moment the day's usual order; `lasting`
    is in minutes. A number of five figures or more is read in groups of three, as shares are.
    """
    messages = sentences(language()).all().messages
    worded = {
        k: _of_body(messages[v]) if v in messages else seen(v) if isinstance(v, str) else v
        for k, v in params.items()
    }
    if "percent" in worded:
        worded["percent"] = with_decimal_mark(str(worded["percent"]))
    if isinstance(worded.get("lasting"), int):
        worded["lasting"] = duration_words(int(worded["lasting"]))
    for moment in _MOMENTS & worded.keys():
        worded[moment] = _hour_and_day(str(worded[moment]))
    return {k: _readable(v) for k, v in worded.items()}


def _readable(value: str | int) -> str | int:
    return grouped(value) if isinstance(value, int) and abs(value) >= _LONG_NUMBER else value


def _hour_and_day(iso: str) -> str:
    """Return "16:42, 22/11/2026" of an ISO time; what is none stays as it is."""
    from datetime import datetime  # when a moment is told: the start page tells none

    try:
        return f"{datetime.fromisoformat(iso):%H:%M, %d/%m/%Y}"
    except ValueError:
        return iso


class _Sentences:
    """The sentences of a language, read area by area until the one that is asked for is there.

    `ui` by their English source, `messages` by their key, `plurals` those of several forms. The
    start page finds its words in a few areas: the others are read with the first desk.
    """

    def __init__(self, language: str) -> None:
        self.ui: dict[str, str] = {}
        self.messages: dict[str, str] = {}
        self.plurals: dict[str, dict[str, str]] = {}
        files = (each for each in resource("i18n", language).iterdir() if each.suffix == ".json")
        self.unread = sorted(files, key=lambda file: (file.stem not in _FIRST, file.stem))
        # Window and worker ask at the same time: one of them reads, the other waits.
        self._reading = Lock()

    def find(self, part: Mapping[str, _Said], key: str) -> _Said | None:
        """Return what stands under `key` in one of the parts, None where no area has it."""
        if key not in part and self.unread:
            with self._reading:
                while key not in part and self.unread:
                    self._read(self.unread[0])
                    del self.unread[0]
        return part.get(key)

    def all(self) -> Self:
        """Return all of them, every area read."""
        self.find(self.messages, "")
        return self

    def _read(self, file: Path) -> None:
        area = json.loads(file.read_bytes())
        self.ui |= area.get("ui", {})
        self.messages |= area.get("messages", {})
        self.plurals |= area.get("plurals", {})


@cache
def sentences(language: str) -> _Sentences:
    """Return the sentences of a language by its code."""
    return _Sentences(language)
