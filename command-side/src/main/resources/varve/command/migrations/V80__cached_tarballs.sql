-- What lies on the shelf only for the sake of speed. Lost rows mean objects that are never evicted.
create table varve_command.upstream_tarball (
    name text collate "C" not null,
    file text collate "C" not null,
    size bigint not null,
    wanted_at timestamptz not null,
    primary key (name, file)
);

create index upstream_tarball_wanted on varve_command.upstream_tarball (wanted_at);
