"""Every act is one transaction with one journal line; one that fails leaves nothing."""

from __future__ import annotations

import atexit
import dataclasses
import importlib
import inspect
import pkgutil
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from agenda_acts import AGENDA_ACTS, AGENDA_WRITTEN_AS, a_changed_programme
from congress_files import (
    a_congress,
    a_counted_round,
    a_round,
    a_setup,
    an_election,
    anyway,
    dump,
    enter,
    fresh_uids,
    granted,
    round_of,
    striking,
)
from decision_acts import DECISION_ACTS, decisions_ready
from discussion_acts import DISCUSSION_ACTS, discussion_ready
from duties_acts import DUTIES_ACTS, some_duties
from guest_acts import GUEST_ACTS, a_congress_with_guests
from issue_acts import a_line, write
from nomination_acts import NOMINATION_ACTS, ready_for
from obstacles_acts import OBSTACLES_ACTS, a_congress_with_obstacles
from operator_acts import OPERATOR_ACTS, an_operated_congress
from paper_parts_acts import PAPER_PARTS_ACTS, an_edited_congress
from pass_acts import PASS_ACTS, bundle_ready
from people_acts import PEOPLE_ACTS, a_busy_register
from preparation_acts import COPIES_ACTS, PREPARATION_ACTS, a_preparation, a_text_in_copies
from refusing_disk import refuse_in_every_way
from running_acts import RUNNING_ACTS, a_running_congress, a_waiting_congress
from seating_acts import SEATING_ACTS, seating_ready
from share_acts import SHARE_ACTS, a_company
from station_acts import STATION_ACTS, station_ready
from total_acts import TOTAL_ACTS, totals_ready

from congress_desk import actions
from congress_desk.actions import congress
from congress_desk.actions.closing_signature import sign_congress
from congress_desk.actions.elections import (
    accounting,
    ballot_boxes,
    ballot_issue,
    ballot_prints,
    ballots,
    declaring,
    early_issue,
    rounds,
)
from congress_desk.actions.elections import ballots_file as recording
from congress_desk.actions.elections import lists as elections
from congress_desk.actions.elections.checks import sample, trace
from congress_desk.actions.rehearsal import note_rehearsal, rehearse_closing
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.i18n import act_text, label, use_language
from congress_desk.imports.rule_sets import load_rule_set, rule_set_text
from congress_desk.languages import LANGUAGES
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import congress as congress_of
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.checks.sample import samples
from congress_desk.queries.elections.lists import elections as elections_of
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.act import Act, about_of
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.elections import ballot_issue as reading_issue

A = "Thư ký"
SIX = Accounting(convened=6, present=6, issued=6, returned=6)


def of(file, code):
    return next(e for e in elections_of(file) if e.code == code)


def a_print(file):
    listed = ballots_to_print(file, of(file, "DB").id).listed
    return ballot_prints.record_ballot_print(
        file, listed.election_id, digest=listed.digest, layout="{}", on_sheet=1, needed=6,
        copies=8, actor=A,
    )  # fmt: skip


def last_ballot(file):
    return file.rows("SELECT max(id) AS id FROM ballot WHERE state = 'counted'")[0]["id"]


