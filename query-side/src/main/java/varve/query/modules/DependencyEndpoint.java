package varve.query.modules;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Which packages the code of modules imports, and from where.
@RestController
class DependencyEndpoint {
    record Items(List<Dependents.Source> items) {}

    private final Dependents dependents;

    DependencyEndpoint(Dependents dependents) {
        this.dependents = dependents;
    }

    @GetMapping("/v2/metrics/dependencies")
    Items all() {
        return new Items(dependents.of(""));
    }

    /// @param source for example `/deno.land/x`; `/x` for modules of this registry
    @GetMapping("/v2/metrics/dependencies/{*source}")
    Items of(@PathVariable String source) {
        var found = dependents.of(source.substring(1));
        if (found.isEmpty()) {
            throw new Refused(new Refusal.NoSuchRoute("/v2/metrics/dependencies" + source));
        }
        return new Items(found);
    }
}
