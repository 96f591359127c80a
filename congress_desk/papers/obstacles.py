"""The papers of obstacles: the report to the superior and the lessons learned afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import lessons_name, obstacles_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import SPOKEN, Paper, PaperChoices, PaperKind
from congress_desk.queries.lessons import (
    has_lessons,
    has_obstacles,
    lessons_facts,
    obstacle_facts,
)
from congress_desk.reports.document.document import Document
from congress_desk.reports.obstacles.lessons_learned import lessons_learned
from congress_desk.reports.obstacles.report import obstacles_report
from congress_desk.storage.congress_file import CongressFile

OBSTACLES, LESSONS = "obstacles", "lessons"


def _reports(file: CongressFile) -> Iterator[Paper]:
    if has_obstacles(file):
        yield obstacles_paper()


def _lessons(file: CongressFile) -> Iterator[Paper]:
    if has_lessons(file):
        title = tr("Report on lessons learned")
        yield Paper(kind=LESSONS, title=title, file_name=lessons_name())


def obstacles_paper() -> Paper:
    """Return the report on obstacles: as PDF, as DOCX, and as text for the phone."""
    title = tr("Report on obstacles")
    return Paper(kind=OBSTACLES, title=title, file_name=obstacles_name(), formats=SPOKEN)


def _report(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    return obstacles_report(obstacle_facts(file))


def _learned(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    return lessons_learned(lessons_facts(file))


OBSTACLE_KINDS = (
    PaperKind(name=OBSTACLES, there=_reports, says=_report),
    PaperKind(name=LESSONS, there=_lessons, says=_learned),
)
