-- With which key the post signs what it seals for headquarters: one for as long as the post lives, since a server takes the
-- first that it is shown and no other, through changes of the store's key and restores alike. The secret half lies here as
-- the officers' own keys do, in a database that is encrypted as a whole.
CREATE TABLE sealing_key (
    number     INTEGER PRIMARY KEY CHECK (number = 1),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    seed       BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;
CREATE TRIGGER sealing_key_stays BEFORE UPDATE ON sealing_key
BEGIN SELECT raise(ABORT, 'the sealing key does not change'); END;
CREATE TRIGGER sealing_key_is_kept BEFORE DELETE ON sealing_key
BEGIN SELECT raise(ABORT, 'the sealing key is not deleted'); END;
