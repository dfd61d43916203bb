package varve.query.modules;

import varve.contract.modules.OwnerTerms;

/// A module as staff see it.
///
/// @param terms of its owner
public record ModerationView(
        String name, String owner, String repository, boolean unlisted, OwnerTerms terms) {}
