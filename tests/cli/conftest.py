"""The congress that the calls of these tests work on."""

from __future__ import annotations

import pytest
from builders import load_case
from command_line import a_ballots_file, a_workbook, said_by

WARD = "ward-17-for-15"


@pytest.fixture
def file(tmp_path, capsys):
    """A congress without a round, and a ballots file that would do."""
    case = load_case(WARD)
    said_by(
        capsys, "new", tmp_path / "dh.congress", "--from", a_workbook(tmp_path / "s.xlsx", case)
    )
    a_ballots_file(tmp_path / "phieu.csv", case["ballots"])
    return tmp_path / "dh.congress"
