"""The papers of obstacles: the report to the superior and the lessons learned afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import lessons_name, obstacles_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper
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
OBSTACLE_KINDS = (OBSTACLES, LESSONS)


def obstacle_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield what can be made now: nothing while there is no obstacle and nothing was begun."""
    if has_obstacles(file):
        yield obstacles_paper()
    if has_lessons(file):
        yield Paper(
            kind=LESSONS,
            title=tr("Report on lessons learned"),
            file_name=lessons_name(),
            twice=True,
        )


def obstacles_paper() -> Paper:
    """Return the report on obstacles: as PDF, as DOCX, and as text for the phone."""
    return Paper(
        kind=OBSTACLES,
        title=tr("Report on obstacles"),
        file_name=obstacles_name(),
        twice=True,
        spoken=True,
    )


def obstacle_content(file: CongressFile, paper: Paper) -> Document:
    """Return what a paper of obstacles says."""
    if paper.kind == LESSONS:
        return lessons_learned(lessons_facts(file))
    return obstacles_report(obstacle_facts(file))
