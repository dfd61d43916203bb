package varve.query.version;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import varve.contract.pkg.PackageRef;
import varve.query.version.DependencyRows.Need;

/// Everything that a version needs, and what that needs, each once: with the versions that would be
/// taken today. Bounded: a graph beyond that ends where it is.
public final class DependencyGraph {
    private static final int MOST = 500;
    private static final int DEEPEST = 30;

    /// An item of the graph, as JSR tells it.
    ///
    /// @param children ids of what it needs
    /// @param depth shortest way from the package itself; not told
    public record Item(
            int id,
            Object dependency,
            List<Integer> children,
            @Nullable Long size,
            @Nullable String mediaType,
            @JsonIgnore int depth) {}

    public record Root(String type, String path) {}

    /// @param version what would be taken today; for a package of another registry the range, which
    ///   is not resolved there
    public record Jsr(
            String type,
            String scope,
            @JsonProperty("package") String pkg,
            String version,
            EntryPoint entrypoint,
            @Nullable String fallbackUrl) {}

    public record EntryPoint(String type, String value) {}

    public record Npm(String type, @JsonProperty("package") String pkg, String version) {}

    public record Unknown(String type, String error) {}

    /// A version whose needs are still to be looked at.
    private record Open(Item item, PackageRef pkg, String version) {
        String text() {
            return pkg.text() + "@" + version;
        }
    }

    private final DependencyRows.Reached reached;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    DependencyGraph(DependencyRows.Reached reached) {
        this.reached = reached;
    }

    /// @param exports files of the version's entry points
    List<Item> of(PackageRef pkg, String version, List<String> exports) {
        var root = add(new Root("root", exports.isEmpty() ? "/" : exports.getFirst()), 0);
        var level = List.of(new Open(root, pkg, version));
        for (int depth = 1; depth < DEEPEST && !level.isEmpty(); depth++) {
            level = next(level, depth);
        }
        return items;
    }

    private List<Open> next(List<Open> level, int depth) {
        var found = new ArrayList<Open>();
        for (var open : level) {
            for (var need : reached.needs().getOrDefault(open.text(), List.of())) {
                take(open, need, depth, found);
            }
        }
        return found;
    }

    private void take(Open open, Need need, int depth, List<Open> found) {
        var best =
                need.isSource()
                        ? best(reached.versions().get(need.name()), need.range())
                        : need.range();
        var key = need.registry() + ":" + need.name() + "@" + best + need.path();
        var known = ids.get(key);
        if (known == null && items.size() < MOST) {
            var item = add(dependency(need, best), depth);
            ids.put(key, item.id());
            known = item.id();
            if (need.isSource() && best != null) {
                found.add(new Open(item, PackageRef.of(need.name()), best));
            }
        }
        if (known != null && !open.item().children().contains(known)) {
            open.item().children().add(known);
        }
    }

    private Item add(Object dependency, int depth) {
        var item = new Item(items.size(), dependency, new ArrayList<>(), null, null, depth);
        items.add(item);
        return item;
    }

    private static Object dependency(Need need, @Nullable String best) {
        if (!need.isSource()) {
            return new Npm("npm", need.name(), need.range());
        }
        if (best == null && need.fallback() == null) {
            return new Unknown("error", need.name() + "@" + need.range() + " is not here");
        }
        var ref = PackageRef.of(need.name());
        var entry = need.path().isEmpty() ? "." : "./" + need.path();
        return new Jsr(
                "jsr",
                ref.scope().text(),
                ref.name().text(),
                best == null ? need.range() : best,
                new EntryPoint("entrypoint", entry),
                best == null ? need.fallback() : null);
    }

    private static @Nullable String best(@Nullable List<String> versions, String range) {
        return versions == null
                ? null
                : versions.stream()
                        .map(Semver::new)
                        .filter(version -> version.satisfies(range))
                        .max(Semver::compareTo)
                        .map(Semver::getVersion)
                        .orElse(null);
    }
}
