"""The procedure guide: for each kind of item the steps in order, who does what and what is said."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.agenda.item_words import is_announcement
from congress_desk.domain.text.clean_text import without_accents


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """One step: what is done, by whom, what is said, and the topic of the article it rests on."""

    does: str
    who: str = ""
    says: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The steps of one kind of item; `words` (without accents) narrow it to items that say them."""

    key: str
    title: str
    kinds: tuple[ItemKind, ...]
    words: tuple[str, ...]
    announces: bool
    steps: tuple[GuideStep, ...]


def read_guide(text: str, *, key: str) -> Guide:
    """Read a guide; KeyError or ValueError on a file that is none."""
    tree = tomllib.loads(text)
    return Guide(
        key=key,
        title=tree["title"],
        kinds=tuple(ItemKind(kind) for kind in tree["kinds"]),
        words=tuple(tree.get("words", ())),
        announces=tree.get("announces", False),
        steps=tuple(
            GuideStep(
                does=step["does"],
                who=step.get("who", ""),
                says=step.get("says", ""),
                topic=step.get("article", ""),
            )
            for step in tree["step"]
        ),
    )


def guide_of(item: AgendaItem, guides: Sequence[Guide]) -> Guide | None:
    """Return the guide of an item: one whose words it says before one of its kind alone."""
    said = without_accents(item.content).casefold()
    fitting = [guide for guide in guides if _fits(guide, item, said)]
    return max(fitting, key=lambda guide: (guide.announces, bool(guide.words)), default=None)


def _fits(guide: Guide, item: AgendaItem, said: str) -> bool:
    if item.kind not in guide.kinds or (guide.announces and not is_announcement(item.content)):
        return False
    return not guide.words or any(word in said for word in guide.words)
