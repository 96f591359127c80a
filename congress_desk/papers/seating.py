"""The papers on seats: the plan on A4 and A3, labels for the seats, the list that is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from congress_desk.domain.seating.plan import SeatingPlan
from congress_desk.domain.seating.seating import Seating
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import DRAWN, WORKBOOK, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.queries.seating import seating, seating_plans
from congress_desk.reports.document.book import Book
from congress_desk.reports.seating.labels import SeatLabels, seat_labels, seating_book
from congress_desk.reports.seating.plan_pages import SeatingPages, plan_title, seating_pages
from congress_desk.storage.congress_file import CongressFile

PLAN, PLAN_LARGE, SEAT_LABELS, SEATING = "seating-plan", "seating-plan-a3", "seat-labels", "seating"


def _there(
    kind: str, title: Callable[[str], str], name: str, formats: tuple[str, ...]
) -> Callable[[CongressFile], Iterator[Paper]]:
    """Return what yields a paper of this kind for each plan."""

    def papers(file: CongressFile) -> Iterator[Paper]:
        for plan in seating_plans(file):
            yield Paper(
                kind=kind,
                title=title(plan_title(plan)),
                file_name=_file_name(name, plan, formats[0]),
                formats=formats,
                part=str(plan.id),
            )

    return papers


def _file_name(name: str, plan: SeatingPlan, suffix: str) -> str:
    return file_name(name, plan.id, plan.name, suffix=suffix)


def _seating(file: CongressFile, paper: Paper) -> Seating:
    found = seating(file, int(paper.part))
    assert found is not None
    return found


def _plan(file: CongressFile, paper: Paper, _: PaperChoices) -> SeatingPages:
    return seating_pages(congress(file), _seating(file, paper), head(file))


def _large(file: CongressFile, paper: Paper, _: PaperChoices) -> SeatingPages:
    return seating_pages(congress(file), _seating(file, paper), head(file), large=True)


def _labels(file: CongressFile, paper: Paper, _: PaperChoices) -> SeatLabels:
    return seat_labels(congress(file), _seating(file, paper), head(file))


def _book(file: CongressFile, paper: Paper, _: PaperChoices) -> Book:
    return seating_book(congress(file), _seating(file, paper), head(file))


SEATING_KINDS = (
    PaperKind(
        name=PLAN,
        there=_there(PLAN, lambda p: tr("Seating plan: {plan}", plan=p), "so-do-cho-ngoi", DRAWN),
        says=_plan,
    ),
    PaperKind(
        name=PLAN_LARGE,
        there=_there(
            PLAN_LARGE, lambda p: tr("Seating plan on A3: {plan}", plan=p), "so-do-a3", DRAWN
        ),
        says=_large,
    ),
    PaperKind(
        name=SEAT_LABELS,
        there=_there(
            SEAT_LABELS, lambda p: tr("Labels for the seats: {plan}", plan=p), "nhan-ghe", DRAWN
        ),
        says=_labels,
    ),
    PaperKind(
        name=SEATING,
        there=_there(
            SEATING, lambda p: tr("List of seats: {plan}", plan=p), "danh-sach-cho-ngoi", WORKBOOK
        ),
        says=_book,
    ),
)
