-- Derived from the log like all of varve_read.
create table varve_read.download (
    name text collate "C" not null,
    version text collate "C" not null,
    day date not null,
    times bigint not null,
    primary key (name, day, version)
);

create index download_day on varve_read.download (day);
