"""The help pages: both languages alike, every link leads somewhere, no key and no word typed."""

from __future__ import annotations

import re

import pytest

from congress_desk import i18n
from congress_desk.exports.guide.guide import draw_guide
from congress_desk.help.contents import (
    page,
    page_file,
    page_names,
    pages,
    picture_file,
    section_about,
    sections,
)
from congress_desk.help.html import contents_html, page_html
from congress_desk.help.markers import MARKER, filled, key_rows
from congress_desk.help.search import found, other_words
from congress_desk.i18n import use_language
from congress_desk.keys.place import WINDOW
from congress_desk.keys.table import PLACES
from congress_desk.paths import resource

LANGUAGES = tuple(i18n.LANGUAGES)
MARK = re.compile(r"^(#+) .*\{#([^}]+)\}$", re.MULTILINE)
A_KEY = re.compile(r"\bF(?:[1-9]|1[0-2])\b|\b(?:Ctrl|Alt|Shift|Insert|Delete)\b")
# Words that the glossary says not to use, where the help could mean nothing else by them.
NOT_OURS = {
    "vi": re.compile(
        r"\b(?:tập phiếu|xấp phiếu|lô phiếu|ứng viên|cử tri|đăng nhập đại biểu)\b", re.I
    ),
    "en": re.compile(r"\b(?:batch|batches|scrutineers?|winners?|attendees?|organisers?)\b", re.I),
}


def source(name: str, language: str) -> str:
    return page_file(name, language).read_text("utf-8")


@pytest.fixture(params=LANGUAGES)
def language(request):
    use_language(request.param)
    return request.param


