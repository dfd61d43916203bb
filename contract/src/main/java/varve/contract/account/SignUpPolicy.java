package varve.contract.account;

/// Who may make themselves an account.
public enum SignUpPolicy {
    /// Everybody.
    OPEN,
    /// Whoever brings an invitation.
    INVITE,
    /// Nobody; staff let people in.
    CLOSED
}
