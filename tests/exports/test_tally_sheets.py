"""Tally sheets: one a bundle, names as on the ballot, room for every ballot of the largest."""

from __future__ import annotations

from pathlib import Path

from congress_files import a_congress, a_round, an_election, granted
from document_text import document_text

from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.papers import Draft, available, make_paper
from congress_desk.papers.tally_sheets import TALLY_SHEETS
from congress_desk.reports.document.document import (
    Block,
    Document,
    KeepTogether,
    PageBreak,
    Signatures,
    Table,
)
from congress_desk.storage.congress_file import CongressFile

from .pages import page_texts, printed


def made(file: CongressFile) -> Document:
    paper = next(p for p in available(file) if p.kind == TALLY_SHEETS)
    draft: Draft = make_paper(file, paper)
    assert isinstance(draft.content, Document)
    return draft.content


def sheets(document: Document) -> list[list[Block]]:
    found: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            found.append([])
        else:
            found[-1] += block.blocks if isinstance(block, KeepTogether) else [block]
    return found


def tables(sheet: list[Block]) -> list[Table]:
    return [block for block in sheet if isinstance(block, Table)]


def test_that_every_bundle_has_its_sheet_and_some_are_to_spare(tmp_path: Path) -> None:
    file = a_congress(tmp_path)
    a_round(file, papers=6, bundle_size=3)
    groups = [tables(sheet)[0].columns[2].group for sheet in sheets(made(file))]
    assert [group.split(":")[0] for group in groups] == [
        "Tệp số 1", "Tệp số 2", "Tệp số ……", "Tệp số ……"
    ]  # fmt: skip


def test_that_names_stand_in_the_order_of_the_ballot_and_two_tellers_sign(tmp_path: Path) -> None:
    file = a_congress(tmp_path)
    found = a_round(file)
    sheet = sheets(made(file))[0]
    rows = tables(sheet)[0].rows
    listed = [(str(i), c.name) for i, c in enumerate(found.candidates, start=1)]
    assert [row[:2] for row in rows] == [*listed, ("", "Cộng")]
    signed = next(block for block in sheet if isinstance(block, Signatures))
    assert len(signed.cells) == 2


def test_that_a_bundle_of_fifty_has_ten_gates_and_a_larger_one_more_in_a_box(
    tmp_path: Path,
) -> None:
    file = a_congress(tmp_path)
    found = a_round(file, papers=50, bundle_size=50)
    boxes = [column.title for column in tables(sheets(made(file))[0])[0].columns if column.group]
    assert boxes == [str(5 * n) for n in range(1, 11)]
    assert "đủ năm nét" in document_text(made(file))
    granted(set_bundle(file, found.id, 1, 80, actor="TK"))
    boxes = [column.title for column in tables(sheets(made(file))[0])[0].columns if column.group]
    assert boxes == [str(10 * n) for n in range(1, 9)]
    assert "đủ 2 cụm năm nét" in document_text(made(file))


def test_that_sheets_can_be_printed_before_the_round_is_open(tmp_path: Path) -> None:
    file = a_congress(tmp_path)
    document = made(file)
    assert len(sheets(document)) == 1
    assert document.stamp, "the list is not frozen yet"


def test_that_ticked_ballots_have_room_for_lines_that_do_not_count(tmp_path: Path) -> None:
    file = a_congress(tmp_path, an_election("BT", 2, 2))
    a_round(file, "BT")
    titles = [column.title for column in tables(sheets(made(file))[0])[0].columns]
    assert titles[-4:] == ["Nét không tính", "Không đồng ý", "Không tính", "Đồng ý"]
    kept = tables(sheets(made(file))[0])[2].columns
    assert [column.title for column in kept] == ["k", "2", "1", "0"]


def test_that_a_list_of_63_names_stands_on_the_front_and_its_sums_on_the_back(
    tmp_path: Path,
) -> None:
    names = tuple(
        Candidate(name=f"Nguyễn Thị Phương {chr(65 + n // 26)}{chr(65 + n % 26)}", born="1970")
        for n in range(62)
    )
    long = Candidate(name="Công Tằng Tôn Nữ Thị Hoàng Yến Phương", born="1980")
    title = "Bầu Ban Chấp hành Đảng bộ tỉnh Quảng Ninh khóa XVI, nhiệm kỳ 2025 - 2030"
    held = Election(code="BCH", title=title, seats=55, candidates=(*names, long))
    file = a_congress(tmp_path, held, people=50)
    a_round(file, papers=50, bundle_size=50)
    document = made(file)
    table = tables(sheets(document)[0])[0]
    assert (table.rows[0][0], table.rows[0][9]) == ("1", "33")
    assert [column.title for column in table.columns if column.group][:5] == [
        "10", "20", "30", "40", "50"
    ]  # fmt: skip
    told = page_texts(printed(document))
    assert len(told) == 2 * len(sheets(document))
    assert "Phương CJ" in told[0] and "Cộng" in told[0]
    assert "NGƯỜI KIỂM PHIẾU THỨ HAI" in told[1]
