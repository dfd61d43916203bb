-- Which publications have yet to be told to whom.
create table varve_command.notice (
    id           uuid primary key,
    notice       text not null,
    position     bigint not null,
    deed         text not null,
    name         text not null,
    version      text not null,
    actor        text not null,
    tries        int not null default 0,
    due          timestamptz not null default now(),
    leased_until timestamptz not null default '-infinity',
    unique (notice, position)
);

create index notice_due on varve_command.notice (due);
