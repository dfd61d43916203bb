-- Derived from the log like all of varve_read.
create table varve_read.advisory (
    id text collate "C" not null,
    name text collate "C" not null,
    osv jsonb not null,
    primary key (name, id)
);

create index advisory_id on varve_read.advisory (id);
