-- What a request caused, for those who ask on whose behalf the registry acted.
create index audit_correlation on varve_read.audit (correlation);

create index audit_credential on varve_read.audit (credential, at) where credential is not null;
create index audit_event on varve_read.audit (event, position);
