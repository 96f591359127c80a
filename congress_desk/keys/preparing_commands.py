"""What can be done on the desks that prepare the congress: people, programme, duties."""

from __future__ import annotations

from congress_desk.keys.place import MOVES, ROWS, CommandPlace, line

PREPARING_PLACES: dict[str, CommandPlace] = {
    "overview": CommandPlace(
        title="Overview",
        desk="overview",
        lines=(line("open", "Open the place of the line", "go_on"),),
    ),
    "congress": CommandPlace(
        title="Congress", desk="congress", parts=("Congress details", "Election rules")
    ),
    "preparation": CommandPlace(
        title="Preparation",
        desk="preparation",
        parts=("Tasks", "Texts", "Targets", "Who carries how much"),
        lines=(
            line("report", "Progress report…", "export", "file-down"),
        ),
    ),
    "tasks": CommandPlace(
        title="Tasks",
        desk="preparation",
        within="preparation",
        lines=(
            line("add", "Add a task…", "add", "plus"),
            line("type", "Type into the cell", "change", "pencil"),
            line("done", "Done / not done", "tick", "check"),
            line("bulk", "Set for the selected…"),
            line("template", "From a template…", icon="layers"),
            *MOVES,
            line("remove", "Remove…", "remove", "trash-2"),
            *ROWS,
        ),
    ),
    "texts": CommandPlace(
        title="Texts",
        desk="preparation",
        within="preparation",
        lines=(
            line("add", "Add a text…", "add", "plus"),
            line("type", "Type into the cell", "change", "pencil"),
            line("comment", "Add a comment…"),
            *MOVES,
            line("remove", "Remove…", "remove", "trash-2"),
            *ROWS,
        ),
    ),
    "comments": CommandPlace(
        title="Comments on the text",
        desk="preparation",
        within="preparation",
        lines=(
            line("add", "Add a comment…", "add", "plus"),
            line("answer", "Answer…", "go_on"),
            line("remove", "Remove…", "remove", "trash-2"),
            line("back", "Back to the texts", "back"),
        ),
    ),
    "targets": CommandPlace(
        title="Targets",
        desk="preparation",
        within="preparation",
        lines=(
            line("add", "Add a target…", "add", "plus"),
            line("type", "Type into the cell", "change", "pencil"),
            *MOVES,
            line("remove", "Remove…", "remove", "trash-2"),
            *ROWS,
        ),
    ),
    "people": CommandPlace(
        title="Delegates",
        desk="people",
        parts=("Register", "Delegations and groups", "Where D comes from", "Structure"),
    ),
    "register": CommandPlace(
        title="Register",
        desk="people",
        within="people",
        lines=(
            line("add", "Add…", "add", "plus"),
            line("type", "Type into the cell", "change", "pencil"),
            line("card", "Open the card…", "card"),
            line("status", "Change the status…", "status"),
            line("replace", "Alternate replaces…"),
            line("bulk", "Set a field…"),
            line("remove", "Remove from the register…", "remove"),
            line("import", "Import a list…", "import"),
            line("undoImport", "Take the last import back…"),
            line("export", "Export to Excel…", "export"),
            line("cards", "Print cards…", "print"),
            line("copy", "Copy to Excel", "copy"),
            line("filter", "Filter the register", "filter", "search"),
            line("sort_rising", "Sort by the column, rising", "sort_rising"),
            line("sort_falling", "Sort by the column, falling", "sort_falling"),
        ),
    ),
    "import_list": CommandPlace(
        title="Import a list",
        desk="people",
        lines=(
            line("on", "Next step", "step_on"),
            line("back", "Step before", "step_back"),
            line("again", "Read the list again", "renew", "rotate-ccw"),
        ),
    ),
    "agenda": CommandPlace(title="Agenda", desk="agenda", parts=("Programme", "Script")),
    "programme": CommandPlace(
        title="Programme",
        desk="agenda",
        within="agenda",
        lines=(
            line("add", "Add an item", "add", "plus"),
            line("type", "Type into the cell", "change", "pencil"),
            line("copy", "Duplicate", "duplicate", "copy"),
            line("remove", "Leave out…", "remove", "trash-2"),
            line("up", "Up", "move_up", "arrow-up"),
            line("down", "Down", "move_down", "arrow-down"),
            line("outdent", "Out of its item", "move_out", "chevron-left"),
            line("indent", "Into the item above", "move_in", "chevron-right"),
            line("template", "Take over a programme…", icon="layers"),
            line("recognise", "Recognise kinds", icon="search",
                  tip="Reads kind, election and motion of each item off its words; what is set"
                      " stays"),
            line("undo", "Undo", "undo", "undo-2"),
            line("back", "Back to the programme", "back"),
        ),
    ),
    "duties": CommandPlace(
        title="Duties",
        desk="duties",
        parts=("Organs and members", "By session", "One person", "Checks"),
    ),
    "organs": CommandPlace(
        title="Organs and members",
        desk="duties",
        within="duties",
        lines=(
            line("add", "Add a member…", "add", "plus"),
            line("edit", "Change…", "change", "pencil"),
            line("leave", "Let leave…", icon="log-out"),
            line("remove", "Remove…", "remove", "trash-2"),
            line("rename", "Rename the organ…", icon="pencil"),
            *MOVES,
        ),
    ),
    "matrix": CommandPlace(
        title="By session",
        desk="duties",
        within="duties",
        lines=(
            line("type", "Type the duty", "change", "pencil"),
            line("item", "Give an item…", "add", "list-ordered"),
            line("relieve", "Stand-in…", icon="users"),
            line("restore", "End the relief", icon="undo-2"),
            line("take_back", "Take back…", "remove", "trash-2"),
        ),
    ),
}  # fmt: skip
