"""The command line as tests call it, and the files it is fed with."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from congress_desk.cli import main
from congress_desk.languages import LANGUAGES


@dataclass(frozen=True)
class Said:
    """What a call gave: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def said_by(capsys: pytest.CaptureFixture[str], *words: object) -> Said:
    """Run a call in this process."""
    capsys.readouterr()
    code = main([str(word) for word in words])
    written = capsys.readouterr()
    return Said(code, written.out, written.err)


def said_by_process(*words: object, **environment: str | None) -> Said:
    """Run a call as a process of its own, without a screen; None takes a variable away."""
    changed: dict[str, str | None] = {
        "DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None, **environment
    }  # fmt: skip
    kept = {k: v for k, v in os.environ.items() if k not in changed}
    done = subprocess.run(
        [sys.executable, "-m", "congress_desk", *map(str, words)],
        cwd=Path(__file__).parent.parent.parent, capture_output=True, check=False, encoding="utf-8",
        env=kept | {k: v for k, v in changed.items() if v is not None},
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


def a_workbook(path: Path, case: Mapping[str, Any]) -> Path:
    """Write the set-up workbook of an election with a known result."""
    book = Workbook()
    details = book.active
    details.title = "Đại hội"
    for row in (("Mục", "Giá trị"), ("Tên đại hội", "Đại hội"), ("Quy chế bầu cử", case["rules"])):
        details.append(row)
    elections = book.create_sheet("Bầu cử")
    elections.append(("Mã", "Nội dung bầu", "Số lượng bầu"))
    elections.append(("BCH", "Bầu ban chấp hành", case["seats"]))
    listed = book.create_sheet("Danh sách bầu cử")
    listed.append(("Mã", "STT", "Họ và tên"))
    for place, name in enumerate(case["candidates"], start=1):
        listed.append(("BCH", place, name))
    book.save(path)
    return path


def a_ballots_file(path: Path, ballots: Iterable[Mapping[str, Any]]) -> Path:
    """Write ballots as the contract has them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("bundle", "struck", "both", "blank", "invalid"))
        for ballot in ballots:
            marks = [" ".join(map(str, ballot[mark])) for mark in ("struck", "both", "blank")]
            writer.writerow((ballot["bundle"], *marks, ballot["invalid"]))
    return path


def numbers_of(case: Mapping[str, Any]) -> list[str]:
    """Return the accounting of a case as words of the call."""
    numbers = [word for name, n in case["accounting"].items() for word in (f"--{name}", str(n))]
    return [*numbers, "--reason", "Đại hội đã biểu quyết"]


def assert_refused(
    capsys: pytest.CaptureFixture[str], folder: Path, *words: object, names: str = ""
) -> None:
    """Check that a call is refused in one line, in both languages, and leaves all as it was."""
    before = everything_in(folder)
    lines = set()
    for language in LANGUAGES:
        told = said_by(capsys, "--lang", language, *words)
        assert (told.code, told.out) == (2, ""), told
        assert told.err.endswith("\n")
        assert told.err.count("\n") == 1, told.err
        assert "Traceback" not in told.err
        assert names in told.err
        lines.add(told.err)
        assert everything_in(folder) == before
    assert len(lines) == len(LANGUAGES)


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
