package varve.command.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import tools.jackson.databind.JsonNode;
import varve.contract.advisory.KnownFlaws.Severity;

/// What of other registries may not enter.
///
/// @param blocked names, or names with a range of versions
/// @param licences that are not wanted, as SPDX has them, in lower case
/// @param quarantine how old a version must be; zero for no matter
/// @param flaws how bad a known flaw is with which nothing enters; absent for no matter
public record Gate(
        List<Blocked> blocked,
        List<String> licences,
        Duration quarantine,
        @Nullable Severity flaws) {
    /// Every version of some packages, or some versions of them.
    public record Blocked(NamePattern names, Optional<String> range) {
        boolean covers(String name, Semver version) {
            return names.covers(name) && range.map(version::satisfies).orElse(true);
        }
    }

    public Gate {
        blocked = List.copyOf(blocked);
        licences = List.copyOf(licences);
    }

    /// Whether a version is kept out for good.
    boolean keepsOut(String name, Semver version, JsonNode manifest) {
        return blocked.stream().anyMatch(each -> each.covers(name, version))
                || licences.contains(licence(manifest));
    }

    /// When a version is old enough to enter. One of unknown age is as new as it is known here.
    Instant opensFor(Instant published) {
        return published.plus(quarantine);
    }

    /// Names these rules, so that what was let in by others is noticed.
    String fingerprint() {
        return Integer.toHexString(toString().hashCode());
    }

    /// Old manifests have an object, and very old ones a list.
    private static String licence(JsonNode manifest) {
        var one = manifest.path("license");
        var text =
                one.isObject()
                        ? one.path("type").asString("")
                        : one.isString() ? one.asString() : "";
        if (text.isEmpty()) {
            text = manifest.path("licenses").path(0).path("type").asString("");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
