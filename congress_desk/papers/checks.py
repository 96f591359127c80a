"""Papers of the checks beside a count: the entry diary of each round, and its samples."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.exports.file_names import after_paper_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.elections.checks.diary import entry_diary
from congress_desk.queries.elections.checks.sample import samples
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.counting_checks.diary import entry_diary_paper
from congress_desk.reports.counting_checks.sample_control import sample_control_paper
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

ENTRY_DIARY, SAMPLE_CONTROL = "entry-diary", "sample-control"


def _diaries(file: CongressFile) -> Iterator[Paper]:
    for each, held in _rounds(file):
        if entry_diary(file, held.id).lines:
            yield Paper(
                kind=ENTRY_DIARY,
                title=round_title(tr("Entry diary · {title}", title=each.title), held),
                file_name=after_paper_name("nhat-ky-nhap-phieu", each.code, *round_names(held)),
                election_id=each.id,
                round_id=held.id,
            )


def _rounds(file: CongressFile) -> Iterator[tuple[Election, Round]]:
    for each in elections(file):
        for held in rounds(file, each.id):
            yield each, held


def round_title(title: str, held: Round) -> str:
    """Return the title of a paper of a round."""
    if held.is_recount:
        return tr("{title} · recount of round {number}", title=title, number=held.number)
    return tr("{title} · round {number}", title=title, number=held.number)


def round_names(held: Round) -> tuple[str | int, ...]:
    """Return what tells the papers of a round apart in their file names."""
    return ("lan", held.number, *(("kiem-lai",) if held.is_recount else ()))


def _diary(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    diary = entry_diary(file, paper.round_id)
    return entry_diary_paper(round_sheet(file, paper.round_id), diary.lines, diary.bundles)


def _controls(file: CongressFile) -> Iterator[Paper]:
    for each, held in _rounds(file):
        if samples(file, held.id):
            yield Paper(
                kind=SAMPLE_CONTROL,
                title=round_title(tr("Sample control · {title}", title=each.title), held),
                file_name=after_paper_name("bien-ban-kiem-tra-mau", each.code, *round_names(held)),
                election_id=each.id,
                round_id=held.id,
            )


def _control(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return sample_control_paper(round_sheet(file, paper.round_id), samples(file, paper.round_id))


CHECK_KINDS = (
    PaperKind(name=ENTRY_DIARY, there=_diaries, says=_diary),
    PaperKind(name=SAMPLE_CONTROL, there=_controls, says=_control),
)
