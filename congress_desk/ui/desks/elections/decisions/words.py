"""What the page after a round says: its title, each way and what it brings, and what is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.domain.decisions.choices import Choice, Forbidden, longest_list
from congress_desk.domain.decisions.decision import Decision, DecisionKind, PersonRole
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.round import Part
from congress_desk.domain.nomination.nominee import Nominee, support_base
from congress_desk.domain.organs.organs import post_of
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.errors import Refusal
from congress_desk.i18n import article_said, label, message, tr, with_decimal_mark
from congress_desk.ui.desks.elections.decisions.view import AfterView
from congress_desk.ui.desks.elections.result.words import highest_wins

_ROUNDS = (
    DecisionKind.NEXT_ROUND,
    DecisionKind.NEW_NAMES,
    DecisionKind.REVOTE,
    DecisionKind.VOTE_SEPARATELY,
)


def page_title(view: AfterView) -> str:
    """Return where the election stands: "Sau lần bầu 1: còn thiếu 3 · Ban Chấp hành"."""
    course, title = view.course, post_of(view.course.election.title)
    number = course.last.round.number if course.last else 0
    if course.last is None:
        return tr("Before the first round · {title}", title=title)
    if course.newest is not None and course.newest.round.annulled_by:
        return tr(
            "Round {number} is annulled · {title}", number=course.newest.round.number, title=title
        )
    if not course.complete:
        return tr(
            "After round {number}: {open} still open · {title}",
            number=number,
            open=course.open_seats,
            title=title,
        )
    if course.election.alternates and not course.alternates_complete:
        return tr(
            "After round {number}: {open} alternates still open · {title}",
            number=number,
            open=course.open_alternates,
            title=title,
        )
    return tr("After round {number}: settled · {title}", number=number, title=title)


def page_sentence(view: AfterView) -> str:
    """Return the one thing to do on the page."""
    if view.waiting is not None:
        return tr("The motion is put; record how the congress voted on it.")
    if view.undrawn is not None:
        return tr("The congress decided to draw a lot; record who drew it and for whom.")
    if view.course.stopped is not None and not view.course.open_seats:
        return tr("Print the report to the superior, and wait for its answer before the next vote.")
    if view.course.stopped is not None and not view.can_open:
        return tr(
            "The election is stopped. Print the report to the superior; once it has answered,"
            " choose how the congress goes on."
        )
    if view.wants_names:
        return tr("Write down who was put forward, then open the next round.")
    if view.ahead.choices:
        return tr("How does the congress go on? Choose one way, then make the motion that decides.")
    if view.can_open:
        return tr("The next round may be opened.")
    return tr("Nothing is left to decide here.")


def params(choice: Choice, view: AfterView) -> dict[str, str | int]:
    """Return the numbers of a way, for its sentences and its motion."""
    course = view.course
    last = course.last
    number = last.round.number if last else 0
    official = choice.part is Part.OFFICIAL
    return {
        "title": post_of(course.election.title),
        "number": number,
        "next": number + 1,
        "seats": choice.seats,
        "of": course.seats if official else course.election.alternates,
        "names": len(choice.names),
        "elected": len(course.elected if official else course.alternates),
        "open": course.open_seats if official else course.open_alternates,
        "who": ", ".join(printed_names(view, choice.names).values()),
        "support": support_needed(view),
        "comrade": view.comrade,
    }


def printed_names(view: AfterView, people: Sequence[Candidate]) -> Mapping[int, str]:
    """Return people by id as papers print them: namesakes with what tells them apart."""
    names = candidate_names(view.course.election.candidates, people)
    return {candidate.id: names[candidate.id] for candidate in people}


def support_needed(view: AfterView) -> int:
    """Return how many must agree before a name from the hall is considered (190 Điều 14.3)."""
    return view.rules.floor_support.needed(support_base(view.rules, view.base))


def choice_title(choice: Choice, view: AfterView) -> str:
    """Return a way in a few words."""
    return message(f"choice_title.{_key(choice)}", **params(choice, view))


def choice_sentence(choice: Choice, view: AfterView) -> str:
    """Return what a way means, in one sentence."""
    values, key = params(choice, view), _key(choice)
    if choice.kind is DecisionKind.VOTE_SEPARATELY and choice.seats < view.course.open_alternates:
        key += "_some"
    if choice.kind is DecisionKind.NEW_NAMES and view.rules.votes is VotesBy.SHARES:
        key += "_shares"
    return message(f"choice_line.{key}", **values)


def motion_words(choice: Choice, view: AfterView, *, seats: int | None = None) -> str:
    """Return the motion as it is usually put; `seats` is another number than the usual one."""
    values = params(choice, view)
    if seats is not None:
        values["seats"] = seats
    key = _key(choice)
    if (
        choice.kind is DecisionKind.NEXT_ROUND
        and view.course.last
        and (view.course.last.round.number > 1)
    ):
        key += "_more"  # who fell in any round before may stand
    return message(f"choice_motion.{key}", **values)


def _key(choice: Choice) -> str:
    """Return what the sentences of a way are called.

    Alternates left open are no open posts; where all are elected no vote is stopped, and whoever
    was meant for a post and fell is reported.
    """
    if choice.kind is DecisionKind.REPORT_SUPERIOR and not choice.seats:
        return "report_superior_planned"
    alternates = choice.kind is DecisionKind.LEAVE_OPEN and choice.part is Part.ALTERNATE
    return f"{choice.kind.value}_alternates" if alternates else choice.kind.value


def choice_details(choice: Choice, view: AfterView) -> tuple[tuple[str, str, str], ...]:
    """Return title, words and tone of what stands under the way that is chosen."""
    rows = []
    if choice.kind is not DecisionKind.APPOINTED:
        rows.append((tr("The congress votes on"), f"“{motion_words(choice, view)}”", ""))
    if choice.kind in _ROUNDS:
        rows.append((tr("The next list"), list_words(choice, view), ""))
    warned = _warning(choice, view)
    if warned:
        rows.append((tr("The rule"), warned, "look"))
    if choice.kind in _ROUNDS:
        rows.append((tr("It brings"), tr("new ballots, a count and minutes of their own"), ""))
    return tuple(rows)


def before_the_vote(choice: Choice) -> str:
    """Return what has to come before a way that is chosen takes effect."""
    if choice.kind is DecisionKind.APPOINTED:
        return tr("The superior's decision is written down; nobody votes on it.")
    if choice.kind in _ROUNDS:
        return tr("Nothing is opened yet: the vote comes first.")
    return tr("It holds once the congress has voted for it.")


def list_words(choice: Choice, view: AfterView) -> str:
    """Return who may stand, and how long the list may be."""
    if choice.kind is DecisionKind.REVOTE:
        return tr("the {names} tied, nobody else: {who}", **_pick(choice, view, "names", "who"))
    most = longest_list(choice.seats, view.course.election.kind, view.rules)
    if not most:
        return tr("chosen from {names} people when the round is opened", names=len(choice.names))
    return tr(
        "at most {most} people, chosen from {names} when the round is opened",
        most=most,
        names=len(choice.names),
    )


def _pick(choice: Choice, view: AfterView, *keys: str) -> dict[str, str | int]:
    values = params(choice, view)
    return {key: values[key] for key in keys}


def _warning(choice: Choice, view: AfterView) -> str:
    """Return what a reader must know of the rule behind a way."""
    rules = view.rules
    if choice.kind is DecisionKind.REVOTE:
        return tie_words(rules)
    small = rules.small_committee_seats
    counted = choice.kind in (DecisionKind.NEXT_ROUND, DecisionKind.NEW_NAMES)
    has_rules = view.course.election.kind in rules.surplus_kinds
    if counted and has_rules and small and small[0] <= choice.seats <= small[1]:
        return tr(
            "“At most {most} more than to elect” is a setting of the rules without an article.",
            most=rules.small_committee_max_surplus,
        )
    return ""


def tie_words(rules: RuleSet) -> str:
    """Return what it takes to win a vote among the tied."""
    if rules.tie_revote_needs_majority:
        return tr("Whoever has more votes wins, and needs the majority too.")
    return tr("Whoever has more votes wins; the majority is not needed.")


def forbidden_words(found: Forbidden, view: AfterView) -> tuple[str, str]:
    """Return a way that is closed, and why."""
    numbers: dict[str, str | int] = {
        "elected": len(view.course.elected),
        "open": view.course.open_seats,
        **found.params,
    }
    return (
        message(f"forbidden.{found.code}", **numbers),
        message(f"forbidden_why.{found.code}", **numbers),
    )


def article_words(article: str, rules: RuleSet) -> str:
    """Return an article for a narrow column: of the rules' name alone its short mark."""
    if article == rules.short_title and "(" in article:
        return article.rpartition("(")[2].rstrip(")")
    return article_said(article)


