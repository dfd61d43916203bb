package varve.command.signon;

import java.net.URI;

/// Where people have an account with which they sign in here.
///
/// @param name in our addresses, for example `gitlab`
/// @param issuer its address; for OpenID Connect exactly its `iss`
/// @param client what it calls this registry
/// @param newcomers whether whoever has an account there gets one here
public record Provider(
        String name, Kind kind, String issuer, String client, String secret, boolean newcomers) {
    /// How it speaks.
    public enum Kind {
        /// Everything is found at `/.well-known/openid-configuration`.
        OPENID,
        /// OAuth 2 with addresses of its own, and no identity tokens.
        GITHUB
    }

    private static final String GITHUB = "https://github.com";

    /// Where a person is sent, where a code becomes a token, and where it is told who that is: for
    /// OpenID Connect the provider's keys.
    record Endpoints(URI authorization, URI token, URI identity) {}

    /// GitHub's own, or those of an Enterprise server.
    Endpoints github() {
        var site = issuer.replaceFirst("/$", "");
        var api = site.equals(GITHUB) ? "https://api.github.com" : site + "/api/v3";
        return new Endpoints(
                URI.create(site + "/login/oauth/authorize"),
                URI.create(site + "/login/oauth/access_token"),
                URI.create(api + "/user"));
    }

    @Override
    public String toString() {
        return "Provider[" + name + " " + issuer + "]";
    }
}
