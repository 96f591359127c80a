"""Papers after the ballots: sealing, labels, handover, approval, first meeting, reports, index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.course import ElectionCourse, Seat
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.errors import Refusal
from congress_desk.exports.file_names import after_paper_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress, duties
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.candidate_people import people_of_candidates
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.posts import congress_of_papers
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.journal import head
from congress_desk.queries.papers import imprint
from congress_desk.reports.after_election.approval import approval_request, elected_profiles
from congress_desk.reports.after_election.election_report import election_report
from congress_desk.reports.after_election.file_index import FiledPaper, file_index
from congress_desk.reports.after_election.first_meeting import first_meeting
from congress_desk.reports.after_election.handover import ballots_handover
from congress_desk.reports.after_election.sealing import sealing_labels, sealing_minutes
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.head import addressee, congress_wording, stamp_text
from congress_desk.reports.document.imprint import imprinted
from congress_desk.storage.congress_file import CongressFile

SEALING, LABELS, HANDOVER = "sealing-minutes", "sealing-labels", "ballots-handover"
APPROVAL, ELECTED, MEETING = "approval-request", "elected-profiles", "first-meeting"
REPORT, INDEX = "election-report", "file-index"
# What a superior approves; delegates are no body of the unit.
_APPROVED = (
    ElectionKind.COMMITTEE,
    ElectionKind.STANDING,
    ElectionKind.SECRETARY,
    ElectionKind.DEPUTY,
    ElectionKind.INSPECTION,
)
_LEAST_COMMITTEE = 2
_NO_MORE = ("rounds_used_up", "congress_closed")


def _declared(file: CongressFile) -> Iterator[tuple[str, int, RoundSheet]]:
    """Yield code, number of the election and sheet of every declared round."""
    for each in elections(file):
        for found in rounds(file, each.id):
            if found.state is RoundState.DECLARED:
                yield each.code, each.id, round_sheet(file, found.id)


def _of_rounds(kind: str, title: str, name: str, file: CongressFile) -> Iterator[Paper]:
    for code, election_id, sheet in _declared(file):
        found = sheet.round
        recount = ("kiem-lai",) if found.is_recount else ()
        yield Paper(
            kind=kind,
            title=tr(
                "{what} · {title} · round {number}",
                what=tr(title),
                title=sheet.election.title,
                number=found.number,
            ),
            file_name=after_paper_name(name, code, "lan", found.number, *recount),
            election_id=election_id,
            round_id=found.id,
        )


def _sealings(file: CongressFile) -> Iterator[Paper]:
    return _of_rounds(SEALING, "Minutes of sealing the ballots", "bien-ban-niem-phong", file)


def _labels(file: CongressFile) -> Iterator[Paper]:
    return _of_rounds(LABELS, "Labels for sealed ballots", "nhan-niem-phong", file)


def _handovers(file: CongressFile) -> Iterator[Paper]:
    if any(_declared(file)):
        yield Paper(
            kind=HANDOVER,
            title=tr("Handover of ballots and boxes"),
            file_name=after_paper_name("bien-ban-giao-nhan-phieu"),
        )


def _courses(file: CongressFile) -> tuple[ElectionCourse, ...]:
    return tuple(election_course(file, each.id) for each in elections(file))


def _finished(file: CongressFile) -> tuple[ElectionCourse, ...]:
    """Return the elections in which somebody is elected and nothing more can be elected."""
    return tuple(c for c in _courses(file) if c.chosen and (c.complete or _is_over(file, c)))


def _is_over(file: CongressFile, course: ElectionCourse) -> bool:
    """Say whether no further vote can fill what is open: the rules' last one was held."""
    plan = next_round(file, course.election.id)
    return isinstance(plan, Refusal) and plan.first.code in _NO_MORE


def _approved(file: CongressFile) -> tuple[ElectionCourse, ...]:
    return tuple(c for c in _finished(file) if c.election.kind in _APPROVED)


def _superior(file: CongressFile) -> str:
    whole = congress(file)
    return addressee(whole, congress_wording(whole))


def _approvals(file: CongressFile) -> Iterator[Paper]:
    """Yield the request where the organisation's superior approves what is elected."""
    if congress_wording(congress(file)).terms["approval"] and _superior(file) and _approved(file):
        yield Paper(
            kind=APPROVAL,
            title=tr("Request to approve the result"),
            file_name=after_paper_name("to-trinh-ket-qua-bau-cu"),
        )


def _elected(file: CongressFile) -> Iterator[Paper]:
    for course in _finished(file):
        yield Paper(
            kind=ELECTED,
            title=tr("Profiles of the elected · {title}", title=course.election.title),
            file_name=after_paper_name("trich-ngang-trung-cu", course.election.code),
            election_id=course.election.id,
        )


def _meetings(file: CongressFile) -> Iterator[Paper]:
    for course in _finished(file):
        is_committee = course.election.kind is ElectionKind.COMMITTEE
        if is_committee and len(course.elected) >= _LEAST_COMMITTEE:
            yield Paper(
                kind=MEETING,
                title=tr("Notice of the first meeting · {title}", title=course.election.title),
                file_name=after_paper_name("thong-bao-phien-hop-dau", course.election.code),
                election_id=course.election.id,
            )


