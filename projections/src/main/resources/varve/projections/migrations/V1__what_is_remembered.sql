-- All of this is derived from the log: it may be dropped and replayed at any time.
create schema if not exists varve_read;

create table varve_read.account (
    id uuid primary key,
    staff boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table varve_read.token (
    id uuid primary key,
    owner uuid not null,
    sha256 text not null unique,
    permissions jsonb,
    expires_at timestamptz,
    created_at timestamptz not null
);

create index token_owner on varve_read.token (owner);

create table varve_read.scope (
    name text collate "C" primary key,
    description text not null,
    creator uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table varve_read.member (
    scope text collate "C" not null,
    user_id uuid not null,
    is_admin boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (scope, user_id)
);

create index member_user on varve_read.member (user_id);

create table varve_read.package (
    scope text collate "C" not null,
    name text collate "C" not null,
    description text not null,
    latest text,
    version_count int not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (scope, name)
);

create index package_name on varve_read.package (name text_pattern_ops);
create index package_scope on varve_read.package (scope text_pattern_ops);

create table varve_read.version (
    scope text collate "C" not null,
    name text collate "C" not null,
    version text collate "C" not null,
    yanked boolean not null,
    uses_npm boolean not null,
    license text,
    readme text,
    exports jsonb not null,
    meta_sha256 text not null,
    files int not null,
    bytes bigint not null,
    npm_revision int not null,
    npm_sha1 text not null,
    npm_sha512 text not null,
    npm_size bigint not null,
    npm_package_json text not null,
    publisher text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (scope, name, version)
);

create table varve_read.dependency (
    scope text collate "C" not null,
    name text collate "C" not null,
    version text collate "C" not null,
    place int not null,
    registry text not null,
    dependency text collate "C" not null,
    range text not null,
    path text not null,
    primary key (scope, name, version, place)
);

create index dependency_of on varve_read.dependency (registry, dependency);

create table varve_read.attempt (
    id uuid primary key,
    scope text collate "C" not null,
    name text collate "C" not null,
    version text collate "C" not null,
    status text not null,
    code text,
    message text,
    requester text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index attempt_package on varve_read.attempt (scope, name, created_at desc);
create index attempt_unlisted on varve_read.attempt (scope, name) where status = 'processed';

create table varve_read.audit (
    position bigint primary key,
    at timestamptz not null,
    event text not null,
    stream text not null,
    scope text,
    package text,
    actor text not null,
    credential text,
    command text not null,
    command_id text not null,
    correlation text not null,
    causation text not null,
    client text not null,
    payload jsonb not null
);

create index audit_scope on varve_read.audit (scope, position) where scope is not null;
create index audit_package on varve_read.audit (package, position) where package is not null;
create index audit_actor on varve_read.audit (actor, position);
create index audit_at on varve_read.audit (at);
