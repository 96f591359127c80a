import json

import pytest

from congress_desk.domain.elections.findings import Severity
from congress_desk.i18n import use_language
from congress_desk.reports.elections.result_json import no_round_json, result_json

from . import sheets
from .scenes import SCENES


def test_that_the_result_has_the_shape_other_programs_rely_on():
    sheet, _ = sheets.ward_sheet()
    told = json.loads(json.dumps(result_json(sheet)))
    assert told["congress"]["rule_set"] == "dang-190-2024"
    election = told["election"]
    assert (election["id"], election["seats"], election["round"]) == ("BCH", 15, 1)
    assert election["mark_mode"] == "strike"
    accounting = told["accounting"]
    assert {k: accounting[k] for k in ("convened", "present", "issued", "returned")} == {
        "convened": 118,
        "present": 117,
        "issued": 117,
        "returned": 117,
    }
    assert accounting["valid"] + accounting["invalid"] == 117
    assert sum(accounting["invalid_by_reason"].values()) == accounting["invalid"]
    assert (told["majority"]["base"], told["majority"]["of"], told["majority"]["needed"]) == (
        "convened",
        118,
        60,
    )
    assert [c["position"] for c in told["candidates"]] == list(range(1, 19))
    keys = {"position", "name", "votes", "against", "uncounted", "percent", "outcome"}
    assert all(set(c) >= keys for c in told["candidates"])
    votes = {c["position"]: c["votes"] for c in told["candidates"]}
    assert [votes[p] for p in told["elected"]] == sorted(
        (votes[p] for p in told["elected"]), reverse=True
    )
    assert told["code"] == "7F3A-91C2"


@pytest.mark.parametrize("scene", ["void", "incomplete", "not_begun"])
def test_that_nobody_is_declared_in_a_void_or_incomplete_round(scene):
    told = result_json(SCENES[scene]())
    assert (told["elected"], told["tied"]) == ([], [])
    assert {c["outcome"] for c in told["candidates"]} == {"undecided"}


@pytest.mark.parametrize("scene", SCENES)
def test_that_every_kind_of_round_is_plain_json(scene):
    told = json.loads(json.dumps(result_json(SCENES[scene]())))
    assert told["outcome"] in {"void", "incomplete", "tie", "short", "complete"}
    severities = {severity.value for severity in Severity}
    assert all(f["message"] and f["severity"] in severities for f in told["findings"])


def test_that_messages_are_in_the_language_in_use():
    sheet = SCENES["waived"]()
    vietnamese = result_json(sheet)["findings"]
    use_language("en")
    english = result_json(sheet)["findings"]
    use_language("vi")
    assert [f["code"] for f in vietnamese] == [f["code"] for f in english]
    assert all(v["message"] != e["message"] for v, e in zip(vietnamese, english, strict=True))
    assert any(f.get("waived_by") == "Đỗ Xuân Chi" for f in english)


def test_that_an_election_not_begun_has_the_same_shape_and_no_numbers():
    sheet, _ = sheets.ward_sheet()
    told = no_round_json(sheet.congress, sheet.election)
    assert set(told) == set(result_json(sheet))
    assert set(told["election"]) == set(result_json(sheet)["election"])
    assert set(told["accounting"]) == set(result_json(sheet)["accounting"])
    assert told["election"]["round"] == 0
    assert told["accounting"]["convened"] is None
    assert (told["outcome"], told["elected"]) == ("incomplete", [])
    assert {c["outcome"] for c in told["candidates"]} == {"undecided"}
    json.dumps(told)
