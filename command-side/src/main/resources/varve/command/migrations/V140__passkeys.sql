-- Passkeys: what authenticators know them by, and their public keys. In the vault: erased with the
-- person.
create table varve_vault.passkey (
    id              uuid primary key,
    owner           uuid not null,
    credential_id   bytea not null unique,
    public_key      bytea not null,
    counter         bigint not null,
    backup_eligible boolean not null,
    name            text not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);

create index passkey_owner on varve_vault.passkey (owner);

-- What authenticators are asked to sign. Not derived from the log, gone after minutes, and no great
-- loss. With an owner: whoever adds a passkey and has shown that they may.
create table varve_command.passkey_challenge (
    browser_sha256 text primary key,
    challenge      bytea not null,
    owner          uuid,
    expires_at     timestamptz not null
);

create index passkey_challenge_expires on varve_command.passkey_challenge (expires_at);