def big_number(view: AfterView) -> str:
    """Return how many are elected of how many."""
    return f"{len(view.course.elected)} / {view.course.seats}"


def big_words(view: AfterView) -> tuple[str, str]:
    """Return what the number means, and its tone."""
    course = view.course
    if course.left_open is not None and course.open_seats:
        return tr("elected, {open} left open by decision", open=course.open_seats), "holds"
    if course.stopped is not None and not course.open_seats:
        return tr("elected, a person planned for a post reported upward"), "look"
    if course.stopped is not None:
        return tr("elected, stopped to report upward"), "look"
    if course.open_seats:
        return tr("elected, {open} still open", open=course.open_seats), "look"
    if course.appointed:
        return tr("filled, {count} appointed by the superior", count=course.appointed), "holds"
    return tr("elected: all posts are filled"), "holds"


def needed_words(view: AfterView) -> str:
    """Return what it took to be elected in the newest round."""
    if view.sheet is None:
        return ""
    majority = view.sheet.result.majority
    if not majority.required:
        return highest_wins(view.sheet.round.kind)
    return tr(
        "{needed} votes were needed, of {of}; {article}.",
        needed=majority.needed,
        of=majority.of,
        article=article_words(majority.article, view.rules),
    )


def decision_lines(decided: Decision) -> tuple[str, str]:
    """Return a decision and how it stands, with its figures."""
    title = label("decision_kind", decided.kind.value)
    state = label("decision_state", decided.state.value)
    motion = decided.motion
    if motion is None and decided.stands:
        state = _decided_without_vote(decided)
    if motion is not None and motion.hands is not None:
        state = tr(
            "{state}: {in_favour} of {base} in favour ({percent}%)",
            state=state,
            in_favour=motion.hands.in_favour,
            base=motion.base or 0,
            percent=with_decimal_mark(motion.percent),
        )
    names = (*decided.names(PersonRole.TAKEN), *decided.names(PersonRole.APPOINTED))
    if names and decided.stands:
        state = f"{state} · {', '.join(names)}"
    return title, state


