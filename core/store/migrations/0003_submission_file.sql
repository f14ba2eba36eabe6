-- Files that go to the server with a record, frozen with it like its XML.
CREATE TABLE submission_file (
    sequence INTEGER NOT NULL REFERENCES submission (sequence) ON DELETE CASCADE,
    name     TEXT NOT NULL CHECK (name <> ''),
    content  BLOB NOT NULL,
    PRIMARY KEY (sequence, name)
) STRICT;
