-- What is still to be handed on to an OpenRosa server, where the gateway does that. A row goes when the server has the
-- record; it stays, with the server's status, when the server will not take it.
CREATE TABLE forward (
    post_id text NOT NULL,
    instance_hash bytea NOT NULL,
    received_at timestamptz NOT NULL,  -- leads to the record
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT now(),
    refused_status integer,
    PRIMARY KEY (post_id, instance_hash)
);
CREATE INDEX forward_by_due ON forward (due_at) WHERE refused_status IS NULL;
