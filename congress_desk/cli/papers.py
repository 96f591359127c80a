"""The call `export`: papers of a congress as files in a folder."""

from __future__ import annotations

import argparse

from congress_desk.errors import Refusal
from congress_desk.papers import export_papers
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name


def export(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Write the kinds of paper that are asked for, all without any; print each once it is there."""
    if options.show_few:
        from congress_desk.cli.small_rounds import show_small_rounds

        refusal = show_small_rounds(file, options.show_few, user_name())
        if refusal:
            return refusal
    written = export_papers(
        file,
        options.to,
        tuple(kind.strip() for kind in options.only.split(",") if kind.strip()),
        written=print,
        private=options.private,
        replace=options.force,
        processes=True,
    )
    return written if isinstance(written, Refusal) else 0
