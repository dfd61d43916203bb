package varve.command.account;

import varve.contract.account.SignUpPolicy;

/// What the operator has decided about accounts.
///
/// @param secureCookies whether browsers reach the registry over TLS
public record PeoplePolicy(SignUpPolicy signUp, LeakedPasswords leaked, boolean secureCookies) {}
