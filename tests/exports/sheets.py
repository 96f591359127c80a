"""Round sheets built from the pure domain, for tests of papers and workbooks."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.elections.ballots import BoardReason, Paper, mark_mode
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import (
    accounting_findings,
    bundle_findings,
    list_findings,
    tally_findings,
    with_waivers,
)
from congress_desk.domain.elections.result import round_result
from congress_desk.domain.elections.round import (
    Accounting,
    Ballot,
    Bundle,
    Round,
    RoundKind,
    RoundState,
    Waiver,
)
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.tally import BallotRules, tally_ballots
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum, CongressKind, Status
from congress_desk.domain.rules.rule_set import (
    ListOrder,
    MajorityBase,
    RuleSet,
    TieRule,
    Validity,
)

RULES = RuleSet(
    id="dang-190-2024",
    version=1,
    title="Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số 190-QĐ/TW, ngày 10/10/2024",
    short_title="Quy chế bầu cử 190-QĐ/TW",
    issued="2024-10-10",
    document_style="party",
    notice="",
    articles={
        "majority": "Điều 30",
        "ballot": "Điều 15",
        "invalid": "Điều 15",
        "surplus": "Điều 17",
        "counting_board": "Điều 8",
        "void": "Điều 28",
        "tie": "Điều 30",
        "short": "Điều 30",
    },
    base=MajorityBase.CONVENED,
    more_than=Fraction(1, 2),
    surplus_prepared_min=10,
    surplus_prepared_max=15,
    surplus_max=30,
    small_committee_seats=(3, 5),
    small_committee_max_surplus=1,
    floor_nominee_support=Fraction(3, 10),
    list_order=ListOrder.GIVEN_NAME,
    single_blank=Validity.INVALID,
    all_against=Validity.VALID,
    tie=TieRule.REVOTE,
    tie_revote_needs_majority=False,
    rounds_max=0,
    retention_months=6,
)
YOUTH_RULES = replace(
    RULES,
    id="doan-tncs",
    title="Quy chế bầu cử của Đoàn TNCS Hồ Chí Minh",
    short_title="Quy chế bầu cử của Đoàn",
    document_style="youth",
    articles={},
    base=MajorityBase.RETURNED,
    rounds_max=2,
)
UNION_RULES = replace(
    RULES,
    id="cong-doan",
    title="Điều lệ Công đoàn Việt Nam",
    short_title="Điều lệ Công đoàn",
    document_style="nd30",
    articles={},
    base=MajorityBase.RETURNED,
    word_member="đoàn viên",
    word_members_congress="Đại hội",
    word_comrade="đồng chí",
    word_people_called="cán bộ, đoàn viên, người lao động",
)
DETAILS = CongressDetails(
    name="Đại hội đại biểu Đảng bộ Phường 19 lần thứ XII",
    superior="Đảng bộ Quận Bình Thạnh",
    body="Đảng bộ Phường 19",
    ordinal="XII",
    term="2020 - 2025",
    kind=CongressKind.DELEGATES,
    place="Hội trường Ủy ban nhân dân Phường 19",
    starts="2020-03-12T13:30",
    ends="2020-03-13T17:00",
)
CONGRESS = Congress(uid="c1", details=DETAILS, state=CongressState.IN_SESSION, rules=RULES)
HEAD = JournalLine(
    seq=214,
    at="2020-03-13T10:55:02+07:00",
    actor="Đỗ Xuân Chi",
    act="declare_result",
    summary="Công bố kết quả bầu BCH lần 1",
    hash="7f3a91c2" + "0" * 56,
)
BOARD = tuple(
    Duty(organ=Organ.COUNTING_BOARD, name=name, title=title)
    for name, title in (
        ("Phan Kim Ngân", "Trưởng ban"),
        ("Phạm Anh Long", "Thành viên"),
        ("Đỗ Anh Hùng", "Thành viên"),
        ("Ngô Đức Thư", "Thành viên"),
        ("Ngô Kim Hạnh", "Thành viên"),
    )
)
BASE_SUM = BaseSum(
    convened=119,
    deductions=((Status.ABSENT_THROUGHOUT_NO_ALTERNATE, 1),),
    alternates=0,
    present=117,
    replaced_unfilled=0,
)

_FAMILY = ("Ngô", "Lê", "Phan", "Trần", "Đặng", "Hồ", "Nguyễn", "Phạm", "Võ", "Dương", "Lý", "Bùi")
_MIDDLE = ("Thanh", "Kim", "Văn", "Ngọc", "Xuân", "Thị", "Đức", "Minh", "Quốc", "Hữu", "Anh")
_GIVEN = (
    *("Bảo", "Bình", "Châu", "Chi", "Dũng", "Đạt", "Hùng", "Khánh", "Linh"),
    *("Mai", "Nga", "Phương", "Quý", "Sơn", "Thủy", "Trí", "Uyên", "Yến", "Ánh"),
)
_ROLES = ("Đảng ủy viên", "", "Bí thư chi bộ", "Phó Bí thư chi bộ", "Chủ tịch Hội Liên hiệp Phụ nữ")


def candidate(key: int, name: str = "") -> Candidate:
    """Return candidate `key` (from 1) with a name of its own."""
    made = f"{_FAMILY[key % 12]} {_MIDDLE[(key * 7) % 11]} {_GIVEN[key % 19]}"
    return Candidate(
        id=100 + key,
        name=name or made,
        born=f"19{60 + key % 35}-{1 + key % 12:02d}-{1 + key % 28:02d}",
        gender="nữ" if key % 3 == 0 else "nam",
        role=_ROLES[key % 5],
        note="Tái cử" if key % 4 == 0 else "",
    )


def candidates(count: int, names: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """Return `count` candidates; the first of them bear `names`."""
    given = [*names, *[""] * count]
    return tuple(candidate(key, given[key - 1]) for key in range(1, count + 1))


def papers_for(votes: Sequence[int], ids: Sequence[int], ballots: int) -> list[Paper]:
    """Return `ballots` papers on which each candidate has the votes asked for, spread evenly."""
    kept: list[set[int]] = [set() for _ in range(ballots)]
    place = 0
    for count, key in zip(votes, ids, strict=True):
        for _ in range(count):
            kept[place % ballots].add(key)
            place += 1
    return [Paper(struck=frozenset(set(ids) - names)) for names in kept]


def random_papers(ids: Sequence[int], seats: int, ballots: int, seed: int = 1) -> list[Paper]:
    """Return papers of both kinds, most of them valid, for a list with `ids`."""
    chance = random.Random(seed)
    strike = len(ids) > seats
    papers = []
    for index in range(ballots):
        if index % 47 == 5:
            papers.append(Paper(board_reason=BoardReason.SIGNED))
        elif strike:
            most = len(ids) - 1
            count = min(most, chance.choice((0, *[len(ids) - seats] * 6, len(ids) - seats + 2)))
            papers.append(Paper(struck=frozenset(chance.sample(list(ids), count))))
        else:
            marks = [chance.choices("asbn", (90, 7, 1, 2))[0] for _ in ids]
            papers.append(
                Paper(
                    struck=frozenset(k for k, m in zip(ids, marks, strict=True) if m == "s"),
                    both=frozenset(k for k, m in zip(ids, marks, strict=True) if m == "b"),
                    blank=frozenset(k for k, m in zip(ids, marks, strict=True) if m == "n"),
                )
            )
    return papers


def build(
    papers: Sequence[Paper],
    people: Sequence[Candidate],
    seats: int,
    *,
    congress: Congress = CONGRESS,
    accounting: Accounting | None = None,
    base_sum: BaseSum | None = None,
    number: int = 1,
    kind: RoundKind = RoundKind.FIRST,
    state: RoundState = RoundState.DECLARED,
    board: tuple[Duty, ...] = BOARD,
    waivers: tuple[Waiver, ...] = (),
    bundle_size: int = 30,
    code: str = "BCH",
    title: str = "Ban Chấp hành Đảng bộ Phường 19, nhiệm kỳ 2020 - 2025",
    election_id: int = 1,
    **round_fields: str,
) -> tuple[RoundSheet, tuple[Ballot, ...]]:
    """Return the sheet of a round with these papers, and its ballots."""
    mode = mark_mode(len(people), seats)
    total = len(papers)
    accounting = accounting or Accounting(
        convened=total, present=total, issued=total, returned=total
    )
    rules = BallotRules(
        candidates=tuple(c.id for c in people), seats=seats, mode=mode, rules=congress.rules
    )
    tally = tally_ballots(papers, rules)
    ballots = tuple(
        Ballot(
            id=index + 1,
            uid=f"u{index}",
            bundle=index // bundle_size + 1,
            sequence=index % bundle_size + 1,
            paper=paper,
            verdict=rules.judge(paper),
            operator="Võ Bảo Hà",
            entered_at="2020-03-13T10:30:00+07:00",
            corrected=index % 29 == 3,
        )
        for index, paper in enumerate(papers)
    )
    numbers = sorted({ballot.bundle for ballot in ballots})
    bundles = tuple(
        Bundle(
            id=n,
            number=n,
            expected=sum(b.bundle == n for b in ballots),
            entered=sum(b.bundle == n for b in ballots),
        )
        for n in numbers
    )
    election = Election(
        id=election_id, code=code, title=title, seats=seats, frozen=True, candidates=tuple(people)
    )
    found = [
        *list_findings(people, seats, congress.rules, election.kind, kind),
        *accounting_findings(accounting, tally, congress.rules),
        *tally_findings(people, tally, mode, congress.rules),
        *bundle_findings(bundles, accounting, congress.rules),
    ]
    fields = {
        "base_note": "",
        "surplus_reason": "",
        "opened_at": "2020-03-13T10:15:00+07:00",
        "declared_at": "2020-03-13T10:55:02+07:00" if state is RoundState.DECLARED else "",
        "cancel_reason": "",
        **round_fields,
    }
    this = Round(
        id=number + 10 * election_id,
        election_id=election_id,
        number=number,
        kind=kind,
        state=state,
        seats=seats,
        mode=mode,
        candidates=tuple(people),
        accounting=accounting,
        **fields,
    )
    result = round_result(
        candidates=people,
        seats=seats,
        mode=mode,
        kind=kind,
        number=number,
        accounting=accounting,
        tally=tally,
        rules=congress.rules,
    )
    sheet = RoundSheet(
        congress=congress,
        election=election,
        round=this,
        base_sum=base_sum,
        tally=tally,
        result=result,
        findings=with_waivers(found, waivers),
        bundles=bundles,
        waivers=waivers,
        board=board,
        confirmed_by=("Phan Kim Ngân", "Đỗ Xuân Chi") if state is RoundState.DECLARED else (),
        head=HEAD,
    )
    return sheet, ballots


def ward_sheet() -> tuple[RoundSheet, tuple[Ballot, ...]]:
    """Return the ward congress: 18 names for 15 seats, D = 118, 117 ballots, declared."""
    people = candidates(18)
    papers = random_papers([c.id for c in people], 15, 117)
    accounting = Accounting(convened=118, present=117, issued=117, returned=117)
    return build(papers, people, 15, accounting=accounting, base_sum=BASE_SUM)


def youth_congress() -> Congress:
    """Return a congress of the Youth Union, whose base is the ballots returned."""
    details = CongressDetails(
        name="Đại hội đại biểu Đoàn TNCS Hồ Chí Minh Phường 19 lần thứ X",
        superior="Đoàn TNCS Hồ Chí Minh Quận Bình Thạnh",
        body="Đoàn Phường 19",
        ordinal="X",
        term="2022 - 2027",
        place="Nhà văn hóa Phường 19",
        starts="2022-05-21",
        ends="2022-05-21",
    )
    return Congress(uid="y", details=details, state=CongressState.IN_SESSION, rules=YOUTH_RULES)


def union_congress() -> Congress:
    """Return a congress of a trade union, in the form of NĐ 30."""
    details = CongressDetails(
        name="Đại hội Công đoàn Công ty May Bình Thạnh lần thứ V",
        superior="Liên đoàn Lao động Quận Bình Thạnh",
        body="Công đoàn Công ty May Bình Thạnh",
        ordinal="V",
        term="2023 - 2028",
        kind=CongressKind.MEMBERS,
        place="Quận Bình Thạnh",
        starts="2023-04-15",
        ends="2023-04-15",
    )
    return Congress(uid="u", details=details, state=CongressState.IN_SESSION, rules=UNION_RULES)
