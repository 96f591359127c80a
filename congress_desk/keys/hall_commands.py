"""What can be done on the desk of the screen in the hall."""

from __future__ import annotations

from congress_desk.keys.place import MOVES, CommandPlace, line

HALL_PLACES: dict[str, CommandPlace] = {
    "projector": CommandPlace(
        title="Hall screen",
        desk="projector",
        lines=(
            line("show", "Show to the hall", "go_on", "monitor",
                  tip="The hall sees it at once; what is not declared can never be shown"),
            line("add", "Put into the queue", "add", "plus"),
            line("next", "Next of the queue", "hall_next", "play"),
            line("hold", "Hold what the hall sees", "hall_hold", "lock",
                  tip="The hall keeps what it sees while the next is prepared here"),
            line("page_back", "Page before", "hall_page_back", "chevron-left"),
            line("page_on", "Next page", "hall_page_on", "chevron-right"),
            line("remove", "Take out of the queue", "remove", "trash-2"),
            *MOVES,
            line("message", "Message to the hall…", icon="pencil"),
            line("forget", "Take the message away", icon="trash-2"),
            line("emblem", "Emblem of the congress…", icon="upload",
                  tip="A picture (PNG, JPEG) in the place of the neutral emblem"),
            line("background", "Picture behind the title…", icon="upload",
                  tip="A picture (PNG, JPEG) behind the page of the congress and the blank screen"),
            line("no_emblem", "Take the emblem out"),
            line("no_background", "Take the picture out"),
            line("export", "Write the pages…", "export", "file-down",
                  tip="As PDF or as slides (PPTX), for a projector on another machine"),
            line("stop", "Close the screen of the hall", icon="x"),
        ),
    ),
}  # fmt: skip
