"""What the organs of a congress are called on its papers, and how somebody signs for them."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.reports.document.wording import Wording


def organ_words(congress: Congress, words: Wording, organs: Sequence[str]) -> Wording:
    """Return the wording with name and signature of each organ, the rule set's own words first.

    A Party cell and a company have a chair and a secretary where a larger congress has a presidium
    and a secretariat. A body issues papers (`…_issues`) and is represented; a person is there.
    """
    area = "organ_branch" if likely_kind(congress) == BRANCH else "organ"
    rules = congress.rules
    own = {"presidium": rules.word_presidium, "secretariat": rules.word_secretariat}
    names, signs, issues = {}, {}, {}
    for organ in organs:
        typed = own.get(organ, "")
        name = typed or words.say(f"{area}.{organ}")
        body = is_body(name, words)
        names[f"{organ}_name"] = name
        signs[f"{organ}_signs"] = words.say(f"{area}.signs.{organ}")
        if typed:
            key = "signs_body" if body else "signs_person"
            signs[f"{organ}_signs"] = words.say(f"organ_own.{key}", organ=name.upper())
        if body:
            issues[f"{organ}_issues"] = name.upper()
    chair = names["presidium_name"]
    there = "there_body" if is_body(chair, words) else "there_person"
    there = words.say(f"organ_own.{there}", organ=chair[:1].lower() + chair[1:])
    return words.with_terms(**names, **signs, **issues, presidium_there=there)


def is_body(name: str, words: Wording) -> bool:
    """Say whether a name is that of a body ("Đoàn chủ tịch") and not of one person ("Chủ tọa")."""
    bodies = words.lists["organ_own.bodies"]
    return f"{name.casefold()} ".startswith(tuple(f"{body} " for body in bodies))
