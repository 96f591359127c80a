"""Acts on a sample: sheets drawn by a public seed, each typed again from the paper."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.actions.elections.ballots import check_papers
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.checks.sample import (
    Sample,
    check_sample,
    draw_places,
    sheets_needed,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballots import ballot, ballots
from congress_desk.queries.elections.checks.sample import samples
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import checks as reading_checks


@guarded
def draw_sample(
    file: CongressFile, round_id: int, seed: str, confidence: int, wrong: int, *, actor: str
) -> Sample | Refusal:
    """Draw sheets of a counted round by a seed that was thrown in public.

    So many that `wrong` wrong ballots would stay hidden with a chance of less than the rest of
    `confidence`. Not before the last ballot is in, and not while another sample is under way.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    sheet, seed = running_sheet(file, round_id), clean_text(seed)
    not_agreed = sheet.passes is not None and sheet.passes.not_agreed
    if sheet.result.entered != sheet.result.accounting.returned or not_agreed:
        return refuse("sample_too_early", number=found.number)
    known = samples(file, round_id)
    if any(sample.left for sample in known):
        return refuse("sample_under_way", number=found.number)
    if any(sample.seed == seed for sample in known):
        return refuse("sample_seed_used")
    # Of a bundle entered by totals there is no ballot to hold against the paper.
    places = [(each.bundle, each.sequence) for each in ballots(file, round_id)]
    if not places:
        return refuse("sample_no_sheets", number=found.number)
    refusal = check_sample(seed, confidence, wrong, len(places))
    if refusal:
        return refusal
    drawn = draw_places(seed, places, sheets_needed(len(places), wrong, confidence))
    with file.act(
        "draw_sample",
        actor=actor,
        round_id=round_id,
        seed=seed,
        confidence=confidence,
        count=len(drawn),
        of=len(places),
    ) as act:
        sample_id = act.insert(
            "sample",
            round_id=round_id,
            seed=seed,
            confidence=confidence,
            wrong=wrong,
            ballots=len(places),
            actor=actor,
            at=act.at,
        )
        for bundle, place in drawn:
            act.insert("sample_sheet", sample_id=sample_id, bundle=bundle, place=place)
    return samples(file, round_id)[-1]


@guarded
def compare_sheet(
    file: CongressFile, sheet_id: int, paper: Paper, *, operator: str
) -> Sample | Refusal:
    """Hold the ballot recorded in a place against the paper, typed again; it tells no mark.

    Where they differ, the ballot is corrected in the usual way, or the paper was misread: the sheet
    is typed once more, and every comparison is kept.
    """
    found = counting_round(file, reading_checks.round_of_sheet(file, sheet_id))
    if isinstance(found, Refusal):
        return found
    refusal = check_papers(found, [paper])
    if refusal:
        return refusal
    whole = next(s for s in samples(file, found.id) if any(x.id == sheet_id for x in s.sheets))
    sheet = next(each for each in whole.sheets if each.id == sheet_id)
    if not sheet.ballot_id:
        return refuse("sample_sheet_gone", bundle=sheet.bundle, sheet=sheet.place)
    same = _compared(ballot(file, sheet.ballot_id).paper) == _compared(paper)
    with file.act(
        "compare_sheet",
        actor=operator,
        round_id=found.id,
        bundle=sheet.bundle,
        place=sheet.place,
        outcome=f"sheet_state.{'same' if same else 'differs'}",
    ) as act:
        act.insert(
            "sample_look",
            sheet_id=sheet_id,
            ballot_id=sheet.ballot_id,
            same=int(same),
            operator=operator,
            at=act.at,
        )
    return next(each for each in samples(file, found.id) if each.id == whole.id)


def _compared(paper: Paper) -> Paper:
    """Return a paper without the board's own words, which nobody types twice alike."""
    return replace(paper, board_text="")
