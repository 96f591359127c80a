"""What can be done on the desks that record: minutes, documents, obstacles, the journal."""

from __future__ import annotations

from congress_desk.keys.place import MOVES, CommandPlace, line

RECORDING_PLACES: dict[str, CommandPlace] = {
    "minutes": CommandPlace(
        title="The minutes",
        desk="minutes",
        parts=(
            "Minutes of the congress", "Resolution of the congress", "Quick report on the results",
        ),
        lines=(
            line("write", "Write in the part", "go_on"),
            line("add", "Add a part here", "add", "plus"),
            line("remove", "Remove the part", "remove", "trash-2"),
            line("look", "Mark as reviewed", "tick", "check"),
            line("restore", "Usual wording…", icon="rotate-ccw"),
            *MOVES,
            line("preview", "Print preview", "print", "eye"),
            line("bold", "Bold letters", "bold"),
            line("replace", "Find and replace…", "replace", "search"),
            line("back", "Back to the parts", "back"),
        ),
    ),
    "papers": CommandPlace(
        title="Documents",
        desk="papers",
        lines=(
            line("print", "Print…", "print", "printer"),
            line("save", "Save as…", "save", "save"),
            line("export", "Save all to a folder…", "export", "download"),
            line("imprint", "Number, date, signatories…", "change", "pencil"),
        ),
    ),
    "obstacles": CommandPlace(
        title="Obstacles",
        desk="obstacles",
        parts=("Unresolved", "Waiting for an answer", "Answered", "Resolved", "All"),
        lines=(
            line("answer", "Answer…", "go_on"),
            line("add", "Record an obstacle…", "add", "plus"),
            line("edit", "Change…", "change", "pencil"),
            line("resolve", "Resolved", "tick", "check"),
            line("reopen", "Reopen…", icon="rotate-ccw"),
            line("remove", "Remove…", "remove", "trash-2"),
            line("report", "Report to the superior", "export", "upload",
                  tip="Writes PDF, DOCX and a text for the phone beside the congress file"),
            line("back", "Back to the obstacles", "back"),
        ),
    ),
    "journal": CommandPlace(
        title="Journal",
        desk="journal",
        lines=(
            line("jump", "Go to the record", "go_on", "external-link"),
            line("subject", "Go to the record", "subject"),
            line("filter", "Filter the journal by a word, a line or a code", "filter", "search"),
            line("back", "Show all lines", "back"),
            line("export", "Write what is shown…", "export", "file-down"),
            line("print", "Print the journal…", "print", "printer"),
        ),
    ),
}  # fmt: skip
