"""Small turns of phrase that papers and workbooks share."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import InvalidReason, MarkMode
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.elections.result import CandidateOutcome, Majority
from congress_desk.domain.elections.round import Part
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.rules.articles import bracketed
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.reports.document.wording import Wording

_LONGEST_CODE = 14


def finding_sentence(finding: Finding, wording: Wording) -> str:
    """Return a finding in the language of papers, whatever language the screen speaks."""
    params = dict(finding.params)
    if "percent" in params:
        params["percent"] = decimal_comma(str(params["percent"]))
    return wording.say(f"finding.{finding.code}", **params)


def fraction_words(fraction: str, wording: Wording) -> str:
    """Return "một phần hai" for "1/2", or the figures for a share that has no words here."""
    key = f"fraction.{fraction}"
    return wording.say(key) if wording.knows(key) else fraction


def base_words(majority: Majority, wording: Wording) -> str:
    """Return what the percentages are taken of: "số đại biểu được triệu tập"."""
    return wording.say(f"base.{majority.base.value}")


def outcome_words(outcome: CandidateOutcome, majority: Majority, wording: Wording) -> str:
    """Return what became of a candidate; "quá bán" is said where more than half is asked alone."""
    own = f"outcome_{majority.said_as}.{outcome.value}"
    return wording.say(own if wording.knows(own) else f"outcome.{outcome.value}")


def reason_words(reason: InvalidReason, mode: MarkMode, wording: Wording) -> str:
    """Return why a ballot is invalid; of one by shares in words of its own where it has them."""
    own = f"reason_{mode.value}.{reason.value}"
    return wording.say(own if wording.knows(own) else f"reason.{reason.value}")


def majority_rule(rules: RuleSet, wording: Wording) -> str:
    """Return what the rules ask of a candidate: "người trúng cử phải được quá một phần hai …"."""
    if not rules.majority_required:
        return wording.say("majority_rule.highest")
    return wording.say(
        f"majority_rule.{rules.compare.value}",
        fraction=fraction_words(str(rules.more_than), wording),
        base=wording.say(f"base.{rules.base.value}"),
    )


def number(value: int | None, wording: Wording) -> str:
    """Return a number, or dots for one that is not known yet."""
    return wording.say("common.blank") if value is None else str(value)


def election_title(election: Election) -> str:
    """Return what is elected, without a leading "Bầu" that sentences bring themselves."""
    return without_verb(election.title)


def round_title(sheet: RoundSheet, wording: Wording) -> str:
    """Return what a round elects."""
    return part_title(sheet.election, sheet.round.part, wording)


def part_title(election: Election, part: Part, wording: Wording) -> str:
    """Return what is elected; of alternates "đại biểu dự khuyết dự Đại hội …"."""
    title = election_title(election)
    if part is not Part.ALTERNATE:
        return title
    delegates, alternates = wording.say("common.delegates"), wording.say("common.alternates")
    rest = title[len(delegates) :]
    if title.casefold().startswith(f"{delegates} "):
        return alternates + rest
    return f"{alternates}, {title}"


def without_verb(title: str) -> str:
    """Return the title of an election without a leading "Bầu"."""
    title = title.strip()
    return title[4:].lstrip() if title[:4].casefold() == "bầu " else title


def place_params(sheet: RoundSheet) -> dict[str, str | int]:
    """Return {code, number} of a round for names of sheets; "1KL" is a recount."""
    again = "KL" if sheet.round.is_recount else ""
    return {"code": sheet.election.code[:_LONGEST_CODE], "number": f"{sheet.round.number}{again}"}


def joined_note(candidate: Candidate) -> str:
    """Return a candidate's office and note as one remark."""
    return "; ".join(part for part in (candidate.role, candidate.note) if part)


def citation(rules: RuleSet, topic: str) -> str:
    """Return the article for `topic`, fit to stand in brackets."""
    return bracketed(rules.article(topic))


def edited_rules_sentence(rules: RuleSet, wording: Wording) -> str:
    """Return which settings of the rules are not as they were issued, "" where none is."""
    if not rules.edited:
        return ""
    names = dict.fromkeys(wording.say(f"rules.setting.{name}") for name in rules.edited)
    return wording.say("rules.edited", settings="; ".join(names))


def basis(rules: RuleSet, wording: Wording) -> str:
    """Return what an election rests on: the statutes, unless the rules name them, and the rules."""
    # What a title says in brackets behind its short form tells rule sets apart in a list.
    listed = rules.title.startswith(f"{rules.short_title} (")
    title = rules.short_title if listed else rules.title
    if not wording.terms["statutes"] or "điều lệ" in title.casefold():
        return title
    return wording.say("minutes.basis", rules=title)


def in_sentence(organ: str) -> str:
    """Return the name of an organ of the congress inside a sentence: "đoàn chủ tịch"."""
    return organ[:1].lower() + organ[1:]
