-- Packuments name those who like a package.
create index star_name on varve_read.star (name, user_id);
