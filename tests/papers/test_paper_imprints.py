"""Numbers, places and signatories of papers: one register for all papers of a congress."""

import pytest
from congress_files import a_congress, a_declared_round, code_of, granted

from congress_desk.actions.papers import set_imprint
from congress_desk.domain.papers import (
    Imprint,
    Office,
    imprint_text,
    next_number,
    office_text,
    read_imprint,
    read_office,
)
from congress_desk.papers import available, make_paper
from congress_desk.queries.papers import imprints
from congress_desk.reports.document.imprint import signing_organs


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    a_declared_round(made)
    yield made
    made.close()


def document(file, kind):
    return make_paper(file, next(p for p in available(file) if p.kind == kind)).content


def key(file, kind):
    return next(p.key for p in available(file) if p.kind == kind)


def test_that_all_papers_of_a_congress_share_one_row_of_numbers(file):
    granted(set_imprint(file, "a", Imprint(number="1"), Office(), actor="TK"))
    granted(set_imprint(file, "b", Imprint(number="12-QĐ/ĐU"), Office(), actor="TK"))
    granted(set_imprint(file, "c", Imprint(number="04"), Office(), actor="TK"))
    assert next_number(imprints(file).values()) == 5


@pytest.mark.parametrize("number", ["7", "07"])
def test_that_a_number_is_given_once(file, number):
    granted(set_imprint(file, "a", Imprint(number="7"), Office(), actor="TK"))
    refused = set_imprint(file, "b", Imprint(number=number), Office(), actor="TK")
    assert code_of(refused) == "paper_number_taken"
    granted(set_imprint(file, "a", Imprint(number="7", day="2020-03"), Office(), actor="TK"))


def test_that_what_is_set_stands_on_the_paper_and_what_goes_for_all_on_the_others(file):
    office = Office(place="An Giang", signers=(("presidium", "Lê Văn Ký"),))
    minutes = key(file, "counting-minutes")
    set_on = Imprint(number="3", day="2020-02-09", signers=(("counting_board", "Bùi Tự Ký"),))
    granted(set_imprint(file, minutes, set_on, office, actor="TK"))
    made = document(file, "counting-minutes")
    assert made.head.number == "Số 03-BB/ĐH"
    assert made.head.place_and_date == "An Giang, ngày 09 tháng 02 năm 2020"
    names = {place.signer: place.name for place in signing_organs(made)}
    assert names == {"counting_board": "Bùi Tự Ký", "presidium": "Lê Văn Ký"}
    others = document(file, "candidates")
    assert others.head.place_and_date.startswith("An Giang, ngày")
    assert [place.name for place in signing_organs(others)] == ["Lê Văn Ký"]


def test_that_a_name_for_all_papers_does_not_stand_over_the_head_of_a_board(file):
    office = Office(signers=(("counting_board", "Lê Ban Khác"),))
    granted(set_imprint(file, "a", Imprint(number="1"), office, actor="TK"))
    made = document(file, "counting-minutes")
    names = {place.signer: place.name for place in signing_organs(made)}
    assert names["counting_board"] == "Đỗ Văn Trưởng"


def test_that_nothing_is_written_when_nothing_changes(file):
    imprint, office = Imprint(number="1"), Office(place="Huế")
    granted(set_imprint(file, "a", imprint, office, actor="TK"))
    before = len(file.journal_lines())
    granted(set_imprint(file, "a", imprint, office, actor="TK"))
    assert len(file.journal_lines()) == before


def test_that_what_is_kept_is_read_back():
    imprint = Imprint(number="7", day="2020-03-05", signers=(("presidium", "Lê Ký"),))
    office = Office(place="Huế", addressee="Ban Thường vụ", signers=(("secretariat", "Lê Viết"),))
    assert read_imprint(imprint_text(imprint)) == imprint
    assert read_office(office_text(office)) == office
    assert imprint_text(Imprint()) == office_text(Office()) == ""
    assert read_imprint("") == Imprint()
