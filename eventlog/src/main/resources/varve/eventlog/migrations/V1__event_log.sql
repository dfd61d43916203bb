-- The log. One row per fact. Positions have no gaps and follow the order of commits, because the
-- row lock on es_head is held from the moment a position is given until it is committed.
create table es_event (
    pos      bigint primary key,
    stream   text collate "C" not null,
    seq      bigint not null,
    kind     text not null,
    event_id text collate "C" not null unique,
    at       bigint not null, -- microseconds since 1970-01-01T00:00:00Z
    type     text not null,
    revision text not null,
    meta     bytea not null,  -- exact bytes: hashes over them must verify
    payload  bytea not null,
    unique (stream, seq)
);

-- The position of the last fact, in one row that every append updates: room is left on its page, so
-- that updates stay there.
create table es_head (
    one boolean primary key default true check (one),
    pos bigint not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

insert into es_head (pos) values (0);

-- The state of a stream at some fact. May be deleted at any time.
create table es_snapshot (
    stream   text collate "C" primary key,
    seq      bigint not null,
    kind     text not null,
    event_id text not null,
    at       bigint not null,
    type     text not null,
    revision text not null,
    meta     bytea not null,
    payload  bytea not null
);

-- Axon's JdbcTokenStore: how far each projection has read, and which node reads.
create table token (
    processor_name text not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
) with (fillfactor = 50);

-- Axon's JdbcSequencedDeadLetterQueue: facts a projection could not take in, by stream.
create table dead_letter (
    dead_letter_id       text primary key,
    processing_group     text not null,
    sequence_identifier  text collate "C" not null,
    sequence_index       bigint not null,
    message_type         text not null,
    event_identifier     text not null,
    time_stamp           text not null,
    payload_type         text not null,
    payload_revision     text,
    payload              bytea not null,
    meta_data            bytea,
    aggregate_type       text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text not null,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);