BEFORE_ANY_ROUND = {
    "edit_congress": lambda f: congress.edit_congress(
        f, dataclasses.replace(congress_of(f).details, place="Hội trường"), actor=A
    ),
    "set_state": lambda f: congress.set_state(f, CongressState.IN_SESSION, actor=A),
    "note_rehearsal": lambda f: note_rehearsal(f, path=Path("tap.congress"), actor=A),
    "sign_congress": lambda f: sign_congress(f, "11" * 32, actor=A),
    "rehearse_closing": lambda f: rehearse_closing(f, actor=A),
    "edit_rules": lambda f: congress.edit_rules(f, rule_set_text("generic"), actor=A),
    "add_election": lambda f: elections.add_election(f, "UBKT", "Bầu ủy ban", 3, actor=A),
    "edit_election": lambda f: elections.edit_election(
        f, of(f, "DB").id, title="Bầu đại biểu", seats=2, actor=A
    ),
    "remove_election": lambda f: elections.remove_election(f, of(f, "DB").id, actor=A),
    "add_candidate": lambda f: elections.add_candidate(
        f, of(f, "DB").id, Candidate(name="Mai Văn Út"), actor=A
    ),
    "add_candidates": lambda f: elections.add_candidates(
        f, of(f, "DB").id, [Candidate(name="Mai Văn Út"), Candidate(name="Mai Văn Cả")], actor=A
    ),
    "edit_candidate": lambda f: elections.edit_candidate(
        f, dataclasses.replace(of(f, "DB").candidates[0], note="tái cử"), actor=A
    ),
    "remove_candidate": lambda f: elections.remove_candidate(
        f, of(f, "DB").candidates[1].id, actor=A
    ),
    "order_candidates": lambda f: elections.order_candidates(
        f, of(f, "DB").id, [c.id for c in reversed(of(f, "DB").candidates)], actor=A
    ),
    "sort_candidates": lambda f: elections.sort_candidates(f, of(f, "DB").id, actor=A),
    "freeze_list": lambda f: elections.freeze_list(f, of(f, "DB").id, actor=A),
    "unfreeze_list": lambda f: elections.unfreeze_list(f, of(f, "DB").id, actor=A),
    "record_ballot_print": lambda f: a_print(f),
    "set_boxes": lambda f: ballot_boxes.set_boxes(f, [BallotBox(name="Hòm 1")], actor=A),
    "undo_boxes": lambda f: ballot_boxes.undo_boxes(f, actor=A),
    "write_early_issue": lambda f: early_issue.write_early_issue(
        f, of(f, "DB").id, [a_line(IssueKind.HANDED, 2)], actor=A
    ),
    "strike_early_line": lambda f: ballot_issue.strike_issue_line(
        f, reading_issue.early_lines(f, 1)[-1].id, "ghi nhầm", actor=A
    ),
    "void_ballot_print": lambda f: ballot_prints.void_ballot_print(f, 1, "in mờ", actor=A),
    "open_round": lambda f: rounds.open_round(
        f, of(f, "DB").id, accounting=SIX, by_hand=True, bundle_size=3, actor=A,
        going_on=anyway(f),
    ),
    "record_ballots": lambda f: recording.record_ballots(
        f, of(f, "DB").id, [BallotLine(line=2, bundle=1, paper=ballots.Paper())],
        accounting=SIX, by_hand=True, source="phieu.csv", reason="", actor=A,
    ),
}  # fmt: skip
WHILE_COUNTING = {
    "count_cast": lambda f: ballot_boxes.count_cast(f, round_of(f).id, 1, 1, actor=A),
    "edit_accounting": lambda f: accounting.edit_accounting(
        f, round_of(f).id, dataclasses.replace(SIX, convened=7), actor=A, reason="đếm lại"
    ),
    "write_issue_lines": lambda f: ballot_issue.write_issue_lines(
        f, round_of(f).id, [a_line(IssueKind.HANDED, 8)], actor=A
    ),
    "strike_issue_line": lambda f: ballot_issue.strike_issue_line(
        f, issue_register(f, round_of(f).id).lines[-1].id, "ghi nhầm", actor=A
    ),
    "confirm_bundle": lambda f: accounting.confirm_bundle(f, round_of(f).id, 2, operator=A),
    "set_bundle": lambda f: accounting.set_bundle(f, round_of(f).id, 9, 4, actor=A),
    "remove_bundle": lambda f: accounting.remove_bundle(f, round_of(f).id, 3, actor=A),
    "cancel_round": lambda f: rounds.cancel_round(f, round_of(f).id, reason="nhầm", actor=A),
    "enter_ballots": lambda f: ballots.enter_ballots(
        f, round_of(f).id, 3, [striking(round_of(f), [4])], fresh_uids(1), operator=A
    ),
    "correct_ballot": lambda f: ballots.correct_ballot(
        f, last_ballot(f), striking(round_of(f), [1]), *fresh_uids(1), operator=A
    ),
    "take_back_ballot": lambda f: ballots.take_back_ballot(f, last_ballot(f), operator=A),
    "undo_last": lambda f: ballots.undo_last(f, round_of(f).id, operator=A),
    "waive_finding": lambda f: declaring.waive_finding(
        f, round_of(f).id,
        next(x for x in round_sheet(f, round_of(f).id).findings if x.waivable and not x.waived_by),
        name="Trưởng ban", reason="phiếu rách", actor=A,
    ),
}  # fmt: skip
AFTER_COUNTING = {
    "trace_votes": lambda f: trace.trace_votes(
        f,
        round_of(f).id,
        round_of(f).candidates[0].id,
        first="Đỗ Văn Trưởng",
        second="Bình",
        actor=A,
    ),
    "draw_sample": lambda f: sample.draw_sample(f, round_of(f).id, "3-5-1-6-2", 90, 1, actor=A),
    "compare_sheet": lambda f: sample.compare_sheet(
        f, samples(f, round_of(f).id)[0].sheets[0].id, striking(round_of(f), [4]), operator=A
    ),
    "declare_result": lambda f: declaring.declare_result(
        f, round_of(f).id, first="Trưởng ban", second="Chủ tịch", reason="thử", actor=A
    ),
}
ACTS = {
    **BEFORE_ANY_ROUND,
    **WHILE_COUNTING,
    **AFTER_COUNTING,
    **PEOPLE_ACTS,
    **PREPARATION_ACTS,
    **COPIES_ACTS,
    **DISCUSSION_ACTS,
    **GUEST_ACTS,
    **RUNNING_ACTS,
    **OBSTACLES_ACTS,
    **DUTIES_ACTS,
    **NOMINATION_ACTS,
    **AGENDA_ACTS,
    **PAPER_PARTS_ACTS,
    **SHARE_ACTS,
    **SEATING_ACTS,
    **DECISION_ACTS,
    **PASS_ACTS,
    **TOTAL_ACTS,
    **OPERATOR_ACTS,
    **STATION_ACTS,
}
WRITTEN_AS = {
    "open_round": "open_round_anyway",  # this congress votes on nothing before
    **AGENDA_WRITTEN_AS,
    "sort_candidates": "order_candidates",
    "undo_last": "undo",
    "vote_on_decision": "record_vote",
    "apply_split": "split_groups",
    "write_share_list": "import_holdings",
    "edit_field": "edit_person",
    "add_guest": "add_person",
    "edit_invitee_field": "edit_person",
    "edit_turn_field": "edit_turn",
    "edit_task_field": "edit_task",
    "undo_boxes": "undo_change",
    "edit_opinion_field": "edit_opinion",
    "set_meeting": "set_group_meeting",
    "edit_text_field": "edit_text",
    "edit_indicator_field": "edit_indicator",
}


