"""The documents: decisions are numbered once, and what they and the code refer to is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECISIONS = {path.name[:4]: path for path in sorted((ROOT / "docs/decisions").glob("*.md"))}
FOLDERS = ("domain/", "ui/", "keys/", "papers/", "reports/", "storage/", "resources/", "tests/",
           "docs/", "imports/", "exports/", "queries/", "actions/")  # fmt: skip


def texts() -> dict[str, str]:
    """Return every document and module by its path."""
    found = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    found += (ROOT / "congress_desk").rglob("*.py")
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in found}


def test_that_a_number_belongs_to_one_decision_that_bears_it():
    names = [path.name for path in (ROOT / "docs/decisions").glob("*.md")]
    assert [n for n, count in Counter(name[:4] for name in names).items() if count > 1] == []
    for number, path in DECISIONS.items():
        assert path.read_text("utf-8").startswith(f"# {number} · "), path.name


def test_that_every_decision_referred_to_is_there():
    for path, text in texts().items():
        for name in re.findall(r"docs/decisions/(\d{4}-[\w-]+\.md)", text):
            assert (ROOT / "docs/decisions" / name).is_file(), (path, name)
        for number in re.findall(r"decision (\d{4})", text):
            assert number in DECISIONS, (path, number)


@pytest.mark.parametrize("document", ["contributing.md", "house.md", "file-format.md"])
def test_that_the_places_a_document_names_are_there(document):
    named = re.findall(r"`([\w./]+)`", (ROOT / "docs" / document).read_text("utf-8"))
    places = {name for name in named if name.startswith(FOLDERS)}
    roots = (ROOT, ROOT / "congress_desk")
    assert {name for name in places if not any((root / name).exists() for root in roots)} == set()
