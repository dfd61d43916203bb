package varve.projections.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import varve.blobs.Bucket;
import varve.blobs.MemoryBlobs;
import varve.blobs.Packuments;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.contract.PublicAddresses;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.eventlog.EventJson;

class ReleasePackumentTest {
    static final PublicAddresses ADDRESSES =
            new PublicAddresses(
                    URI.create("https://varve.example/"), URI.create("https://npm.example/"));
    static final PackageRef PACKAGE = PackageRef.of("@luca/flag");
    static final Optional<Readmes.Readme> README =
            Optional.of(new Readmes.Readme("README.md", "# Flags\n"));
    static final Instant DAY = Instant.parse("2026-01-01T10:00:00Z");

    static Release release(String version, boolean tombstoned, String deprecated) {
        return new Release(
                VersionNumber.of(version),
                false,
                tombstoned,
                deprecated,
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "z4PhNX7v",
                3,
                171,
                version.startsWith("2"),
                "luca",
                null,
                DAY.plusSeconds(version.charAt(0) - '0'));
    }

    static String manifest(String version) {
        return """
        {"name":"@luca/flag","version":"%s","description":"Draws flags","license":"MIT",\
        "main":"index.js","scripts":{"test":"node test.js"},"dependencies":{"ms":"^2.1.3"}}\
        """
                .formatted(version);
    }

    /// Which versions' manifests were read, one list for each time.
    final List<List<String>> read = new ArrayList<>();

    final Versions versions =
            new Versions(
                    ADDRESSES,
                    Signed.SIGNATURES,
                    (_, wanted) -> {
                        read.add(wanted);
                        return wanted.stream()
                                .collect(Collectors.toMap(each -> each, each -> manifest(each)));
                    });
    final MemoryBlobs shelf = new MemoryBlobs();

    static ReleasePackument packument(List<Release> releases, Map<String, String> tags) {
        return new ReleasePackument(
                PACKAGE,
                42,
                DAY,
                DAY.plusSeconds(60),
                releases,
                tags,
                List.of("luca", "mara"),
                new TreeSet<>(Set.of("ned", "mara")));
    }

    static final ReleasePackument HISTORY =
            packument(
                    List.of(
                            release("0.9.0", true, ""),
                            release("1.0.0", false, "use 2"),
                            release("2.0.0", false, ""),
                            release("3.0.0-rc.1", false, "")),
                    Map.of("latest", "2.0.0", "next", "3.0.0-rc.1", "old", "0.9.0"));

    @ParameterizedTest
    @EnumSource
    void every_form_is_written_as_it_always_was(Paths.Form form) throws IOException {
        lay(HISTORY);

        var plain =
                shelf.bytes(Paths.packument("@luca/flag", form, Paths.Packing.PLAIN)).orElseThrow();
        var packed =
                shelf.bytes(Paths.packument("@luca/flag", form, Paths.Packing.GZIP)).orElseThrow();

        assertThat(new String(plain, StandardCharsets.UTF_8))
                .isEqualTo(golden(form.name().toLowerCase(Locale.ROOT), plain));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(plain);
    }

    @Test
    void all_that_clients_read_lies_on_the_shelf() {
        lay(HISTORY);

        assertThat(shelf.keys(Bucket.NPM))
                .containsExactly(
                        "-/package/@luca/flag/dist-tags",
                        "-/package/@luca/flag/full.json",
                        "-/package/@luca/flag/full.json.br",
                        "-/package/@luca/flag/full.json.gz",
                        "-/package/@luca/flag/install.json",
                        "-/package/@luca/flag/install.json.br",
                        "-/package/@luca/flag/install.json.gz");
    }

    @Test
    void where_latest_is_gone_the_highest_stable_version_takes_its_place() {
        var left = packument(HISTORY.releases(), Map.of("latest", "0.9.0"));
        assertThat(full(left).path("dist-tags").path("latest").asString()).isEqualTo("2.0.0");
    }

