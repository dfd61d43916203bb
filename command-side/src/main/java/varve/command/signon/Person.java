package varve.command.signon;

import org.jspecify.annotations.Nullable;

/// Who somebody is elsewhere.
///
/// @param subject the provider's own id, which never changes
/// @param login how they are called there, which may change
/// @param mail only when the provider has verified it
record Person(String subject, String login, @Nullable String mail) {}
