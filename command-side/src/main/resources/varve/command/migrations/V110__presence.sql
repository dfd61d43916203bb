-- Whether the second factor is asked for with each change on the npm host, besides signing in.
alter table varve_vault.authenticator add column guards_writes boolean not null default false;

-- Made for machines: no second factor is asked for with it.
alter table varve_vault.token_label add column unguarded boolean not null default false;

-- Somebody is asked in a browser to show that they are there. Gone after minutes; not derived.
create table varve_vault.presence_request (
    exchange_sha256 text primary key,
    code            text not null unique,
    owner           uuid not null,
    confirmed       boolean not null default false,
    expires_at      timestamptz not null
);

-- What somebody showed a moment ago, good again for clients that do one thing in several requests.
create table varve_vault.presence (
    owner      uuid not null,
    sha256     text not null,
    credential text not null,
    ends_at    timestamptz not null,
    primary key (owner, sha256, credential)
);
