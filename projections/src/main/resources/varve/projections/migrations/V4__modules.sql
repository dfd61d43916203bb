create table varve_read.module (
    name text collate "C" primary key,
    forge text not null,
    repository_id bigint not null,
    owner text not null,
    repository text not null,
    description text not null default '',
    stars bigint not null default 0,
    unlisted boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index module_repository on varve_read.module (forge, repository_id);
create index module_owner on varve_read.module (lower(owner));
create index module_stars on varve_read.module (stars desc, name) where not unlisted;

-- asked and published are positions in the log
create table varve_read.build (
    id text primary key,
    module text collate "C" not null,
    version text collate "C" not null,
    forge text not null,
    repository text not null,
    tag text not null,
    subdir text,
    status text not null,
    message text,
    commit text,
    files int,
    bytes bigint,
    meta_sha256 text,
    asked bigint not null,
    published bigint,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index build_asked on varve_read.build (asked desc);
create index build_published on varve_read.build (module, published desc)
    where published is not null;
create unique index build_under_way on varve_read.build (module, version) where status <> 'error';
