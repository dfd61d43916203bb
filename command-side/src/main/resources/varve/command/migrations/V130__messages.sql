-- What people are told of what happened to them. It waits here until it is mailed or dismissed.
create table varve_vault.message (
    id uuid primary key,
    owner uuid not null,
    subject text not null,
    text text not null,
    at timestamptz not null,
    tries int not null default 0,
    due timestamptz not null default now(),
    leased_until timestamptz not null default '-infinity'
);

create index message_owner on varve_vault.message (owner, at);
create index message_due on varve_vault.message (due);

-- From which networks people have signed in.
create table varve_vault.place (
    owner uuid not null,
    network text not null,
    primary key (owner, network)
);
