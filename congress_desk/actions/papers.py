"""The act that sets number, day, place and signatories of a paper, or of all papers."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from congress_desk.actions.congress_settings import keep_setting
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.papers import Imprint, Office, imprint_text, office_text
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import OFFICE
from congress_desk.queries.papers import IMPRINT, imprints
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress

Kept = TypeVar("Kept", Imprint, Office)


def set_imprint(
    file: CongressFile, key: str, imprint: Imprint, office: Office, *, actor: str
) -> Imprint | Refusal:
    """Set what one paper bears, and what the office writes on all; refused is a number taken."""
    imprint, office = _cleaned(imprint), _cleaned(office)
    taken = [
        each for each, other in imprints(file).items() if each != key and _same(other, imprint)
    ]
    if taken:
        return refuse("paper_number_taken", number=imprint.number)
    names = [name for _, name in (*imprint.signers, *office.signers)]
    refusal = next(filter(None, (too_long(name, NAME_LIMIT) for name in names)), None)
    for text in (imprint.number, imprint.place, office.place, office.addressee):
        refusal = refusal or too_long(text, TEXT_LIMIT)
    if refusal:
        return refusal
    values = {f"{IMPRINT}{key}": imprint_text(imprint), OFFICE: office_text(office)}
    before = {each: reading_congress.congress_setting(file, each) for each in values}
    if values == before:
        return imprint
    with file.act("set_imprint", actor=actor, key=key, number=imprint.number or "–") as act:
        for each, value in values.items():
            keep_setting(act, each, before[each], value)
    return imprint


def _same(one: Imprint, other: Imprint) -> bool:
    """Say whether two papers would bear one number: 7 is 07."""
    if one.number.isdecimal() and other.number.isdecimal():
        return int(one.number) == int(other.number)
    return bool(one.number) and one.number == other.number


def _cleaned(kept: Kept) -> Kept:
    signers = tuple((organ, clean_text(name)) for organ, name in kept.signers)
    named = tuple((organ, name) for organ, name in signers if name)
    kept = replace(kept, place=clean_text(kept.place), signers=named)
    if isinstance(kept, Imprint):
        return replace(kept, number=clean_text(kept.number))
    return replace(kept, addressee=clean_text(kept.addressee))
