-- Derived from the log: may be dropped and replayed at any time.
create table varve_read.merit (
    scope text collate "C" not null,
    name text collate "C" not null,
    version text collate "C" not null,
    merits jsonb not null,
    primary key (scope, name, version)
);
