"""What the wizard says: its steps, and what was done."""

from __future__ import annotations

from congress_desk.i18n import tr
from congress_desk.ui.desks.people.importing.preview.list_comparison import Compared


def step_titles() -> tuple[str, ...]:
    """Return the short names of the steps."""
    return (tr("File and sheet"), tr("Columns"), tr("Preview"), tr("Done"))


def step_words(step: int) -> tuple[str, str]:
    """Return the title of a step and the sentence of what to do there."""
    words = (
        (
            tr("Which list is it?"),
            tr("Choose the file and its sheet, and see that the row with the titles is right."),
        ),
        (
            tr("What goes where?"),
            tr("Each column goes to a field of the register. Put right what was guessed wrong."),
        ),
        (
            tr("What would change?"),
            tr("Nothing is written yet. Look through the rows, then import."),
        ),
        (tr("The list is in the register"), ""),
    )
    return words[step]


def done_sentence(compared: Compared) -> str:
    """Return what was written."""
    changes = compared.changes
    return tr(
        "Taken in: {new} new people, {changed} changed.",
        new=len(changes.new),
        changed=len(changes.changed),
    )


def done_details(compared: Compared) -> tuple[str, ...]:
    """Return what was not written, as far as there is any."""
    changes = compared.changes
    lines = (
        (len(changes.same), tr("{count} people were the same already.", count=len(changes.same))),
        (
            compared.problems,
            tr(
                "{count} rows have a problem and were not taken in: put them right in the file and"
                " import it again, only those rows will change.",
                count=compared.problems,
            ),
        ),
        (compared.skipped, tr("{count} rows were left out: they are nobody.",
                              count=compared.skipped)),
        (
            len(changes.missing),
            tr(
                "{count} people of the register are not in the list; they stayed as they are.",
                count=len(changes.missing),
            ),
        ),
    )  # fmt: skip
    return tuple(words for count, words in lines if count)
