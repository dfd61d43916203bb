package varve.standalone.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import varve.blobs.S3Blobs;
import varve.command.mail.SmtpServer;
import varve.command.modules.Forge;
import varve.command.scope.ScopeTerms;
import varve.contract.PublicAddresses;
import varve.gateway.Proxies;
import varve.gateway.access.RateLimits;
import varve.query.pages.Theme;

/// What the operator has set, checked once at the start.
///
/// @param given what was read, for reading it again
/// @param database absent for the embedded server; so are the other two
public record Settings(
        Given given,
        Path home,
        String listen,
        int port,
        int npmPort,
        Proxies proxies,
        PublicAddresses addresses,
        Set<Role> roles,
        ScopeTerms scopeTerms,
        RateLimits.Terms rateLimits,
        Path logKey,
        NpmSettings npm,
        Inspections inspections,
        Optional<Database> database,
        Optional<URI> search,
        String searchPrefix,
        Optional<S3Blobs.Server> s3,
        String bucketPrefix,
        int nearMegabytes,
        Forge forge,
        People people,
        Optional<SmtpServer> mail,
        ModuleCare modules,
        Theme theme) {

    /// @throws BadSetting when a value cannot be used or a key is unknown
    public static Settings of(Map<String, String> environment) {
        var given = new Given(environment);
        var home = Path.of(given.text(Setting.HOME)).toAbsolutePath().normalize();
        int port = given.port(Setting.PORT);
        int npmPort = given.port(Setting.NPM_PORT);
        return new Settings(
                given,
                home,
                given.text(Setting.LISTEN),
                port,
                npmPort,
                new Proxies(given.ranges(Setting.PROXIES)),
                new PublicAddresses(
                        given.address(Setting.PUBLIC_URL, port),
                        given.address(Setting.NPM_PUBLIC_URL, npmPort)),
                roles(given.text(Setting.ROLES)),
                ScopeTermsSetting.of(given),
                ScopeTermsSetting.rates(given),
                given.optional(Setting.LOG_KEY).map(Path::of).orElse(home.resolve("log.key")),
                NpmSettings.of(given, environment),
                Inspections.of(given),
                given.optional(Setting.DATABASE_URL).map(Database::of),
                given.optional(Setting.SEARCH_URL).map(url -> uri(Setting.SEARCH_URL, url)),
                given.text(Setting.SEARCH_PREFIX),
                s3(given),
                given.text(Setting.S3_BUCKET_PREFIX),
                given.number(Setting.NEAR_MEGABYTES, 1, 1 << 20),
                forge(given),
                People.of(given, environment),
                MailSettings.server(given, port),
                ModuleCare.of(
                        uri(Setting.GITHUB_API_URL, given.text(Setting.GITHUB_API_URL)),
                        given.optional(Setting.GITHUB_TOKEN),
                        given.flag(Setting.MODULE_CLEANUP_DRY_RUN),
                        given.text(Setting.MODULE_ALIASES)),
                ThemeSettings.of(given));
    }

    private static Forge forge(Given given) {
        return new Forge(
                repositories(given.text(Setting.GIT_BASE_URL)),
                given.flag(Setting.WEBHOOK_ANY_ADDRESS),
                given.optional(Setting.WEBHOOK_SECRET),
                Duration.ofSeconds(given.number(Setting.GIT_SECONDS, 1, 3_600)));
    }

    private static URI repositories(String text) {
        return text.startsWith("file:/") ? URI.create(text) : uri(Setting.GIT_BASE_URL, text);
    }

    /// The same house with nobody let in, for work on what is kept.
    public Settings unattended() {
        return new Settings(
                given,
                home,
                listen,
                port,
                npmPort,
                proxies,
                addresses,
                EnumSet.of(Role.PROJECTIONS, Role.WORKERS),
                scopeTerms,
                rateLimits,
                logKey,
                npm,
                inspections,
                database,
                search,
                searchPrefix,
                s3,
                bucketPrefix,
                nearMegabytes,
                forge,
                people,
                mail,
                modules,
                theme);
    }

    private static Optional<S3Blobs.Server> s3(Given given) {
        return given.optional(Setting.S3_ENDPOINT)
                .map(endpoint ->
                        new S3Blobs.Server(
                                uri(Setting.S3_ENDPOINT, endpoint),
                                given.text(Setting.S3_REGION),
                                given.text(Setting.S3_ACCESS_KEY),
                                given.text(Setting.S3_SECRET_KEY),
                                given.text(Setting.S3_BUCKET_PREFIX)));
    }

    private static Set<Role> roles(String text) {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : text.split(",")) {
            try {
                roles.add(Role.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException _) {
                throw new BadSetting(
                        "VARVE_ROLES: there is no role '"
                                + name.strip()
                                + "', but "
                                + Arrays.toString(Role.values()).toLowerCase(Locale.ROOT));
            }
        }
        if (roles.contains(Role.GATEWAY) && !roles.contains(Role.QUERY)) {
            throw new BadSetting("VARVE_ROLES: the gateway needs the query role beside it");
        }
        if (roles.contains(Role.COMMAND) && !roles.contains(Role.GATEWAY)) {
            throw new BadSetting("VARVE_ROLES: the command role needs the gateway beside it");
        }
        return roles;
    }

    static URI uri(Setting setting, String text) {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new BadSetting(setting.key() + ": '" + text + "' is not an http address");
    }
}
