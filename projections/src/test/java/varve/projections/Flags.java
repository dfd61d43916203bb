package varve.projections;

import java.time.Instant;
import java.util.List;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.projections.version.Listed;

/// `@luca/flag` and its history, for tests of the lists.
public final class Flags {
    public static final PackageRef PACKAGE = PackageRef.of("@luca/flag");

    public static final List<Listed> VERSIONS =
            List.of(
                    listed("0.9.0", true, "2026-01-01T10:00:00Z"),
                    listed("1.0.0", false, "2026-01-02T10:00:00.120Z"),
                    listed("1.10.0", false, "2026-01-04T10:00:00.123456Z"),
                    listed("1.9.0", false, "2026-01-03T10:00:00Z"),
                    listed("2.0.0-beta.1", false, "2026-01-05T10:00:00Z"));

    private Flags() {}

    public static Listed listed(String version, boolean yanked, String createdAt) {
        return new Listed(
                VersionNumber.of(version),
                yanked,
                "",
                Instant.parse(createdAt),
                12,
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
                "{\"name\":\"@jsr/luca__flag\",\"version\":\"%s\",\"type\":\"module\",\"dependencies\":{\"ms\":\"^2.1.3\"}}"
                        .formatted(version));
    }
}
