"""Version 5: elections in full, with decisions after a round and doubtful ballots."""

from __future__ import annotations

from sqlite_utils import Database

from congress_desk.storage.migrations.m0005_shares import SHARES

# What was decided after a round (`round_id`), or about an election without one: by whom, on what
# motion or document, with whose names. A decision on a motion stands when the motion is carried:
# no column repeats that. `seats` is the number of posts that follows, where one does; `part` says
# which posts it is about. A decision is never deleted: who takes it back writes why.
_DECISIONS = """
CREATE TABLE election_decision (
    id INTEGER PRIMARY KEY,
    election_id INTEGER NOT NULL REFERENCES election (id),
    round_id INTEGER REFERENCES round (id),
    kind TEXT NOT NULL CHECK (kind IN
        ('next_round', 'new_names', 'revote', 'older', 'lot', 'lower_number', 'leave_open',
         'take_by_votes', 'vote_separately', 'stop', 'report_superior', 'appointed', 'recount',
         'annulment')),
    organ TEXT NOT NULL CHECK (organ IN
        ('congress', 'committee', 'presidium', 'counting_board', 'superior')),
    part TEXT NOT NULL CHECK (part IN ('official', 'alternate')),
    motion_id INTEGER REFERENCES motion (id),
    seats INTEGER CHECK (seats >= 0),
    matter TEXT NOT NULL CHECK (length(matter) <= 2000),
    article TEXT NOT NULL CHECK (length(article) <= 200),
    reason TEXT NOT NULL CHECK (length(reason) <= 2000),
    document TEXT NOT NULL CHECK (length(document) <= 200),
    document_date TEXT NOT NULL,
    issued_by TEXT NOT NULL CHECK (length(issued_by) <= 200),
    first_name TEXT NOT NULL CHECK (length(first_name) <= 200),
    second_name TEXT NOT NULL CHECK (length(second_name) <= 200),
    drawn_by TEXT NOT NULL CHECK (length(drawn_by) <= 200),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    taken_back_at TEXT NOT NULL,
    taken_back_reason TEXT NOT NULL CHECK (length(taken_back_reason) <= 2000)
) STRICT;
CREATE INDEX decision_of_election ON election_decision (election_id, id);
CREATE TABLE decision_person (
    decision_id INTEGER NOT NULL REFERENCES election_decision (id),
    place INTEGER NOT NULL CHECK (place > 0),
    candidate_id INTEGER REFERENCES candidate (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    role TEXT NOT NULL CHECK (role IN ('taken', 'listed', 'appointed')),
    PRIMARY KEY (decision_id, place)
) STRICT, WITHOUT ROWID;
"""

# Why a round is held and which round it follows; a recount is a round of its own with the same
# list, which follows the round whose ballots it counts again: its bundles and passes are its own.
# `part`: which posts a round fills. `alternates` is how many alternates an election has,
# `among_id` the election whose elected alone may stand, `planned` the post somebody is meant for,
# `decision_id` of a candidate the decision that let a new name in after a round.
_COLUMNS = """
ALTER TABLE election ADD COLUMN alternates INTEGER NOT NULL DEFAULT 0 CHECK (alternates >= 0);
ALTER TABLE election ADD COLUMN among_id INTEGER REFERENCES election (id);
ALTER TABLE candidate ADD COLUMN planned TEXT NOT NULL DEFAULT '' CHECK (planned IN
    ('', 'secretary', 'deputy'));
ALTER TABLE candidate ADD COLUMN decision_id INTEGER REFERENCES election_decision (id);
ALTER TABLE round ADD COLUMN follows INTEGER REFERENCES round (id);
ALTER TABLE round ADD COLUMN cause TEXT NOT NULL DEFAULT '' CHECK (cause IN
    ('', 'first', 'tie', 'short', 'void', 'annulled', 'alternates', 'recount'));
ALTER TABLE round ADD COLUMN decision_id INTEGER REFERENCES election_decision (id);
ALTER TABLE round ADD COLUMN part TEXT NOT NULL DEFAULT 'official' CHECK (part IN
    ('official', 'alternate'));
"""

