package varve.query.pages.modules;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import varve.query.modules.LandShelf;
import varve.query.modules.ModuleView;

/// A module and the files of one of its versions.
///
/// @param version empty while nothing is published
public record ModulePageView(
        ModuleView module,
        String version,
        List<String> versions,
        List<LandShelf.File> files,
        List<String> dependents) {
    private static final Set<String> ENTRIES =
            Set.of("/mod.ts", "/lib.ts", "/main.ts", "/index.ts", "/mod.js", "/index.js");

    public boolean isPublished() {
        return !version.isEmpty();
    }

    public String address(String other) {
        return "/x/" + module.name() + "@" + encoded(other);
    }

    public String address(LandShelf.File file) {
        return address(version) + encoded(file.path());
    }

    /// What most programs import.
    public String entry() {
        return address(version)
                + files.stream()
                        .map(LandShelf.File::path)
                        .filter(ENTRIES::contains)
                        .findFirst()
                        .orElse("/mod.ts");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
