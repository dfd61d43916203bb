-- Who somebody is elsewhere, by the other site's own number.
create table varve_vault.identity (
    provider text not null,
    subject text not null,
    owner uuid not null,
    linked_at timestamptz not null,
    primary key (provider, subject)
);

create index identity_owner on varve_vault.identity (owner);

-- Identity tokens of jobs that were used, and for what. Nothing older than they can be is needed.
create table varve_command.used_identity (
    credential text not null,
    purpose text not null,
    used_at timestamptz not null,
    primary key (credential, purpose)
);

create index used_identity_end on varve_command.used_identity (used_at);

-- To whom a repository belonged when a job of it published for the first time.
create table varve_command.pinned_owner (
    provider text not null,
    repository_id text not null,
    owner_id text not null,
    primary key (provider, repository_id)
);
