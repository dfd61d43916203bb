-- People who were sent elsewhere to sign in and are not back yet. Not derived from the log, and no
-- great loss.
create table varve_command.journey (
    state text primary key,
    provider text not null,
    nonce text not null,
    verifier text not null,
    redirect text not null,
    owner uuid,
    expires_at timestamptz not null
);

create index journey_expires on varve_command.journey (expires_at);
