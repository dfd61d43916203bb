package varve.query.docs;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.pkg.PackageRef;

/// What changed between two versions, for programs.
@RestController
class DiffEndpoint {
    private final Comparison comparison;

    DiffEndpoint(Comparison comparison) {
        this.comparison = comparison;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/diff/{before}/{after}")
    Differences diff(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String before,
            @PathVariable String after) {
        return comparison.of(PackageRef.of(scope, name), before, after);
    }
}
