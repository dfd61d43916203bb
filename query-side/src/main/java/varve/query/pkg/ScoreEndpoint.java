package varve.query.pkg;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.pkg.PackageRef;

/// How good a package is to its users.
@RestController
class ScoreEndpoint {
    private final Scores scores;

    ScoreEndpoint(Scores scores) {
        this.scores = scores;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/score")
    Score score(@PathVariable String scope, @PathVariable String name) {
        return scores.of(PackageRef.of(scope, name));
    }
}
