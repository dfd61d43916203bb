package varve.acceptance.ci;

import varve.acceptance.ci.LocalIssuer.Draft;

/// A token that must not be taken.
///
/// @param authorization scheme and token
/// @param version that it is shown for
/// @param code that the registry answers with
record Hostile(
        String rule,
        String variant,
        String authorization,
        String version,
        int status,
        String code) {
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
        return shown(rule, variant, GITHUB + jwt);
    }

    /// @param authorization scheme and token
    static Hostile shown(String rule, String variant, String authorization) {
        return shown(rule, variant, authorization, Jobs.VERSION);
    }

    static Hostile shown(String rule, String variant, String authorization, String version) {
        return new Hostile(rule, variant, authorization, version, 401, "invalidOidcToken");
    }

    static Hostile lab(String rule, String variant, Draft draft) {
        return shown(rule, variant, GITLAB + draft.signed());
    }

    static Hostile forbidden(String rule, String variant, Draft draft) {
        return forbidden(rule, variant, GITHUB + draft.signed(), "actorNotAuthorized");
    }

    static Hostile forbidden(String rule, String variant, String authorization, String code) {
        return new Hostile(rule, variant, authorization, Jobs.VERSION, 403, code);
    }
}
