"""Ballots printed, marked, scanned with doubts, answered, held against a typed pass, declared."""

from __future__ import annotations

import os
from collections import Counter

import numpy as np
from ballot_acts import printed
from command_line import said_by
from congress_files import a_congress, a_round, an_election, granted
from pass_acts import a_pass
from PIL import Image

from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.reports.ballot_papers.layout import layout_of
from congress_desk.scan.synthetic_ballots import marked_page
from congress_desk.scan.synthetic_machine import ordinary_machine
from congress_desk.storage.opening import open_file

# The whole journey of the design has 120; so many are read when it is asked for.
BALLOTS = int(os.environ.get("SCANNED_BALLOTS", "16"))
IN_BUNDLE = 8 if BALLOTS < 100 else 20
BY = ("--operator", "Lâm Viết Hòa")


def test_that_a_scan_and_a_typed_pass_agree_on_the_truth(tmp_path, capsys):
    file = a_congress(tmp_path, an_election(names=6, seats=5))
    granted(set_entry_settings(file, EntrySettings(passes=2), actor="TK"))
    layout = layout_of(granted(printed(file)).layout)
    found = a_round(file, papers=BALLOTS, bundle_size=IN_BUNDLE)
    truths, answers = [], ["bundle,sequence,struck,both,blank,invalid"]
    kinds = ("partial", "dot", "fold", "between", "erased", "torn")
    for bundle in range(BALLOTS // IN_BUNDLE):
        pages = []
        for n in range(IN_BUNDLE):
            seed = bundle * IN_BUNDLE + n
            doubtful = (kinds[seed % len(kinds)],) if n == 3 else ()
            machine = ordinary_machine(np.random.default_rng(seed))
            picture, truth = marked_page(layout, 0, seed, machine=machine, doubtful=doubtful)
            pages.append(Image.fromarray(picture))
            struck = sorted(truth.struck)
            truths.append(struck)
            if doubtful:
                answers.append(f"{bundle + 1},{n + 1},{' '.join(map(str, struck))},,,")
        a_pass(file, found, *truths[-IN_BUNDLE:], by="Mai Thị Diệu Lan", bundle=bundle + 1)
        pages[0].save(tmp_path / f"{bundle + 1}.pdf", save_all=True, append_images=pages[1:])
    file.close()
    answered = tmp_path / "answers.csv"
    answered.write_text("\n".join(answers) + "\n", "utf-8")
    for bundle in range(BALLOTS // IN_BUNDLE):
        words = ("--bundle", bundle + 1, "--answers", answered, *BY)
        said = said_by(capsys, "scan", file.path, "BCH", tmp_path / f"{bundle + 1}.pdf", *words)
        assert (said.code, said.err) == (0, ""), said.out
    again = granted(open_file(file.path))
    states = [bundle.state for bundle in bundle_list(again, found.id)]
    assert states == [BundleState.AGREED] * len(states)
    struck = Counter(position for truth in truths for position in truth if 0 < len(truth) < 6)
    again.close()
    result = said_by(capsys, "result", file.path, "BCH", "--json").json
    # An untouched ballot keeps six names for five seats: it is invalid and counts for nobody.
    valid = sum(0 < len(truth) < 6 for truth in truths)
    assert result["accounting"]["valid"] == valid
    assert [c["votes"] for c in result["candidates"]] == [valid - struck[p] for p in range(1, 7)]
