-- What a request caused, for those who ask on whose behalf the registry acted.
create index audit_correlation on varve_read.audit (correlation);
