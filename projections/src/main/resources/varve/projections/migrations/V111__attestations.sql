-- What is attested of versions, by the attempt that brought it. Derived from the log.
create table varve_read.attestation (
    attempt        uuid primary key,
    scope          text collate "C" not null,
    name           text collate "C" not null,
    version        text collate "C" not null,
    published      boolean not null default false,
    predicate_type text not null,
    issuer         text not null,
    identity       text not null,
    repository     text not null,
    source_commit  text not null,
    log_index      bigint not null,
    logged_at      timestamptz not null
);

create unique index attestation_version
    on varve_read.attestation (scope, name, version) where published;
