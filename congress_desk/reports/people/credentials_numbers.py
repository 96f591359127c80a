"""The numbers of the report on credentials: convened, present, absent and why, D, delegations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.people.person import (
    VOTING_KINDS,
    BaseSum,
    Person,
    PersonKind,
    Status,
    base_names,
    base_sum,
)
from congress_desk.domain.rules.quorum import has_quorum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
)
from congress_desk.reports.document.sentences import citation, fraction_words
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_words import names_words, of_members
from congress_desk.reports.people.presence import (
    base_how,
    count_of_register,
    what_is_based_on,
)

_BY_RIGHT = (PersonKind.EX_OFFICIO, PersonKind.OFFICIAL, PersonKind.APPOINTED)
_OTHERS = (
    Status.ABSENT_THROUGHOUT_COMMITTEE,
    Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    Status.ELSEWHERE,
    Status.EXEMPT_NOT_PRESENT,
    Status.SUSPENDED,
)


def numbers_section(
    congress: Congress, people: Sequence[Person], reasons: Mapping[int, str], words: Wording
) -> tuple[Block, ...]:
    """Return how many were convened, are present and absent with and without a reason, and D."""
    heading = Heading(title=words.say("credentials.numbers.heading"))
    base = base_sum(people, congress.base_rule)
    if not base.convened:
        return heading, Paragraph(runs=words.runs("credentials.numbers.nobody"))
    bullets = [_convened(congress, people, base, words), _present(base, people, congress, words)]
    bullets += _absent(people, reasons, words)
    bullets += _replaced(congress, people, base, words)
    bullets.append(_base(base, congress.rules, words))
    bullets += _others(people, words)
    return heading, *(Bullet(runs=runs) for runs in bullets)


def shares_section(
    congress: Congress,
    people: Sequence[Person],
    reasons: Mapping[int, str],
    held: BaseSum,
    proxies: Mapping[int, str],
    words: Wording,
) -> tuple[Block, ...]:
    """Return which holders are there or gave a proxy, and the shares, of which the quorum is taken.

    `held` is the sum with its shares; `proxies` says by number who votes for a holder.
    """
    heading = Heading(title=words.say("credentials.numbers.heading"))
    present = words.runs(
        "credentials.numbers.present",
        present=held.present,
        percent=count_of_register(held).percent,
        remark="",
    )
    by_proxy = [p for p in people if p.id in proxies and p.status is not Status.PRESENT]
    names = [
        words.say("credentials.numbers.proxy", name=person.name, proxy=proxies[person.id])
        for person in by_proxy
    ]
    represented = words.runs(
        "credentials.numbers.represented", count=len(by_proxy), names=_bracketed(names, words)
    )
    absent = [person for person in people if person not in by_proxy]
    quorum = congress.rules.quorum
    key = "shares_quorum" if has_quorum(held, quorum) else "shares_no_quorum"
    fraction = fraction_words(str(quorum.share), words)
    least = words.say(f"credentials.numbers.shares_{quorum.compare.value}", fraction=fraction)
    article = citation(congress.rules, "quorum")
    enough = words.runs(f"credentials.numbers.{key}", least=least, article=article)
    shares = words.runs(
        "credentials.numbers.shares",
        shares=held.shares,
        present=held.shares_present,
        percent=decimal_comma(percent(held.shares_present, held.shares)),
    )
    bullets = (
        words.runs("credentials.numbers.convened_members", convened=held.convened),
        present,
        *((represented,) if by_proxy else ()),
        *_absent(absent, reasons, words),
        (*shares, Run(" "), *enough),
        *_others(people, words),
    )
    return heading, *(Bullet(runs=runs) for runs in bullets)


def delegations_section(
    congress: Congress, people: Sequence[Person], words: Wording
) -> tuple[Block, ...]:
    """Return convened and present of every delegation, which add up to the numbers above."""
    seats = base_names(people, congress.base_rule).alternates
    # An alternate is counted where the delegate whose seat it is was counted.
    seated = {alternate.id: delegate or alternate for alternate, delegate in seats}
    rows: dict[str, tuple[int, int]] = {}
    for person in people:
        if person.kind in VOTING_KINDS or person.id in seated:
            name = seated.get(person.id, person).delegation
            convened, present = rows.get(name, (0, 0))
            rows[name] = (
                convened + (person.kind in VOTING_KINDS),
                present + (person.status is Status.PRESENT),
            )
    if not any(rows):
        return ()
    nameless = words.say("people.no_delegation")
    # Delegates come in delegations; members belong to units.
    of = "_members" if of_members(congress) else ""
    table_rows = [(name or nameless, *numbers) for name, numbers in rows.items()]
    convened, present = (sum(numbers) for numbers in zip(*rows.values(), strict=True))
    lines = [_delegation(str(n), *row) for n, row in enumerate(table_rows, start=1)]
    total = words.say("credentials.delegations.total")
    lines.append(_delegation("", total, convened, present))
    table = Table(
        columns=_delegation_columns(words, of),
        rows=tuple(lines),
        bold_rows=frozenset({len(lines) - 1}),
    )
    return Heading(title=words.say(f"credentials.delegations.heading{of}")), table


def _delegation(number: str, name: str, convened: int, present: int) -> tuple[str, ...]:
    return number, name, str(convened), str(present), str(convened - present)


def _delegation_columns(words: Wording, of: str) -> tuple[Column, ...]:
    def title(key: str) -> str:
        return words.say(f"credentials.delegations.{key}")

    numbers = (
        Column(title=title(key), width=24, align=Align.CENTER)
        for key in ("convened", "present", "absent")
    )
    return (
        Column(title=title("number"), width=12, align=Align.CENTER),
        Column(title=title(f"name{of}")),
        *numbers,
    )


def _convened(
    congress: Congress, people: Iterable[Person], base: BaseSum, words: Wording
) -> tuple[Run, ...]:
    if of_members(congress):
        return words.runs("credentials.numbers.convened_members", convened=base.convened)
    kinds = [person.kind for person in people]
    counts = [(kind, kinds.count(kind)) for kind in _BY_RIGHT if kind in kinds]
    begun = words.runs("credentials.numbers.convened", convened=base.convened)
    if not counts:
        return *begun, Run(".")
    if len(counts) == 1:
        return *begun, Run(words.say(f"credentials.numbers.all_{counts[0][0].value}"))
    parts = list(begun)
    for place, (kind, count) in enumerate(counts):
        key = "first" if not place else "last" if place == len(counts) - 1 else "next"
        parts.append(Run(words.say(f"credentials.numbers.kind_{key}")))
        parts += words.runs(f"credentials.numbers.of_{kind.value}", count=count)
    return *parts, Run(".")


def _present(
    base: BaseSum, people: Sequence[Person], congress: Congress, words: Wording
) -> tuple[Run, ...]:
    alternates = [p for p, _ in base_names(people, congress.base_rule).alternates]
    seated = sum(p.status is Status.PRESENT for p in alternates)
    remark = words.say("credentials.numbers.with_alternates", count=seated) if seated else ""
    sentence = words.runs(
        "credentials.numbers.present",
        present=base.present,
        percent=count_of_register(base).percent,
        remark=remark,
    )
    quorum = congress.rules.quorum
    enough = has_quorum(base, quorum)
    fraction = fraction_words(str(quorum.share), words)
    key = "quorum" if enough else "no_quorum"
    return *sentence, Run(" "), *words.runs(f"credentials.numbers.{key}", fraction=fraction)


def _absent(
    people: Sequence[Person], reasons: Mapping[int, str], words: Wording
) -> list[tuple[Run, ...]]:
    def of(status: Status) -> list[Person]:
        return [p for p in people if p.has_vote and p.status is status]

    excused, plain = of(Status.ABSENT_THROUGHOUT_EXCUSED), of(Status.ABSENT)
    excused += [p for p in plain if reasons.get(p.id)]
    sentences = [
        _counted("absent_reason", excused, reasons, words),
        _counted("absent_plain", [p for p in plain if p not in excused], reasons, words),
    ]
    for status in _OTHERS:
        if found := of(status):
            status_words = words.say(f"status.{status.value}")
            sentences.append(_counted("absent_other", found, reasons, words, status=status_words))
    return sentences


def _counted(
    key: str, found: Sequence[Person], reasons: Mapping[int, str], words: Wording, **params: str
) -> tuple[Run, ...]:
    names = [_with_reason(person, reasons, words) for person in found]
    reasoned = any(reasons.get(person.id) for person in found)
    between = "credentials.numbers.next_reason" if reasoned else "people.names_between"
    bracketed = _bracketed(names, words, between)
    return words.runs(f"credentials.numbers.{key}", count=len(found), names=bracketed, **params)


def _with_reason(person: Person, reasons: Mapping[int, str], words: Wording) -> str:
    reason = reasons.get(person.id, "")
    if not reason:
        return person.name
    return words.say("credentials.numbers.reason", name=person.name, reason=reason)


def _replaced(
    congress: Congress, people: Sequence[Person], base: BaseSum, words: Wording
) -> list[tuple[Run, ...]]:
    """Return which alternates sit in whose seats; nothing where members meet or none are there."""
    none = not any(p.kind is PersonKind.ALTERNATE for p in people)
    if of_members(congress) or (none and not base.replaced_unfilled):
        return []
    pairs = base_names(people, congress.base_rule).alternates
    names = [
        words.say("credentials.numbers.instead", alternate=alternate.name, delegate=delegate.name)
        if delegate
        else alternate.name
        for alternate, delegate in pairs
    ]
    bracketed = _bracketed(names, words)
    sentences = [words.runs("credentials.numbers.replaced", count=len(pairs), names=bracketed)]
    if base.replaced_unfilled:
        sentences.append(words.runs("credentials.numbers.unfilled", count=base.replaced_unfilled))
    return sentences


def _base(base: BaseSum, rules: RuleSet, words: Wording) -> tuple[Run, ...]:
    return words.runs(
        "presence.base_of_votes",
        of_what=what_is_based_on(rules, words),
        base=base.base,
        how=base_how(count_of_register(base), words),
    )


def _others(people: Sequence[Person], words: Wording) -> list[tuple[Run, ...]]:
    guests = [p for p in people if p.kind is PersonKind.GUEST]
    probationary = sum(p.kind is PersonKind.PROBATIONARY for p in people)
    sentences = []
    if guests:
        present = sum(p.status is Status.PRESENT for p in guests)
        sentences.append(
            words.runs("credentials.numbers.guests", count=len(guests), present=present)
        )
    if probationary:
        sentences.append(words.runs("credentials.numbers.probationary", count=probationary))
    return sentences


def _bracketed(names: Sequence[str], words: Wording, between: str = "people.names_between") -> str:
    if not names:
        return ""
    together = names_words(names, words, between_key=between)
    return words.say("credentials.numbers.names", names=together)
