package varve.contract.token;

/// Told by the door that a credential was used; kept by the command side.
public interface TokenUse {
    /// Returns at once.
    ///
    /// @param address from where
    void used(TokenId token, String address);
}
