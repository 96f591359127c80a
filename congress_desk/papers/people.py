"""The papers of people: which there are, and what each says as the file stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congress_desk.domain.people.person import Person, Status, base_sum
from congress_desk.exports.file_names import (
    cards_name,
    credentials_name,
    people_book_name,
    people_list_name,
    sign_in_name,
)
from congress_desk.i18n import tr
from congress_desk.papers.paper import CARDS, DRAWN, WORKBOOK, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import agenda, congress, duties, with_shares
from congress_desk.queries.elections.shares import shares_view
from congress_desk.queries.journal import head
from congress_desk.queries.people import (
    congress_setting,
    groups,
    passages,
    photos,
    register,
    register_as_reported,
    status_changes,
)
from congress_desk.queries.seating import seats_by_session
from congress_desk.queries.structure import (
    PeopleSet,
    SetKind,
    structure_of_voters,
    structure_view,
)
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.people.cards import CardSheets, card_sheets
from congress_desk.reports.people.credentials import Credentials, credentials_report
from congress_desk.reports.people.people_book import PeopleFacts, people_book
from congress_desk.reports.people.people_list import people_list
from congress_desk.reports.people.sign_in import sign_in_lists
from congress_desk.storage.congress_file import CongressFile

COMPLAINTS_KEY = "credentials.complaints"
CREDENTIALS, PEOPLE_LIST, SIGN_IN, PEOPLE = "credentials", "people-list", "sign-in", "people"


def _report(file: CongressFile) -> Iterator[Paper]:
    if any(person.has_vote for person in register(file)):
        yield Paper(
            kind=CREDENTIALS, title=tr("Report on credentials"), file_name=credentials_name()
        )


def _lists(file: CongressFile) -> Iterator[Paper]:
    if register(file):
        title = tr("List of delegates")
        yield Paper(kind=PEOPLE_LIST, title=title, file_name=people_list_name())


def _sign_in(file: CongressFile) -> Iterator[Paper]:
    if register(file):
        yield Paper(kind=SIGN_IN, title=tr("Sign-in lists"), file_name=sign_in_name())


def _card_sheets(file: CongressFile) -> Iterator[Paper]:
    if register(file):
        title = tr("Delegate cards")
        yield Paper(kind=CARDS, title=title, file_name=cards_name(), formats=DRAWN)


def _books(file: CongressFile) -> Iterator[Paper]:
    if register(file):
        yield people_paper(people_book_name())


def people_paper(name: str) -> Paper:
    """Return the workbook of people under a file name."""
    title = tr("Register, presence, structure")
    return Paper(kind=PEOPLE, title=title, file_name=name, formats=WORKBOOK)


def _people_list(file: CongressFile, _: Paper, choices: PaperChoices) -> Document:
    return people_list(
        congress(file),
        register(file),
        head(file),
        groups=_group_names(file),
        order=choices.order,
        private=choices.private,
    )


def _sign_in_lists(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    sessions = tuple(dict.fromkeys(item.session for item in agenda(file) if item.session))
    return sign_in_lists(congress(file), register(file), head(file), sessions=sessions)


def _credentials(file: CongressFile, _paper: Paper, _: PaperChoices) -> Document:
    everybody, whole = register_as_reported(file), congress(file)
    there = {person.id for person in everybody if person.status is Status.PRESENT}
    facts = Credentials(
        congress=whole,
        people=everybody,
        structure=structure_of_voters(file, everybody),
        duties=duties(file),
        head=head(file),
        reasons=_reasons(file, everybody),
        complaints=congress_setting(file, COMPLAINTS_KEY),
        sum=with_shares(file, base_sum(everybody, whole.base_rule), there),
        proxies=_proxies(file),
    )
    return credentials_report(facts)


def _proxies(file: CongressFile) -> dict[int, str]:
    """Return by number who votes for a holder of shares, where somebody else does."""
    view = shares_view(file)
    return {h.person_id: view.name(h.voter_id) for h in view.holdings if h.proxy_id}


def _cards(file: CongressFile, _: Paper, choices: PaperChoices) -> CardSheets:
    everybody = register(file)
    wanted = [p for p in everybody if not choices.people or p.id in choices.people]
    return card_sheets(
        congress(file),
        wanted,
        head(file),
        groups=_group_names(file),
        photos=photos(file) if any(person.has_photo for person in wanted) else {},
        seats=seats_by_session(file),
        symbol=choices.symbol,
    )


def _book(file: CongressFile, _: Paper, choices: PaperChoices) -> Book:
    everybody = register(file)
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


PEOPLE_KINDS = (
    PaperKind(name=PEOPLE, there=_books, says=_book),
    PaperKind(name=CREDENTIALS, there=_report, says=_credentials),
    PaperKind(name=PEOPLE_LIST, there=_lists, says=_people_list),
    PaperKind(name=SIGN_IN, there=_sign_in, says=_sign_in_lists),
    PaperKind(name=CARDS, there=_card_sheets, says=_cards),
)
