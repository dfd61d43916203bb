-- How far the transparency log has been built. Origin and key are kept when it is built anew: the
-- world knows the log by them.
create schema if not exists varve_tlog;

create table varve_tlog.tree (
    one    boolean primary key default true check (one),
    origin text not null,
    key    text not null,
    size   bigint not null,
    root   text not null
);

-- What is private, as far as the log is built: `@scope` or `@scope/name`.
create table varve_tlog.hidden (
    name text collate "C" primary key
);
