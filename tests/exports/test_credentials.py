import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from document_text import document_text

from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Person, PersonKind, Status, base_sum
from congress_desk.domain.structure.structure import structure
from congress_desk.reports.document.document import Table
from congress_desk.reports.people.credentials import Credentials, credentials_report

from . import crowds, sheets

GOLDEN = Path(__file__).parent / "golden"
WARD = crowds.with_changes(crowds.register(120))
REASONS = {21: "ốm nặng", 9: "đi công tác đột xuất"}


def scenes() -> dict[str, Credentials]:
    cell = tuple(replace(p, delegation="") for p in crowds.register(9))
    bare = tuple(
        Person(id=n, code=f"{n:03}", name=f"Người {n}", status=Status.PRESENT) for n in (1, 2, 3)
    )
    return {
        "ward": crowds.credentials(WARD, reasons=REASONS),
        "members": crowds.credentials(cell, crowds.members_congress()),
        "youth": crowds.credentials(
            crowds.register(40), sheets.youth_congress(), complaints="Không có đơn thư."
        ),
        "union": crowds.credentials(bare, sheets.union_congress(), day="", duties=()),
        "nobody": crowds.credentials(()),
    }


SCENES = scenes()


def text_of(scene: str) -> str:
    return document_text(credentials_report(SCENES[scene]))


@pytest.mark.parametrize("scene", SCENES)
def test_that_the_report_reads_as_kept(scene):
    golden = GOLDEN / f"credentials-{scene}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text_of(scene), "utf-8", newline="\n")
    assert text_of(scene) == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("scene", "said", "unsaid"),
    [
        (
            "ward",
            [
                "đương nhiên", "được bầu", "chỉ định", "Đủ hai phần ba",
                "Vắng có lý do: **2** (Dương Xuân Châu: ốm nặng; Dương Quốc Mai: đi công tác",
                "thuộc diện “bị đình chỉ", "thay Bùi Thanh Phương)", "đề nghị công nhận **1**",
                "tính đến ngày 12 tháng 3 năm 2020", "(sinh năm 1960), **59** tuổi",
                "TRƯỞNG BAN / Hồ Thị Trưởng", "chưa có ngày sinh nên chưa tính",
            ],
            ["DIỄN TẬP", "hội viên"],
        ),
        (
            "members",
            ["thẩm tra tư cách đảng viên", "Được triệu tập: **9** đảng viên.", "DIỄN TẬP"],
            ["đại biểu được", "được bầu và", "Dự khuyết", "theo đoàn"],
        ),
        ("youth", ["Không có đơn thư.", "ĐOÀN TNCS HỒ CHÍ MINH"], ["(Ghi “không có"]),
        ("union", ["đoàn viên", "Chưa có ngày đại hội", "TRƯỞNG BAN / ……"], ["Tuổi bình quân"]),
        ("nobody", ["Chưa có danh sách đại biểu"], ["%"]),
    ],
)  # fmt: skip
def test_that_each_congress_is_told_in_its_own_words(scene, said, unsaid):
    text = text_of(scene)
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


