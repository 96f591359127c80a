"""What can be done on the desks that hold the congress: door, running, votes by show of hands."""

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
}  # fmt: skip
