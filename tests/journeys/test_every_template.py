"""Each template is taken over and every paper of it printed, as PDF and as DOCX."""

from __future__ import annotations

from pathlib import Path

import pytest
from congress_files import granted
from programme_papers import docx_text, pdf_text

from congress_desk.actions.agenda.items import apply_template
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Election
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.preparation.template_kinds import KINDS, likely_kind
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.paper import Paper
from congress_desk.queries.agenda.items import agenda_templates
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.preparation import preparation_templates, tasks, texts
from congress_desk.storage.congress_file import CongressFile

MEMBERS, DELEGATES = CongressKind.PARTY_MEMBERS, CongressKind.DELEGATES
# Template, rule set, kind, the body whose congress it is, what it elects.
CONGRESSES = (
    ("chi-bo", "dang-190-2024", MEMBERS, "Chi bộ Khu phố 3", "Chi ủy chi bộ Khu phố 3"),
    ("dang-vien-co-so", "dang-190-2024", MEMBERS, "Đảng bộ Trường Đại học Y", "Ban Chấp hành"),
    ("dai-bieu-co-so", "dang-190-2024", DELEGATES, "Đảng bộ Phường 19", "Ban Chấp hành"),
    ("tinh", "dang-190-2024", DELEGATES, "Đảng bộ tỉnh Đồng Tháp", "Ban Chấp hành"),
    ("doan-tncs", "doan-tncs", DELEGATES, "Đoàn Phường 19", "Ban Chấp hành"),
    ("cong-doan", "cong-doan", DELEGATES, "Công đoàn Công ty May 10", "Ban Chấp hành"),
    ("hoi", "generic", DELEGATES, "Hiệp hội Du lịch Thành phố", "Ban Chấp hành"),
    ("cong-ty", "cong-ty", CongressKind.MEMBERS, "Công ty cổ phần May 10", "Hội đồng quản trị"),
)  # fmt: skip
KIND_NAMES = {"agenda", "script", "preparation", "minutes", "resolution", "quick-report"}


def a_congress_of(folder: Path, rules: str, kind: CongressKind, body: str, post: str):
    details = CongressDetails(
        name=f"Đại hội {body} lần thứ XII", body=body, superior="Cấp trên", ordinal="XII",
        term="2025 - 2030", kind=kind, place="Hội trường", starts="2026-03-12T13:30",
        ends="2026-03-13T17:00",
    )  # fmt: skip
    setup = Setup(
        details=details,
        rule_set_id=rules,
        duties=(Duty(organ=Organ.PRESIDIUM, name="Ngô An", title="Chủ tịch"),),
        elections=(Election(code="BCH", title=f"{post}, nhiệm kỳ 2025 - 2030", seats=5),),
    )
    return granted(new_congress(folder / "dh.congress", setup, actor="An"))


def take_over(file: CongressFile, key: str) -> None:
    """Take over programme and preparation, the one that is offered first."""
    assert likely_kind(congress(file)) == key
    (prepared,) = (found for found in preparation_templates() if found.key == key)
    granted(apply_preparation(file, prepared, actor="An"))
    (programme,) = (found for found in agenda_templates() if found.key == key)
    granted(apply_template(file, programme, actor="An"))


def written(file: CongressFile, folder: Path) -> dict[str, str]:
    """Write the papers of programme, preparation and congress; return the words of each."""
    found = {}
    for paper in available(file):
        if paper.kind in KIND_NAMES and not paper.is_workbook:
            draft = make_paper(file, paper)
            for name in (paper.file_name, paper.docx_name):
                assert write_paper(draft, folder / name) is None
            found[name_of(paper)] = same_words(folder, paper)
    return found


def name_of(paper: Paper) -> str:
    return paper.part or paper.kind


def same_words(folder: Path, paper: Paper) -> str:
    """Return what the DOCX says without spaces; each of its words stands in the PDF."""
    docx, pdf = docx_text(folder / paper.docx_name), pdf_text(folder / paper.file_name)
    assert "{" not in docx and "{" not in pdf and "\ufffd" not in pdf
    assert set(docx) <= set(pdf.replace(" ", "")) | {"\u00a0"}
    return docx


def without_spaces(words: str) -> str:
    return "".join(words.split())


def test_that_there_is_a_congress_for_each_template():
    assert {key for key, *_ in CONGRESSES} == set(KINDS)
    for templates in (agenda_templates(), preparation_templates()):
        assert tuple(found.key for found in templates) == KINDS


@pytest.mark.parametrize(("key", "rules", "kind", "body", "post"), CONGRESSES)
def test_that_a_template_is_taken_over_and_printed(tmp_path, key, rules, kind, body, post):
    file = a_congress_of(tmp_path, rules, kind, body, post)
    take_over(file, key)
    said = written(file, tmp_path)
    for item in agenda(file):
        assert without_spaces(item.content) in said["agenda"]
        assert without_spaces(item.content) in said["script"]
    for task in tasks(file):
        assert without_spaces(task.title) in said["plan"]
        assert task.due
    for text in texts(file):
        assert without_spaces(text.title) in said["texts"]
    assert any(item.election_id for item in agenda(file))
    assert {"report", "minutes", "resolution", "quick-report"} <= set(said)
    assert "Côngbốkếtquả" not in said["resolution"]
    assert ("Giaochiủykhóamới" in said["resolution"]) == (key == "chi-bo")
    file.close()
