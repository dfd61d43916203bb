package varve.artifacts.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.artifacts.Faulted;
import varve.artifacts.Tar;

class NpmArchiveTest {
    private static final String MANIFEST = "{\"name\":\"@luca/flag\",\"version\":\"1.0.0\"}";

    private static Tar flag() {
        return new Tar().file("package/package.json", MANIFEST);
    }

    private static NpmArchive read(Tar tar) throws IOException {
        return NpmArchive.read(new ByteArrayInputStream(tar.gzip()));
    }

    @Test
    void holds_the_manifest_and_counts_the_rest() throws IOException {
        var archive =
                read(
                        flag().file("package/index.js", "x".repeat(100_000))
                                .file("package/a name with [odd] signs.txt", ""));

        assertThat(archive.packageJson()).asString().isEqualTo(MANIFEST);
        assertThat(archive.files()).isEqualTo(3);
        assertThat(archive.unpackedSize()).isEqualTo(100_000 + MANIFEST.length());
        assertThat(archive.bindingGyp()).isFalse();
    }

    @Test
    void sees_that_installing_would_compile() throws IOException {
        assertThat(read(flag().file("package/binding.gyp", "{}")).bindingGyp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.js",
                "other/index.js",
                "package/../../etc/passwd",
                "package/./index.js",
                "package//index.js",
                "package/a\\b.js",
                "/package/index.js",
                "package/Package.JSON"
            })
    void refuses_what_could_land_elsewhere_or_on_another_file(String name) {
        assertThatThrownBy(() -> read(flag().file(name, "x"))).isInstanceOf(Faulted.class);
    }

    @Test
    void refuses_links_and_a_tarball_without_a_manifest() {
        assertThatThrownBy(() -> read(flag().entry("package/l", '2', new byte[0])))
                .isInstanceOf(Faulted.class);
        assertThatThrownBy(() -> read(new Tar().file("package/index.js", "x")))
                .hasMessageContaining("package.json");
    }
}
