-- Followers read what happened to packages in the order in which it happened.
create index audit_package_position on varve_read.audit (position)
    where package is not null and scope is not null;
