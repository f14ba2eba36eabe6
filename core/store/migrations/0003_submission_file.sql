-- Files that go to the server with a record, frozen with it like its XML.
CREATE TABLE submission_file (
    sequence INTEGER NOT NULL REFERENCES submission (sequence) ON DELETE CASCADE,
    name     TEXT NOT NULL CHECK (name <> ''),
    content  BLOB NOT NULL,
    PRIMARY KEY (sequence, name)
) STRICT;
CREATE TRIGGER submission_file_stays BEFORE UPDATE ON submission_file
BEGIN SELECT raise(ABORT, 'a file of a record does not change'); END;
CREATE TRIGGER submission_file_is_kept BEFORE DELETE ON submission_file
BEGIN SELECT raise(ABORT, 'a file of a record is not deleted'); END;
