-- Derived from the log like all of varve_read.
create table varve_read.trusted_publisher (
    scope text collate "C" not null,
    name text collate "C" not null,
    id text not null,
    provider text not null,
    repository text not null,
    file text not null,
    environment text,
    publishes boolean not null,
    stages boolean not null,
    place bigint not null,
    primary key (scope, name, id)
);

-- What was settled about owners of modules, and words of which no module's name is made.
create table varve_read.owner_terms (
    owner text primary key,
    max_modules int,
    max_total_size bigint,
    blocked boolean not null
);

create table varve_read.forbidden_word (word text primary key, place int not null);
