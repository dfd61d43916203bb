-- The other registry in which a dependency was found, when it was not found here.
alter table varve_read.dependency add column fallback text;
