package varve.gateway.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Part;

/// Whether the registry lives, works, and how it fares, for the operator's tools.
@RestController
class HealthEndpoint {
    private static final String FINE = "ok";

    /// @param parts each with `ok` or what is wrong with it
    record Health(String status, Map<String, String> parts) {}

    private final List<Part> parts;
    private final PrometheusMeterRegistry meters;

    HealthEndpoint(List<Part> parts, PrometheusMeterRegistry meters) {
        this.parts = parts;
        this.meters = meters;
    }

    @GetMapping("/livez")
    ResponseEntity<Health> live() {
        return answer(200, new Health("live", Map.of()));
    }

    /// 200 when reads and writes work, 503 with the reasons otherwise.
    @GetMapping("/readyz")
    ResponseEntity<Health> ready() {
        var found = new LinkedHashMap<String, String>();
        boolean ready = true;
        for (var part : parts) {
            var trouble = part.trouble();
            found.put(part.name(), trouble.orElse(FINE));
            ready &= trouble.isEmpty() || !part.vital();
        }
        return ready
                ? answer(200, new Health("ready", found))
                : answer(503, new Health("not ready", found));
    }

    @GetMapping(value = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
    String metrics() {
        return meters.scrape();
    }

    private static ResponseEntity<Health> answer(int status, Health health) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(health);
    }
}