def _reports(file: CongressFile) -> Iterator[Paper]:
    if not _superior(file):
        return
    for course in _courses(file):
        if course.chosen or any(not held.counting for held in course.rounds):
            yield Paper(
                kind=REPORT,
                title=tr("Report on the election · {title}", title=course.election.title),
                file_name=after_paper_name("bao-cao-ket-qua-bau", course.election.code),
                election_id=course.election.id,
            )


def _sealing(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    register = issue_register(file, paper.round_id)
    sheet = replace(round_sheet(file, paper.round_id), congress=congress_of_papers(file))
    return sealing_minutes(sheet, register)


def _sealing_labels(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return sealing_labels(round_sheet(file, paper.round_id))


def _handover(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    sheets = sorted((s for *_, s in _declared(file)), key=lambda s: s.round.id)
    return ballots_handover(congress_of_papers(file), sheets, duties(file), head(file))


def _approval(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    courses = _approved(file)
    asked = {course.election.id for course in courses}
    sheets = [sheet for _, number, sheet in _declared(file) if number in asked]
    return approval_request(congress(file), courses, sheets, head(file))


def _elected_profiles(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    course = election_course(file, paper.election_id)
    return elected_profiles(
        congress(file),
        course,
        _people(file, course, course.chosen),
        head(file),
        alternates=_people(file, course, course.alternates),
    )


def _meeting(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    course = election_course(file, paper.election_id)
    elected = {c.election.kind for c in _courses(file) if c.elected}
    return first_meeting(
        congress(file), course, _people(file, course, course.elected), elected, head(file)
    )


def _report(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    course = election_course(file, paper.election_id)
    sheets = [sheet for _, number, sheet in _declared(file) if number == paper.election_id]
    return election_report(congress(file), course, sheets, head(file))


def _people(
    file: CongressFile, course: ElectionCourse, seats: Sequence[Seat]
) -> tuple[Person, ...]:
    """Return who has these seats with what is known of each, in their order."""
    stood: dict[int, Candidate] = {c.id: c for held in course.rounds for c in held.round.candidates}
    return tuple(_person(file, course, seat, stood) for seat in seats)


def _person(
    file: CongressFile, course: ElectionCourse, seat: Seat, stood: dict[int, Candidate]
) -> Person:
    candidate = stood.get(seat.candidate_id)
    if candidate is None:
        return Person(code="", name=seat.name)
    return people_of_candidates(file, course.election.id, (candidate,))[0]


def index_kind(
    available: Callable[[CongressFile], Iterable[Paper]],
    says: Callable[[CongressFile, Paper], object],
) -> PaperKind:
    """Return the kind of the index, which asks the table for every paper there is."""

    def there(file: CongressFile) -> Iterator[Paper]:
        if congress(file).state is CongressState.CLOSED or any(_declared(file)):
            yield Paper(
                kind=INDEX,
                title=tr("Index of the file"),
                file_name=after_paper_name("muc-luc-ho-so"),
            )

    def index(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
        whole = congress(file)
        official = stamp_text(whole, congress_wording(whole))
        filed = []
        for paper in available(file):
            # A workbook or a drawn paper is no document of the file; drafts are not filed.
            written = paper.has_docx and paper.kind != INDEX
            content = says(file, paper) if written else None
            if isinstance(content, Document) and content.stamp == official:
                filed.append(_filed(file, paper, content))
        return file_index(whole, filed, head(file))

    return PaperKind(name=INDEX, there=there, says=index)


def _filed(file: CongressFile, paper: Paper, content: Document) -> FiledPaper:
    own = imprint(file, paper.key)
    printed = imprinted(content, own, congress(file))
    number = printed.head.number if own.number else ""
    title = filed_title(content.title, content.subject)
    return FiledPaper(title=title, number=number, day=printed.head.day)


def filed_title(title: str, subject: Sequence[str]) -> str:
    """Return what a paper is called in one line; a title that ends in "bầu" says it once."""
    whole, rest = title.capitalize(), " ".join(filter(None, subject))
    verb = "bầu "
    if rest.startswith(verb) and whole.endswith((" bầu", " bầu cử")):
        rest = rest.removeprefix(verb)
    return f"{whole} {rest}".strip()


AFTER_KINDS = (
    PaperKind(name=SEALING, there=_sealings, says=_sealing),
    PaperKind(name=LABELS, there=_labels, says=_sealing_labels),
    PaperKind(name=HANDOVER, there=_handovers, says=_handover),
    PaperKind(name=REPORT, there=_reports, says=_report),
    PaperKind(name=APPROVAL, there=_approvals, says=_approval),
    PaperKind(name=ELECTED, there=_elected, says=_elected_profiles),
    PaperKind(name=MEETING, there=_meetings, says=_meeting),
)
