-- A traveller whose records a court or an authority wants kept, for as long as the row stands; it stands even if the
-- officer's row is lost.
CREATE TABLE legal_hold (
    encounter BLOB NOT NULL CHECK (length(encounter) = 16),
    reference TEXT NOT NULL CHECK (reference <> ''),
    set_by    BLOB NOT NULL CHECK (length(set_by) = 16),
    set_at    TEXT NOT NULL,
    PRIMARY KEY (encounter, reference)
) STRICT, WITHOUT ROWID;

-- What stays of an erased record. To write the row is to erase the record: nothing else deletes a final one.
CREATE TABLE erasure (
    sequence       INTEGER PRIMARY KEY,  -- that of the record
    id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    instance_id    TEXT CHECK (instance_id <> ''),  -- NULL: it was a draft
    erased_at      TEXT NOT NULL,
    reason         TEXT NOT NULL CHECK (reason IN
        ('draft-term', 'record-term', 'person-request', 'court-order', 'authority-order')),
    receipt_at     TEXT,
    receipt_server TEXT,
    receipt_status INTEGER,
    CHECK ((receipt_at IS NULL) = (receipt_server IS NULL) AND (receipt_at IS NULL) = (receipt_status IS NULL))
) STRICT;

CREATE INDEX erasure_received ON erasure (receipt_status) WHERE receipt_at IS NOT NULL;
CREATE INDEX erasure_before_term ON erasure (erased_at) WHERE reason NOT IN ('draft-term', 'record-term');

-- The sums of what has been erased; a period is a shift's id or a day of the post's calendar.
CREATE TABLE erased_count (
    period TEXT NOT NULL CHECK (period <> ''),
    figure TEXT NOT NULL CHECK (figure IN ('line', 'decision-by-age', 'decision-by-advice', 'age-by-sex')),
    place  INTEGER NOT NULL CHECK (place >= 0),  -- row by row in the figure's table
    count  INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (period, figure, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_received ON outbox (receipt_at) WHERE receipt_at IS NOT NULL;

CREATE TRIGGER erasure_of_a_record BEFORE INSERT ON erasure
WHEN NOT EXISTS (SELECT 1 FROM screening s LEFT JOIN outbox o USING (sequence)
    WHERE s.sequence = new.sequence AND s.id = new.id AND s.instance_id IS new.instance_id
    AND o.receipt_at IS new.receipt_at)
BEGIN SELECT raise(ABORT, 'a tombstone names its record and keeps the receipt'); END;
CREATE TRIGGER erasure_not_under_hold BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM screening JOIN legal_hold USING (encounter) WHERE sequence = new.sequence)
BEGIN SELECT raise(ABORT, 'a record under legal hold is not erased'); END;
CREATE TRIGGER erasure_not_while_sending BEFORE INSERT ON erasure
WHEN (SELECT state FROM outbox WHERE sequence = new.sequence) = 'sending'
BEGIN SELECT raise(ABORT, 'a record that is being sent is not erased'); END;
CREATE TRIGGER erasure_by_term_after_receipt BEFORE INSERT ON erasure
WHEN new.reason = 'record-term' AND new.receipt_at IS NULL
BEGIN SELECT raise(ABORT, 'what the server has not acknowledged is not erased by term'); END;
CREATE TRIGGER erasure_of_a_draft BEFORE INSERT ON erasure
WHEN new.reason = 'draft-term' AND new.instance_id IS NOT NULL
BEGIN SELECT raise(ABORT, 'a final record is no draft'); END;

-- A table that holds more about a record refers to screening ON DELETE CASCADE, and goes with it; a test erases a record
-- and looks for what is left. Those named here are older than that rule.
CREATE TRIGGER erasure_erases AFTER INSERT ON erasure
BEGIN
    DELETE FROM submission_file WHERE sequence = new.sequence;
    DELETE FROM submission WHERE sequence = new.sequence;
    DELETE FROM indicator_hit WHERE sequence = new.sequence;
    DELETE FROM outbox WHERE sequence = new.sequence;
    DELETE FROM screening WHERE sequence = new.sequence;
END;
CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure
BEGIN SELECT raise(ABORT, 'a tombstone does not change'); END;
CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure
BEGIN SELECT raise(ABORT, 'a tombstone is not deleted'); END;
CREATE TRIGGER erased_count_grows BEFORE UPDATE ON erased_count
WHEN new.period <> old.period OR new.figure <> old.figure OR new.place <> old.place OR new.count <= old.count
BEGIN SELECT raise(ABORT, 'a count of erased records only grows'); END;
CREATE TRIGGER erased_count_is_kept BEFORE DELETE ON erased_count
BEGIN SELECT raise(ABORT, 'a count of erased records is not deleted'); END;

DROP TRIGGER screening_final_is_kept;
CREATE TRIGGER screening_final_is_kept BEFORE DELETE ON screening
WHEN old.finalised_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'a final screening is not deleted'); END;
DROP TRIGGER submission_is_kept;
CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'a submission is not deleted'); END;
DROP TRIGGER submission_file_is_kept;
CREATE TRIGGER submission_file_is_kept BEFORE DELETE ON submission_file
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'a file of a record is not deleted'); END;
DROP TRIGGER indicator_hit_is_kept;
CREATE TRIGGER indicator_hit_is_kept BEFORE DELETE ON indicator_hit
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'an indicator hit is not deleted'); END;
DROP TRIGGER outbox_is_kept;
CREATE TRIGGER outbox_is_kept BEFORE DELETE ON outbox
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'an outbox entry is not deleted'); END;
