-- What the program made of an installed form, so that it need not be read again at each start. A cache: any row may be
-- deleted, and one that another version of the program wrote is replaced.
CREATE TABLE compiled_form (
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (form_id, version),
    FOREIGN KEY (form_id, version) REFERENCES form (form_id, version) ON DELETE CASCADE
) STRICT;
