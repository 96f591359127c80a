"""Long words in labels."""

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.ui.widgets.soft_wrap import breakable


def test_that_only_words_longer_than_thirty_letters_may_break():
    assert breakable("Máy chiếu mờ " + "v" * 30) == "Máy chiếu mờ " + "v" * 30
    long = breakable("v" * 70)
    assert [len(part) for part in long.split("\u200b")] == [30, 30, 10]
    assert clean_text(long) == "v" * 70
