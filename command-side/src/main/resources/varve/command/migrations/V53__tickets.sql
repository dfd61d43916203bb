-- What people wrote to staff and what staff answered. In the vault: erased with whoever wrote it.
create table varve_vault.ticket_message (
    id    uuid primary key,
    owner uuid not null,
    text  text not null
);

create table varve_vault.ticket_meta (
    ticket uuid primary key,
    owner  uuid not null,
    meta   jsonb not null
);
