-- What people sign in with, and where their credentials were used. In the vault, since it tells who
-- they are; erased with the person.
alter table varve_vault.person add column login text;
alter table varve_vault.person add column mail text;

create unique index person_login on varve_vault.person (lower(login));

create table varve_vault.password (
    owner uuid primary key,
    hash text not null,
    changed_at timestamptz not null
);

create table varve_vault.token_label (
    token uuid primary key,
    owner uuid not null,
    label text not null,
    client text not null,
    address text not null,
    allowed_from text[] not null default '{}',
    used_at timestamptz,
    used_from text
);

create index token_label_owner on varve_vault.token_label (owner);

create table varve_vault.invitation (
    sha256 text primary key,
    invited_by uuid not null,
    expires_at timestamptz not null
);

-- Wrong tries of the last days, by what they were tried on. Not derived from the log, and no loss.
create table varve_command.wrong_try (
    what text collate "C" not null,
    at timestamptz not null
);

create index wrong_try_what on varve_command.wrong_try (what, at);

-- What programs ask people to approve. Ends after minutes.
create table varve_command.authorization_request (
    id uuid primary key,
    code text not null unique,
    exchange_sha256 text not null unique,
    challenge text,
    permissions jsonb,
    expires_at timestamptz not null,
    decision text,
    decided_by uuid,
    decided_with text
);

create index authorization_request_end on varve_command.authorization_request (expires_at);
