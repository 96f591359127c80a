"""Every act of the program has a name and a sentence in every language: the journal shows them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import congress_desk
from congress_desk.i18n import label, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.storage.safety.partial_recovery import RECOVERED_IN_PART

ROOT = Path(congress_desk.__file__).parent


def acts() -> Iterator[str]:
    """Yield the name of each act as the source begins it: `file.act("open_round", …)`."""
    yield RECOVERED_IN_PART
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if called and node.func.attr == "act" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_act_has_a_name_and_a_sentence(language):
    names = set(acts())
    assert len(names) > 100
    use_language(language)
    for name in sorted(names):
        assert label("act_name", name)
        assert label("act", name)
    use_language("vi")
