"""Version 5, the tables of voting by shares; m0005_elections_in_full makes them."""

from __future__ import annotations

# Voting by shares: the register of shares and who votes them; who was handed a ballot in a round
# and of how many shares, of how many there were in all. A ballot says how many shares it stands for
# and what it gives to whom; no column says whose it is: more of one weight than were handed out
# cannot be entered.
SHARES = """
CREATE TABLE share_holding (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    shares INTEGER NOT NULL CHECK (shares BETWEEN 1 AND 1000000000000),
    proxy_id INTEGER REFERENCES person (id) CHECK (proxy_id <> person_id),
    document TEXT NOT NULL CHECK (length(document) <= 200)
) STRICT;
CREATE TABLE share_issue (
    round_id INTEGER NOT NULL REFERENCES round (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    shares INTEGER NOT NULL CHECK (shares > 0),
    PRIMARY KEY (round_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE share_roll (
    round_id INTEGER PRIMARY KEY REFERENCES round (id),
    total INTEGER NOT NULL CHECK (total > 0)
) STRICT;
CREATE TABLE ballot_share (
    ballot_id INTEGER PRIMARY KEY REFERENCES ballot (id),
    shares INTEGER NOT NULL CHECK (shares > 0)
) STRICT;
CREATE TABLE ballot_vote (
    ballot_id INTEGER NOT NULL REFERENCES ballot (id),
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    votes INTEGER NOT NULL CHECK (votes > 0),
    PRIMARY KEY (ballot_id, candidate_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE round ADD COLUMN votes TEXT NOT NULL DEFAULT 'ballots'
    CHECK (votes IN ('ballots', 'shares'));
CREATE TRIGGER issue_is_frozen BEFORE UPDATE ON share_issue
BEGIN SELECT RAISE(ABORT, 'who was handed a ballot is frozen'); END;
CREATE TRIGGER issue_is_kept BEFORE DELETE ON share_issue
BEGIN SELECT RAISE(ABORT, 'who was handed a ballot is frozen'); END;
CREATE TRIGGER share_roll_is_frozen BEFORE UPDATE ON share_roll
BEGIN SELECT RAISE(ABORT, 'who was handed a ballot is frozen'); END;
CREATE TRIGGER ballot_share_is_never_changed BEFORE UPDATE ON ballot_share
BEGIN SELECT RAISE(ABORT, 'a ballot is never changed'); END;
CREATE TRIGGER ballot_share_is_never_deleted BEFORE DELETE ON ballot_share
BEGIN SELECT RAISE(ABORT, 'a ballot is never deleted'); END;
CREATE TRIGGER vote_is_never_changed BEFORE UPDATE ON ballot_vote
BEGIN SELECT RAISE(ABORT, 'a ballot is never changed'); END;
CREATE TRIGGER vote_is_never_deleted BEFORE DELETE ON ballot_vote
BEGIN SELECT RAISE(ABORT, 'a ballot is never deleted'); END;
CREATE TRIGGER vote_enters_an_open_round BEFORE INSERT ON ballot_vote
WHEN (SELECT round.state FROM ballot JOIN entry_pass ON entry_pass.id = pass_id
      JOIN bundle ON bundle.id = bundle_id JOIN round ON round.id = round_id
      WHERE ballot.id = NEW.ballot_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
"""
