-- Versions that wait for approval, and those that somebody decided about. Derived from the log.
create table varve_read.stage (
    id         uuid primary key,
    scope      text collate "C" not null,
    package    text collate "C" not null,
    version    text collate "C" not null,
    tag        text not null,
    actor      text not null,
    shasum     text not null,
    status     text not null,
    created_at timestamptz not null
);

create index stage_scope on varve_read.stage (scope) where status = 'pending';
