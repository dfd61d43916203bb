package varve.projections.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.JsonNode;
import varve.blobs.MemoryBlobs;
import varve.contract.PublicAddresses;
import varve.eventlog.EventJson;
import varve.projections.Flags;
import varve.projections.version.Listed;

class PackumentFileTest {
    static final PublicAddresses ADDRESSES =
            new PublicAddresses(
                    URI.create("https://varve.example/"), URI.create("https://npm.example/"));

    static final JdbcClient NOWHERE = JdbcClient.create(new SimpleDriverDataSource());

    final PackumentFile file =
            new PackumentFile(
                    new MemoryBlobs(),
                    ADDRESSES,
                    Signed.SIGNATURES,
                    new Likers(NOWHERE),
                    new Readmes(NOWHERE, new MemoryBlobs()));

    @Test
    void yanked_versions_are_left_out_and_the_highest_stable_one_is_latest() {
        var packument = packument(Flags.VERSIONS);
        assertThat(packument.path("name").asString()).isEqualTo("@jsr/luca__flag");
        assertThat(packument.path("dist-tags").path("latest").asString()).isEqualTo("1.10.0");
        assertThat(packument.path("versions").propertyNames())
                .containsExactly("1.0.0", "1.10.0", "1.9.0", "2.0.0-beta.1");
        assertThat(packument.path("time").propertyNames())
                .containsExactly("created", "modified", "1.0.0", "1.10.0", "1.9.0", "2.0.0-beta.1");
    }

    @Test
    void each_version_repeats_the_manifest_in_its_tarball_and_says_where_that_is() {
        var version = packument(Flags.VERSIONS).path("versions").path("1.0.0");
        assertThat(version.path("dependencies").path("ms").asString()).isEqualTo("^2.1.3");
        assertThat(version.path("description").asString()).isEqualTo("Feature flags");
        assertThat(version.path("dist").path("tarball").asString())
                .isEqualTo("https://npm.example/~/12/@jsr/luca__flag/1.0.0.tgz");
        assertThat(version.path("dist").path("integrity").asString()).startsWith("sha512-z4PhNX7");
        assertThat(version.path("dist").path("shasum").asString()).hasSize(40);
    }

    @Test
    void npm_needs_a_latest_so_a_prerelease_serves_where_nothing_is_stable() {
        var beta = List.of(Flags.listed("2.0.0-beta.1", false, "2026-01-05T10:00:00Z"));
        assertThat(packument(beta).path("dist-tags").path("latest").asString())
                .isEqualTo("2.0.0-beta.1");
    }

    @Test
    void the_same_rows_give_the_same_bytes() {
        assertThat(bytes(Flags.VERSIONS)).isEqualTo(bytes(Flags.VERSIONS));
    }

    private JsonNode packument(List<Listed> versions) {
        return EventJson.mapper().readTree(bytes(versions));
    }

    private byte[] bytes(List<Listed> versions) {
        return Packument.bytes(
                file.packument(Flags.PACKAGE, "Feature flags", null, versions, Map.of()));
    }
}
