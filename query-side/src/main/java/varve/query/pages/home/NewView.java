package varve.query.pages.home;

/// What is to be created, and what of it exists already.
public record NewView(String scope, String pkg, boolean scopeExists, boolean packageExists) {
    static final String SOME_SCOPE = "your-scope";
    static final String SOME_PACKAGE = "your-package";

    public String packageAddress() {
        return "/@" + scope + "/" + pkg;
    }

    public String createScope(String registry) {
        return post(
                registry + "/api/scopes",
                "{\"scope\":\"" + scope + "\",\"description\":\"What we make\"}");
    }

    public String createPackage(String registry) {
        return post(
                registry + "/api/scopes/" + scope + "/packages", "{\"package\":\"" + pkg + "\"}");
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
