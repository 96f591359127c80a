"""The papers of people: which there are, and what each says as the file stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congress_desk.domain.people.person import Person, Status
from congress_desk.exports.file_names import (
    cards_name,
    credentials_name,
    people_book_name,
    people_list_name,
    profile_list_name,
    sign_in_name,
)
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices
from congress_desk.queries.congress import congress, duties
from congress_desk.queries.elections.lists import election, elections
from congress_desk.queries.journal import head
from congress_desk.queries.people import (
    candidate_people,
    congress_setting,
    groups,
    passages,
    photos,
    register,
    status_changes,
)
from congress_desk.queries.structure import PeopleSet, SetKind, structure_view
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.profile_list import profile_list
from congress_desk.reports.people.cards import CardSheets, card_sheets
from congress_desk.reports.people.credentials import Credentials, credentials_report
from congress_desk.reports.people.people_book import PeopleFacts, people_book
from congress_desk.reports.people.people_list import people_list
from congress_desk.reports.people.sign_in import sign_in_lists
from congress_desk.storage.congress_file import CongressFile

COMPLAINTS_KEY = "credentials.complaints"
PEOPLE_KINDS = ("people", "credentials", "people-list", "sign-in", "cards")
PROFILES = "profiles"


def people_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield the papers that can be made of the register: none while nobody is in it."""
    everybody = register(file)
    if not everybody:
        return
    if any(person.has_vote for person in everybody):
        yield Paper(
            kind="credentials",
            title=tr("Report on credentials"),
            file_name=credentials_name(),
            twice=True,
        )
    yield Paper(kind="people-list", title=tr("List of delegates"), file_name=people_list_name())
    yield Paper(kind="sign-in", title=tr("Sign-in lists"), file_name=sign_in_name())
    yield Paper(kind="cards", title=tr("Delegate cards"), file_name=cards_name())
    yield Paper(
        kind="people", title=tr("Register, presence, structure"), file_name=people_book_name()
    )


def profile_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield the list of profiles of every election that has candidates."""
    for each in elections(file):
        if each.candidates:
            yield Paper(
                kind=PROFILES,
                title=tr("Profiles of the candidates · {title}", title=each.title),
                file_name=profile_list_name(each.code),
                election_id=each.id,
            )


def people_content(
    file: CongressFile, paper: Paper, choices: PaperChoices
) -> Document | Book | CardSheets:
    """Return what a paper of people says; of a kind that is none ValueError."""
    whole, line = congress(file), head(file)
    everybody = register(file)
    match paper.kind:
        case "credentials":
            return _credentials(file, everybody)
        case "people-list":
            return people_list(
                whole,
                everybody,
                line,
                groups=_group_names(file),
                order=choices.order,
                private=choices.private,
            )
        case "sign-in":
            return sign_in_lists(whole, everybody, line)
        case "cards":
            return _cards(file, everybody, choices)
        case "people":
            return _book(file, everybody, choices)
        case "profiles":
            listed = candidate_people(file, paper.election_id)
            return profile_list(whole, election(file, paper.election_id), listed, line)
    raise ValueError(paper.kind)


def _credentials(file: CongressFile, everybody: tuple[Person, ...]) -> Document:
    facts = Credentials(
        congress=congress(file),
        people=everybody,
        structure=structure_view(file, PeopleSet(kind=SetKind.VOTERS)).structure,
        duties=duties(file),
        head=head(file),
        reasons=_reasons(file, everybody),
        complaints=congress_setting(file, COMPLAINTS_KEY),
    )
    return credentials_report(facts)


def _cards(file: CongressFile, everybody: tuple[Person, ...], choices: PaperChoices) -> CardSheets:
    wanted = [p for p in everybody if not choices.people or p.id in choices.people]
    return card_sheets(
        congress(file),
        wanted,
        head(file),
        groups=_group_names(file),
        photos=photos(file) if any(person.has_photo for person in wanted) else {},
        symbol=choices.symbol,
    )


def _book(file: CongressFile, everybody: tuple[Person, ...], choices: PaperChoices) -> Book:
    view = structure_view(file, PeopleSet(kind=SetKind.VOTERS))
    facts = PeopleFacts(
        congress=congress(file),
        people=everybody,
        groups=_group_names(file),
        passages=passages(file),
        structure=view.structure,
        targets=view.targets,
        judgements=view.judgements,
        head=head(file),
        reasons=_reasons(file, everybody),
    )
    return people_book(facts, private=choices.private)


def _group_names(file: CongressFile) -> Mapping[int, str]:
    return {group.id: group.name for group in groups(file)}


def _reasons(file: CongressFile, everybody: tuple[Person, ...]) -> Mapping[int, str]:
    """Return the reason of everybody's last change of status, where it led to the one now."""
    reasons = {}
    for person in everybody:
        if person.status in (Status.PRESENT, Status.REPLACED):
            continue
        changes = status_changes(file, person.id)
        if changes and changes[-1].status is person.status:
            reasons[person.id] = changes[-1].reason
    return {number: reason for number, reason in reasons.items() if reason}
