"""The readiness report: no paper of the congress, made only when it is asked for by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congress_desk.domain.readiness.checks import ReadyCheck, ready_checks
from congress_desk.domain.readiness.facts import WindowFacts
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.queries.machine import machine_facts
from congress_desk.queries.readiness import readiness_facts
from congress_desk.reports.document.document import Document
from congress_desk.reports.readiness.report import readiness_report
from congress_desk.storage.congress_file import CongressFile

READINESS = "readiness"


def readiness_of(file: CongressFile, window: WindowFacts) -> tuple[ReadyCheck, ...]:
    """Return how ready machine and congress are at this moment."""
    from congress_desk.exports.pdf.fonts import letters_missing

    now = file.clock().astimezone()
    machine = machine_facts(file.path, now, window, letters_missing())
    return ready_checks(machine, readiness_facts(file))


def readiness_paper() -> Paper:
    """Return the report as a paper to be exported."""
    name = file_name("bao-cao-san-sang", suffix=".pdf")
    return Paper(kind=READINESS, title=tr("Readiness report"), file_name=name)


def _papers(file: CongressFile) -> Iterator[Paper]:
    """Yield nothing: it is of the evening before, not of the congress."""
    return iter(())


def _says(file: CongressFile, paper: Paper, choices: PaperChoices) -> Document:
    checks = readiness_of(file, choices.window)
    return readiness_report(congress(file), checks, datetime.now(), head(file))


READINESS_KINDS = (PaperKind(name=READINESS, there=_papers, says=_says),)