def marks(name: str, language: str) -> list[tuple[str, ...]]:
    """Return level, anchor and topics of each heading."""
    return [(level, *words.split()) for level, words in MARK.findall(source(name, language))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_page_is_there_in_every_language_and_no_other(language):
    """A language without pages of its own shows the English ones."""
    there = {path.stem for path in resource("help", language).glob("*.md")}
    assert there in (set(page_names()), set())


@pytest.mark.parametrize("name", page_names())
def test_that_a_page_has_the_same_headings_and_markers_in_every_language(name):
    first, *others = LANGUAGES
    for other in others:
        assert marks(name, other) == marks(name, first)
        wanted = sorted(MARKER.findall(source(name, first)))
        assert sorted(MARKER.findall(source(name, other))) == wanted


@pytest.mark.parametrize("name", page_names())
def test_that_a_page_names_no_key_itself(name):
    for language in LANGUAGES:
        plain = MARKER.sub("", source(name, language))
        assert A_KEY.findall(plain) == []


@pytest.mark.parametrize("name", page_names())
def test_that_a_page_says_the_words_of_the_glossary(name):
    for language, wrong in NOT_OURS.items():
        found = [each for each in wrong.findall(source(name, language)) if name != "glossary"]
        assert found == []


def test_that_every_link_of_a_page_leads_to_a_section(language):
    addresses = {section.address for section in sections()} | {each.name for each in pages()}
    linked = {
        link for each in pages() for link in re.findall(r'href="help:([^"]+)"', page_html(each))
    }
    assert linked
    assert linked - addresses == set()
    assert set(re.findall(r'href="help:([^"]+)"', contents_html())) <= addresses


def test_that_every_picture_of_a_page_is_there(language):
    shown = [
        child.attrGet("src")
        for each in pages()
        for token in each.tokens
        for child in token.children or ()
        if child.type == "image"
    ]
    assert [name for name in shown if not picture_file(name, language).is_file()] == []


def test_that_no_anchor_stands_twice_on_a_page():
    for name in page_names():
        anchors = [anchor for _, anchor, *_ in marks(name, "vi")]
        assert len(anchors) == len(set(anchors)), name


def test_that_what_a_heading_is_about_is_a_place_or_a_command():
    commands = {f"{place}.{line.name}" for place, it in PLACES.items() for line in it.lines}
    topics = {topic for name in page_names() for _, _, *more in marks(name, "vi") for topic in more}
    assert topics - commands - set(PLACES) == set()


def test_that_a_command_is_told_where_its_place_is_and_a_place_within_another_there():
    assert section_about("counting.set_aside").anchor == "counting-doubt"
    assert section_about("counting.take_back").anchor == "counting-correct"
    assert section_about("bundles").address == "counting#bundles"
    assert section_about(WINDOW).page == "window"
    with pytest.raises(KeyError):
        section_about("nowhere")


def test_that_keys_and_words_come_from_the_table(language):
    assert "`Ctrl+K`" in filled("{key:palette}")
    told = filled("{do:counting.undo}")
    assert told.endswith("(`Ctrl+Z`)")
    assert i18n.tr("Undo the last act") in told
    assert all(keys for keys, _ in key_rows("counting"))
    with pytest.raises(KeyError):
        filled("{do:counting.fly}")


# What newcomers type, as they type it, and where the answer stands.
ASKED = {
    "vi": """
        tep phieu: counting#bundles | Tệp phiếu: counting#bundles | qua ban: glossary#term-majority
        sua phieu da ghi: counting#counting-correct | sua phieu nhap sai: counting#counting-correct
        dem phieu: counting#counting | hai nguoi cung nhap: counting#counting
        quen pin: congress#operators | quen mat khau: start#start-password
        lam sao in phieu bau: ballots#ballots | in phieu bau: ballots#ballots
        phieu trang: counting#counting-invalid | thieu phieu: ballots#issue
        thua phieu: ballots#issue-box | phieu khong khop: passes#passes
        cach them dai bieu: people#register | in the dai bieu: people#register
        nhap tu excel: people#import_list | dai bieu den muon: checkin | diem danh: checkin
        khach moi: people#guests | so do cho ngoi: people#seats | chia to: people#groups
        mat dien: start#start-safety | khoi phuc: start#start-safety | doi may: start#start-safety
        khong mo duoc tep: start#start-open | tao dai hoi moi: start#start-new
        tap duyet: start#start-rehearsal | may in: start#start-ready | font chu: start#start-ready
        chu nho qua: start#start-looks | doi ngon ngu: start#start-looks
        toi muon doi ten dai hoi: congress#details | ket thuc dai hoi: congress#details
        ung cu vien: elections#candidates | rut ten: elections#candidates
        bau lai: result#after_round | bang phieu: result#after_round
        huy ket qua: result#result-again | cong bo ket qua: result#gate
        khong thay may chieu: projector#projector-screen | tat man chieu: projector#projector-blank
        xuat word: papers | may scan: passes#scanning | phat bieu: running#speeches
        gio tay: motions | nut mo: window#refusals | phim tat: window#window-help
    """,
    "en": """
        bundle: counting#bundles | majority: glossary#term-majority | count votes: counting#counting
        How do I print ballots?: ballots#ballots | forgot PIN: congress#operators
        restore backup: start#start-safety | add a delegate: people#register
        import from excel: people#import_list | dark mode: start#start-looks
        undo wrong ballot: counting#counting-correct | tie: result#after_round
        second screen not found: projector#projector-screen | export to word: papers
        withdraw a candidate: elections#candidates | what is quorum: glossary#term-quorum
        why is the button grey: window#refusals | speaker timer: running#speeches
    """,
}


def test_that_what_newcomers_ask_is_found_first_with_or_without_accents(language):
    asked = ASKED.get(language, "").replace("\n", "|").split("|")
    wanted = [tuple(each.strip().split(": ")) for each in asked if each.strip()]
    first = [(typed, found(typed)[0].section.address) for typed, _ in wanted]
    assert first == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_other_words_are_given_to_sections_that_are_there(language):
    _, asked = other_words(language)
    assert asked.keys() - {section.address for section in sections()} == set()


def test_that_what_is_nowhere_is_not_found_and_nothing_finds_nothing():
    assert found("xyzzy") == ()
    assert found("  ") == ()


def test_that_a_snippet_shows_where_the_words_stand():
    hit = next(each for each in found("nghi van") if "nghi vấn" in each.section.title.lower())
    assert hit.snippet
    (first, *_) = found("huy ket qua") or found("cong bo")
    assert len(first.snippet) < 220


def test_that_the_glossary_has_the_words_of_the_product(language):
    terms = [each for each in page("glossary").sections if each.level > 2]
    anchors = {each.anchor for each in terms}
    assert {"term-election", "term-bundle", "term-pass", "term-base", "term-quorum"} <= anchors
    assert all(each.text for each in terms)


def test_that_the_guide_holds_every_page_with_its_contents_and_arrows(language):
    import io

    import pypdfium2

    stream = io.BytesIO()
    draw_guide(stream, page_names())
    document = pypdfium2.PdfDocument(stream.getvalue())
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    for each in pages():
        assert text.count(each.title) >= 2, each.title
    assert "↑" in text
    outline = [entry.get_title() for entry in document.get_toc() if entry.level == 0]
    assert outline == [each.title for each in pages()]
    document.close()


def test_that_every_place_has_its_section():
    anchored = {section.anchor for section in sections()}
    about = {topic for section in sections() for topic in section.about}
    assert set(PLACES) - anchored - about == set()


def test_that_every_command_is_told_of_on_the_page_of_its_place():
    told = set()
    for name in page_names():
        told |= {
            what for kind, what in MARKER.findall(source(name, "vi")) if kind in ("do", "name")
        }
        tables = {what for kind, what in MARKER.findall(source(name, "vi")) if kind == "keys"}
        told |= {
            f"{place}.{line.name}"
            for place in tables & set(PLACES)
            for line in PLACES[place].lines
            if line.use
        }
    commands = {f"{place}.{line.name}" for place, it in PLACES.items() for line in it.lines}
    assert commands - told == set()
