package varve.command.modules.graph;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.WorkshopTrouble;
import varve.artifacts.imports.ImportReader;
import varve.blobs.Blobs;
import varve.contract.modules.ModuleVersion;

/// `deps_v2.json` of a version: every module that its code leads to, with its size and what it
/// imports. Modules of other sites are named, but not fetched: an address in somebody's code does
/// not send this registry anywhere.
public final class DependencyGraph {
    private static final Pattern ROOT = Pattern.compile(".*\\.(js|jsx|ts|tsx)");
    private static final Pattern CODE = Pattern.compile(".*\\.(js|jsx|ts|tsx|mjs|mts)");
    private static final int MOST_MODULES = 5_000;
    private static final int MOST_IMPORTS = 1_000;
    private static final int LONGEST_IMPORT = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// @param json the object for the shelf
    /// @param imports what the version's own code imports from elsewhere, in order
    public record Found(byte[] json, List<String> imports) {}

    record Node(long size, List<String> deps) {}

    record Nodes(Map<String, Node> nodes) {}

    record Document(Nodes graph) {}

    private final Addresses addresses;
    private final Shelf shelf;
    private final ImportReader reader;
    private final JsonMapper json;

    /// @param registry where clients reach this registry
    /// @param aliases modules that are also served at the root
    public DependencyGraph(
            URI registry, Set<String> aliases, Blobs blobs, ImportReader reader, JsonMapper json) {
        this.addresses = new Addresses(registry, aliases);
        this.shelf = new Shelf(addresses, blobs, json);
        this.reader = reader;
        this.json = json;
    }

    /// @param paths of the version's files, which lie on the shelf already
    /// @return nothing when the code leads to something that is not there or cannot be read, or is
    ///   more than is looked at
    public Optional<Found> of(ModuleVersion version, List<String> paths) {
        var roots = paths.stream().filter(path -> ROOT.matcher(path).matches()).toList();
        if (roots.size() > MOST_MODULES) {
            return Optional.empty();
        }
        return new Walk(version).over(roots);
    }

    private final class Walk {
        private final ModuleVersion own;
        private final long until = System.nanoTime() + PATIENCE.toNanos();
        private final Map<String, Node> nodes = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();
        private final Deque<String> needed = new ArrayDeque<>();
        private final Set<String> imports = new TreeSet<>();

        Walk(ModuleVersion own) {
            this.own = own;
        }

        Optional<Found> over(List<String> roots) {
            roots.forEach(path -> need(addresses.of(own, path)));
            for (var next = needed.poll(); next != null; next = needed.poll()) {
                if (nodes.size() >= MOST_MODULES || System.nanoTime() > until || !visit(next)) {
                    return Optional.empty();
                }
            }
            var document = new Document(new Nodes(nodes));
            return Optional.of(
                    new Found(
                            json.writeValueAsBytes(document),
                            imports.stream().limit(MOST_IMPORTS).toList()));
        }

        private void need(String address) {
            if (seen.add(address)) {
                needed.add(address);
            }
        }

        private boolean visit(String address) {
            var rest = addresses.onShelf(address);
            if (rest.isEmpty()) {
                return true;
            }
            var loaded = shelf.load(rest.get());
            if (loaded.isEmpty()) {
                return false;
            }
            var at = loaded.get().address();
            if (nodes.containsKey(at)) {
                return true;
            }
            var deps = deps(loaded.get());
            deps.ifPresent(it -> nodes.put(at, new Node(loaded.get().content().length, it)));
            return deps.isPresent();
        }

        /// @return nothing when one of them means nothing
        private Optional<List<String>> deps(Shelf.Loaded module) {
            if (!CODE.matcher(module.path()).matches()) {
                return Optional.of(List.of());
            }
            return specifiers(module).flatMap(specifiers -> resolved(module, specifiers));
        }

        private Optional<List<String>> resolved(Shelf.Loaded module, List<String> specifiers) {
            var deps = new LinkedHashSet<String>();
            for (var specifier : specifiers) {
                var address = addresses.resolve(module.address(), specifier);
                if (address.isEmpty()) {
                    return Optional.empty();
                }
                deps.add(address.get());
                note(module, address.get());
                if (Addresses.isWeb(address.get())) {
                    need(address.get());
                }
            }
            return Optional.of(List.copyOf(deps));
        }

        private void note(Shelf.Loaded module, String address) {
            var lasting = addresses.lasting(address);
            boolean leavesOwn =
                    module.version().equals(own) && !address.startsWith(addresses.of(own, "/"));
            if (leavesOwn && lasting.length() <= LONGEST_IMPORT && !lasting.startsWith("data:")) {
                imports.add(lasting);
            }
        }

        private Optional<List<String>> specifiers(Shelf.Loaded module) {
            try {
                return reader.imports(module.path(), module.content());
            } catch (WorkshopTrouble _) {
                return Optional.empty();
            }
        }
    }
}
