"""The papers of the programme: the printed programme and the script of the chair."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper
from congress_desk.queries.agenda.items import planned_agenda
from congress_desk.queries.agenda.script import script_facts
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.journal import head
from congress_desk.reports.agenda.programme import agenda_paper
from congress_desk.reports.agenda.script import script
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

AGENDA_KINDS = ("agenda", "script")


def agenda_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield the papers that can be made of the programme: none while nothing is in it."""
    if not agenda(file):
        return
    yield Paper(
        kind="agenda",
        title=tr("Agenda of the congress"),
        file_name=file_name("chuong-trinh", suffix=".pdf"),
        twice=True,
    )
    yield Paper(
        kind="script",
        title=tr("Script of the chair"),
        file_name=file_name("kich-ban-dieu-hanh", suffix=".pdf"),
        twice=True,
    )


def agenda_content(file: CongressFile, paper: Paper) -> Document:
    """Return what a paper of the programme says."""
    if paper.kind == "script":
        return script(script_facts(file))
    return agenda_paper(congress(file), planned_agenda(file), head(file))
