package varve.standalone.settings;

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
    PROXIES(
            "",
            "Proxies in front, separated by commas: addresses, or networks such as `10.0.0.0/8`. Their"
                    + " `X-Forwarded-For` is believed, nobody else's; without it limits and webhooks"
                    + " see every client at the proxy's address."),
    ROLES(
            "gateway,command,query,projections,workers",
            "What this node does. Nodes that share their servers can divide the roles; `command` needs"
                    + " `gateway` beside it, and `gateway` needs `query`."),
    SIGN_UP(
            "",
            "Who may sign up: `open` for everybody, `invite` for whoever has an invitation, `closed`"
                    + " for nobody. Open while listening on loopback only, otherwise by invitation."),
    CI_ISSUERS(
            "github=https://token.actions.githubusercontent.com,gitlab=https://gitlab.com",
            "Whose jobs may publish without tokens, separated by commas: `github=<issuer>` (also for"
                    + " Forgejo and Gitea) or `gitlab=<issuer>`, each with `&#124;<address of its keys>`"
                    + " behind it where that is not the usual one; `none` for nobody's."),
    LEAKED_PASSWORDS("", "A file of passwords that nobody may choose, one a line."),
    SIGN_ON(
            "",
            "With which accounts elsewhere people sign in, separated by `;`: `github client=<id>"
                    + " secret=env:NAME`, `gitlab …`, or `<name> <issuer> …` for any OpenID Connect"
                    + " provider, whose name is part of our address `/login/callback/<name>`."
                    + " `newcomers=yes` lets in whoever has an account there, as is usual where"
                    + " everybody may sign up."),
    SMTP_URL(
            "",
            "Who carries mail: `smtp://user:password@host:587`, where TLS begins when it is offered,"
                    + " or `smtps://…`. Without it what people are told waits on their account's"
                    + " page."),
    MAIL_FROM("", "Sender of mails; `varve@<host of VARVE_PUBLIC_URL>` when not given."),
    NPM_CREATE_SCOPES(
            "true", "Whether a signed-in person's first `npm publish` to a free scope creates it."),
    NPM_RULES(
            "",
            "A YAML file that says who may do what with packages of which names on the npm host, on"
                    + " top of what scopes say: `packages` as in Verdaccio's configuration, which"
                    + " itself will do (`access`, `publish`, `unpublish`, `proxy`; `$all`,"
                    + " `$anonymous`, `$authenticated`, names of people), and `groups` with the people"
                    + " in each. A job of continuous integration is bound, too: it is signed in, and"
                    + " its name is its repository, as in `github:luca/flag`. What somebody may not"
                    + " access is hidden from them on pages and in searches, too. The tiles of the"
                    + " transparency log name it nevertheless; private scopes and packages they do"
                    + " not name."),
    NOTIFY(
            "",
            "A YAML file that says who is told of publications: `notify` as in Verdaccio's"
                    + " configuration (`endpoint`, `method`, `headers`, `packagePattern`, `content`"
                    + " with `{{ name }}`, `{{ version }}`, `{{ publishedPackage }}`,"
                    + " `{{ publishType }}`, `{{ publisher.name }}`, `{{ registry }}`)."),
    NAME("", "What the registry is called on its pages; Varve when not given."),
    LOGO("", "A picture beside the name, in SVG, PNG or WebP."),
    COLOUR("", "Colour of links, buttons and pictures of pages, for example `#0b6374`."),
    SCOPES_PER_USER("3", "Scopes that one person may own."),
    PACKAGES_PER_SCOPE("100", "Packages that one scope may have."),
    NEW_PACKAGES_PER_WEEK("20", "Packages that one scope may create within seven days."),
    PUBLISH_ATTEMPTS_PER_WEEK("1000", "Times that one scope may try to publish within seven days."),
    REQUESTS_PER_USER("30000", "API requests that one person may send to a node within a minute."),
    REQUESTS_PER_TOKEN("30000", "API requests with one token within a minute."),
    REQUESTS_PER_ADDRESS(
            "1200",
            "API requests without credentials from one address within a minute; 0 for any number."),
    RESERVED_NAMES(
            "", "A file of scopes that only staff give away; a list comes with the program."),
    BLOCKED_WORDS("", "A file of words that no name may hold; a list comes with the program."),
    LOG_KEY(
            "",
            "File with the Ed25519 key that signs the transparency log, in PEM; made as `log.key` in"
                    + " `VARVE_HOME` when not given. Nodes that share their servers need the same."),
    NPM_SIGNING_KEY(
            "",
            "File with the key that signs what npm clients are told of: P-256, PKCS #8, PEM. Made at"
                    + " the first start in `VARVE_HOME` when not given; nodes that share their"
                    + " servers share it."),
    NPM_RETIRED_KEYS(
            "",
            "Public halves of earlier signing keys, each `<base64>@<when it ended>`, separated by"
                    + " commas."),
    SIGSTORE_TRUSTED_ROOT(
            "",
            "A file `trusted_root.json` of Sigstore's, which says whose provenance is believed; the"
                    + " public one comes with the program."),
    HOOK_PRIVATE_ADDRESSES(
            "false",
            "Whether outgoing webhooks may lead into private networks and to this machine."),
    UPLINKS(
            "",
            "Other registries, asked in this order for npm packages that are not of this one:"
                    + " `<name> <address>` and any of `timeout=30s maxage=2m absence=1m rest=1m"
                    + " for=@acme/*,left-* hosts=<where tarballs lie> token=env:NAME"
                    + " basic=file:/path`; separated by `;`. What one gave, none that comes later"
                    + " replaces while it is away; a name that nobody has asked for before may come"
                    + " from the next, unless the rules' `proxy` names one only."),
    UPLINK_BLOCK(
            "",
            "What may not enter from there: names, `*` for anything, or `<name>@<range>`; separated"
                    + " by `;`."),
    UPLINK_BLOCK_LICENSES("", "Licences of which nothing may enter, separated by `;`."),
    UPLINK_BLOCK_FLAWS(
            "",
            "How bad a known flaw is (`low`, `moderate`, `high` or `critical`) with which nothing"
                    + " enters, and nothing that entered is handed out any more, once an uplink was"
                    + " asked again."),
    UPLINK_QUARANTINE("0", "How old a version must be to enter, for example `3d`."),
    UPLINK_CACHE_SIZE("20GiB", "Room for tarballs from there; those not wanted longest go first."),
    UPLINK_CACHE_AGE("90d", "How long one is kept that nobody wants."),
    ADVISORIES_URL(
            "",
            "Where known flaws of packages are had once a day: a zip archive of files in OSV's form,"
                    + " as OSV publishes one for npm. `varve advisories` fetches it at once."),
    WORKERS("2", "Uploads that are looked into at the same time, each in a process of its own."),
    ATTEMPT_SECONDS(
            "1800", "How long an attempt to publish may take before it ends without success."),
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
            "", "What webhooks must be signed with; unsigned ones are taken when not given."),
    GITHUB_API_URL("https://api.github.com", "Where the stars of GitHub's repositories are asked."),
    GITHUB_TOKEN("", "What GitHub is asked with; it allows more questions with one."),
    MODULE_CLEANUP_DRY_RUN(
            "true",
            "Whether modules that published nothing for 30 days are only reported, not removed."),
    MODULE_ALIASES(
            "",
            "Modules that are also served without `/x` in front, for example `std` at `/std@…/`;"
                    + " separated by commas.");

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

    /// Whether a running registry takes it anew.
    public boolean isLive() {
        return switch (this) {
            case NPM_RULES,
                    NOTIFY,
                    NAME,
                    LOGO,
                    COLOUR,
                    NPM_CREATE_SCOPES,
                    UPLINKS,
                    UPLINK_BLOCK,
                    UPLINK_BLOCK_LICENSES,
                    UPLINK_BLOCK_FLAWS,
                    UPLINK_QUARANTINE,
                    UPLINK_CACHE_SIZE,
                    UPLINK_CACHE_AGE ->
                    true;
            default -> false;
        };
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

                        `varve reload` has a running registry read that file again, and the files that
                        settings name. What is marked ↻ holds from then on; all else waits for the next
                        start, and is named. When anything is wrong, it is said and nothing changes. Each
                        node is told by itself; SIGHUP tells it too, where no terminal is attached.

                        | key | default | meaning |
                        |---|---|---|
                        """);
        for (var setting : values()) {
            var standard = setting.standard.isEmpty() ? "–" : "`" + setting.standard + "`";
            var key = "`" + setting.key() + "`" + (setting.isLive() ? " ↻" : "");
            page.append("| %s | %s | %s |%n".formatted(key, standard, setting.meaning));
        }
        return page.toString();
    }
}
