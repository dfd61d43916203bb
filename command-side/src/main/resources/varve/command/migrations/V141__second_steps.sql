-- People who have come back from signing in elsewhere and have yet to show a second factor. Not
-- derived from the log, gone after minutes, and no great loss.
create table varve_command.second_step (
    browser_sha256 text primary key,
    owner          uuid not null,
    redirect       text not null,
    expires_at     timestamptz not null
);

create index second_step_expires on varve_command.second_step (expires_at);
