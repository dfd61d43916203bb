alter table varve_read.token add column kind text not null default 'personal';
