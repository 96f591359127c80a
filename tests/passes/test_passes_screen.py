"""The page that compares passes: places without values, the sheets typed from the paper by keys."""

from __future__ import annotations

from functools import partial

import pytest
from bench import CTRL, DOWN, ENTER, ESC, Bench, open_desk
from congress_files import granted, striking
from journal_lines import journal
from operator_acts import COUNTER, HEAD, OTHER, PEOPLE, define_everybody, sits
from pass_acts import FIRST, SECOND, a_pass, a_round_of_passes, both_passes
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from station_acts import handed
from total_acts import a_sheet

from congress_desk.actions.elections.declaring import declare_result, waive_finding
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.elections.totals.entering import enter_totals
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.passes.comparison import StretchKind
from congress_desk.errors import refuse
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.storage.congress_file import NotSaved
from congress_desk.ui.desks.elections.desk import ElectionsDesk
from congress_desk.ui.desks.elections.totals.bundle_totals import SettleDialog
from congress_desk.ui.parts.operators.second_operator_dialog import SecondOperatorDialog

RESOLVER = "Tạ Thị Kim Oanh"


def prepared(folder, prepare):
    file, found = a_round_of_passes(folder)
    prepare(file, found)
    return file


@pytest.fixture
def opened(qtbot, tmp_path):
    """Return how to show the comparison of a round of two passes with two bundles of three."""
    held = []

    def make(prepare) -> Bench:
        show = open_desk(
            Bench, ElectionsDesk, partial(prepared, tmp_path, prepare), tmp_path, qtbot
        )
        bench = show.__enter__()
        held.append(show)
        bench.session.operator = RESOLVER
        bench.desk.show_at("passes", 1)
        bench.settle()
        return bench

    yield make
    for show in held:
        show.__exit__(None, None, None)


def one_differs(file, found):
    both_passes(file, found, [[1], [2], [3]], [[1], [4], [3]], bundle=1)
    a_pass(file, found, [1], [1], [1], by=FIRST, bundle=2)


def both_differ(file, found):
    both_passes(file, found, [[1], [2], [3]], [[1], [4], [3]], bundle=1)
    both_passes(file, found, [[1], [2], [3]], [[1], [2], [4]], bundle=2)


def one_lacks_a_sheet(file, found):
    both_passes(file, found, [[1], [2], [3]], [[1], [3]], bundle=1)


def all_agree(file, found):
    for bundle in (1, 2):
        both_passes(file, found, [[1], [2], [3]], [[1], [2], [3]], bundle=bundle)


def texts(bench: Bench) -> str:
    labels = bench.desk.screen_of("passes").findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_that_the_bundle_that_differs_is_in_sight_with_its_place_and_no_value(opened):
    bench = opened(one_differs)
    assert bench.part("agreedBundles").text() == "0 / 2"
    assert bench.part("bundleTitle").text() == "Tệp 1: phiếu 2 nhập khác nhau"
    kinds = [column.kind for column in bench.part("passStrip").columns]
    assert kinds == [StretchKind.SAME, StretchKind.DIFFERS, StretchKind.SAME]
    assert "gạch" not in texts(bench)


def test_that_what_differs_is_typed_from_the_paper_by_keys_alone(opened):
    bench = opened(one_differs)
    bench.press(ENTER)
    assert bench.keyboard == "ballotEntry"
    assert "Gõ lại phiếu 2 của tệp 1 theo giấy" in texts(bench)
    bench.press("4", ENTER)
    assert bench.ask(bundle_of, 1, 1).state is BundleState.AGREED
    assert bench.ask(running_sheet, 1).tally.entered == 3
    assert "Tệp 1 đã khớp" in texts(bench)
    assert bench.keyboard == "passBundles"


def test_that_what_no_pass_has_is_recorded_once_it_was_typed_twice_alike(opened):
    bench = opened(one_differs)
    bench.press(ENTER)
    for line in ("3", "1", "34"):  # the next sheet, the last one, a slip
        bench.press(line, ENTER)
        assert bench.part("ballotEntry").text() == ""
        assert "không lượt nào có phiếu 2" in bench.part("retypeSaid").text()
        assert bench.ask(bundle_of, 1, 1).state is BundleState.DIFFERS
    bench.press("34", ENTER)
    assert bench.ask(bundle_of, 1, 1).is_agreed


def test_that_a_missing_sheet_is_one_place_and_counted_by_hand_first(opened):
    bench = opened(one_lacks_a_sheet)
    assert bench.part("bundleTitle").text() == "Tệp 1: lượt 2 thiếu một phiếu sau phiếu 1"
    assert "đây là một chỗ lệch" in texts(bench)
    bench.press(ENTER)
    assert bench.keyboard == "handCount"
    bench.press("3", ENTER)
    assert bench.keyboard == "ballotEntry"
    bench.press("2", ENTER)
    assert bench.ask(bundle_of, 1, 1).is_agreed


def test_that_a_count_no_pass_can_explain_is_refused_in_words(opened):
    bench = opened(one_lacks_a_sheet)
    bench.press(ENTER, "9", ENTER)
    assert bench.keyboard == "handCount"
    assert "từ 2 đến 3 tờ" in bench.desk.screen_of("passes").notice.title


