package varve.contract.scope;

/// What a member may do in a scope: a member publishes and creates packages, an admin does
/// everything.
public enum Role {
    MEMBER,
    ADMIN
}
