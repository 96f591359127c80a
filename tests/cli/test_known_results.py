"""Every election with a known result gives it through the command line."""

from __future__ import annotations

import pytest
from builders import case_names, load_case
from command_line import a_ballots_file, a_workbook, numbers_of, said_by


@pytest.mark.parametrize("name", case_names())
def test_that_an_election_gives_its_known_result(tmp_path, capsys, name):
    case, file = load_case(name), tmp_path / "dh.congress"
    workbook = a_workbook(tmp_path / "setup.xlsx", case)
    papers = a_ballots_file(tmp_path / "phieu.csv", case["ballots"])
    assert said_by(capsys, "new", file, "--from", workbook).code == 0
    told = said_by(
        capsys, "ballots", file, "BCH", papers, *numbers_of(case), "--reason", "Theo biểu quyết"
    )
    assert told.code == 0, told.err
    told = said_by(capsys, "result", file, "BCH", "--json")
    assert (told.code, told.err) == (0, "")
    result, expect = told.json, case["expect"]
    assert result["congress"]["rule_set"] == case["rules"]
    assert [c["name"] for c in result["candidates"]] == case["candidates"]
    assert result["accounting"] == case["accounting"] | {
        key: expect[key] for key in ("valid", "invalid", "invalid_by_reason")
    }
    assert {key: result["majority"][key] for key in ("of", "needed")} == {
        key: expect[key] for key in ("of", "needed")
    }
    for key in ("votes", "against", "uncounted", "percent"):
        assert [c[key] for c in result["candidates"]] == expect[key], key
    assert [c["outcome"] for c in result["candidates"]] == expect["candidate_outcome"]
    assert {key: result[key] for key in ("outcome", "elected", "tied")} == {
        key: expect[key] for key in ("outcome", "elected", "tied")
    }
    assert said_by(capsys, "verify", file).code == 0


def test_that_there_are_cases_to_try():
    assert len(case_names()) >= 11
