-- The tags nobody has fetched yet. Derived from the log: may be dropped and replayed.
create table varve_command.build (
    id text primary key,
    version text not null,
    forge text not null,
    repository_id bigint not null,
    repository text not null,
    tag text not null,
    subdir text,
    asked_at timestamptz not null,
    correlation text not null,
    tries int not null default 0,
    due timestamptz not null default now(),
    leased_until timestamptz not null default '-infinity'
);

create index build_due on varve_command.build (due);
