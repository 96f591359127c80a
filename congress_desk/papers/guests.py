"""The papers on guests and for each person: letters, lists, sheets, the rota; once asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from congress_desk.domain.guests.invitation import FIRST_MAILING, Letter
from congress_desk.domain.people.person import PersonKind
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import WORKBOOK, XLSX, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.guests import guests_asked, guests_view
from congress_desk.queries.journal import head
from congress_desk.queries.people import register
from congress_desk.queries.seating import seats_at
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.guests.guest_book import guest_book
from congress_desk.reports.guests.guest_list import guest_list, guest_words
from congress_desk.reports.guests.letters import letters
from congress_desk.reports.guests.person_sheets import SessionTime, person_sheets
from congress_desk.reports.guests.rota import rota_paper
from congress_desk.storage.congress_file import CongressFile

LETTERS, GUESTS, WORDS = "letters", "guests", "guest-words"
SHEETS, ROTA, BOOK = "person-sheets", "photo-rota", "guest-book"


def _letters(file: CongressFile) -> Iterator[Paper]:
    if not guests_asked(file):
        return
    view = guests_view(file)
    for letter, title, name in (
        (Letter.INVITATION, tr("Invitations to guests"), "giay-moi"),
        (Letter.SUMMONS, tr("Summons of delegates"), "giay-trieu-tap"),
    ):
        mailings = view.mailings(letter)
        for mailing in mailings:
            whole = title
            if mailings != (FIRST_MAILING,):
                whole = tr("{letters}, mailing {number}", letters=title, number=mailing)
            yield Paper(
                kind=LETTERS,
                title=whole,
                file_name=_letters_name(name, mailing),
                part=letters_part(letter, mailing),
            )


def letters_part(letter: Letter, mailing: int) -> str:
    """Return which paper the letters of a mailing are; that of the first was always called so."""
    return letter.value if mailing == FIRST_MAILING else f"{letter.value}-{mailing}"


def _letters_name(name: str, mailing: int) -> str:
    later = () if mailing == FIRST_MAILING else ("dot", mailing)
    return file_name(name, *later, suffix=".pdf")


def _lists(file: CongressFile) -> Iterator[Paper]:
    if guests_asked(file) and guests_view(file).guests:
        yield _paper(GUESTS, tr("List of guests"), "danh-sach-khach-moi")


def _words(file: CongressFile) -> Iterator[Paper]:
    if guests_asked(file) and guests_view(file).guests:
        yield _paper(WORDS, tr("Words that announce the guests"), "loi-gioi-thieu-khach-moi")


def _sheets(file: CongressFile) -> Iterator[Paper]:
    if not guests_asked(file):
        return
    view = guests_view(file)
    if view.summoned:
        title = tr("A sheet for each delegate")
        yield _paper(SHEETS, title, "phieu-thong-tin-dai-bieu", Letter.SUMMONS)
    if view.guests:
        title = tr("A sheet for each guest")
        yield _paper(SHEETS, title, "phieu-thong-tin-khach-moi", Letter.INVITATION)


def _rota(file: CongressFile) -> Iterator[Paper]:
    if guests_view(file).turns:
        yield _paper(ROTA, tr("Photographs and flowers"), "lich-chup-anh-tang-hoa")


def _books(file: CongressFile) -> Iterator[Paper]:
    view = guests_view(file)
    if guests_asked(file) and (view.invited or view.turns):
        name = file_name("khach-moi-giay-trieu-tap", suffix=XLSX)
        title = tr("Guests, letters, rota")
        yield Paper(kind=BOOK, title=title, file_name=name, formats=WORKBOOK)


def _paper(kind: str, title: str, name: str, letter: Letter | None = None) -> Paper:
    file = file_name(name, suffix=".pdf")
    return Paper(kind=kind, title=title, file_name=file, part=letter.value if letter else "")


def _say_letters(file: CongressFile, paper: Paper, __: PaperChoices) -> Document:
    view = guests_view(file)
    value, _, mailing = paper.part.partition("-")
    letter = Letter(value)
    invited = view.of_mailing(letter, int(mailing or FIRST_MAILING))
    return letters(view.congress, letter, invited, head(file), text=view.texts[letter])


def _say_list(file: CongressFile, _: Paper, __: PaperChoices) -> Document:
    return guest_list(congress(file), guests_view(file).guests, head(file))


def _say_words(file: CongressFile, _: Paper, __: PaperChoices) -> Document:
    return guest_words(congress(file), guests_view(file).guests, head(file))


def _say_sheets(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    view, letter = guests_view(file), Letter(paper.part)
    invited = view.of_letter(letter)
    return person_sheets(view.congress, letter, invited, _sessions(file), head(file))


def _sessions(file: CongressFile) -> tuple[SessionTime, ...]:
    """Return each session of the programme with its first day and time, and who sits where."""
    found: dict[str, SessionTime] = {}
    for item in agenda(file):
        if item.session and item.session not in found:
            found[item.session] = SessionTime(
                name=item.session,
                day=item.day,
                time=item.time,
                seats=seats_at(file, item.session),
            )
    return tuple(found.values())


def _say_rota(file: CongressFile, _: Paper, __: PaperChoices) -> Document:
    people = register(file)
    sizes = Counter(p.delegation for p in people if p.kind is not PersonKind.GUEST)
    return rota_paper(congress(file), guests_view(file).turns, sizes, head(file))


def _say_book(file: CongressFile, _: Paper, __: PaperChoices) -> Book:
    view = guests_view(file)
    return guest_book(view.congress, view.guests, view.summoned, view.turns, head(file))


GUEST_KINDS = (
    PaperKind(name=LETTERS, there=_letters, says=_say_letters),
    PaperKind(name=GUESTS, there=_lists, says=_say_list),
    PaperKind(name=WORDS, there=_words, says=_say_words),
    PaperKind(name=SHEETS, there=_sheets, says=_say_sheets),
    PaperKind(name=ROTA, there=_rota, says=_say_rota),
    PaperKind(name=BOOK, there=_books, says=_say_book),
)
