package varve.command.ci;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Somebody whose word about jobs is taken.
///
/// @param kind tells which claims it makes
/// @param issuer exactly as it stands in `iss`
/// @param keys where its public keys are, set by the operator and never taken from a token
/// @param original whether it is the provider's own site
public record Issuer(Kind kind, String issuer, URI keys, boolean original) {
    /// Whose claims they are. Forgejo and Gitea make GitHub's.
    public enum Kind {
        GITHUB("githuboidc", "https://token.actions.githubusercontent.com", "/.well-known/jwks"),
        GITLAB("gitlaboidc", "https://gitlab.com", "/oauth/discovery/keys");

        private final String scheme;
        private final String own;
        private final String keys;

        Kind(String scheme, String own, String keys) {
            this.scheme = scheme;
            this.own = own;
            this.keys = keys;
        }

        /// As it stands before the token in `Authorization`.
        public String scheme() {
            return scheme;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads `github=https://issuer` or `gitlab=https://issuer|https://keys`.
    ///
    /// @return empty when it is neither
    public static Optional<Issuer> of(String text) {
        int equals = text.indexOf('=');
        int bar = text.indexOf('|');
        var end = bar < 0 ? text.length() : bar;
        for (var kind : Kind.values()) {
            if (equals > 0 && text.substring(0, equals).equals(kind.text())) {
                var issuer = text.substring(equals + 1, end).strip();
                var keys = bar < 0 ? issuer + kind.keys : text.substring(bar + 1).strip();
                return issuer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Issuer(
                                        kind, issuer, URI.create(keys), issuer.equals(kind.own)));
            }
        }
        return Optional.empty();
    }
}
