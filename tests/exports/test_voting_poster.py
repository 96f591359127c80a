"""The poster on how to vote: what the rules say, with drawn valid and invalid ballots."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest

from congress_desk.domain.elections.ballots import Paper, judge
from congress_desk.domain.rules.rule_set import Validity
from congress_desk.exports.ballot_papers.poster import draw_poster
from congress_desk.reports.ballot_papers.forms import PaperSize
from congress_desk.reports.ballot_papers.poster import Poster, Sample, voting_poster

from .ballot_lists import a_list
from .pages import MADE, page_letters, page_texts
from .sheets import CONGRESS, union_congress, youth_congress

LISTS = {
    "strike": (18, 15), "drawn whole": (5, 4), "one post": (3, 1), "several": (5, 5),
    "one name": (1, 1),
}  # fmt: skip


def poster(listed: tuple[int, int], size: PaperSize = PaperSize.A4, of=CONGRESS) -> Poster:
    return voting_poster(of, a_list(*listed), size)


def drawn(made: Poster) -> bytes:
    stream = io.BytesIO()
    draw_poster(made, stream, MADE)
    return stream.getvalue()


def as_paper(sample: Sample) -> Paper:
    """Return a sample as the counting desk would enter it, by its places from 1."""
    places = range(len(sample.names))
    if not sample.tick:
        return Paper(struck=frozenset(p + 1 for p in sample.struck))
    both = sample.agree & sample.disagree
    blank = {p for p in places if p not in sample.agree | sample.disagree}
    return Paper(
        struck=frozenset(p + 1 for p in sample.disagree - both),
        both=frozenset(p + 1 for p in both),
        blank=frozenset(p + 1 for p in blank),
    )


@pytest.mark.parametrize("all_against", Validity)
@pytest.mark.parametrize("single_blank", Validity)
@pytest.mark.parametrize("name", LISTS)
def test_that_every_sample_is_what_the_counting_desk_holds_it_to_be(
    name, single_blank, all_against
):
    rules = replace(CONGRESS.rules, single_blank=single_blank, all_against=all_against)
    listed = a_list(*LISTS[name])
    made = voting_poster(replace(CONGRESS, rules=rules), listed, PaperSize.A4)
    for row in made.rows:
        assert row.samples
        for sample in row.samples:
            if sample.writing:
                assert not row.valid
                continue
            count = len(sample.names)
            seats = count if sample.tick else 3 if name == "strike" else listed.seats
            verdict = judge(
                as_paper(sample), mode=listed.mode, candidates=count, seats=seats, rules=rules
            )
            assert verdict.valid is row.valid, sample.caption


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
@pytest.mark.parametrize("name", LISTS)
def test_that_a_poster_is_one_page_that_says_everything_inside_its_margins(name, size):
    made = poster(LISTS[name], size)
    data = drawn(made)
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 1
        assert pdf[0].get_size() == pytest.approx((size.width, size.height), abs=0.1)
    text = " ".join(page_texts(data)[0].split())
    for sentence in (made.title, *made.steps, *(row.title for row in made.rows)):
        assert " ".join(sentence.split()) in text
    for letter in page_letters(data)[0]:
        assert letter.left > 20 and letter.right < size.width - 20
        assert letter.bottom > 15 and letter.top < size.height - 15


def test_that_the_numbers_and_the_articles_are_those_of_the_election_and_its_rules():
    text = " ".join(poster(LISTS["strike"]).steps)
    assert "Bầu 15 người trong danh sách 18 người." in text
    assert "(Điều 15)" in text
    assert "mẫu dưới đây vẽ cho cuộc bầu 3 người trong danh sách 5 người." in text
    assert "mẫu dưới đây" not in " ".join(poster(LISTS["drawn whole"]).steps)


@pytest.mark.parametrize("of", [youth_congress(), union_congress()])
def test_that_no_poster_of_another_body_speaks_of_the_party(of):
    made = poster(LISTS["strike"], of=of)
    assert "Đảng" not in " ".join((made.congress, *made.steps, *(r.title for r in made.rows)))


def test_that_the_same_poster_is_the_same_file():
    assert drawn(poster(LISTS["several"])) == drawn(poster(LISTS["several"]))
