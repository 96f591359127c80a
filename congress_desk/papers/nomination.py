"""The papers before the ballot: names with their sources, papers and minutes of opinion polls."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.nomination.nominee import Source
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election, elections
from congress_desk.queries.journal import head
from congress_desk.queries.nomination import (
    nomination_facts,
    nominees,
    opinion_poll,
    opinion_polls,
)
from congress_desk.reports.document.document import Document
from congress_desk.reports.nomination.application import application
from congress_desk.reports.nomination.nominee_list import nominee_list
from congress_desk.reports.nomination.poll_minutes import poll_minutes
from congress_desk.reports.nomination.poll_paper import poll_paper
from congress_desk.storage.congress_file import CongressFile

NOMINEES, APPLICATION = "nominees", "application"
POLL, POLL_MINUTES = "opinion-poll", "opinion-poll-minutes"
_FILE_NAMES = {Source.SELF: "tu-ung-cu", Source.DELEGATES: "de-cu"}
_CODE = 60


def _nominees(file: CongressFile) -> Iterator[Paper]:
    for each in elections(file):
        if nomination_facts(file, each.id).recorded:
            yield Paper(
                kind=NOMINEES,
                title=tr("Names and their sources · {title}", title=each.title),
                file_name=file_name("tong-hop-de-cu", each.code[:_CODE], suffix=".pdf"),
                election_id=each.id,
            )


def _applications(file: CongressFile) -> Iterator[Paper]:
    """Yield an application for everybody who stands by himself, whatever became of it."""
    for each in elections(file):
        for nominee in nominees(file, each.id):
            if nominee.source is not Source.SELF:
                continue
            person = nominee.candidate
            yield Paper(
                kind=APPLICATION,
                title=tr("Application · {name} · {title}", name=person.name, title=each.title),
                file_name=file_name(
                    "don-ung-cu", each.code[:_CODE], person.name[:_CODE], suffix=".pdf"
                ),
                election_id=each.id,
                part=str(person.id),
            )


def _papers(file: CongressFile) -> Iterator[Paper]:
    for each in elections(file):
        for poll in opinion_polls(file, each.id):
            for paper in poll.papers:
                title = (
                    tr("Opinion poll {number}, self-nominated · {title}",
                       number=poll.number, title=each.title)
                    if paper.source is Source.SELF
                    else tr("Opinion poll {number}, nominated · {title}",
                            number=poll.number, title=each.title)
                )  # fmt: skip
                name = ("phieu-lay-y-kien", _FILE_NAMES[paper.source], each.code[:_CODE])
                yield Paper(
                    kind=POLL,
                    title=title,
                    file_name=file_name(*name, "lan", poll.number, suffix=".pdf"),
                    election_id=each.id,
                    part=f"{poll.id}/{paper.source.value}",
                )


def _minutes(file: CongressFile) -> Iterator[Paper]:
    for each in elections(file):
        for poll in opinion_polls(file, each.id):
            name = ("bien-ban-lay-y-kien", each.code[:_CODE], "lan", poll.number)
            yield Paper(
                kind=POLL_MINUTES,
                title=tr(
                    "Minutes of opinion poll {number} · {title}",
                    number=poll.number,
                    title=each.title,
                ),
                file_name=file_name(*name, suffix=".pdf"),
                election_id=each.id,
                part=str(poll.id),
            )


def _nominee_list(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return nominee_list(congress(file), nomination_facts(file, paper.election_id), head(file))


def _application(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    known = {n.candidate.id: n.candidate for n in nominees(file, paper.election_id)}
    found = election(file, paper.election_id)
    return application(congress(file), found, known[int(paper.part)], head(file))


def _poll_paper(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    number, source = paper.part.split("/")
    people = {n.candidate.id: n.candidate for n in nominees(file, paper.election_id)}
    return poll_paper(
        congress(file),
        election(file, paper.election_id),
        opinion_poll(file, int(number)),
        Source(source),
        people,
        head(file),
    )


def _poll_minutes(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    found = opinion_poll(file, int(paper.part))
    return poll_minutes(congress(file), election(file, paper.election_id), found, head(file))


NOMINATION_KINDS = (
    PaperKind(name=NOMINEES, there=_nominees, says=_nominee_list),
    PaperKind(name=APPLICATION, there=_applications, says=_application),
    PaperKind(name=POLL, there=_papers, says=_poll_paper),
    PaperKind(name=POLL_MINUTES, there=_minutes, says=_poll_minutes),
)
