-- Work that comes round again. Not derived from the log: losing it means doing some of it once more.
create table varve_command.chore (
    name text primary key,
    ended_at timestamptz,
    outcome text,
    tries int not null default 0,
    due timestamptz not null,
    leased_until timestamptz not null default '-infinity'
);
