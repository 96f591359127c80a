"""The example congress made once a run, and copied for whoever changes it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from congress_desk.atomic_congress import journal_path
from congress_desk.example import make_example


def an_example(path: Path) -> Path:
    """Put a closed example congress with its second journal at `path`, and return it."""
    made = _made()
    shutil.copy(made, path)
    shutil.copy(journal_path(made), journal_path(path))
    return path


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="example-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = make_example(folder / "mau.congress")
    assert isinstance(made, Path)
    return made
