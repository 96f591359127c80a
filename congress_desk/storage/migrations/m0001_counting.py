"""Version 1: congress, register, elections, rounds, bundles, passes, ballots, journal."""

from __future__ import annotations

from sqlite_utils import Database

_TABLES = """
CREATE TABLE congress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
    superior TEXT NOT NULL,
    body TEXT NOT NULL,
    ordinal TEXT NOT NULL,
    term TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('delegates', 'party_members', 'members')),
    place TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('rehearsal', 'preparing', 'in_session', 'closed')),
    rules TEXT NOT NULL
) STRICT;
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    born TEXT NOT NULL,
    gender TEXT NOT NULL,
    ethnic TEXT NOT NULL,
    religion TEXT NOT NULL,
    delegation TEXT NOT NULL,
    position TEXT NOT NULL,
    joined TEXT NOT NULL,
    degree TEXT NOT NULL,
    theory TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('official', 'alternate', 'ex_officio', 'appointed', 'guest', 'probationary')),
    status TEXT NOT NULL CHECK (status IN
        ('present', 'absent', 'absent_throughout_excused', 'absent_throughout_committee',
         'absent_throughout_no_alternate', 'replaced', 'elsewhere', 'exempt_not_present',
         'suspended')),
    note TEXT NOT NULL
) STRICT;
CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    session TEXT NOT NULL,
    day TEXT NOT NULL,
    time TEXT NOT NULL,
    minutes INTEGER CHECK (minutes >= 0),
    content TEXT NOT NULL,
    executor TEXT NOT NULL
) STRICT;
CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    organ TEXT NOT NULL CHECK (organ IN
        ('presidium', 'secretariat', 'credentials', 'counting_board')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    title TEXT NOT NULL,
    duty TEXT NOT NULL
) STRICT;
CREATE TABLE election (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    seats INTEGER NOT NULL CHECK (seats > 0),
    frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
    surplus_reason TEXT NOT NULL
) STRICT;
CREATE TABLE candidate (
    id INTEGER PRIMARY KEY,
    election_id INTEGER NOT NULL REFERENCES election (id),
    place INTEGER NOT NULL,
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    born TEXT NOT NULL,
    gender TEXT NOT NULL,
    role TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX candidate_of_election ON candidate (election_id, place);
CREATE TABLE round (
    id INTEGER PRIMARY KEY,
    election_id INTEGER NOT NULL REFERENCES election (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('first', 'again', 'tie')),
    state TEXT NOT NULL CHECK (state IN ('counting', 'declared', 'cancelled')),
    seats INTEGER NOT NULL CHECK (seats > 0),
    mode TEXT NOT NULL CHECK (mode IN ('strike', 'tick')),
    convened INTEGER NOT NULL CHECK (convened > 0),
    present INTEGER CHECK (present >= 0),
    issued INTEGER CHECK (issued >= 0),
    returned INTEGER CHECK (returned >= 0),
    base_note TEXT NOT NULL,
    surplus_reason TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    cancel_reason TEXT NOT NULL,
    result TEXT NOT NULL,
    UNIQUE (election_id, number)
) STRICT;
CREATE UNIQUE INDEX one_round_counting ON round (election_id) WHERE state = 'counting';
CREATE TABLE round_candidate (
    round_id INTEGER NOT NULL REFERENCES round (id),
    place INTEGER NOT NULL CHECK (place > 0),
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    PRIMARY KEY (round_id, place),
    UNIQUE (round_id, candidate_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES round (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('ballots', 'totals')),
    expected INTEGER CHECK (expected >= 0),
    UNIQUE (round_id, number)
) STRICT;
CREATE TABLE entry_pass (
    id INTEGER PRIMARY KEY,
    bundle_id INTEGER NOT NULL REFERENCES bundle (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
    UNIQUE (bundle_id, number)
) STRICT;
CREATE TABLE ballot (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 64),
    pass_id INTEGER NOT NULL REFERENCES entry_pass (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    state TEXT NOT NULL CHECK (state IN ('counted', 'replaced', 'withdrawn')),
    replaces INTEGER REFERENCES ballot (id),
    origin INTEGER REFERENCES ballot (id),
    board_reason TEXT NOT NULL CHECK (board_reason IN
        ('', 'not_issued', 'outsider', 'signed', 'extra_writing', 'other')),
    board_text TEXT NOT NULL CHECK (length(board_text) <= 500),
    operator TEXT NOT NULL,
    entered_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_ballot_in_place ON ballot (pass_id, sequence) WHERE state = 'counted';
CREATE TABLE ballot_mark (
    ballot_id INTEGER NOT NULL REFERENCES ballot (id),
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    mark TEXT NOT NULL CHECK (mark IN ('struck', 'both', 'blank')),
    PRIMARY KEY (ballot_id, candidate_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle_total (
    pass_id INTEGER NOT NULL REFERENCES entry_pass (id),
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    agree INTEGER NOT NULL CHECK (agree >= 0),
    disagree INTEGER NOT NULL CHECK (disagree >= 0),
    uncounted INTEGER NOT NULL CHECK (uncounted >= 0),
    PRIMARY KEY (pass_id, candidate_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle_count (
    pass_id INTEGER NOT NULL REFERENCES entry_pass (id),
    counted TEXT NOT NULL CHECK (counted IN
        ('kept', 'not_issued', 'outsider', 'signed', 'extra_writing', 'other', 'overvote',
         'no_choice', 'unclear_choice')),
    names_kept INTEGER NOT NULL CHECK (names_kept >= 0),
    ballots INTEGER NOT NULL CHECK (ballots >= 0),
    PRIMARY KEY (pass_id, counted, names_kept)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiver (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES round (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    at TEXT NOT NULL,
    UNIQUE (round_id, code)
) STRICT;
CREATE TABLE confirmation (
    round_id INTEGER NOT NULL REFERENCES round (id),
    place INTEGER NOT NULL CHECK (place IN (1, 2)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    PRIMARY KEY (round_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    act_id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    about TEXT NOT NULL,
    undoes INTEGER REFERENCES journal (seq),
    changes TEXT NOT NULL,
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
"""

