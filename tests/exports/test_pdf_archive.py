"""Every paper of a congress is PDF/A-2b, as far as what writes it could break that."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pdf_archive import broken_clauses
from reportlab.pdfgen.canvas import Canvas
from seven_congresses import SEVEN
from seven_courses import hold

from congress_desk.exports.pdf.archive import ArchiveCanvas
from congress_desk.papers import available, export_papers

SMALL = next(plan for plan in SEVEN if plan.key == "chi-bo")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return every PDF of a small congress."""
    folder = tmp_path_factory.mktemp("papers")
    file = hold(SMALL, folder / "dh.congress")
    assert available(file)
    export_papers(file, folder, (), written=lambda _: None, private=True)
    file.close()
    return sorted(folder.rglob("*.pdf"))


def test_that_every_paper_is_fit_to_be_kept(written):
    assert len(written) > 25
    assert {
        path.name: broken for path in written if (broken := broken_clauses(path.read_bytes()))
    } == {}


def test_that_the_checker_finds_what_a_plain_pdf_breaks():
    stream = BytesIO()
    plain = Canvas(stream)
    plain.drawString(50, 50, "không nhúng phông")
    plain.save()
    broken = " ".join(broken_clauses(stream.getvalue()))
    for clause in ("6.2.3", "6.6.2.1", "6.2.11.4"):
        assert clause in broken


def test_that_the_checker_finds_what_is_thin():
    stream = BytesIO()
    canvas = ArchiveCanvas(stream, made=datetime(2026, 1, 1))
    canvas.setFillAlpha(0.5)
    canvas.rect(0, 0, 10, 10, fill=1)
    canvas.save()
    assert any("6.2.10" in clause for clause in broken_clauses(stream.getvalue()))
