/// Signing in, and what people set for themselves, as npm's commands do it: accounts, profiles,
/// tokens and one-time codes.
@NullMarked
package varve.command.npm.account;

import org.jspecify.annotations.NullMarked;