_TRIGGERS = """
CREATE TRIGGER journal_is_append_only_on_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_on_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_follows_its_last_line BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
  OR NEW.previous <> coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1),
     '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER ballot_is_never_deleted BEFORE DELETE ON ballot
BEGIN SELECT RAISE(ABORT, 'a ballot is never deleted'); END;
CREATE TRIGGER ballot_enters_an_open_round BEFORE INSERT ON ballot
WHEN (SELECT round.state FROM entry_pass JOIN bundle ON bundle.id = bundle_id
      JOIN round ON round.id = round_id WHERE entry_pass.id = NEW.pass_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER ballot_changes_in_an_open_round BEFORE UPDATE ON ballot
WHEN (SELECT round.state FROM entry_pass JOIN bundle ON bundle.id = bundle_id
      JOIN round ON round.id = round_id WHERE entry_pass.id = OLD.pass_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER ballot_changes_its_state_alone BEFORE UPDATE OF
    id, uid, pass_id, sequence, replaces, origin, board_reason, board_text, operator, entered_at
    ON ballot
BEGIN SELECT RAISE(ABORT, 'a ballot is never changed'); END;
CREATE TRIGGER mark_enters_an_open_round BEFORE INSERT ON ballot_mark
WHEN (SELECT round.state FROM ballot JOIN entry_pass ON entry_pass.id = pass_id
      JOIN bundle ON bundle.id = bundle_id JOIN round ON round.id = round_id
      WHERE ballot.id = NEW.ballot_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON ballot_mark
BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END;
CREATE TRIGGER mark_is_never_deleted BEFORE DELETE ON ballot_mark
BEGIN SELECT RAISE(ABORT, 'a mark is never deleted'); END;
CREATE TRIGGER round_is_sealed BEFORE UPDATE ON round WHEN OLD.state <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER round_is_never_deleted BEFORE DELETE ON round
BEGIN SELECT RAISE(ABORT, 'a round is never deleted'); END;
"""


def apply(db: Database) -> None:
    """Create every table, index and trigger of version 1 inside the caller's transaction."""
    for statement in _statements(_TABLES, ";\n") + _statements(_TRIGGERS, "END;\n"):
        db.execute(statement)


def _statements(script: str, end: str) -> list[str]:
    closing = end.strip().removesuffix(";")
    return [part.strip() + closing for part in script.split(end) if part.strip()]
