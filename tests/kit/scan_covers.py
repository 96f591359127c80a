"""The covers of a round's bundles as a scanner sees them, cut apart."""

from __future__ import annotations

import io
from datetime import datetime

import numpy as np
import pypdfium2

from congress_desk.exports.cards.bundle_covers import draw_bundle_covers
from congress_desk.papers import available, make_paper
from congress_desk.papers.bundle_covers import BUNDLE_COVERS


def covers(file):
    """Return pictures of all covers, two a sheet, in order."""
    paper = next(paper for paper in available(file) if paper.kind == BUNDLE_COVERS)
    stream = io.BytesIO()
    draw_bundle_covers(make_paper(file, paper).content, stream, datetime(2025, 6, 1, 8))
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        sheets = [np.asarray(p.render(scale=150 / 72).to_pil().convert("L")) for p in pdf]
    high, wide = len(sheets[0]) // 2, sheets[0].shape[1] // 2
    return [
        sheet[top : top + high, left : left + wide]
        for sheet in sheets
        for top in (0, high)
        for left in (0, wide)
    ]
