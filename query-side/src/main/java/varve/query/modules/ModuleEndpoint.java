package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.modules.BuildId;
import varve.contract.modules.ModuleName;

/// deno.land/x's REST API: which modules there are, how builds stand, and how many of each.
@RestController
class ModuleEndpoint {
    private final Modules modules;

    ModuleEndpoint(Modules modules) {
        this.modules = modules;
    }

    record Listed(
            @JsonProperty("total_count") long totalCount,
            ModuleQuery options,
            List<ModuleView> results) {}

    record Stats(
            @JsonProperty("total_count") long totalCount,
            @JsonProperty("total_versions") long totalVersions,
            @JsonProperty("recently_added_modules") List<ModuleView> recentlyAdded,
            @JsonProperty("recently_uploaded_versions") List<Modules.Recent> recentlyUploaded) {}

    record Built(BuildView build) {}

    /// All names and nothing else.
    @GetMapping(value = "/modules", params = "simple=1")
    ResponseEntity<List<String>> names() {
        return ResponseEntity.ok()
                .header("Cache-Control", "max-age=60, must-revalidate")
                .contentType(MediaType.APPLICATION_JSON)
                .body(modules.names());
    }

    @GetMapping("/modules")
    ResponseEntity<Success<Listed>> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String sort) {
        var wanted = ModuleQuery.of(limit, page, query, sort);
        var found = modules.find(wanted);
        return answer(new Listed(found.total(), wanted, found.modules()));
    }

    @GetMapping("/modules/{name}")
    ResponseEntity<Success<ModuleView>> one(@PathVariable String name) {
        return answer(modules.one(known(name)).orElseThrow(() -> unknown(name)));
    }

    @GetMapping("/builds/{id}")
    ResponseEntity<Success<Built>> build(@PathVariable String id) {
        return answer(
                new Built(
                        modules.build(BuildId.of(id))
                                .orElseThrow(() -> new ModuleRefusal.BuildNotFound(id).refused())));
    }

    @GetMapping("/modules/")
    ResponseEntity<Void> noModule() {
        throw new ModuleRefusal.NameMissing().refused();
    }

    @GetMapping({"/builds", "/builds/"})
    ResponseEntity<Void> noBuild() {
        throw new ModuleRefusal.BuildIdMissing().refused();
    }

    @GetMapping("/stats")
    ResponseEntity<Success<Stats>> stats() {
        return answer(
                new Stats(modules.count(), modules.versions(), modules.newest(), modules.recent()));
    }

    private static ModuleName known(String name) {
        try {
            return ModuleName.of(name);
        } catch (Refused _) {
            throw unknown(name);
        }
    }

    private static Refused unknown(String name) {
        return new ModuleRefusal.ModuleNotFound(name).refused();
    }

    /// In JSON without a charset, whatever the client accepts.
    private static <T> ResponseEntity<Success<T>> answer(T data) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Success<>(data));
    }
}
