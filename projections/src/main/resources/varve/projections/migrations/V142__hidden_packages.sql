-- What is left out of totals is found without reading all packages.
create index package_hidden on varve_read.package (scope, name) where hidden;
