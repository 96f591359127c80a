"""The papers of the programme: the printed programme and the script of the chair."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.agenda.adoption import programme_adoption
from congress_desk.queries.agenda.items import planned_agenda
from congress_desk.queries.agenda.script import script_facts
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.journal import head
from congress_desk.reports.agenda.programme import agenda_held, agenda_paper
from congress_desk.reports.agenda.script import script
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

AGENDA, AGENDA_HELD, SCRIPT = "agenda", "agenda-held", "script"


def _programmes(file: CongressFile) -> Iterator[Paper]:
    if agenda(file):
        name = file_name("chuong-trinh", suffix=".pdf")
        yield Paper(kind=AGENDA, title=tr("Agenda of the congress"), file_name=name)


def _held(file: CongressFile) -> Iterator[Paper]:
    if any(item.started_at for item in agenda(file)):
        yield Paper(
            kind=AGENDA_HELD,
            title=tr("Agenda as it was held"),
            file_name=file_name("chuong-trinh-da-thuc-hien", suffix=".pdf"),
        )


def _scripts(file: CongressFile) -> Iterator[Paper]:
    if agenda(file):
        name = file_name("kich-ban-dieu-hanh", suffix=".pdf")
        yield Paper(kind=SCRIPT, title=tr("Script of the chair"), file_name=name)


def _programme(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    return agenda_paper(congress(file), planned_agenda(file), head(file), programme_adoption(file))


def _programme_held(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    return agenda_held(congress(file), planned_agenda(file), head(file))


def _script(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    return script(script_facts(file))


AGENDA_KINDS = (
    PaperKind(name=AGENDA, there=_programmes, says=_programme),
    PaperKind(name=AGENDA_HELD, there=_held, says=_programme_held),
    PaperKind(name=SCRIPT, there=_scripts, says=_script),
)
