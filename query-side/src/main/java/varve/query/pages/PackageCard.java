package varve.query.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.contract.search.PackageEntry;
import varve.query.pkg.PackageView;

/// A package as an item of a list.
///
/// @param version the latest, absent while there is none
/// @param kind `jsr` or `npm`; empty where lists do not tell
/// @param score of 100, 0 for none
public record PackageCard(
        String scope,
        String name,
        String description,
        @Nullable String version,
        Instant updatedAt,
        String kind,
        int score) {

    public static PackageCard of(PackageView view) {
        return new PackageCard(
                view.scope(),
                view.name(),
                view.description(),
                view.latestVersion(),
                view.updatedAt(),
                "",
                0);
    }

    public static PackageCard of(PackageEntry entry) {
        return new PackageCard(
                entry.scope(),
                entry.name(),
                entry.description(),
                entry.latest(),
                Instant.ofEpochMilli(entry.updatedAt()),
                entry.kind().equals("npm") ? "npm" : "jsr",
                entry.standing().score());
    }

    /// What stands in front of the name; nothing for a package without a scope.
    public String owner() {
        return scope.startsWith("~") ? "" : "@" + scope + "/";
    }

    public String address() {
        return "/@" + scope + "/" + name;
    }
}