def test_that_a_scanned_cover_is_settled_and_not_the_bundle_looked_at(opened):
    bench = opened(both_differ)
    assert bench.part("bundleTitle").text().startswith("Tệp 1")
    bench.press(*"T1-1-2-9", ENTER)
    assert (bench.keyboard, bench.desk.screen_of("passes").notice.isVisible()) == (
        "passBundles",
        True,
    )
    bench.press(*"T1-1-2-3", ENTER)
    assert "Gõ lại phiếu 3 của tệp 2" in texts(bench)
    bench.press("3", ENTER)
    assert bench.part("bundleTitle").text().startswith("Tệp 1"), "the next to settle, at once"


def test_that_who_typed_a_pass_is_refused_unless_somebody_sits_beside(opened):
    bench = opened(one_differs)
    form = bench.desk.screen_of("passes").bundle.resolver
    form.name.setText(SECOND)
    bench.settle()
    assert not bench.part("passes_settle").isEnabled()
    assert SECOND in texts(bench)
    form.together.setText(RESOLVER)
    bench.settle()
    assert bench.part("passes_settle").isEnabled()
    bench.run("settle")
    bench.press("4", ENTER)
    assert bench.ask(bundle_of, 1, 1).is_agreed


def one_differs_of_operators(file, found):
    define_everybody(file)
    for name, second in ((COUNTER, [2]), (OTHER, [4])):
        sits(file, name)
        a_pass(file, found, [1], second, [3], by=name, bundle=1)


def test_that_with_operators_whoever_sits_beside_types_a_pin_first(opened):
    bench = opened(one_differs_of_operators)
    form = bench.desk.screen_of("passes").bundle.resolver
    assert form.name.text() == OTHER
    form.together.setText("Ai Đó")
    bench.run("settle")
    assert "Ai Đó" in bench.desk.screen_of("passes").notice.title
    form.together.setText(HEAD)
    bench.run("settle")
    dialog = bench.desk.screen_of("passes").findChild(SecondOperatorDialog)
    assert HEAD in dialog.person.currentText()
    bench.press("1111", ENTER)
    assert "PIN" in dialog.said.text() and dialog.pin.text() == ""
    bench.press(PEOPLE[HEAD][1], ENTER)
    assert bench.keyboard == "ballotEntry"
    bench.press("4", ENTER)
    assert bench.ask(bundle_of, 1, 1).is_agreed
    assert bench.ask(journal)[-1].actor == f"{OTHER}, {HEAD}"


def totals_differ(file, found):
    for by, votes in ((FIRST, [3, 3, 3, 0]), (SECOND, [3, 3, 2, 1])):
        granted(enter_totals(file, found.id, 1, a_sheet(found, votes, {3: 3}), operator=by))


def test_that_totals_that_differ_are_among_what_is_settled_here(opened):
    bench = opened(totals_differ)
    assert bench.part("bundleTitle").text() == "Tệp 1: số tổng hợp lệch"
    assert "1 tệp phải xử lý" in texts(bench)
    bench.press(ENTER)
    form = bench.desk.screen_of("passes").findChild(SettleDialog)
    assert "2 số" in "\n".join(label.text() for label in form.findChildren(QLabel))
    bench.press("2", ENTER, "1", ENTER, "1", ENTER, "2", ENTER, ENTER)
    assert bench.ask(bundle_of, 1, 1).is_agreed
    bench.settle()
    assert bench.part("agreedBundles").text() == "1 / 2"


def one_is_settled_at_a_station(file, found):
    one_differs(file, found)
    handed(file, found, 1)


def test_that_nothing_of_a_bundle_at_a_station_is_offered_here(opened):
    bench = opened(one_is_settled_at_a_station)
    assert "nhập lại ở trạm “Trạm 1”" in texts(bench)
    assert not bench.desk.screen_of("passes").bundle.resolver.isVisible()
    commands = bench.desk.screen_of("passes").commands
    assert [commands.why_not(name) for name in ("settle", "restart")] == [None, None]


def test_that_escape_leaves_a_sheet_for_afterwards(opened):
    bench = opened(one_differs)
    bench.press(ENTER, "4", ESC)
    assert bench.keyboard == "ballotEntry"
    bench.press(ESC)
    assert bench.keyboard == "passBundles"
    assert bench.ask(bundle_of, 1, 1).state is BundleState.DIFFERS


def test_that_an_empty_line_and_a_repeat_record_nothing(opened):
    bench = opened(one_differs)
    bench.press(ENTER, ENTER)
    assert bench.ask(bundle_of, 1, 1).state is BundleState.DIFFERS
    bench.press("+")
    assert bench.part("ballotEntry").text() == ""
    bench.press(*"T1-1-2-3", ENTER)
    assert bench.part("ballotEntry").text() == ""


