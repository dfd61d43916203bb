package varve.query.modules;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Badges, as shields.io asks for them. The place of a module among the others goes by its stars.
@RestController
class ShieldEndpoint {
    private static final String LATEST =
            """
            select position from (
                select name, 100 * rank() over (order by stars desc) / count(*) over () as position
                from varve_read.module
                where not unlisted and exists (
                    select from varve_read.build
                    where module = name and published is not null)) as ranked
            where name = ?
            """;

    record Shield(int schemaVersion, String label, String namedLogo, String message, String color) {
        static Shield of(String message, String color) {
            return new Shield(1, "deno.land/x", "deno", message, color);
        }
    }

    private final JdbcClient db;
    private final LandShelf shelf;

    ShieldEndpoint(JdbcClient db, LandShelf shelf) {
        this.db = db;
        this.shelf = shelf;
    }

    @GetMapping("/shields/{module}/version")
    ResponseEntity<Shield> version(@PathVariable String module) {
        @Nullable String latest = shelf.versions(module).latest();
        if (latest == null) {
            throw unknown(module);
        }
        return answer(Shield.of(latest, "informational"));
    }

    @GetMapping("/shields/{module}/popularity")
    ResponseEntity<Shield> popularity(@PathVariable String module) {
        int position =
                db.sql(LATEST)
                        .param(module)
                        .query((row, _) -> row.getInt("position"))
                        .optional()
                        .orElseThrow(() -> unknown(module));
        return answer(
                position <= 1
                        ? Shield.of("Top 1%", "brightgreen")
                        : position < 5
                                ? Shield.of("Top 5%", "green")
                                : position < 10
                                        ? Shield.of("Top 10%", "yellowgreen")
                                        : Shield.of("Published", "informational"));
    }

    private static ResponseEntity<Shield> answer(Shield shield) {
        return ResponseEntity.ok()
                .header("Cache-Control", "public, max-age=300")
                .contentType(MediaType.APPLICATION_JSON)
                .body(shield);
    }

    private static Refused unknown(String module) {
        return new Refused(new Refusal.OfModules.ModuleNotFound(module));
    }
}
