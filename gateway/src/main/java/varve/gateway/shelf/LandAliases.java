package varve.gateway.shelf;

import java.util.Set;

/// Modules whose addresses do without `/x`, as the standard library's did on deno.land.
///
/// @param modules their names
public record LandAliases(Set<String> modules) {
    public LandAliases {
        modules = Set.copyOf(modules);
    }

    /// Whether a path begins with such a module, with or without a version.
    boolean begin(String path) {
        return modules.stream()
                .anyMatch(name ->
                        path.startsWith(name, 1)
                                && path.length() > name.length() + 1
                                && "@/".indexOf(path.charAt(name.length() + 1)) >= 0);
    }

    /// Where files of a module are: `/x/` for most.
    String root(String module) {
        return modules.contains(module) ? "/" : "/x/";
    }
}
