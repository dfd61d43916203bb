package varve.acceptance.ci;

import varve.acceptance.ci.LocalIssuer.Draft;

/// A token that must not be taken.
///
/// @param authorization scheme and token
/// @param code that the registry answers with
record Hostile(String rule, String variant, String authorization, int status, String code) {
    static final String GITHUB = "githuboidc ";
    static final String GITLAB = "gitlaboidc ";

    @Override
    public String toString() {
        return rule + ": " + variant;
    }

    static Hostile bad(String rule, String variant, Draft draft) {
        return bad(rule, variant, draft.signed());
    }

    static Hostile bad(String rule, String variant, String jwt) {
        return new Hostile(rule, variant, GITHUB + jwt, 401, "invalidOidcToken");
    }

    static Hostile lab(String variant, Draft draft) {
        return new Hostile("event", variant, GITLAB + draft.signed(), 401, "invalidOidcToken");
    }

    static Hostile forbidden(String rule, String variant, Draft draft) {
        return forbidden(rule, variant, draft, "actorNotAuthorized");
    }

    static Hostile forbidden(String rule, String variant, Draft draft, String code) {
        return new Hostile(rule, variant, GITHUB + draft.signed(), 403, code);
    }
}
