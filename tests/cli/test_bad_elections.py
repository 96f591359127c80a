"""Elections that cannot be, from the command line: refused in one line, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from command_line import said_by
from congress_files import a_congress, a_round, a_setup, an_election, dump, granted
from share_acts import a_company, absent

from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Status
from congress_desk.new_congress import new_congress
from congress_desk.storage.opening import open_file

HEADER = "bundle,struck,both,blank,invalid\n"
SIX = HEADER + "1,4,,,\n" * 6


def more_posts_than_names(folder: Path):
    return a_congress(folder, an_election("E", 4, 6))


def opened_already(folder: Path):
    file = a_congress(folder, an_election("E"))
    a_round(file, "E")
    return file


def a_counter_on_the_list(folder: Path):
    board = Duty(organ=Organ.COUNTING_BOARD, name="Ngô An", title="Thành viên")
    setup = replace(a_setup(an_election("E")), duties=(board,))
    return granted(new_congress(folder / "dh.congress", setup, actor="TK"))


def a_holder_beside_the_proxy(folder: Path):
    file = a_company(folder)
    granted(set_status(file, [4], Status.PRESENT, reason="", actor="TK"))
    return file


def nobody_with_shares(folder: Path):
    file = a_company(folder)
    absent(file, 1, 2, 3, 4, 5, 6)
    return file


COMPANY = "bundle,shares,votes,invalid\n1,1000,1/3000,\n"
BAD = {
    "more posts than names": (more_posts_than_names, "E", SIX, "để đại hội biểu quyết giảm"),
    "a round opened twice": (opened_already, "E", SIX, "công bố hoặc hủy lần ấy trước"),
    "a counter on the list": (a_counter_on_the_list, "E", SIX, "(Điều 8)"),
    "a position not on the list": (
        lambda folder: a_congress(folder, an_election("E")),
        "E", HEADER + "1,5,,,\n", "dòng 2",
    ),
    "a position twice": (
        lambda folder: a_congress(folder, an_election("E")),
        "E", HEADER + "1,4 4,,,\n", "dòng 2",
    ),
    "a proxy beside the holder": (
        a_holder_beside_the_proxy, "HDQT", COMPANY, "Mỗi cổ phần chỉ bầu một lần",
    ),
    "nobody with shares": (nobody_with_shares, "HDQT", COMPANY, "điểm danh trước"),
    "a text for shares": (
        a_company, "HDQT", COMPANY.replace("1000", "nghìn"), "dòng 2",
    ),
    "votes that cannot be read": (
        a_company, "HDQT", COMPANY.replace("1/3000", "1:3000"), "dòng 2, cột “votes”",
    ),
    "shares of zero": (a_company, "HDQT", COMPANY.replace("1000", "0"), "dòng 2"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_that_it_is_refused_in_one_line_and_nothing_is_written(tmp_path, capsys, name):
    make, code, lines, said = BAD[name]
    file = make(tmp_path)
    before, path = dump(file), file.path
    file.close()
    ballots = tmp_path / "phieu.csv"
    ballots.write_text(lines, "utf-8")
    count = len(lines.splitlines()) - 1
    numbers = ("--present", 6, "--issued", count, "--returned", count, "--convened", 6)
    told = said_by(capsys, "ballots", path, code, ballots, *numbers)
    assert told.code == 2 and told.out == ""
    (line,) = told.err.strip().splitlines()
    assert said in line
    again = granted(open_file(path))
    assert dump(again) == before
    again.close()
