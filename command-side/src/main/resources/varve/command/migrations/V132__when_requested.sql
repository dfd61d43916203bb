-- From when an attempt is reckoned, so that it can be given up.
alter table varve_command.inspection add column requested_at timestamptz not null default now();
