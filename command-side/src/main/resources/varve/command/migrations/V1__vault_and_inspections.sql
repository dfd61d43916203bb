-- Personal data, beside the log and erasable. Never rebuilt: this is the only copy.
create schema if not exists varve_vault;

create table varve_vault.person (
    id uuid primary key,
    name text not null
);

-- The uploads nobody has judged yet. Derived from the log: may be dropped and replayed.
create schema if not exists varve_command;

create table varve_command.inspection (
    attempt uuid primary key,
    version text not null,
    config text not null,
    correlation text not null,
    tries int not null default 0,
    due timestamptz not null default now(),
    leased_until timestamptz not null default '-infinity'
);

create index inspection_due on varve_command.inspection (due);
