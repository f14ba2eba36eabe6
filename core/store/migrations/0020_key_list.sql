-- Headquarters' lists of keys as they were signed, so that a relay hands them on to its lanes. Each is signed with a key of the
-- one before: whoever missed some needs all of them, one after the other. They begin anew where a key is handed over by hand.
CREATE TABLE package_key_list (
    version  INTEGER PRIMARY KEY CHECK (version > 0),
    taken_at TEXT NOT NULL,
    bytes    BLOB NOT NULL
) STRICT;
CREATE TRIGGER package_key_list_stays BEFORE UPDATE ON package_key_list
BEGIN SELECT raise(ABORT, 'a signed list of keys does not change'); END;
