-- Derived from the log like all of varve_read.
create table varve_read.star (
    user_id uuid not null,
    name text collate "C" not null,
    primary key (user_id, name)
);

create table varve_read.team (
    scope text collate "C" not null,
    team text collate "C" not null,
    description text not null,
    primary key (scope, team)
);

create table varve_read.teammate (
    scope text collate "C" not null,
    team text collate "C" not null,
    user_id uuid not null,
    primary key (scope, team, user_id)
);

create index teammate_user on varve_read.teammate (user_id);

create table varve_read.team_package (
    scope text collate "C" not null,
    team text collate "C" not null,
    package text collate "C" not null,
    may_write boolean not null,
    primary key (scope, team, package)
);

create index team_package_package on varve_read.team_package (package);
