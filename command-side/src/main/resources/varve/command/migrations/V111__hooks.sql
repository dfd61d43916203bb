-- Webhooks. Their addresses may hold secrets, too. In the vault: erased with the person.
create table varve_vault.hook (
    id          uuid primary key,
    owner       uuid not null,
    kind        text not null,
    about       text not null,
    target      uuid,
    endpoint    text not null,
    secret      text not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    -- no fact up to here is told (again), even when the log is read anew
    seen        bigint not null default 0,
    last_at     timestamptz,
    last_status int
);

create index hook_owner on varve_vault.hook (owner);
create index hook_about on varve_vault.hook (about);

-- What is to be told, and was not yet.
create table varve_command.hook_delivery (
    id           uuid primary key,
    hook         uuid not null,
    position     bigint not null,
    event        text not null,
    subject      text not null,
    change       text not null,
    at           timestamptz not null,
    tries        int not null default 0,
    due          timestamptz not null default now(),
    leased_until timestamptz not null default '-infinity'
);

create index hook_delivery_due on varve_command.hook_delivery (due);
create index hook_delivery_hook on varve_command.hook_delivery (hook);

-- How telling it went, the last hundred times of each webhook.
create table varve_command.hook_attempt (
    id       bigint generated always as identity primary key,
    hook     uuid not null,
    delivery uuid not null,
    position bigint not null,
    event    text not null,
    subject  text not null,
    at       timestamptz not null,
    try      int not null,
    status   int,
    trouble  text not null,
    millis   int not null,
    more     boolean not null
);

create index hook_attempt_hook on varve_command.hook_attempt (hook, id);
