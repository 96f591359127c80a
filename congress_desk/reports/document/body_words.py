"""What the body that meets calls its own: read without the wording of all papers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.paths import resource

STYLES = ("party", "youth", "nd30")
DEFAULT_STYLE = "nd30"


def own_terms(rules: RuleSet) -> dict[str, str]:
    """Return the terms that a rule set has words of its own for."""
    # "Ban Chấp hành" has its capitals as a name: what kind of body it is has none.
    lowered = rules.word_committee[:1].lower() + rules.word_committee[1:].replace("Chấp", "chấp")
    terms = {
        "comrade": rules.word_comrade,
        "people_called": rules.word_people_called,
        "committee": rules.word_committee,
        "committee_kind": lowered,
        "new_committee": f"{lowered} mới" if lowered else "",
        "committee_member": rules.word_committee_member,
        "approval": rules.word_approval,
        "first_meeting": rules.word_first_meeting,
        "inspection": rules.word_inspection,
        "inspection_head": rules.word_inspection_head,
    }
    return {key: text for key, text in terms.items() if text}


def body_words(congress: Congress) -> Mapping[str, str]:
    """Return the words that sentences on screen take from the body, by name ("convener").

    They are those of its papers: the terms of the style, its organs and voters, and before them
    what the rule set calls them. A Party cell has a chair where a congress has a presidium.
    """
    rules = congress.rules
    style = _style(rules.document_style if rules.document_style in STYLES else DEFAULT_STYLE)
    voter = style["voter"][congress.details.kind.value]
    organs = {**style["organ"], **(_branch() if likely_kind(congress) == BRANCH else {})}
    own = {
        **own_terms(rules),
        "member": rules.word_member,
        "presidium": rules.word_presidium,
        "secretariat": rules.word_secretariat,
    }
    names = {key: text.format(voter=voter) for key, text in organs.items() if isinstance(text, str)}
    member = style["voter"][CongressKind.MEMBERS.value]
    words = {**style["terms"], **names, "voter": voter, "member": member}
    return MappingProxyType({**words, **{key: text for key, text in own.items() if text}})


@cache
def _style(style: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("wording", "styles", f"{style}.toml").read_text("utf-8"))


@cache
def _branch() -> dict[str, str]:
    common = tomllib.loads(resource("wording", "common.toml").read_text("utf-8"))
    branch: dict[str, str] = common["organ_branch"]
    return branch
