-- Nodes that remember what is private, and how far each has heard, so that whoever closes something
-- is answered when it is closed everywhere. A row is a node's own; nothing is computed from it.
create schema if not exists varve_node;

create table varve_node.reader (
    node     uuid primary key,
    position bigint not null,
    seen     timestamptz not null
);
