create table varve_read.ticket (
    id         uuid primary key,
    kind       text not null,
    creator    uuid not null,
    closed     boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index ticket_creator on varve_read.ticket (creator, created_at desc);

-- Messages, and when it was closed or opened again.
create table varve_read.ticket_happening (
    ticket   uuid not null,
    position bigint not null,
    message  uuid,
    closed   boolean,
    by_user  uuid not null,
    at       timestamptz not null,
    primary key (ticket, position)
);
