"""A rule set as TOML text: read with every fault named by its key, and written canonically."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet, VotesBy
from congress_desk.domain.rules.rule_settings import ARTICLE_TOPICS, SETTINGS, Setting
from congress_desk.domain.rules.rule_values import read_text
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Problem, Refusal, problem, refuse

_LINE = re.compile(r"at line (\d+)")
_LONGEST_KEY = 60
_NO_SMALL_COMMITTEE = {"small_committee_seats": None, "small_committee_max_surplus": 0}
_LIMITS_IN_ORDER = (
    ("surplus_prepared_min", "surplus_prepared_max"),
    ("surplus_prepared_max", "surplus_max"),
)


def read_rules(text: str, *, file: str) -> RuleSet | Refusal:
    """Read a rule set; every missing, unknown or wrong key is a problem that names file and key.

    Texts are taken in NFC on one line. `file` is only named in problems.
    """
    try:
        text.encode()  # half a letter cannot be kept in a file
        document = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return refuse("rules_syntax", Place(file=file, line=_line_of(error, text)))
    leaves, problems = _flatten(document, file)
    articles, wrong_articles = _take_articles(leaves, file)
    values, wrong_values = _take_settings(leaves, file)
    problems += [*wrong_values, *wrong_articles]
    unknown = (Place(file=file, key=key[:_LONGEST_KEY]) for key in leaves)
    problems += [problem("rules_unknown_key", place) for place in unknown]
    problems += [*_order_problems(values, file), *_shares_problems(values, file)]
    if problems:
        return Refusal(tuple(problems))
    return RuleSet(**(_NO_SMALL_COMMITTEE | values), articles=articles)


def _line_of(error: Exception, text: str) -> int:
    if isinstance(error, UnicodeEncodeError):
        return text.count("\n", 0, error.start) + 1
    found = _LINE.search(str(error))
    return int(found[1]) if found else text.count("\n") + 1


def _flatten(document: dict[str, Any], file: str) -> tuple[dict[str, object], list[Problem]]:
    """Return the values by dotted key, and the tables of ours that are no tables."""
    leaves: dict[str, object] = {}
    problems: list[Problem] = []
    ours = _tables()
    waiting = [(_plain(name), value) for name, value in document.items()]
    while waiting:
        key, value = waiting.pop(0)
        if key not in ours:
            leaves[key] = value
        elif isinstance(value, dict):
            waiting += [(f"{key}.{_plain(name)}", inner) for name, inner in value.items()]
        else:
            place = Place(file=file, key=key)
            problems.append(problem("rules_wrong_type", place, expected="rule_type.table"))
    return leaves, problems


def _tables() -> frozenset[str]:
    """Return the tables of the file: those the keys of the settings stand in, and the articles."""
    tables = {"articles"}
    for setting in SETTINGS:
        table = setting.key.rpartition(".")[0]
        while table:
            tables.add(table)
            table = table.rpartition(".")[0]
    return frozenset(tables)


def _plain(name: str) -> str:
    return f'"{name}"' if "." in name else name


def _take_articles(leaves: dict[str, object], file: str) -> tuple[Mapping[str, str], list[Problem]]:
    articles: dict[str, str] = {}
    problems = []
    for topic in ARTICLE_TOPICS:
        key = f"articles.{topic}"
        if key not in leaves:
            continue
        cited = read_text(leaves.pop(key), Place(file=file, key=key))
        if isinstance(cited, Problem):
            problems.append(cited)
        else:
            articles[topic] = cited
    return MappingProxyType(articles), problems


def _take_settings(leaves: dict[str, object], file: str) -> tuple[dict[str, Any], list[Problem]]:
    given = frozenset(leaves)
    values: dict[str, Any] = {}
    problems = []
    for setting in SETTINGS:
        place = Place(file=file, key=setting.key)
        if setting.key not in given:
            if setting.needed_with in given or not (setting.added or setting.needed_with):
                problems.append(problem("rules_missing_key", place))
            continue
        value = setting.value.read(leaves.pop(setting.key), place)
        if isinstance(value, Problem):
            problems.append(value)
        else:
            values[setting.field] = value
    return values, problems


def _order_problems(values: Mapping[str, Any], file: str) -> list[Problem]:
    """Return the limits that stand the wrong way round."""
    return [
        problem(
            "rules_below",
            Place(file=file, key=f"list.{high}"),
            value=values[high],
            other=f"list.{low}",
            limit=values[low],
        )
        for low, high in _LIMITS_IN_ORDER
        if low in values and high in values and values[low] > values[high]
    ]


def _shares_problems(values: Mapping[str, Any], file: str) -> list[Problem]:
    """Return that shares vote and the result is not taken of shares, or the other way round."""
    by_shares = values.get("votes", VotesBy.BALLOTS) is VotesBy.SHARES
    if "base" not in values or by_shares == (values["base"] is MajorityBase.SHARES):
        return []
    return [problem("rules_shares_base", Place(file=file, key="majority.base"))]


def write_rules(rules: RuleSet) -> str:
    """Return the canonical TOML text of a rule set: `read_rules` gives the same rule set back."""
    tables: dict[str, list[str]] = {"": []}
    for setting in SETTINGS:
        table, _, name = setting.key.rpartition(".")
        if not _is_left_out(setting, rules):
            line = f"{name} = {_toml(getattr(rules, setting.field))}"
            tables.setdefault(table, []).append(line)
    tables["articles"] = [
        f"{topic} = {_toml(rules.articles[topic])}"
        for topic in ARTICLE_TOPICS
        if topic in rules.articles
    ]
    blocks = [[f"[{table}]", *lines] if table else lines for table, lines in tables.items()]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _is_left_out(setting: Setting, rules: RuleSet) -> bool:
    """Say whether a pair of settings has no value, as where there is no small committee."""
    pair = [
        s for s in SETTINGS if setting.needed_with and s.key in (setting.key, setting.needed_with)
    ]
    return any(getattr(rules, each.field) is None for each in pair)


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case tuple():
            return f"[{', '.join(_toml(each) for each in value)}]"
    text = clean_text(str(value)).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
