-- Derived from the log like all of varve_read.
create table varve_read.upstream_tarball (
    position bigint primary key,
    name text collate "C" not null,
    version text collate "C" not null,
    uplink text not null,
    address text not null,
    integrity text not null,
    size bigint not null,
    entered_at timestamptz not null
);

create index upstream_tarball_name on varve_read.upstream_tarball (name, version);
create index upstream_tarball_at on varve_read.upstream_tarball (entered_at);
