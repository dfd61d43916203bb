package varve.query.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;

/// `npm access get status`. Whoever may not know of a private package never gets this far.
@RestController
class VisibilityEndpoint {
    private static final String PRIVATE =
            """
            select package.private or scope.private from varve_read.package
            join varve_read.scope on scope.name = package.scope
            where (package.scope, package.name) = (?, ?)
            """;

    private final JdbcClient db;

    VisibilityEndpoint(JdbcClient db) {
        this.db = db;
    }

    record Seen(@JsonProperty("public") boolean byEverybody) {}

    /// @param access `public` or `restricted`
    record Status(String access) {}

    @GetMapping("/~npm/-/package/@{scope}/{name}/visibility")
    Seen visibility(@PathVariable String scope, @PathVariable String name) {
        return new Seen(isPublic(scope, name));
    }

    /// The same for pnpm.
    @GetMapping("/~npm/-/package/@{scope}/{name}/access")
    Status status(@PathVariable String scope, @PathVariable String name) {
        return new Status(isPublic(scope, name) ? "public" : "restricted");
    }

    private boolean isPublic(String scope, String name) {
        var pkg = PackageRef.of(scope, name);
        return db.sql(PRIVATE)
                .params(pkg.scope().text(), pkg.name().text())
                .query(Boolean.class)
                .optional()
                .map(hidden -> !hidden)
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }
}
