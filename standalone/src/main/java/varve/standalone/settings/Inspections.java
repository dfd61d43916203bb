package varve.standalone.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// How uploads are looked into.
///
/// @param atOnce how many at the same time, each in a process of its own
/// @param patience after which an attempt ends, whatever holds it up
/// @param fallback the registry in which dependencies are looked up that nobody published here
public record Inspections(int atOnce, Duration patience, Optional<URI> fallback) {
    static Inspections of(Given given) {
        return new Inspections(
                given.number(Setting.WORKERS, 1, 256),
                Duration.ofSeconds(given.number(Setting.ATTEMPT_SECONDS, 1, 86_400)),
                given.optional(Setting.FALLBACK_REGISTRY_URL)
                        .map(url -> Settings.uri(Setting.FALLBACK_REGISTRY_URL, url)));
    }
}
