package varve.command.hook;

/// What the operator allows webhooks.
///
/// @param privateAddresses whether they may lead into private networks and to this machine
public record HookPolicy(boolean privateAddresses) {}
