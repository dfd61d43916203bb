-- Whether anything that somebody shows is still taken.
alter table varve_read.account add column blocked boolean not null default false;
