package varve.standalone;

/// Everything the operator can set: as an environment variable, or under the same key in the YAML
/// file that `VARVE_CONFIG` names. The environment wins.
public enum Setting {
    CONFIG("", "A YAML file with these same keys."),
    HOME("./data", "Folder for everything that is kept: databases, index, artifacts, tokens."),
    LISTEN("127.0.0.1", "Address to listen on; `0.0.0.0` for all of the machine's."),
    PORT("8080", "Port of the registry: JSR's protocol, REST API, pages."),
    NPM_PORT("4873", "Port of the npm host."),
    PUBLIC_URL("http://localhost:<VARVE_PORT>/", "Address under which clients reach the registry."),
    NPM_PUBLIC_URL(
            "http://localhost:<VARVE_NPM_PORT>/",
            "Address under which clients reach the npm host."),
    ROLES(
            "gateway,command,query,projections,workers",
            "What this node does. Nodes that share their servers can divide the roles."),
    NPM_CREATE_SCOPES(
            "true", "Whether a signed-in person's first `npm publish` to a free scope creates it."),
    NPM_SIGNING_KEY(
            "",
            "File with the key that signs what npm clients are told of: P-256, PKCS #8, PEM. Made at"
                    + " the first start in `VARVE_HOME` when not given; nodes that share their"
                    + " servers share it."),
    NPM_RETIRED_KEYS(
            "",
            "Public halves of earlier signing keys, each `<base64>@<when it ended>`, separated by"
                    + " commas."),
    WORKERS("2", "Uploads that are looked into at the same time, each in a process of its own."),
    FALLBACK_REGISTRY_URL(
            "",
            "Another registry that speaks JSR's protocol, in which `jsr:` dependencies are looked up"
                    + " that nobody published here."),
    DATABASE_URL(
            "",
            "PostgreSQL as `postgresql://user:password@host:port/database` or as a JDBC address;"
                    + " embedded when not given."),
    SEARCH_URL("", "Elasticsearch, for example `http://host:9200`; embedded when not given."),
    SEARCH_PREFIX("varve-", "Put before the names of indexes."),
    S3_ENDPOINT("", "An S3 server, for example `http://host:9000`; embedded when not given."),
    S3_REGION("us-east-1", "Region of the S3 server."),
    S3_ACCESS_KEY("", "Access key of the S3 server."),
    S3_SECRET_KEY("", "Secret key of the S3 server."),
    S3_BUCKET_PREFIX("varve-", "Put before the names of buckets."),
    NEAR_MEGABYTES(
            "2048",
            "Disk space in `VARVE_HOME` for the large tarballs that are asked for most; they are"
                    + " sent from there, and go on being sent when the S3 server is away."),
    GIT_BASE_URL(
            "https://github.com",
            "Where modules are fetched from, in front of `/<owner>/<repository>`; may be a `file:`"
                    + " address."),
    GIT_SECONDS("300", "How long fetching one repository may take."),
    WEBHOOK_ANY_ADDRESS(
            "false",
            "Whether webhooks are taken from everywhere, not only from GitHub's addresses."),
    WEBHOOK_SECRET(
            "", "What webhooks must be signed with; unsigned ones are taken when not given.");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /// For example `VARVE_PORT`.
    public String key() {
        return "VARVE_" + name();
    }

    /// What holds when it is not set; empty when there is nothing then.
    public String standard() {
        return standard;
    }

    /// One sentence for the manual.
    public String meaning() {
        return meaning;
    }

    /// The manual's page about settings, in Markdown.
    public static String manual() {
        var page =
                new StringBuilder(
                        """
                        # Settings

                        Environment variables, or the same keys in the YAML file that `VARVE_CONFIG`
                        names; the environment wins. An unknown key is an error.

                        | key | default | meaning |
                        |---|---|---|
                        """);
        for (var setting : values()) {
            var standard = setting.standard.isEmpty() ? "–" : "`" + setting.standard + "`";
            page.append("| `%s` | %s | %s |%n".formatted(setting.key(), standard, setting.meaning));
        }
        return page.toString();
    }
}
