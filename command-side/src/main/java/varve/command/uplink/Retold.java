package varve.command.uplink;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.Signatures;
import varve.contract.advisory.KnownFlaws.Known;

/// Another registry's packument as this one tells it: only the versions that may enter, their
/// tarballs at addresses of this registry, signed by it.
///
/// @param full the whole document
/// @param files where the tarballs really are, by the names they have here
/// @param opens when the next version is old enough, absent when none waits
record Retold(ObjectNode full, Map<String, Origin.File> files, @Nullable Instant opens) {
    /// @param npm address of this registry's npm host
    record Teller(Gate gate, Known flaws, Signatures signatures, URI npm) {
        /// @throws UplinkTrouble when it is no packument of that package
        Retold of(String name, JsonNode document, Instant now) throws UplinkTrouble {
            if (!(document instanceof ObjectNode full)
                    || !full.path("name").asString("").equals(name)
                    || !full.path("versions").isObject()) {
                throw new UplinkTrouble("what was answered is no packument of " + name);
            }
            var choice = new Choice(this, name, full, now);
            full.path("versions").forEachEntry(choice::consider);
            full.set("versions", choice.versions);
            full.remove("_attachments");
            choice.repairTags();
            choice.repairTimes();
            return new Retold(full, choice.files, choice.opens);
        }
    }

    private static final class Choice {
        final ObjectNode versions = JsonNodeFactory.instance.objectNode();
        final Map<String, Origin.File> files = new HashMap<>();
        private final Teller teller;
        private final String name;
        private final ObjectNode full;
        private final Instant now;
        private @Nullable Semver highest;
        @Nullable Instant opens;

        Choice(Teller teller, String name, ObjectNode full, Instant now) {
            this.teller = teller;
            this.name = name;
            this.full = full;
            this.now = now;
        }

        void consider(String version, JsonNode manifest) {
            var number = Semver.parse(version);
            if (number == null
                    || !(manifest instanceof ObjectNode fields)
                    || !(fields.path("dist") instanceof ObjectNode dist)
                    || teller.flaws().concerns().test(version)
                    || teller.gate().keepsOut(name, number, manifest)) {
                return;
            }
            var entry = teller.gate().opensFor(published(version));
            if (entry.isAfter(now)) {
                opens = opens == null || entry.isBefore(opens) ? entry : opens;
                return;
            }
            list(version, number, fields, dist);
        }

        private void list(String version, Semver number, ObjectNode fields, ObjectNode dist) {
            var real = dist.path("tarball").asString("");
            var integrity = dist.path("integrity").asString("");
            var shasum = dist.path("shasum").asString("");
            if (real.isEmpty() || (integrity.isEmpty() && shasum.isEmpty())) {
                return;
            }
            var file = name.substring(name.indexOf('/') + 1) + "-" + version + ".tgz";
            files.put(file, new Origin.File(version, real, integrity, shasum));
            dist.put("tarball", teller.npm().resolve("/" + name + "/-/" + file).toString());
            dist.remove("attestations");
            dist.remove("npm-signature");
            dist.remove("signatures");
            if (!integrity.isEmpty()) {
                teller.signatures().sign(dist, name, version);
            }
            versions.set(version, fields);
            if (number.isStable() && (highest == null || number.isGreaterThan(highest))) {
                highest = number;
            }
        }

        /// Of a version whose age nobody tells, it is not known that it is old enough.
        private Instant published(String version) {
            try {
                return Instant.parse(full.path("time").path(version).asString(""));
            } catch (DateTimeParseException _) {
                return teller.gate().quarantine().isZero() ? Instant.EPOCH : now;
            }
        }

        /// A tag must not point to what is not there; `latest` must point somewhere.
        void repairTags() {
            var tags = JsonNodeFactory.instance.objectNode();
            full.path("dist-tags")
                    .forEachEntry((tag, version) -> {
                        if (versions.has(version.asString(""))) {
                            tags.set(tag, version);
                        }
                    });
            if (!tags.has("latest")) {
                Optional.ofNullable(highest)
                        .map(Semver::getVersion)
                        .or(() -> versions.propertyNames().stream().reduce((_, last) -> last))
                        .ifPresent(version -> tags.put("latest", version));
            }
            full.set("dist-tags", tags);
        }

        void repairTimes() {
            if (full.path("time") instanceof ObjectNode times) {
                times.propertyNames().stream()
                        .filter(key -> Semver.parse(key) != null && !versions.has(key))
                        .toList()
                        .forEach(times::remove);
            }
        }
    }
}
