-- Derived from the log like all of varve_read.
alter table varve_read.package
    add column kind text not null default 'source',
    add column revision bigint not null default 0;

create table varve_read.npm_version (
    scope text collate "C" not null,
    name text collate "C" not null,
    version text collate "C" not null,
    yanked boolean not null,
    tombstoned boolean not null,
    deprecated text not null,
    sha1 text not null,
    sha512 text not null,
    size bigint not null,
    files int not null,
    unpacked_size bigint not null,
    install_script boolean not null,
    manifest text not null,
    publisher text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (scope, name, version)
);

create table varve_read.dist_tag (
    scope text collate "C" not null,
    name text collate "C" not null,
    tag text collate "C" not null,
    version text collate "C" not null,
    primary key (scope, name, tag)
);
