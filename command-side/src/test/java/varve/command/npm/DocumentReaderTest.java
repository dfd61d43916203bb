package varve.command.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.contract.Refused;

class DocumentReaderTest {
    private static final byte[] BYTES = "a tarball".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    private static final String DATA = Base64.getEncoder().encodeToString(BYTES);

    private static Document read(String json) throws IOException {
        return DocumentReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String attachments(String length) {
        return """
        "_attachments": {
          "@luca/flag-1.0.0.sigstore": {"data": "{}", "length": 2},
          "@luca/flag-1.0.0.tgz": {"content_type": "application/octet-stream",
            "data": "%s", "length": %s}}
        """
                .formatted(DATA, length);
    }

    private static final String VERSIONS =
            """
            "versions": {"1.0.0": {"name": "@luca/flag", "version": "1.0.0"}}\
            """;

    @Test
    void the_tarball_may_come_before_what_it_is() throws IOException {
        var json =
                "{%s, %s, \"dist-tags\": {\"next\": \"1.0.0\"}, \"name\": \"@luca/flag\"}"
                        .formatted(attachments("" + BYTES.length), VERSIONS);

        try (var document = read(json)) {
            assertThat(document.name).isEqualTo("@luca/flag");
            assertThat(document.tags()).containsEntry("next", "1.0.0");
            assertThat(document.deprecations()).containsOnlyKeys("1.0.0");
            var tarball = Objects.requireNonNull(document.tarball);
            assertThat(Files.readAllBytes(tarball.file())).isEqualTo(BYTES);
            assertThat(tarball.size()).isEqualTo(BYTES.length);
            assertThat(tarball.sha1()).hasSize(40);
        }
    }

    @Test
    void a_changed_document_says_what_is_deprecated() throws IOException {
        var json =
                """
                {"_rev": "7-ab", "_attachments": {}, "versions": {
                  "1.0.0": {"deprecated": "old"}, "2.0.0": {}}}
                """;
        try (var document = read(json)) {
            assertThat(document.tarball).isNull();
            assertThat(document.revision).isEqualTo("7-ab");
            assertThat(document.deprecations()).containsEntry("1.0.0", "old");
            assertThat(document.deprecations()).containsEntry("2.0.0", "");
        }
    }

    @Test
    void a_tarball_of_another_length_than_announced_is_refused() {
        assertThatThrownBy(() -> read("{" + attachments("3") + "}"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TarballMismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"versions\": {\"1.0.0\": {\"bin\": 1, \"bin\": 2}}}",
                "{\"versions\": []}",
                "{\"_attachments\": {\"a.tgz\": {\"data\": \"%%%\"}}}"
            })
    void what_two_readers_could_understand_differently_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Refused.class);
    }
}
