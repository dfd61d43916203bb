package varve.query.modules;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;

/// Badges, as shields.io asks for them.
@RestController
class ShieldEndpoint {
    record Shield(int schemaVersion, String label, String namedLogo, String message, String color) {
        static Shield of(String message, String color) {
            return new Shield(1, "deno.land/x", "deno", message, color);
        }
    }

    private final Popularity popularity;
    private final LandShelf shelf;

    ShieldEndpoint(Popularity popularity, LandShelf shelf) {
        this.popularity = popularity;
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
        var ranked = popularity.of(module).orElseThrow(() -> unknown(module));
        return answer(
                switch (ranked.grade()) {
                    case TOP_1 -> Shield.of("Top 1%", "brightgreen");
                    case TOP_5 -> Shield.of("Top 5%", "green");
                    case TOP_10 -> Shield.of("Top 10%", "yellowgreen");
                    case PUBLISHED -> Shield.of("Published", "informational");
                });
    }

    private static ResponseEntity<Shield> answer(Shield shield) {
        return ResponseEntity.ok()
                .header("Cache-Control", "public, max-age=300")
                .contentType(MediaType.APPLICATION_JSON)
                .body(shield);
    }

    private static Refused unknown(String module) {
        return new ModuleRefusal.ModuleNotFound(module).refused();
    }
}