# Ballots put aside for the whole board: each keeps the place in its pass that the ballot gets when
# the board has decided, so that the places of the others do not move.
_DOUBTFUL = """
CREATE TABLE doubtful_ballot (
    id INTEGER PRIMARY KEY,
    pass_id INTEGER NOT NULL REFERENCES entry_pass (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    number INTEGER NOT NULL CHECK (number > 0),
    cause TEXT NOT NULL CHECK (cause IN
        ('partial_strike', 'unclear_mark', 'extra_mark', 'torn', 'other')),
    note TEXT NOT NULL CHECK (length(note) <= 500),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'decided', 'withdrawn')),
    ballot_id INTEGER REFERENCES ballot (id),
    board INTEGER CHECK (board > 0),
    in_favour INTEGER CHECK (in_favour >= 0),
    article TEXT NOT NULL CHECK (length(article) <= 200),
    reason TEXT NOT NULL CHECK (length(reason) <= 2000),
    operator TEXT NOT NULL,
    at TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_doubt_in_place ON doubtful_ballot (pass_id, sequence)
    WHERE state = 'waiting';
CREATE TRIGGER doubt_is_never_deleted BEFORE DELETE ON doubtful_ballot
BEGIN SELECT RAISE(ABORT, 'a doubtful ballot is never deleted'); END;
CREATE TRIGGER doubt_enters_an_open_round BEFORE INSERT ON doubtful_ballot
WHEN (SELECT round.state FROM entry_pass JOIN bundle ON bundle.id = bundle_id
      JOIN round ON round.id = round_id WHERE entry_pass.id = NEW.pass_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER doubt_is_decided_in_an_open_round BEFORE UPDATE ON doubtful_ballot
WHEN (SELECT round.state FROM entry_pass JOIN bundle ON bundle.id = bundle_id
      JOIN round ON round.id = round_id WHERE entry_pass.id = OLD.pass_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
"""

# A number of people or papers that was put right while a round was counted; the minutes tell it.
_CORRECTIONS = """
CREATE TABLE accounting_correction (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES round (id),
    field TEXT NOT NULL CHECK (field IN ('convened', 'present', 'issued', 'returned')),
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX correction_of_round ON accounting_correction (round_id, id);
"""

# What carries a motion, frozen when its vote is begun: empty before that, and in a row of an older
# version, whose votes needed more than half of D. A special matter needs the larger majority.
_MOTIONS = """
ALTER TABLE motion ADD COLUMN special INTEGER NOT NULL DEFAULT 0 CHECK (special IN (0, 1));
ALTER TABLE motion ADD COLUMN majority_of TEXT NOT NULL DEFAULT '' CHECK (majority_of IN
    ('', 'convened', 'present'));
ALTER TABLE motion ADD COLUMN majority_share TEXT NOT NULL DEFAULT ''
    CHECK (length(majority_share) <= 20);
ALTER TABLE motion ADD COLUMN majority_compare TEXT NOT NULL DEFAULT ''
    CHECK (majority_compare IN ('', 'more', 'at_least'));
"""

# Each run of ballots that was printed: of which list (its hash), for how many voters, how many
# papers; the geometry of the paper, for who reads the papers later. A run is never deleted: what
# was printed of another list, or spoiled, is void and says why.
_PRINTS = """
CREATE TABLE ballot_print (
    id INTEGER PRIMARY KEY,
    election_id INTEGER NOT NULL REFERENCES election (id),
    round_number INTEGER NOT NULL CHECK (round_number > 0),
    digest TEXT NOT NULL CHECK (length(digest) BETWEEN 8 AND 64),
    layout TEXT NOT NULL,
    on_sheet INTEGER NOT NULL CHECK (on_sheet BETWEEN 1 AND 4),
    needed INTEGER NOT NULL CHECK (needed >= 0),
    copies INTEGER NOT NULL CHECK (copies > 0),
    state TEXT NOT NULL CHECK (state IN ('printed', 'void')),
    void_reason TEXT NOT NULL CHECK (length(void_reason) <= 2000),
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    voided_at TEXT NOT NULL
) STRICT;
CREATE INDEX print_of_election ON ballot_print (election_id, id);
CREATE TRIGGER print_is_never_deleted BEFORE DELETE ON ballot_print
BEGIN SELECT RAISE(ABORT, 'a print run is never deleted'); END;
CREATE TRIGGER print_changes_its_state_alone BEFORE UPDATE OF
    id, election_id, round_number, digest, layout, on_sheet, needed, copies, actor, at
    ON ballot_print
BEGIN SELECT RAISE(ABORT, 'a print run is never changed'); END;
"""

# The way to the ballot. A nomination says where a name comes from; its candidate stands on the list
# once that is `listed`. `nominator_id` is who of the register put the name forward. Support is of
# hands, where no opinion poll was taken. `left_off` is why a name was not put on the list. Whether
# a wish to withdraw was granted, its motion alone says; `was_listed` when it was uttered. What a
# motion sets as the number to elect is set when it is carried; then `seats_before` is what was.
_NOMINATIONS = """
CREATE TABLE nomination (
    candidate_id INTEGER PRIMARY KEY REFERENCES candidate (id),
    source TEXT NOT NULL CHECK (source IN ('committee', 'delegates', 'self')),
    nominated_by TEXT NOT NULL CHECK (length(nominated_by) <= 500),
    nominator_id INTEGER REFERENCES person (id),
    support INTEGER CHECK (support >= 0),
    support_of INTEGER CHECK (support_of >= support),
    left_off TEXT NOT NULL CHECK (length(left_off) <= 2000),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE withdrawal (
    id INTEGER PRIMARY KEY,
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    motion_id INTEGER NOT NULL UNIQUE REFERENCES motion (id),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    was_listed INTEGER NOT NULL CHECK (was_listed IN (0, 1)),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE number_motion (
    motion_id INTEGER PRIMARY KEY REFERENCES motion (id),
    election_id INTEGER NOT NULL REFERENCES election (id),
    seats INTEGER NOT NULL CHECK (seats > 0),
    seats_before INTEGER CHECK (seats_before > 0),
    structure TEXT NOT NULL CHECK (length(structure) <= 2000)
) STRICT;
"""

