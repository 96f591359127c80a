"""Version 9: what discussion groups say on the texts, by part, and how each group met."""

from __future__ import annotations

# An opinion that says the same as another is merged into it; the count of a point follows from
# the rows. Who said it stands in `speaker` alone, which no synthesis reads.
DISCUSSIONS = """
CREATE TABLE text_chapter (
    id INTEGER PRIMARY KEY,
    text_id INTEGER NOT NULL REFERENCES congress_text (id),
    place INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500)
) STRICT;
CREATE INDEX chapters_of_a_text ON text_chapter (text_id);
CREATE TABLE group_meeting (
    group_id INTEGER PRIMARY KEY REFERENCES discussion_group (id),
    where_in TEXT NOT NULL CHECK (length(where_in) <= 500),
    opened TEXT NOT NULL CHECK (length(opened) <= 16),
    closed TEXT NOT NULL CHECK (length(closed) <= 16),
    present INTEGER CHECK (present BETWEEN 0 AND 100000),
    note TEXT NOT NULL CHECK (length(note) <= 2000)
) STRICT;
CREATE TABLE opinion (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES discussion_group (id),
    text_id INTEGER REFERENCES congress_text (id),
    chapter_id INTEGER REFERENCES text_chapter (id),
    speaker TEXT NOT NULL CHECK (length(speaker) <= 200),
    gist TEXT NOT NULL CHECK (length(gist) BETWEEN 1 AND 2000),
    stance TEXT NOT NULL CHECK (stance IN ('agree', 'change', 'add', 'proposal', 'other')),
    merged_into INTEGER REFERENCES opinion (id),
    wording TEXT NOT NULL CHECK (length(wording) <= 2000),
    answer TEXT NOT NULL CHECK (length(answer) <= 2000),
    taken TEXT NOT NULL CHECK (taken IN ('open', 'taken', 'not_taken'))
) STRICT;
CREATE INDEX opinions_of_a_group ON opinion (group_id);
CREATE INDEX opinions_of_a_chapter ON opinion (chapter_id);
CREATE INDEX opinions_of_a_text ON opinion (text_id);
CREATE INDEX opinions_merged ON opinion (merged_into);
"""
