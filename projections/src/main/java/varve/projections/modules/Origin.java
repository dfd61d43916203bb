package varve.projections.modules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where an imported module comes from, as far as its address tells: which site, which package
/// there, and which version of it.
///
/// @param source `x` for modules of this registry, else the site's name
/// @param version absent when the address leaves it open
record Origin(String source, String pkg, @Nullable String version) {
    private record Site(String source, Pattern pattern) {
        static Site of(String source, String pattern) {
            return new Site(source, Pattern.compile(pattern));
        }
    }

    private static final String PKG_AT = "(?<pkg>[^/@]+)(?:@(?<version>[^/]+))?(?:/.*)?";
    private static final String SCOPED_AT =
            "(?<pkg>@[^/@]+/[^/@]+|[^/@]+)(?:@(?<version>[^/]+))?(?:[/?].*)?";
    private static final String REPOSITORY = "(?<pkg>[^/]+/[^/@]+)";

    private static final List<Site> SITES =
            List.of(
                    Site.of("x", "/x/" + PKG_AT),
                    Site.of("x", "/(?!x/)" + PKG_AT),
                    Site.of("deno.land/x", "https?://deno\\.land/x/" + PKG_AT),
                    Site.of(
                            "deno.land/x",
                            "https?://cdn\\.deno\\.land/(?<pkg>[^/]+)/versions/(?<version>[^/]+)/raw/.*"),
                    Site.of(
                            "std",
                            "https?://deno\\.land/(?<pkg>std)(?:@(?<version>[^/]+))?(?:/.*)?"),
                    Site.of("nest.land", "https?://x\\.nest\\.land/" + PKG_AT),
                    Site.of("crux.land", "https?://crux\\.land/(?:api/get/)?" + PKG_AT),
                    Site.of(
                            "github.com",
                            "https?://raw\\.githubusercontent\\.com/"
                                    + REPOSITORY
                                    + "/(?<version>[^/]+)/.*"),
                    Site.of(
                            "github.com",
                            "https?://github\\.com/" + REPOSITORY + "/raw/(?<version>[^/]+)/.*"),
                    Site.of(
                            "gist.github.com",
                            "https?://gist\\.githubusercontent\\.com/"
                                    + REPOSITORY
                                    + "/raw/(?:(?<version>[0-9a-f]{40})/)?.*"),
                    Site.of("esm.sh", "https?://(?:cdn\\.)?esm\\.sh/(?:v\\d+/)?" + SCOPED_AT),
                    Site.of(
                            "denopkg.com",
                            "https?://denopkg\\.com/" + REPOSITORY + "(?:@(?<version>[^/]+))?/.*"),
                    Site.of("skypack.dev", "https?://cdn\\.skypack\\.dev/(?:-/)?" + SCOPED_AT),
                    Site.of(
                            "jspm.dev",
                            "https?://(?:ga\\.)?jspm\\.(?:dev|io)/(?:npm:)?" + SCOPED_AT),
                    Site.of("jsdelivr.net", "https?://cdn\\.jsdelivr\\.net/npm/" + SCOPED_AT),
                    Site.of("unpkg.com", "https?://unpkg\\.com/" + SCOPED_AT),
                    Site.of("npm", "npm:/?" + SCOPED_AT),
                    Site.of("jsr", "jsr:/?" + SCOPED_AT));

    private static final Pattern HOST = Pattern.compile("[a-z]+://(?<host>[^/?#]+).*");

    /// @param address whole, or with a slash in front for what lies on this registry
    static Origin of(String address) {
        for (var site : SITES) {
            var found = site.pattern().matcher(address);
            if (found.matches()) {
                return new Origin(site.source(), found.group("pkg"), version(found));
            }
        }
        var host = HOST.matcher(address);
        return new Origin("other", host.matches() ? host.group("host") : address, null);
    }

    private static @Nullable String version(Matcher found) {
        return found.group("version");
    }
}