# Opinion polls on names outside the list of the convening committee, counted by a team of the
# secretariat; a paper of its own for the self-nominated and for those whom delegates nominated.
_POLLS = """
CREATE TABLE opinion_poll (
    id INTEGER PRIMARY KEY,
    election_id INTEGER NOT NULL REFERENCES election (id),
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'counted', 'cancelled')),
    present INTEGER NOT NULL CHECK (present > 0),
    at TEXT NOT NULL,
    counted_at TEXT NOT NULL,
    cancel_reason TEXT NOT NULL CHECK (length(cancel_reason) <= 2000),
    UNIQUE (election_id, number)
) STRICT;
CREATE TABLE poll_member (
    poll_id INTEGER NOT NULL REFERENCES opinion_poll (id),
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    title TEXT NOT NULL CHECK (length(title) <= 200),
    PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE poll_paper (
    poll_id INTEGER NOT NULL REFERENCES opinion_poll (id),
    source TEXT NOT NULL CHECK (source IN ('delegates', 'self')),
    issued INTEGER CHECK (issued >= 0),
    returned INTEGER CHECK (returned BETWEEN 0 AND issued),
    invalid INTEGER CHECK (invalid BETWEEN 0 AND returned),
    PRIMARY KEY (poll_id, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE poll_person (
    poll_id INTEGER NOT NULL REFERENCES opinion_poll (id),
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    place INTEGER NOT NULL CHECK (place > 0),
    source TEXT NOT NULL CHECK (source IN ('delegates', 'self')),
    agree INTEGER CHECK (agree >= 0),
    disagree INTEGER CHECK (disagree >= 0),
    PRIMARY KEY (poll_id, candidate_id)
) STRICT, WITHOUT ROWID;
"""

# The issue register of a round: papers handed out, exchanged, taken back, found in the box and
# destroyed, and the box itself. A line that is wrong is struck out, and says why.
_ISSUE = """
CREATE TABLE ballot_issue (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES round (id),
    kind TEXT NOT NULL CHECK (kind IN
        ('box_sealed', 'handed', 'exchanged', 'taken_back', 'returned', 'destroyed')),
    papers INTEGER NOT NULL CHECK (papers >= 0),
    spoiled INTEGER NOT NULL CHECK (spoiled >= 0),
    unit TEXT NOT NULL CHECK (length(unit) <= 200),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    witness TEXT NOT NULL CHECK (length(witness) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 200),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    struck_at TEXT NOT NULL,
    struck_reason TEXT NOT NULL CHECK (length(struck_reason) <= 200)
) STRICT;
CREATE INDEX issue_of_round ON ballot_issue (round_id, id);
CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON ballot_issue
BEGIN SELECT RAISE(ABORT, 'a line of the issue register is never deleted'); END;
CREATE TRIGGER issue_is_struck_out_alone BEFORE UPDATE OF
    id, round_id, kind, papers, spoiled, unit, name, witness, note, at, actor ON ballot_issue
BEGIN SELECT RAISE(ABORT, 'a line of the issue register is never changed'); END;
"""

# What was missing when a round was opened all the same: the code and the figures of the finding.
# Who went on, and why, stands with the waivers of the round.
_CONDITIONS = """
CREATE TABLE unmet_condition (
    round_id INTEGER NOT NULL REFERENCES round (id),
    place INTEGER NOT NULL CHECK (place > 0),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 80),
    params TEXT NOT NULL CHECK (length(params) <= 20000),
    article TEXT NOT NULL CHECK (length(article) <= 200),
    PRIMARY KEY (round_id, place)
) STRICT, WITHOUT ROWID;
"""

_SECTIONS = (
    _DECISIONS,
    _COLUMNS,
    _DOUBTFUL,
    _CORRECTIONS,
    _MOTIONS,
    _PRINTS,
    _NOMINATIONS,
    _POLLS,
    _ISSUE,
    _CONDITIONS,
    SHARES,
)


def apply(db: Database) -> None:
    """Bring a file of version 4 to version 5 inside the caller's transaction."""
    for section in _SECTIONS:
        for statement in _statements(section):
            db.execute(statement)


def _statements(section: str) -> list[str]:
    """Return the statements of a section; a trigger ends with END."""
    found: list[str] = []
    for part in section.strip().split(";\n"):
        if found and found[-1].startswith("CREATE TRIGGER") and "END" not in found[-1]:
            found[-1] += f";\n{part.strip()}"
        elif part.strip(" ;\n"):
            found.append(part.strip().removesuffix(";"))
    return found
