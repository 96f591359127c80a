"""The short form of `python -m tests.fuzz`: some inputs of every kind, and none of them crashes."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.errors import Refusal
from congress_desk.imports.register.pasted import read_pasted

from . import records_in, watch
from .campaign import some_of
from .kinds import KINDS, Kind
from .watch import Faulty, sentences, tried, watched

# Seconds of inputs in all.
INPUTS = 4_000
LEAST = 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_that_no_input_of_this_kind_crashes_stands_still_or_writes_elsewhere(kind: Kind, tmp_path):
    count = max(LEAST, INPUTS * kind.share // 1000 // (4 if kind.share < 60 else 1))
    tally = some_of(kind, 13, range(count), tmp_path)
    assert not tally.crashes, tally.told
    assert tally.taken + tally.refused == count


class _Texts:
    """Chances that are always the same text: what Hypothesis thought of."""

    def __init__(self, text: str) -> None:
        self._text = text

    def choice(self, _: object) -> str:
        return self._text

    def randrange(self, *_: int) -> int:
        return 0

    def random(self) -> float:
        return 0.9


_TYPED = records_in.typed_text(None)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=60)
def test_that_any_text_at_all_is_read_or_refused_wherever_one_is_typed(text):
    _TYPED(_Texts(text))
    read = read_pasted(text)
    if isinstance(read, Refusal):
        sentences(read.problems)


def test_that_the_watch_hears_of_writing_elsewhere(tmp_path):
    (tmp_path / "in").mkdir()
    with watched(tmp_path / "in"):
        assert tried(lambda: (tmp_path / "in" / "x").write_text("x")) == "in"
        with pytest.raises(Faulty, match="wrote to"):
            tried(lambda: (tmp_path / "y").write_text("y"))


@pytest.mark.skipif(sys.platform == "win32", reason="its clock of processor time rings on POSIX")
def test_that_the_watch_ends_what_stands_still(tmp_path, monkeypatch):
    monkeypatch.setattr(watch, "SLOWEST_S", 0.05)

    def for_ever() -> None:
        while True:
            pass

    with watched(tmp_path), pytest.raises(Faulty, match="not done"):
        tried(for_ever)
