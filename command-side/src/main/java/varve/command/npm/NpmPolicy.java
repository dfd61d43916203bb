package varve.command.npm;

/// What the operator allows npm clients.
///
/// @param createScopes whether a signed-in person's first publish to a free scope creates it
public record NpmPolicy(boolean createScopes) {}
