package varve.gateway.shelf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What npm clients read, by its address.
sealed interface NpmAddress {
    /// All that is known of a package.
    record Packument(String name) implements NpmAddress {}

    /// @param version a version, or a tag that points to one
    record Manifest(String name, String version) implements NpmAddress {}

    record DistTags(String name) implements NpmAddress {}

    /// @param file for example `flag-1.0.0.tgz`
    record Tarball(String name, String file) implements NpmAddress {}

    /// What lies on the shelf under this key.
    record Lying(String key, boolean forEver) implements NpmAddress {}

    record Alive() implements NpmAddress {}

    String PART = "[A-Za-z0-9][A-Za-z0-9._-]*";
    String BARE = "(?!-(?:/|$))[A-Za-z0-9-][A-Za-z0-9._-]*";
    String NAME = "(?:@" + PART + "/" + BARE + "|" + BARE + ")";

    Pattern PACKUMENT = Pattern.compile(NAME);
    Pattern MANIFEST = Pattern.compile("(" + NAME + ")/([^/]+)");
    Pattern DIST_TAGS = Pattern.compile("-/package/(" + NAME + ")/dist-tags");

    /// What packuments of source packages name, with the revision in which the tarball was made.
    Pattern SOURCE_TARBALL =
            Pattern.compile("~/\\d+/(@jsr/([a-z0-9-]+__[a-z0-9-]+))/([^/]+\\.tgz)");

    Pattern ATTESTATIONS = Pattern.compile("-/npm/v1/attestations/(" + NAME + ")@([^/@]+)");

    /// The layout of npm's own registry; some clients and proxies repeat the scope in it.
    Pattern TARBALL = Pattern.compile("(" + NAME + ")/-/(?:@[^/]+/)?([^/]+\\.tgz)");

    /// @param key path without its leading slash
    static Optional<NpmAddress> of(String key) {
        return switch (key) {
            case "", "-/ping" -> Optional.of(new Alive());
            case "-/npm/v1/keys" -> Optional.of(new Lying(key, false));
            default -> named(key);
        };
    }

    private static Optional<NpmAddress> named(String key) {
        Matcher found = PACKUMENT.matcher(key);
        if (found.matches()) {
            return Optional.of(new Packument(key));
        }
        if ((found = DIST_TAGS.matcher(key)).matches()) {
            return Optional.of(new DistTags(found.group(1)));
        }
        if ((found = TARBALL.matcher(key)).matches()) {
            return Optional.of(new Tarball(found.group(1), found.group(2)));
        }
        if ((found = SOURCE_TARBALL.matcher(key)).matches()) {
            return Optional.of(new Tarball(found.group(1), found.group(2) + "-" + found.group(3)));
        }
        if ((found = ATTESTATIONS.matcher(key)).matches()) {
            var lying = "-/attestations/" + found.group(1) + "/" + found.group(2);
            return Optional.of(new Lying(lying, true));
        }
        if ((found = MANIFEST.matcher(key)).matches() && !found.group(2).equals("-")) {
            return Optional.of(new Manifest(found.group(1), found.group(2)));
        }
        return Optional.empty();
    }
}