def _decided_without_vote(decided: Decision) -> str:
    """Return on whose word a decision rests that nobody voted on: the document, else the organ."""
    if not decided.document:
        return label("decision_organ", decided.organ.value)
    return tr(
        "Decision {document} of {date}, {issued_by}",
        document=decided.document,
        date=vietnamese_date(decided.document_date),
        issued_by=decided.issued_by,
    )


def later_words(nominee: Nominee) -> str:
    """Return a name for the next list: who it is, who put it forward, how many agree."""
    person, support = nominee.candidate, nominee.support
    born = tr("born {date}", date=vietnamese_date(person.born)) if person.born else ""
    source = label("nomination_source", nominee.source.value) if nominee.source else ""
    if source and nominee.nominated_by:
        source = tr("{source}: {who}", source=source, who=nominee.nominated_by)
    agree = (
        tr("{number} of {of} agree to consider", number=support.number, of=support.of)
        if support
        else ""
    )
    return " · ".join(filter(None, (person.name, born, person.role, source, agree, person.note)))


def primary_words(view: AfterView, choice: Choice | None) -> str:
    """Return what the primary button does; where nothing is left to decide it shows the result."""
    if view.waiting is not None:
        return tr("Record the vote…")
    if view.undrawn is not None:
        return tr("Record the lot…")
    if view.wants_names:
        return tr("Add a new name…")
    if choice is None and view.course.stopped is not None and not view.can_open:
        return tr("Report to the superior…")
    if choice is not None and choice.kind is DecisionKind.APPOINTED:
        return tr("Record the appointment…")
    if view.can_open and (choice is None or choice.kind is DecisionKind.REVOTE):
        assert not isinstance(view.plan, Refusal)
        return tr("Open the next round…")
    if choice is not None:
        return tr("Make the motion…")
    return tr("Result and minutes")
