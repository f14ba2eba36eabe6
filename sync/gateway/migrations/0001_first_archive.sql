-- The national archive. Everything that grows with records begins with post_id, so that it can be distributed
-- by post (README.md, "To many machines").

CREATE TABLE post (
    post_id text PRIMARY KEY CHECK (post_id <> ''),
    is_open boolean NOT NULL DEFAULT true,
    signing_key bytea CHECK (octet_length(signing_key) = 32),  -- Ed25519; null: it has not said it yet
    created_at timestamptz NOT NULL DEFAULT now()
);

-- The hash alone: who reads this table cannot sign in with it.
CREATE TABLE token (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    post_id text NOT NULL REFERENCES post,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- That a record is here, and which. A unique key across months cannot stand in a table that is divided by month.
CREATE TABLE record_identity (
    post_id text NOT NULL,
    instance_hash bytea NOT NULL CHECK (octet_length(instance_hash) = 16),
    content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
    batch_id bytea NOT NULL CHECK (octet_length(batch_id) = 16),  -- which brought it
    received_at timestamptz NOT NULL,                             -- leads to its partition
    PRIMARY KEY (post_id, instance_hash)
);

CREATE TABLE record (
    post_id text NOT NULL,
    instance_hash bytea NOT NULL,
    received_at timestamptz NOT NULL,
    instance_id text NOT NULL,
    form_id text NOT NULL,
    form_version text NOT NULL,
    submission_xml bytea COMPRESSION lz4 NOT NULL,  -- the very bytes
    PRIMARY KEY (post_id, instance_hash, received_at)
) PARTITION BY RANGE (received_at);

CREATE TABLE record_file (
    post_id text NOT NULL,
    instance_hash bytea NOT NULL,
    received_at timestamptz NOT NULL,
    place integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (post_id, instance_hash, received_at, place)
) PARTITION BY RANGE (received_at);
ALTER TABLE record_file ALTER COLUMN content SET STORAGE EXTERNAL;  -- pictures are packed already

-- What only headquarters' key opens, as it came.
CREATE TABLE sealed_batch (
    post_id text NOT NULL,
    batch_id bytea NOT NULL,
    received_at timestamptz NOT NULL,
    recipient bytea NOT NULL,  -- which of headquarters' keys
    frame bytea NOT NULL,
    PRIMARY KEY (post_id, batch_id, received_at)
) PARTITION BY RANGE (received_at);
ALTER TABLE sealed_batch ALTER COLUMN frame SET STORAGE EXTERNAL;

-- Where months were not made in time; stays empty otherwise.
CREATE TABLE record_other PARTITION OF record DEFAULT;
CREATE TABLE record_file_other PARTITION OF record_file DEFAULT;
CREATE TABLE sealed_batch_other PARTITION OF sealed_batch DEFAULT;

CREATE FUNCTION make_month(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    beginning timestamptz := date_trunc('month', day)::timestamp AT TIME ZONE 'UTC';
    ending timestamptz := (date_trunc('month', day) + interval '1 month')::timestamp AT TIME ZONE 'UTC';
BEGIN
    FOREACH parent IN ARRAY ARRAY['record', 'record_file', 'sealed_batch'] LOOP
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                       parent || to_char(day, '_YYYY_MM'), parent, beginning, ending);
    END LOOP;
END $$;

-- Other bytes under an instanceID that is taken: nothing that came is thrown away.
CREATE TABLE conflict_record (
    post_id text NOT NULL,
    instance_hash bytea NOT NULL,
    content_hash bytea NOT NULL,
    batch_id bytea NOT NULL,
    received_at timestamptz NOT NULL,
    instance_id text NOT NULL,
    form_id text NOT NULL,
    form_version text NOT NULL,
    submission_xml bytea COMPRESSION lz4 NOT NULL,
    PRIMARY KEY (post_id, instance_hash, content_hash)
);

CREATE TABLE batch (
    post_id text NOT NULL,
    batch_id bytea NOT NULL CHECK (octet_length(batch_id) = 16),
    store_id bytea NOT NULL CHECK (octet_length(store_id) = 16),
    generation bytea NOT NULL CHECK (octet_length(generation) = 16),
    sequence bigint NOT NULL,
    is_sealed boolean NOT NULL,
    checkpoint bytea,          -- signed head of the store's audit log
    instance_hashes bytea[] NOT NULL,  -- in the order of the batch
    content_hashes bytea[] NOT NULL,
    receipt bytea NOT NULL,    -- as it was answered, and will be
    received_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, batch_id)
);

-- How far each life of each store has come.
CREATE TABLE store_state (
    post_id text NOT NULL,
    store_id bytea NOT NULL,
    generation bytea NOT NULL,
    sequence bigint NOT NULL,
    batch_id bytea NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, store_id, generation)
) WITH (fillfactor = 50);

-- Frames on their way. Here and not in a file, so that any gateway of several can go on with them.
CREATE TABLE upload (
    post_id text NOT NULL,
    batch_id bytea NOT NULL CHECK (octet_length(batch_id) = 16),
    received bigint NOT NULL,
    touched_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, batch_id)
);

CREATE TABLE upload_piece (
    post_id text NOT NULL,
    batch_id bytea NOT NULL,
    beginning bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (post_id, batch_id, beginning),
    FOREIGN KEY (post_id, batch_id) REFERENCES upload ON DELETE CASCADE
);
ALTER TABLE upload_piece ALTER COLUMN content SET STORAGE EXTERNAL;

-- Forms against which batches are packed.
CREATE TABLE form (
    form_hash bytea PRIMARY KEY CHECK (octet_length(form_hash) = 16),
    post_id text NOT NULL,  -- which brought it
    xform bytea COMPRESSION lz4 NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX form_by_post ON form (post_id);
