package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.modules.ModuleName;

/// What editors offer while somebody types the address of a module (Deno's import completions).
@RestController
class CompletionEndpoint {
    private static final String LATEST = "__latest__";
    private static final int MOST_NAMES = 20;
    private static final String REGISTRIES =
            """
            {"version":2,"registries":[\
            {"schema":"/x/:module([a-z0-9_]*)@:version?/:path*","variables":[\
            {"key":"module","documentation":"/completions/resolve/${module}",\
            "url":"/completions/items/${module}"},\
            {"key":"version","documentation":"/completions/resolve/${module}/${{version}}",\
            "url":"/completions/items/${module}/${{version}}"},\
            {"key":"path","documentation":"/completions/resolve/${module}/${{version}}/${path}",\
            "url":"/completions/items/${module}/${{version}}/${path}"}]},\
            {"schema":"/x/:module([a-z0-9_]*)/:path*","variables":[\
            {"key":"module","documentation":"/completions/resolve/${module}",\
            "url":"/completions/items/${module}"},\
            {"key":"path","documentation":"/completions/resolve/${module}/__latest__/${path}",\
            "url":"/completions/items/${module}/__latest__/${path}"}]}]}
            """;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<String> items, boolean isIncomplete, @Nullable String preselect) {}

    record Documentation(String kind, String value) {}

    private final Modules modules;
    private final LandShelf shelf;

    CompletionEndpoint(Modules modules, LandShelf shelf) {
        this.modules = modules;
        this.shelf = shelf;
    }

    @GetMapping("/.well-known/deno-import-intellisense.json")
    ResponseEntity<String> registries() {
        return ResponseEntity.ok()
                .header("Cache-Control", "public, max-age=86400")
                .contentType(MediaType.APPLICATION_JSON)
                .body(REGISTRIES.strip());
    }

    @GetMapping({"/completions/items", "/completions/items/", "/completions/items/{module}"})
    ResponseEntity<Items> names(@PathVariable(required = false) @Nullable String module) {
        var prefix = module == null ? "" : module;
        var names = modules.names().stream().filter(name -> name.startsWith(prefix)).toList();
        var some = names.stream().limit(MOST_NAMES).toList();
        return answer("public, max-age=86400", new Items(some, some.size() < names.size(), null));
    }

    @GetMapping({"/completions/items/{module}/", "/completions/items/{module}/{version}"})
    ResponseEntity<Items> versions(
            @PathVariable String module, @PathVariable(required = false) @Nullable String version) {
        var known = shelf.versions(module);
        var prefix = version == null ? "" : version;
        var found = known.versions().stream().filter(one -> one.startsWith(prefix)).toList();
        var latest = known.latest();
        return answer(
                "public, max-age=3600",
                new Items(found, false, latest != null && found.contains(latest) ? latest : null));
    }

    @GetMapping("/completions/items/{module}/{version}/{*path}")
    ResponseEntity<Items> paths(
            @PathVariable String module, @PathVariable String version, @PathVariable String path) {
        var prefix = path.startsWith("/") ? path.substring(1) : path;
        var found =
                shelf.files(module, exact(module, version)).stream()
                        .map(file -> file.path().substring(1))
                        .filter(file -> file.startsWith(prefix))
                        .toList();
        return answer(
                version.equals(LATEST)
                        ? "public, max-age=86400"
                        : "public, max-age=2628000, immutable",
                new Items(found, false, null));
    }

    @GetMapping({
        "/completions/resolve/{module}",
        "/completions/resolve/{module}/{version}",
        "/completions/resolve/{module}/{version}/{*path}"
    })
    ResponseEntity<Documentation> resolve(
            @PathVariable String module,
            @PathVariable(required = false) @Nullable String version,
            @PathVariable(required = false) @Nullable String path) {
        var about =
                modules.one(ModuleName.of(module))
                        .orElseThrow(() -> new ModuleRefusal.ModuleNotFound(module).refused());
        var title =
                "**"
                        + about.name()
                        + (version == null ? "" : "@" + exact(module, version))
                        + (path == null ? "" : path)
                        + "**";
        return answer(
                "public, max-age=86400",
                new Documentation("markdown", title + "\n\n" + about.description()));
    }

    private String exact(String module, String version) {
        var latest = version.equals(LATEST) ? shelf.versions(module).latest() : version;
        return latest == null ? "" : latest;
    }

    private static <T> ResponseEntity<T> answer(String keeping, T body) {
        return ResponseEntity.ok()
                .header("Cache-Control", keeping)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
