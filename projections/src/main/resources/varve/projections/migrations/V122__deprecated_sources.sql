-- What installers of sources are told, by whoever uses npm for it. Derived from the log.
alter table varve_read.version add column deprecated text not null default '';
