-- Derived from the log like all of varve_read.
alter table varve_read.scope
    add column skeleton text not null default '',
    add column owner uuid,
    add column ci_required boolean not null default false,
    add column ci_actor_verified boolean not null default true,
    add column private boolean not null default false,
    add column package_limit int,
    add column weekly_package_limit int,
    add column weekly_attempt_limit int,
    add column looks_like text;

create index scope_skeleton on varve_read.scope (skeleton);
create index scope_owner on varve_read.scope (owner);

alter table varve_read.member add column role text not null default 'member';

create table varve_read.invite (
    scope text collate "C" not null,
    user_id uuid not null,
    invited_by uuid not null,
    role text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (scope, user_id)
);

create index invite_user on varve_read.invite (user_id);

create table varve_read.scope_limit (
    user_id uuid primary key,
    scopes int not null
);

alter table varve_read.package
    add column repository_owner text,
    add column repository_name text,
    add column repository_id bigint,
    add column repository_at timestamptz,
    add column runtime_compat jsonb not null default '{}',
    add column readme_source text not null default 'readme',
    add column archived boolean not null default false,
    add column featured_at timestamptz,
    add column private boolean not null default false,
    add column moved_to text;

create index package_featured on varve_read.package (featured_at desc)
    where featured_at is not null;
create index package_repository on varve_read.package (repository_id)
    where repository_id is not null;
create index attempt_scope on varve_read.attempt (scope, created_at);
