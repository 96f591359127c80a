"""Papers of people from the command line: kinds, names of files, privacy, what fails."""

from __future__ import annotations

from dataclasses import replace

import pytest
from command_line import said_by
from congress_files import NAMES, a_congress, a_setup, an_election, granted
from document_text import document_text
from openpyxl import load_workbook
from people_files import export_people

from congress_desk import papers
from congress_desk.actions.people.register import add_person
from congress_desk.domain.people.person import Person
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper
from congress_desk.papers.people import PEOPLE_KINDS
from congress_desk.reports.document.document import Document
from congress_desk.storage.opening import open_file

PEOPLE_FILES = {
    "people": ["dai-bieu.xlsx"],
    "credentials": [
        "bao-cao-tham-tra-tu-cach-dai-bieu.docx",
        "bao-cao-tham-tra-tu-cach-dai-bieu.pdf",
    ],
    "people-list": ["danh-sach-dai-bieu.docx", "danh-sach-dai-bieu.pdf"],
    "sign-in": ["danh-sach-diem-danh-ky-ten.docx", "danh-sach-diem-danh-ky-ten.pdf"],
    "cards": ["the-dai-bieu.pdf"],
    "profiles": [
        "trich-ngang-BCH.docx",
        "trich-ngang-BCH.pdf",
        "trich-ngang-BT.docx",
        "trich-ngang-BT.pdf",
    ],
}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path, an_election("BCH"), an_election("BT", 2, 2))
    born = Person(code="N1", name=NAMES[0], born="1970-04-05", note="Ghi riêng")
    granted(add_person(made, born, actor="TK"))
    made.close()
    return made.path


@pytest.mark.parametrize("kind", PEOPLE_FILES)
def test_that_each_kind_is_written_under_its_names(kind, file, tmp_path, capsys):
    told = said_by(capsys, "export", file, "--to", tmp_path / "out", "--only", kind)
    assert (told.code, told.err) == (0, "")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == PEOPLE_FILES[kind]
    assert len(told.out.splitlines()) == len(PEOPLE_FILES[kind])


def words(path) -> str:
    book = load_workbook(path)
    return " ".join(str(c.value) for s in book for row in s.iter_rows() for c in row if c.value)


@pytest.mark.parametrize(("options", "there"), [((), False), (("--private",), True)])
def test_that_only_a_private_export_has_dates_of_birth_and_notes(
    options, there, file, tmp_path, capsys
):
    said_by(capsys, "export", file, "--to", tmp_path / "out", "--only", "people", *options)
    told = words(tmp_path / "out" / "dai-bieu.xlsx")
    assert ("1970-04-05" in told) is there
    assert ("Ghi riêng" in told) is there


@pytest.mark.parametrize("private", [True, False])
def test_that_the_delegates_desk_can_ask_for_the_workbook_alone(private, file, tmp_path):
    opened = granted(open_file(file))
    assert export_people(opened, tmp_path / "nguoi.xlsx", private=private) is None
    opened.close()
    assert ("Ghi riêng" in words(tmp_path / "nguoi.xlsx")) is private


def test_that_one_paper_that_cannot_be_written_does_not_stop_the_others(file, tmp_path, capsys):
    folder = tmp_path / "out"
    blocked = ["danh-sach-bau-cu-BCH.pdf", "bao-cao-tham-tra-tu-cach-dai-bieu.docx"]
    for name in blocked:
        (folder / name).mkdir(parents=True)
    told = said_by(capsys, "export", file, "--to", folder)
    assert told.code == 2
    assert len(told.err.strip().splitlines()) == 1
    assert all(name in told.err for name in blocked)
    files = [p.name for p in folder.iterdir() if p.is_file()]
    assert len(files) == len(told.out.splitlines()) >= 9
    assert "bao-cao-tham-tra-tu-cach-dai-bieu.pdf" in files


def test_that_one_failed_paper_is_told_with_its_own_reason(file, tmp_path, capsys):
    (tmp_path / "out" / "the-dai-bieu.pdf").mkdir(parents=True)
    told = said_by(capsys, "export", file, "--to", tmp_path / "out", "--only", "cards")
    assert told.code == 2
    assert told.err.startswith("the-dai-bieu.pdf: ")


def test_that_without_people_no_paper_of_people_is_offered(tmp_path):
    setup = replace(a_setup(an_election("BCH")), people=())
    opened = granted(new_congress(tmp_path / "dh.congress", setup, actor="TK"))
    kinds = {paper.kind for paper in available(opened)}
    opened.close()
    assert kinds >= {"candidates", "profiles", "results"}
    assert kinds & {kind.name for kind in PEOPLE_KINDS} == set()


def test_that_every_kind_is_known_to_the_call(file):
    opened = granted(open_file(file))
    assert {paper.kind for paper in available(opened)} <= set(papers.KINDS)
    opened.close()


def test_that_a_candidate_of_the_register_is_told_from_there(file):
    opened = granted(open_file(file))
    paper = next(p for p in available(opened) if p.kind == "profiles")
    content = make_paper(opened, paper).content
    opened.close()
    assert isinstance(content, Document)
    assert "05/04/1970" in document_text(content)
