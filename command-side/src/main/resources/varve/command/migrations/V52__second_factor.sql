-- Authenticators, and the codes for whoever has lost theirs. In the vault: erased with the person.
create table varve_vault.authenticator (
    owner        uuid primary key,
    secret       bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

create table varve_vault.recovery_code (
    owner  uuid not null,
    sha256 text not null,
    primary key (owner, sha256)
);
