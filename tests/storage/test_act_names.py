"""Every act of the program has a name and a sentence in every language: the journal shows them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from source_calls import calls

from congress_desk.i18n import label, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.storage.safety.partial_recovery import RECOVERED_IN_PART


def acts() -> Iterator[str]:
    """Yield the name of each act as the source begins it: `file.act("open_round", …)`."""
    yield RECOVERED_IN_PART
    yield from (call.text for call in calls() if call.name == "act")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_act_has_a_name_and_a_sentence(language):
    names = set(acts())
    assert len(names) > 100
    use_language(language)
    for name in sorted(names):
        assert label("act_name", name)
        assert label("act", name)
    use_language("vi")
