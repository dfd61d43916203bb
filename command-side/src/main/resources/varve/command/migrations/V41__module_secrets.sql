-- What single modules' webhooks must be signed with. Never in the log: this is the only copy.
create table varve_vault.module_secret (
    module text primary key,
    secret text not null
);
