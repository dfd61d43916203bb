-- What the code of published modules imports from elsewhere; package and version are what the
-- address says they are.
create table varve_read.module_import (
    module text collate "C" not null,
    version text collate "C" not null,
    address text collate "C" not null,
    source text collate "C" not null,
    package text collate "C" not null,
    package_version text collate "C",
    primary key (module, version, address)
);

create index module_import_package on varve_read.module_import (source, package);