def file_for(folder, name):
    """Return a new open file in the folder on which the act of this name can be done."""
    if name in PEOPLE_ACTS:
        file = a_busy_register(folder)
    elif name in PREPARATION_ACTS:
        file = a_preparation(folder)
    elif name in COPIES_ACTS:
        file = a_text_in_copies(folder)
    elif name in DISCUSSION_ACTS:
        file = discussion_ready(folder, name)
    elif name in GUEST_ACTS:
        file = a_congress_with_guests(folder)
    elif name in RUNNING_ACTS:
        file = (a_waiting_congress if name == "start_item" else a_running_congress)(folder)
    elif name in DUTIES_ACTS:
        file = some_duties(folder)
    elif name in NOMINATION_ACTS:
        file = ready_for(folder, name)
    elif name in AGENDA_ACTS:
        file = a_changed_programme(folder)
    elif name in PAPER_PARTS_ACTS:
        file = an_edited_congress(folder)
    elif name in TOTAL_ACTS:
        file = totals_ready(folder, name)
    elif name in PASS_ACTS:
        file = bundle_ready(folder, name)
    elif name in STATION_ACTS:
        file = station_ready(folder, name)
    elif name in SEATING_ACTS:
        file = seating_ready(folder, name)
    elif name in DECISION_ACTS:
        file = decisions_ready(folder, name)
    elif name in SHARE_ACTS:
        file = a_company(folder)
    elif name in OPERATOR_ACTS:
        file = an_operated_congress(folder)
    elif name in OBSTACLES_ACTS:
        file = a_congress_with_obstacles(folder)
    elif name == "rehearse_closing":
        path = folder / "tap.congress"
        file = granted(new_congress(path, a_setup(), actor=A, rehearsal=True))
    else:
        file = a_congress(folder, an_election("BCH"), an_election("DB"))
    if name == "sign_congress":
        granted(congress.set_state(file, CongressState.CLOSED, actor=A))
    if name in WHILE_COUNTING:
        found = a_round(file, papers=8, bundle_size=3)
        enter(file, found, [4], [3])
        enter(file, found, [4], [3], [2], bundle=2)
    elif name in AFTER_COUNTING:
        a_counted_round(file)
    if name == "compare_sheet":
        granted(ACTS["draw_sample"](file))
    if name in ("void_ballot_print", "write_early_issue", "strike_early_line"):
        granted(a_print(file))
    if name == "strike_early_line":
        granted(ACTS["write_early_issue"](file))
    if name in ("count_cast", "undo_boxes"):
        granted(ACTS["set_boxes"](file))
    if name == "count_cast":
        write(file, round_of(file).id, a_line(IssueKind.HANDED, 8, box_id=1))
    if name == "strike_issue_line":
        write(file, round_of(file).id, a_line(IssueKind.BOX_SEALED))
    return file


