"""A cell from an empty window to sealed ballots and their papers: every step by key, none skipped.

The set-up workbook of the example: 3 are elected of those on the list, as its own file says. One
ballot is doubtful; nobody opens a round for a reason, every condition is met first.
"""

from __future__ import annotations

from bench import DOWN, ENTER
from document_text import document_text
from journeys.test_newcomer import WORKBOOK, a_newcomer
from secretary import ASIDE, SAVE

from congress_desk.domain.congress import CongressState
from congress_desk.papers import available, make_paper
from congress_desk.queries.congress import congress, presence


def test_that_a_cell_goes_from_its_workbook_to_sealed_ballots_by_keys(qtbot, tmp_path):
    path, printed = tmp_path / "chi-bo.congress", tmp_path / "phieu.pdf"
    with a_newcomer(qtbot, open_file=[WORKBOOK], save_file=[path, printed]) as (she, _):
        she.push("new_from_workbook")
        she._qtbot.waitUntil(lambda: she.window.main.session is not None, timeout=60_000)
        she.settle()
        fix(she, "CU")
        meet_every_condition(she, "CU")
        print_and_hand_out(she, "CU", printed)
        she.go_on("CU")
        assert she.keyboard == "openRound", she.said
        she.press(ENTER)
        count_with_one_in_doubt(she)
        she.declare()
        sheet = she.sheet("CU")
        assert sheet.round.state.value == "declared"
        assert not sheet.waivers, "nothing was waived on the way"
        assert len(she.elected("CU")) == sheet.round.seats
        papers_follow(she, sheet)


def fix(she, code):
    she.show(code)
    she.push("sortCandidate")
    she.push("fixCandidate")
    she.press(ENTER)


def meet_every_condition(she, code):
    """Follow each remedy to where it leads, and do there what it says."""
    present = she.ask(presence).present
    for _ in range(8):
        she.go_on(code)
        if not she.keyboard.startswith("mend_"):
            return
        she.press(ENTER)
        if she.keyboard.startswith("state_"):
            she.answer(True)
            she.press(DOWN)
            assert she.ask(congress).state is CongressState.IN_SESSION
        else:
            vote(she, present)
    raise AssertionError(she.said)


def vote(she, present):
    """Begin the vote on the motion that the remedy chose, and record all hands."""
    motion = she.window.desk.table.current.motion
    assert motion.hands is None, "the remedy leads to the vote that is missing"
    she.press(ENTER, str(present), ENTER)
    for _ in range(6):
        if she.keyboard == "motionsTable":
            break
        she.press(ENTER)


def print_and_hand_out(she, code, printed):
    she.show(code)
    she.push("printBallots")
    she.push("saveBallots")
    she._qtbot.waitUntil(printed.exists, timeout=20_000)
    she.settle()
    she.push("ballotsIssue")
    she.push("issue_seal")
    she.write(issue_name="Đỗ Văn Trưởng", issue_witness="Lê Thị Chủ")
    she.press(SAVE)
    she.answer(True)
    she.push("issue_by_unit")


def count_with_one_in_doubt(she):
    """All papers come back; all keep the first names, one waits until the board has decided."""
    table = she.window.desk.screen_of("counting").table
    found = table.state.count.sheet.round
    papers, names = found.accounting.issued, len(found.candidates)
    if she.keyboard == "operatorField":
        she.write(operatorField="Mai Nhập")
        she.press(ENTER)
    she.write(returnedField=str(papers))
    she.press(ENTER)
    line = " ".join(str(n) for n in range(found.seats + 1, names + 1)) or "0"
    she.count(line, f"+{papers - 2}")
    she.tab_to("ballotEntry")
    she.press(ASIDE)
    she.write(doubtNote="gạch dở dang")
    she.press(SAVE)
    if table.state.awaits_word:
        she.press(".")
    she.push("decide_1")
    she.write(doubtLine=line, doubtReason="ý chí rõ")
    she.press(SAVE)
    she.arrive_at("ballotEntry")


def papers_follow(she, sheet):
    """Read every paper of this election that is to be signed after the count."""
    issued = sheet.round.accounting.issued
    names = [seat.name for seat in she.course("CU").elected]
    told = she.ask(signed_papers)
    assert f"thu về: {issued}" in told["counting-minutes"]
    assert f"Trong hòm có {issued} phiếu (theo biên bản kiểm phiếu)." in told["issue-minutes"]
    assert "BẢN NHÁP" not in told["issue-minutes"]
    for kind in ("approval-request", "first-meeting", "election-report", "minutes", "resolution"):
        assert all(name in told[kind] for name in names), kind
    assert {"sealing-minutes", "ballots-handover", "file-index"} <= told.keys()


SIGNED = frozenset(
    {
        *("counting-minutes", "issue-minutes", "sealing-minutes", "ballots-handover"),
        *("approval-request", "first-meeting", "election-report", "file-index"),
        *("minutes", "resolution"),
    }
)


def signed_papers(file):
    """Return the words of the first paper of each of these kinds."""
    there = {paper.kind: paper for paper in reversed(available(file)) if paper.kind in SIGNED}
    papers = {kind: make_paper(file, paper).content for kind, paper in there.items()}
    return {kind: document_text(told).replace("**", "") for kind, told in papers.items()}
