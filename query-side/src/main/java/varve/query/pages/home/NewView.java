package varve.query.pages.home;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is to be created, what of it exists already, and where the reader may create it.
///
/// @param scope empty while nobody has said
/// @param pkg empty while nobody has said
/// @param own scopes in which the reader may create packages
public record NewView(
        String scope,
        String pkg,
        boolean scopeExists,
        boolean packageExists,
        boolean signedIn,
        List<String> own) {
    private static final String SOME_SCOPE = "your-scope";
    private static final String SOME_PACKAGE = "your-package";

    public boolean mayCreateHere() {
        return own.contains(scope);
    }

    public String packageAddress() {
        return "/@" + scope + "/" + pkg;
    }

    /// Where signing in leads back to this.
    public String signInAddress() {
        var back = "/new?scope=" + scope + "&package=" + pkg;
        return "/sign-in?redirect=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    public String createScope(String registry) {
        return post(
                registry + "/api/scopes",
                "{\"scope\":\"" + someScope() + "\",\"description\":\"What we make\"}");
    }

    public String createPackage(String registry) {
        return post(
                registry + "/api/scopes/" + someScope() + "/packages",
                "{\"package\":\"" + (pkg.isEmpty() ? SOME_PACKAGE : pkg) + "\"}");
    }

    private String someScope() {
        return scope.isEmpty() ? SOME_SCOPE : scope;
    }

    private static String post(String address, String body) {
        return """
        curl %s \\
          -H "Authorization: Bearer $VARVE_TOKEN" \\
          -H "Content-Type: application/json" \\
          -d '%s'\
        """
                .formatted(address, body);
    }
}