# The acts of one of these find all they need in one and the same file.
ALIKE = (
    *(PEOPLE_ACTS, PREPARATION_ACTS, COPIES_ACTS, DUTIES_ACTS, AGENDA_ACTS, PAPER_PARTS_ACTS),
    *(SHARE_ACTS, OBSTACLES_ACTS),
)


@cache
def made_for(name) -> Path:
    """Return the folder of a closed file made once a run, on which this act can be done."""
    folder = Path(tempfile.mkdtemp(prefix="ready-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file_for(folder, name).close()
    return folder


def like(name):
    """Return the act whose file is also that of the act of this name."""
    return next(iter(next((acts for acts in ALIKE if name in acts), (name,))))


@pytest.fixture
def ready(tmp_path, request):
    """Return a file on which the act that the test is about can be done."""
    name = request.getfixturevalue("name")
    if name in OPERATOR_ACTS:  # whoever signs in stays no longer than the file is open
        file = file_for(tmp_path, name)
    else:
        shutil.copytree(made_for(like(name)), tmp_path, dirs_exist_ok=True)
        file = granted(open_file(next(tmp_path.glob("*.congress"))))
    yield file
    file.close()


def at_a_row(step: int) -> Callable[[Any], Any]:
    """Let a way of writing fail once `step` rows were written, in whatever way."""
    writes = iter([None] * step)

    def broken(real: Any) -> Any:
        def write(*args: Any, **kwargs: Any) -> Any:
            try:
                next(writes)
            except StopIteration:
                raise RuntimeError("a bug") from None
            return real(*args, **kwargs)

        return write

    return broken


@pytest.mark.parametrize("name", ACTS)
def test_that_the_act_leaves_nothing_when_it_fails_and_one_line_that_can_be_read_out_when_not(
    ready, name, monkeypatch
):
    before, lines_before = dump(ready), len(ready.journal_lines())

    def broken(act: Act) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(Act, "write_line", broken)
        with pytest.raises(RuntimeError):
            ACTS[name](ready)
    assert dump(ready) == before
    refuse_in_every_way(ready, ACTS[name])
    for step in range(3):
        with monkeypatch.context() as patch:
            fails = at_a_row(step)
            for method in ("insert", "insert_values", "update", "delete"):
                patch.setattr(Act, method, fails(getattr(Act, method)))
            try:
                granted(ACTS[name](ready))
                break
            except RuntimeError:
                assert dump(ready) == before
    else:
        granted(ACTS[name](ready))
    lines = ready.journal_lines()
    assert len(lines) == lines_before + 1
    assert lines[-1].act == WRITTEN_AS.get(name, name)
    assert lines[-1].actor == A
    assert ready.check() == []
    for language in LANGUAGES:
        use_language(language)
        about = about_of(lines[-1])
        said, shortened = act_text(lines[-1].act, about), str(about).count("…")
        assert said and said.count("…") <= shortened, (
            "its sentence wants what the line does not say"
        )
        assert label("act_name", lines[-1].act)


def test_that_no_act_is_left_out_here():
    modules = (
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(actions.__path__, f"{actions.__name__}.")
    )
    acts = {
        name
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__
        and {"actor", "operator"} & set(inspect.signature(found).parameters)
        and "file" in inspect.signature(found).parameters
    }
    assert {name for name in acts if not name.startswith("_")} == set(ACTS)


def test_that_only_acts_write_to_the_tables():
    """No other module of the program has a statement that changes a row."""
    writing = re.compile(r"\b(INSERT|UPDATE|DELETE|REPLACE)\b (INTO|FROM|OR|\w+ SET)")
    root = Path(inspect.getfile(actions)).parent.parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if writing.search(path.read_text("utf-8"))
    }
    names = ("m0001_counting", "m0002_people", "m0003_running", "m0004_kinds", "m0006_passes",
             "m0006_early_issue")  # fmt: skip
    migrations = {f"storage/migrations/{name}.py" for name in names}
    assert found <= {"storage/act.py", *migrations}


@pytest.mark.parametrize("rule_set_id", ["dang-190-2024", "doan-tncs", "generic"])
def test_that_a_new_congress_begins_with_one_line_and_its_own_rules(tmp_path, rule_set_id):
    rules, text = granted(load_rule_set(rule_set_id)), rule_set_text(rule_set_id)
    path = tmp_path / "a.congress"
    file = granted(congress.create_congress(path, a_setup(), rules, text, actor=A))
    assert [line.act for line in file.journal_lines()] == ["create_congress"]
    assert congress_of(file).rules == rules
    assert file.check() == []
    file.close()
