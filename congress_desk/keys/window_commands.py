"""What can be done in the window itself, and in every form."""

from __future__ import annotations

from congress_desk.keys.place import WINDOW, CommandPlace, line

WINDOW_PLACES: dict[str, CommandPlace] = {
    WINDOW: CommandPlace(
        title="The window",
        within="",
        lines=(
            line("new_from_workbook", "&New from a workbook…", "new_from_workbook"),
            line("new_empty", "New, &empty…", "new_empty"),
            line("new_rehearsal", "New re&hearsal…", icon="graduation-cap"),
            line("open_file", "&Open…", "open_file", "folder-open"),
            line("save_copy", "Save a &backup copy…", "save_copy", "save"),
            line("backups", "Copies of the con&gress…", icon="history"),
            line("keep_journal", "Keep the &journal on another disk…"),
            line("password", "&Password…", icon="lock"),
            line("lock_screen", "Loc&k the screen", icon="lock"),
            line("verify", "&Verify the file", icon="shield-check"),
            line("ask_operator", "&Who is at the keyboard…", "operator", "user-check"),
            line("close_file", "&Close the congress", "close_file"),
            line("get_template", "Get the e&mpty workbook…", icon="file-spreadsheet"),
            line("open_example", "E&xample congress…"),
            line("settings", "&Settings…", "settings", "sliders-horizontal"),
            line("quit", "&Quit", "quit"),
            line("palette", "&Find what to do…", "palette", "search"),
            line("rehearse", "&Rehearse this congress…", icon="graduation-cap"),
            line("sign_congress", "Sign the &closed congress…", icon="shield-check"),
            line("readiness", "Is &everything ready?…", icon="list-checks"),
            line("note_obstacle", "Record an &obstacle…", "note_obstacle", "octagon-alert"),
            line("next_part", "&Desks or page", "next_part"),
            line("larger", "&Larger", "larger", "zoom-in"),
            line("smaller", "&Smaller", "smaller", "zoom-out"),
            line("usual_size", "&Usual size", "usual_size"),
            line("full_screen", "&Full screen", "full_screen", "monitor"),
            line("blank_hall", "&Blank the hall", "blank_hall", "eye-off",
                  tip="The hall sees the emblem; pressed again, what it saw"),
            line("new_window", "&New window", "new_window"),
            line("drill", "Practise &typing ballots…", icon="keyboard"),
            line("show_help", "&Help about this place", "help", "circle-question-mark"),
            line("first_congress", "The &first congress in ten minutes", icon="graduation-cap"),
            line("show_contents", "&Contents of the help", icon="list-ordered"),
            line("show_glossary", "&Glossary", icon="file-text"),
            line("save_guide", "Save the &user guide…", icon="file-down"),
            line("show_keys", "&Keys", icon="keyboard"),
            line("print_keys", "&Print the keys…", icon="printer"),
            line("show_errors", "&Error report…"),
            line("show_about", "&About Congress Desk", icon="info"),
        ),
    ),
    "forms": CommandPlace(
        title="Forms",
        within="",
        lines=(
            line("save", "Save what is typed, from any field", "save"),
            line("submit", "Next field; in the last one save", "go_on"),
            line("back", "Close without saving", "back"),
        ),
    ),
}  # fmt: skip