def test_that_a_sheet_the_disk_refused_stays_locked_on_the_line_and_is_recorded_once(
    opened, monkeypatch
):
    bench = opened(one_differs)
    retype = bench.desk.screen_of("passes").retype
    bench.press(ENTER)
    from congress_desk.ui.desks.elections.passes import retype_part

    def refuses(file, *args, **kwargs):
        raise NotSaved(refuse("disk_full").first)

    whole = retype_part.resolve_place
    monkeypatch.setattr(retype_part, "resolve_place", refuses)
    bench.press("4", ENTER)
    assert "CHƯA ghi được" in retype.said.text()
    bench.press("1")
    assert retype.line.text() == "4"
    monkeypatch.setattr(retype_part, "resolve_place", whole)
    bench.press(ENTER)
    assert bench.ask(bundle_of, 1, 1).is_agreed


def test_that_a_sheet_can_be_put_aside_for_the_board_while_it_is_typed(opened):
    bench = opened(one_differs)
    bench.press(ENTER, (Qt.Key.Key_J, CTRL), ENTER)
    bundle = bench.ask(bundle_of, 1, 1)
    assert (bundle.doubts, bundle.is_agreed) == (1, False)
    assert "Ban kiểm phiếu quyết định các tờ để riêng (2)" in texts(bench)


def test_that_an_agreed_ballot_is_corrected_by_another_with_a_reason(opened):
    bench = opened(all_agree)
    bench.run("correct")
    dialog = bench.dialog
    for name, words in (("correctPlace", "2"), ("correctLine", "4")):
        dialog.findChild(object, name).setText(words)
    bench.press(ENTER)
    assert bench.dialog is dialog
    dialog.findChild(object, "correctReason").setText("đọc nhầm một nét gạch")
    bench.press(ENTER, ENTER)
    assert bench.keyboard == "correctLine"
    assert bench.ask(struck_in, 1, 2) != striking(bench.ask(running_sheet, 1).round, [4]).struck
    for place in ("3", "2"):  # typed once for each sheet is typed once
        dialog.findChild(object, "correctPlace").setText(place)
        bench.press("4", ENTER)
        assert bench.dialog is dialog
    bench.press("4", ENTER)
    found = bench.ask(running_sheet, 1)
    ids = striking(found.round, [4]).struck
    assert found.tally.entered == 6
    assert bench.ask(struck_in, 1, 2) == ids


def test_that_nothing_asks_for_a_sheet_once_the_round_is_declared(opened):
    bench = opened(all_agree)
    assert bench.part("resolverName").isVisible()
    bench.session.act(declare, done=lambda value: None)
    bench.settle()
    assert not bench.part("resolverName").isVisible()
    buttons = [b for b in bench.desk.screen_of("passes").findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in buttons if b.objectName().startswith("passes_")] == []
    assert "Lần bầu đã công bố hoặc đã hủy nên không nhập thêm." in texts(bench)


def test_that_a_sheet_that_is_typed_is_left_when_the_round_is_cancelled_elsewhere(opened):
    bench = opened(one_differs)
    bench.press(ENTER)
    assert bench.keyboard == "ballotEntry"
    bench.session.act(
        lambda file: granted(cancel_round(file, 1, reason="in lại phiếu", actor=RESOLVER)),
        done=lambda value: None,
    )
    bench.settle()
    assert bench.keyboard == "passBundles"


def declare(file):
    for finding in round_sheet(file, 1).blocking:
        granted(waive_finding(file, 1, finding, name=FIRST, reason="đúng", actor=FIRST))
    return granted(
        declare_result(file, 1, first=FIRST, second=SECOND, reason="được giao", actor=FIRST)
    )


def struck_in(file, bundle, place):
    rows = file.rows(
        "SELECT candidate_id FROM agreed_ballot JOIN bundle ON bundle.id = bundle_id"
        " JOIN ballot_mark USING (ballot_id) WHERE bundle.number = ? AND place = ?",
        bundle,
        place,
    )
    return {row["candidate_id"] for row in rows}


def test_that_a_bundle_can_be_entered_anew_with_a_reason(opened):
    bench = opened(one_lacks_a_sheet)
    bench.run("restart")
    bench.dialog.findChild(object, "reasonField").setText("lẫn với tệp khác")
    bench.press(ENTER)
    if bench.ask(bundle_of, 1, 1).passes:
        bench.press(ENTER)  # the button that sets aside is pressed by a second Enter
    assert bench.ask(bundle_of, 1, 1).state is BundleState.OPEN


def test_that_a_second_window_s_entry_is_followed(opened):
    bench = opened(one_differs)
    bench.press(DOWN)
    bench.session.act(
        lambda file: a_pass(file, running_sheet(file, 1).round, [1], [1], [1], by=SECOND, bundle=2),
        done=lambda value: None,
    )
    bench.qtbot.waitUntil(lambda: bench.part("agreedBundles").text() == "1 / 2")
    assert bench.part("bundleTitle").text() == "Tệp 2: khớp"


def test_that_nothing_a_pass_has_is_read_for_the_page(opened):
    """The page's question gives out places; no paper of a pass is in its answer."""
    from congress_desk.ui.desks.elections.passes.view import passes_view

    bench = opened(one_differs)
    told = repr(bench.ask(passes_view, 1).compared) + repr(bench.ask(passes_view, 1).bundles)
    assert "struck" not in told and "Paper" not in told
