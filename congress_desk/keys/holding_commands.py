"""What can be done on the desks that hold the congress: door, running, votes, papers."""

from __future__ import annotations

from congress_desk.keys.place import MOVES, CommandPlace, line

HOLDING_PLACES: dict[str, CommandPlace] = {
    "checkin": CommandPlace(
        title="Check-in",
        desk="checkin",
        lines=(
            line("enter", "Let in the person scanned or chosen", "go_on"),
            line("direction", "Record going out", "direction", "log-out"),
            line("status", "Change status and check in…", "status"),
            line("undo", "Undo the last passage", "undo", "undo-2"),
            line("undo_this", "Undo the passage chosen", "remove"),
            line("signed_list", "From the signed list…", icon="list-ordered"),
            line("export", "Write this door's list…", "export", "file-down"),
            line("merge", "Take in another door's list…", "import", "download"),
            line("sounds", "Sounds", "sounds", "volume-2"),
            line("back", "Empty the line; record coming in", "back"),
        ),
    ),
    "running": CommandPlace(
        title="Running",
        desk="running",
        parts=("Programme", "Speeches"),
        lines=(
            line("go", "Go on to the next", "next_item", "play"),
            line("begin", "Begin the item chosen", "go_on"),
            line("finish", "Finish", "finish_item", "check"),
            line("skip", "Skip…", "remove", "ban"),
            line("insert", "Insert now…", "add", "plus"),
            line("times", "Correct the times…", "change", "clock"),
            line("notes", "Notes", "notes", "pencil"),
            line("subject", "Open what it is about", "subject", "external-link"),
            line("undo", "Undo", "undo", "undo-2"),
            line("back", "Back to the programme", "back"),
        ),
    ),
    "speeches": CommandPlace(
        title="Speeches",
        desk="running",
        lines=(
            line("call", "Call", "go_on", "play"),
            line("request", "Request to speak…", "add", "plus"),
            line("edit", "Change…", "change", "pencil"),
            line("withdraw", "Withdraw", "remove", "ban"),
            line("put_back", "Return to the list", icon="undo-2"),
            *MOVES,
        ),
    ),
    "motions": CommandPlace(
        title="Motions",
        desk="motions",
        lines=(
            line("begin", "Begin the vote, enter the hands", "go_on"),
            line("add", "Add a motion…", "add", "plus"),
            line("usual", "Add the usual motions", icon="layers",
                  tip="Organs, agenda, rules, lists and resolution, worded with the names in the"
                      " file"),
            line("edit", "Change…", "change", "pencil"),
            line("renew", "Update presence", "renew", "rotate-ccw"),
            line("repeat", "Vote again…", icon="rotate-ccw"),
            line("put_off", "Postpone the vote", icon="undo-2",
                  tip="Back to waiting: D and who is present are frozen anew when the vote is"
                      " begun"),
            line("cancel", "Cancel…", "remove", "ban"),
            *MOVES,
            line("back", "Back to the motions", "back"),
        ),
    ),
    "elections": CommandPlace(
        title="Elections",
        desk="elections",
        lines=(
            line("step", "Go on with the election", "go_on"),
            line("add", "Add an election…", "add", "plus"),
            line("edit", "Change…", "change", "pencil"),
            line("remove", "Remove…", "remove", "trash-2"),
            line("page", "List and rounds", "card", "list-ordered"),
        ),
    ),
    "candidates": CommandPlace(
        title="List of candidates",
        desk="elections",
        lines=(
            line("add", "Add people…", "add", "plus"),
            line("many", "Add many…", icon="users", tip="From the register, or pasted from Excel"),
            line("edit", "Change…", "change", "pencil"),
            line("profile", "Profile…", "card", "file-text",
                  tip="Who it is in the register, and what the list says"),
            line("remove", "Remove from the list…", "remove", "trash-2"),
            line("up", "Up", "move_up", "arrow-up"),
            line("down", "Down", "move_down", "arrow-down"),
            line("sort", "Sort by the rules", icon="arrow-down-a-z",
                  tip="In the order that the rule set asks for"),
            line("fix", "Fix the list…", icon="lock", tip="Before ballots are printed"),
            line("unfix", "Open the list again", icon="lock-open"),
            line("back", "Back to the elections", "back"),
        ),
    ),
    "election": CommandPlace(
        title="List and rounds",
        desk="elections",
        lines=(
            line("next", "Go on with the election"),
            line("ballots", "Print ballots…", "print", "printer",
                  tip="Choose the paper, read the proof, record the run"),
            line("structure", "Every figure and the names", icon="chart-bar"),
        ),
    ),
    "ballots": CommandPlace(
        title="Ballot papers",
        desk="elections",
        lines=(
            line("save", "Record and save as PDF…", "export", "save"),
            line("print", "Record and print…", "print", "printer"),
        ),
    ),
    "opening": CommandPlace(
        title="Open the round",
        desk="elections",
        lines=(line("open", "Open the round"),),
    ),
    "counting": CommandPlace(
        title="Counting",
        desk="elections",
        parts=("Bundles", "Accounting", "Checks", "Last ballots"),
        lines=(
            line("undo", "Undo the last act", "undo", "undo-2"),
            line("take_back", "Take back the ballot being corrected", "take_ballot_back"),
            line("totals", "Running totals", "totals", "list-ordered"),
            line("sounds", "Sounds", "sounds", "volume-2"),
            line("operator", "Change who types", icon="user-check"),
            line("declare", "Declare the result…"),
            line("against", "See what stands against it"),
            line("leave", "Back to the election", icon="arrow-left"),
            line("back", "Back to the entry line", "back"),
        ),
    ),
    "bundles": CommandPlace(
        title="Bundles",
        desk="elections",
        within="counting",
        lines=(
            line("choose", "Go on with the bundle", "go_on"),
            line("add", "Add a bundle", "add", "plus"),
            line("cover", "Change the number on the cover", "change", "pencil"),
        ),
    ),
    "gate": CommandPlace(
        title="Declare the result",
        desk="elections",
        lines=(
            line("declare", "Declare the result…"),
            line("count", "To the counting desk", icon="arrow-left"),
        ),
    ),
    "result": CommandPlace(
        title="Result",
        desk="elections",
        lines=(
            line("copy", "Copy the table", "copy", "copy"),
            line("minutes", "Minutes of the count", "print", "file-text"),
            line("next", "Go on with the election"),
            line("structure", "Every figure and the names", icon="chart-bar"),
            line("back", "Back to the election", "back"),
        ),
    ),
    "minutes": CommandPlace(
        title="Congress minutes",
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
}  # fmt: skip