    @Test
    void once_all_is_gone_only_the_story_is_left() {
        var all = full(packument(List.of(release("1.0.0", true, "")), Map.of()));
        assertThat(all.path("versions").size()).isZero();
        assertThat(all.path("dist-tags").size()).isZero();
        assertThat(all.path("time").path("unpublished").path("versions").get(0).asString())
                .isEqualTo("1.0.0");
    }

    @Test
    void a_large_one_lies_there_packed_only_and_a_small_one_in_every_form_again() {
        lay(many(1_000));
        assertThat(shelf.keys(Bucket.NPM))
                .containsExactly(
                        "-/package/@luca/flag/dist-tags",
                        "-/package/@luca/flag/full.json.gz",
                        "-/package/@luca/flag/install.json.gz");
        for (var form : Paths.Form.values()) {
            var all = EventJson.mapper().readTree(Packuments.own(shelf, "@luca/flag", form).get());
            assertThat(all.path("versions").propertyNames())
                    .isEqualTo(names(many(1_000).releases()));
            assertThat(all.path("time").size()).isEqualTo(1_002);
        }
        lay(HISTORY);
        assertThat(shelf.keys(Bucket.NPM)).hasSize(7);
        lay(many(1_000));
        assertThat(shelf.keys(Bucket.NPM)).hasSize(3);
    }

    @Test
    void of_many_versions_only_those_around_a_new_one_are_written_again() {
        lay(many(1_000));
        read.clear();
        lay(many(1_001));
        assertThat(read).hasSize(1);
        assertThat(read.getFirst()).hasSizeBetween(1, 128).contains("1.0.1000");
    }

    @Test
    void what_was_written_before_changes_nothing_of_the_bytes() {
        IntStream.of(3, 400, 900).forEach(count -> lay(many(count)));
        lay(many(1_001));
        var grown = shelf.bytes(packed(Paths.Form.FULL)).orElseThrow();
        var fresh = new ReleasePackumentTest();
        fresh.lay(many(1_001));
        assertThat(fresh.shelf.bytes(packed(Paths.Form.FULL)).orElseThrow()).isEqualTo(grown);
    }

    @Test
    void where_the_first_versions_are_gone_the_document_is_sound_too() {
        var releases = new ArrayList<>(many(200).releases());
        for (int i = 0; i < 150; i++) {
            releases.set(i, release("1.0." + i, true, ""));
        }
        var all = full(packument(releases, Map.of()));
        assertThat(all.path("versions").propertyNames())
                .isEqualTo(names(releases.subList(150, 200)));
        assertThat(all.path("time").size()).isEqualTo(202);
    }

    private static ReleasePackument many(int count) {
        var releases =
                IntStream.range(0, count).mapToObj(i -> release("1.0." + i, false, "")).toList();
        return packument(releases, Map.of("latest", "1.0." + (count - 1)));
    }

    private static Set<String> names(List<Release> releases) {
        return releases.stream()
                .map(release -> release.version().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Place packed(Paths.Form form) {
        return Paths.packument("@luca/flag", form, Paths.Packing.GZIP);
    }

    private void lay(ReleasePackument packument) {
        var latest = packument.latest().map(release -> manifest(release.version().text()));
        packument.render(versions, latest.map(EventJson.mapper()::readTree), README).lay(shelf);
    }

    private JsonNode full(ReleasePackument packument) {
        lay(packument);
        return EventJson.mapper()
                .readTree(Packuments.own(shelf, "@luca/flag", Paths.Form.FULL).orElseThrow());
    }

    /// A new form gets its file by running this test with `-Dvarve.golden=write`.
    private static String golden(String name, byte[] written) throws IOException {
        var file = Path.of("src/test/resources/npm/packument." + name + ".json");
        if (Files.notExists(file) && "write".equals(System.getProperty("varve.golden"))) {
            Files.createDirectories(file.getParent());
            Files.write(file, written);
        }
        return Files.readString(file);
    }
}
