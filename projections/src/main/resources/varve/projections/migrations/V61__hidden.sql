-- Whether a package is shown to those only who may know of it: it is private, or its scope is.
alter table varve_read.package add column hidden boolean not null default false;
