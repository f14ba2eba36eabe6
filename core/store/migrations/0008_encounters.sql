-- By what earlier encounters are found again: keyed hashes, which without the index key tell nothing (encounter_index.h).
-- kind: 1 document, 2 name and birth date, 3 phone, 4 address, 5 employer, 6 vehicle, 7 companion, 8 minor.
CREATE TABLE encounter_key (
    value    BLOB NOT NULL CHECK (length(value) = 16),
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
    sequence INTEGER NOT NULL REFERENCES screening (sequence) ON DELETE CASCADE,
    PRIMARY KEY (value, kind, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX encounter_key_screening ON encounter_key (sequence, kind);

-- How many look-ups each officer has made since when, so that starting the program anew gives no more of them.
CREATE TABLE encounter_allowance (
    officer      BLOB PRIMARY KEY REFERENCES officer (id),
    used         INTEGER NOT NULL CHECK (used > 0),
    since        TEXT NOT NULL,
    monotonic_ms INTEGER NOT NULL,
    boot         BLOB NOT NULL
) STRICT, WITHOUT ROWID;
