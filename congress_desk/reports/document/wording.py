"""The official sentences of documents, loaded from resources/wording for one organisation style."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from congress_desk.paths import resource
from congress_desk.reports.document.body_words import DEFAULT_STYLE, STYLES
from congress_desk.reports.document.document import Run
from congress_desk.reports.document.form import Form

_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Sentences by key ("minutes.title"), lists by key, and the form of one style.

    The style's terms ({comrade}, {statutes}, …) fill themselves.
    """

    style: str
    sentences: MappingProxyType[str, str]
    lists: Mapping[str, tuple[str, ...]]
    form: Form
    terms: MappingProxyType[str, str]

    def say(self, key: str, **params: str | int) -> str:
        """Return the sentence under `key`, filled, without bold; KeyError when there is none."""
        return _BOLD.sub(r"\1", self.sentences[key]).format(**self._filling(params))

    def runs(self, key: str, **params: str | int) -> tuple[Run, ...]:
        """Return the sentence under `key`, filled, as runs; only the wording itself makes bold."""
        return _marked(self.sentences[key], self._filling(params))

    def _filling(self, params: Mapping[str, str | int]) -> dict[str, str]:
        return self.terms | {name: grouped(value) for name, value in params.items()}

    def knows(self, key: str) -> bool:
        """Say whether there is a sentence under `key`."""
        return key in self.sentences

    def with_sentences(self, sentences: dict[str, str]) -> Wording:
        """Return the same wording with some sentences of its own."""
        return replace(self, sentences=MappingProxyType(self.sentences | sentences))

    def with_terms(self, **terms: str) -> Wording:
        """Return the same wording with more words that fill themselves."""
        return replace(self, terms=MappingProxyType(self.terms | terms))


def _marked(template: str, texts: Mapping[str, str]) -> tuple[Run, ...]:
    pieces = [
        Run(piece.format(**texts), bold=bool(index % 2))
        for index, piece in enumerate(_BOLD.split(template))
        if piece
    ]
    return tuple(run for run in pieces if run.text)


def grouped(value: str | int) -> str:
    """Return a count with points between thousands, as papers write it: "1.570"."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


@cache
def wording_of(style: str) -> Wording:
    """Return the wording of a document style; a style that is not known reads as NĐ 30."""
    style = style if style in STYLES else DEFAULT_STYLE
    tree: dict[str, Any] = {}
    for path in sorted(resource("wording").glob("*.toml")):
        tree.update(_read(path))
    tree.update(_read(resource("wording", "styles", f"{style}.toml")))
    form = Form(**tree.pop("form"))
    terms = tree.pop("terms")
    flat = _flat(tree)
    return Wording(
        style=style,
        sentences=MappingProxyType({k: v for k, v in flat.items() if isinstance(v, str)}),
        lists=MappingProxyType({k: tuple(v) for k, v in flat.items() if isinstance(v, list)}),
        form=form,
        terms=MappingProxyType(terms),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat
