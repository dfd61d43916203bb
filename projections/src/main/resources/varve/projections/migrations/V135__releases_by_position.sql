-- Which fact changed a version last, so that of many only those that changed are read again.
alter table varve_read.npm_version add column position bigint not null default 0;

create index npm_version_position on varve_read.npm_version (scope, name, position);
