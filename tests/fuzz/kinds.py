"""Every kind of input, and how many of a thousand it gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from . import acts_in, congress_in, files_in, files_out, lists_in, records_in, word_in

Trial = Callable[[Random], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One door; `begin` makes its trial in a folder of its own, `share` is of a thousand."""

    name: str
    share: int
    begin: Callable[[Path], Trial]


KINDS = (
    Kind(name="list of people, workbook", share=50, begin=files_in.list_workbook),
    Kind(name="set-up workbook", share=30, begin=files_in.setup_workbook),
    Kind(name="sample workbooks, spoilt", share=5, begin=files_in.real_workbook),
    Kind(name="zip bombs, entities, lying zips", share=3, begin=files_in.bomb),
    Kind(name="list of people, .xls", share=20, begin=files_in.old_workbook),
    Kind(name="list of people, Word", share=20, begin=word_in.word_document),
    Kind(name="list of people, web page", share=40, begin=files_in.web_page),
    Kind(name="list of people, CSV", share=50, begin=files_in.people_csv),
    Kind(name="list of people, pasted", share=50, begin=files_in.pasted),
    Kind(
        name="other lists of a secretariat",
        share=40,
        begin=lists_in.other_list,
    ),
    Kind(name="scanned files", share=20, begin=lists_in.scanned_file),
    Kind(name="ballots, CSV", share=80, begin=files_in.ballots),
    Kind(name="list of a door, CSV", share=100, begin=files_in.door_list),
    Kind(name="pictures", share=25, begin=files_in.picture),
    Kind(name="results of stations", share=60, begin=records_in.station_result),
    Kind(name="congress and station files", share=10, begin=congress_in.congress_file),
    Kind(name="sound journal, hostile rows", share=3, begin=congress_in.hostile_rows),
    Kind(name="second journals, recovered", share=4, begin=congress_in.recovered),
    Kind(name="second journals, sorted out", share=50, begin=records_in.second_journal),
    Kind(name="acts with odd texts", share=20, begin=acts_in.fields_typed),
    Kind(name="rule sets", share=30, begin=records_in.rules),
    Kind(name="settings, lock notes, mappings", share=35, begin=records_in.notes),
    Kind(name="line of a ballot", share=110, begin=records_in.typed_ballot),
    Kind(name="typed texts, days, numbers", share=70, begin=records_in.typed_text),
    Kind(name="values of cells", share=20, begin=records_in.any_value),
    Kind(name="out: workbook", share=8, begin=files_out.workbook),
    Kind(name="out: CSV and copied cells", share=30, begin=files_out.comma_separated),
    Kind(name="out: PDF, DOCX, plain text", share=7, begin=files_out.papers),
    Kind(name="out: pages of the hall", share=2, begin=files_out.hall_pages),
    Kind(name="out: names of files", share=18, begin=files_out.names),
)
