"""The papers of the preparation: progress report, plan, texts, targets, and the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import WORKBOOK, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.queries.obstacles import open_obstacles
from congress_desk.queries.preparation import comments, indicators, tasks, texts
from congress_desk.queries.recipients import distributed_texts
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.preparation.book import preparation_book
from congress_desk.reports.preparation.facts import PreparationFacts
from congress_desk.reports.preparation.lists import preparation_targets, preparation_texts
from congress_desk.reports.preparation.plan import preparation_by_person, preparation_plan
from congress_desk.reports.preparation.report import preparation_report
from congress_desk.storage.congress_file import CongressFile

PREPARATION = "preparation"
_MAKERS: dict[str, Callable[[PreparationFacts], Document | Book]] = {
    "report": preparation_report,
    "plan": preparation_plan,
    "people": preparation_by_person,
    "texts": preparation_texts,
    "targets": preparation_targets,
    "book": preparation_book,
}


def _papers(file: CongressFile) -> Iterator[Paper]:
    planned, listed, aimed = tasks(file), texts(file), indicators(file)
    if not (planned or listed or aimed):
        return
    yield progress_report_paper()
    if planned:
        yield _paper("plan", tr("Plan of the preparation"), "ke-hoach-chuan-bi")
    if any(task.answerable or task.helpers for task in planned):
        yield _paper("people", tr("Tasks of each person"), "phan-cong-tung-nguoi")
    if listed:
        yield _paper("texts", tr("List of texts and comments"), "danh-muc-van-ban")
    if aimed:
        yield _paper("targets", tr("Table of targets"), "bang-chi-tieu")
    yield Paper(
        kind=PREPARATION,
        part="book",
        title=tr("Preparation: tasks, load, texts, targets"),
        file_name=file_name("chuan-bi-dai-hoi", suffix=".xlsx"),
        formats=WORKBOOK,
    )


def progress_report_paper() -> Paper:
    """Return the progress report to the superior, as PDF and as DOCX."""
    title = tr("Progress report on the preparation")
    return _paper("report", title, "bao-cao-tien-do-chuan-bi")


def preparation_facts(file: CongressFile, today: date) -> PreparationFacts:
    """Return what the papers say of the preparation on a day."""
    return PreparationFacts(
        congress=congress(file),
        tasks=tasks(file),
        texts=texts(file),
        comments=comments(file),
        indicators=indicators(file),
        obstacles=open_obstacles(file),
        head=head(file),
        today=today,
        copies={each.text.id: each.gets.copies for each in distributed_texts(file)},
    )


def preparation_content(
    file: CongressFile, paper: Paper, today: Callable[[], date] = date.today
) -> Document | Book:
    """Return what a paper of the preparation says today; KeyError of a part there is not."""
    return _MAKERS[paper.part](preparation_facts(file, today()))


def _paper(part: str, title: str, name: str) -> Paper:
    return Paper(kind=PREPARATION, part=part, title=title, file_name=file_name(name, suffix=".pdf"))


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> Document | Book:
    return preparation_content(file, paper)


PREPARATION_KINDS = (PaperKind(name=PREPARATION, there=_papers, says=_says),)
