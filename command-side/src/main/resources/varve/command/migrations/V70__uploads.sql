-- Uploads on the shelf, each written down before it is laid there, so that none is forgotten. A row
-- outlives its attempt for as long as the attempt can be made again.
create table varve_command.upload (
    attempt uuid primary key,
    version text not null,
    config text not null,
    sha256 text not null,
    size bigint not null,
    arrived timestamptz not null default now()
);

create index upload_arrived on varve_command.upload (arrived);
