"""The paper of motions: every vote by show of hands in order, with its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.queries.motions import motions
from congress_desk.reports.document.document import Document
from congress_desk.reports.motions.motions_list import motions_list
from congress_desk.storage.congress_file import CongressFile

MOTIONS = "motions"


def _lists(file: CongressFile) -> Iterator[Paper]:
    if motions(file):
        name = file_name("tong-hop-bieu-quyet", suffix=".pdf")
        yield Paper(kind=MOTIONS, title=tr("Results of the motions"), file_name=name)


def _list(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    return motions_list(congress(file), motions(file), head(file))


MOTION_KINDS = (PaperKind(name=MOTIONS, there=_lists, says=_list),)