def tables(scene: str) -> list[Table]:
    blocks = credentials_report(SCENES[scene]).blocks
    return [block for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize("scene", ["ward", "youth"])
def test_that_delegations_add_up_to_the_base_of_the_register(scene):
    facts = SCENES[scene]
    base = base_sum(facts.people, facts.congress.base_rule)
    rows = tables(scene)[0].rows
    for column, total in ((2, base.convened), (3, base.present)):
        assert sum(int(row[column]) for row in rows[:-1]) == int(rows[-1][column]) == total
    assert all(int(row[4]) >= 0 for row in rows)


def test_that_every_group_adds_up_to_all_who_vote():
    rows, heads = tables("ward")[1].rows, tables("ward")[1].bold_rows
    groups: dict[str, list[tuple[str, int]]] = {}
    for index, (name, number, _) in enumerate(rows):
        if index in heads:
            groups[name] = []
        else:
            groups[list(groups)[-1]].append((name, int(number)))
    whole = SCENES["ward"].structure.number
    for name in set(groups) - {"Danh hiệu, học hàm"}:
        counted = [n for line, n in groups[name] if not line.startswith("– trong đó")]
        assert sum(counted) == whole, name


def test_that_the_figures_are_those_of_the_structure():
    found = SCENES["ward"].structure
    told = {(name, number) for name, number, _ in tables("ward")[1].rows}
    assert ("Nữ", str(found.women.number)) in told
    assert ("Dân tộc thiểu số", str(found.minority.number)) in told
    assert ("Theo tôn giáo", str(found.religious.number)) in told
    assert {("Tái cử", str(found.re_elected.number))} <= told
    average = found.age.average
    assert average is not None
    assert f"Tuổi bình quân: **{average.text.replace('.', ',')}**" in text_of("ward")


def test_that_many_names_are_cut_to_the_first_and_a_number():
    people = tuple(replace(p, status=Status.ABSENT) for p in crowds.register(60))
    text = document_text(credentials_report(crowds.credentials(people)))
    line = next(x for x in text.splitlines() if x.startswith("- Vắng chưa có lý do"))
    assert line.count(",") == 11
    assert "đồng chí khác" in line
    assert "Chưa đủ hai phần ba" in text


def test_that_an_alternate_is_counted_in_the_delegation_whose_seat_it_is():
    first, second = crowds.register(9)[:2]
    people = (
        replace(first, delegation="A", status=Status.REPLACED),
        replace(second, delegation="B", kind=PersonKind.ALTERNATE, replaces=1),
    )
    report = credentials_report(crowds.credentials(people))
    table = next(block for block in report.blocks if isinstance(block, Table))
    assert table.rows[0] == ("1", "A", "1", "1", "0")


def test_that_names_are_never_read_as_marks_of_the_wording():
    people = tuple(
        replace(p, name=f"**{{x}} {p.id}", status=Status.ABSENT) for p in crowds.register(3)
    )
    text = document_text(credentials_report(crowds.credentials(people)))
    assert "**{x} 2" in text


def test_that_only_the_year_of_birth_is_told():
    dates = {p.born for p in WARD if len(p.born) == 10}
    shown = {"/".join(reversed(date.split("-"))) for date in dates} | dates
    assert [date for date in shown if date in text_of("ward")] == []


def test_that_several_oldest_are_all_named():
    people = tuple(replace(p, born="1950") for p in crowds.register(4))
    facts = replace(SCENES["ward"], people=people, structure=structure(people, crowds.DAY))
    line = re.search(r"Cao tuổi nhất: (.+), \*\*70\*\*", document_text(credentials_report(facts)))
    assert line is not None
    assert line[1].count("sinh năm 1950") == 4


def test_that_no_kind_of_delegate_is_told_with_nobody_in_it():
    def convened(people: tuple[Person, ...]) -> str:
        text = document_text(credentials_report(crowds.credentials(people)))
        return next(line for line in text.splitlines() if "Được triệu tập" in line)

    official = tuple(replace(p, kind=PersonKind.OFFICIAL) for p in crowds.register(6))
    assert convened(official) == "- Được triệu tập: **6** đại biểu, đều được bầu."
    two = (replace(official[0], kind=PersonKind.EX_OFFICIO), *official[1:])
    assert convened(two).endswith("gồm **1** đương nhiên và **5** được bầu.")


def test_that_the_chair_of_a_cell_reports_who_attends_where_no_committee_was_elected():
    cell = tuple(replace(p, delegation="") for p in crowds.register(9))
    chair = Duty(organ=Organ.PRESIDIUM, name="Hoàng Hồng Minh")
    congress = crowds.members_congress()
    congress = replace(congress, details=replace(congress.details, body="Chi bộ Khu phố 1"))
    text = document_text(credentials_report(crowds.credentials(cell, congress, duties=(chair,))))
    assert "tình hình đảng viên dự Đại hội Chi bộ Khu phố 1" in text
    assert "CHỦ TỌA" in text
    assert "Hoàng Hồng Minh" in text
    assert "thẩm tra" not in text.casefold()
    assert "đề nghị" not in text.casefold()
