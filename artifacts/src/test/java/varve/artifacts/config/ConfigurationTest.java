package varve.artifacts.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static varve.artifacts.Fault.CONFIG_FILE_EXPORTS_INVALID;
import static varve.artifacts.Fault.CONFIG_FILE_NAME_MISMATCH;
import static varve.artifacts.Fault.CONFIG_FILE_VERSION_MISMATCH;
import static varve.artifacts.Fault.INVALID_CONFIG_FILE;
import static varve.artifacts.Fault.INVALID_LICENSE;
import static varve.artifacts.Fault.MISSING_CONFIG_FILE;
import static varve.artifacts.Fault.MISSING_LICENSE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.Order;
import varve.artifacts.Tar;
import varve.artifacts.upload.Archive;
import varve.contract.publishing.Contents.Export;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

class ConfigurationTest {
    private static final Order ORDER =
            new Order(
                    VersionRef.of("@luca/flag@1.2.3"),
                    FilePath.of("/jsr.json"),
                    "http://localhost/@luca/flag");

    @Test
    void comments_and_commas_too_many_do_no_harm() throws IOException {
        var configuration =
                read(
                        """
                        \ufeff// the flag
                        {
                          "name": "@luca/flag", /* no version: the command line names it */
                          "license": "mit",
                          "exports": { "./b": "./mod.ts", ".": "./mod.ts", },
                        }
                        """);

        assertThat(configuration.license()).isEqualTo("MIT");
        assertThat(configuration.exports())
                .containsExactly(new Export("./b", "./mod.ts"), new Export(".", "./mod.ts"));
    }

    @Test
    void one_text_is_the_main_entry_point() throws IOException {
        assertThat(read(config("\"exports\": \"./mod.ts\"")).exports())
                .containsExactly(new Export(".", "./mod.ts"));
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments("", INVALID_CONFIG_FILE),
                arguments("[]", INVALID_CONFIG_FILE),
                arguments("{\"name\":", INVALID_CONFIG_FILE),
                arguments("{} {}", INVALID_CONFIG_FILE),
                arguments("{}", INVALID_CONFIG_FILE),
                arguments("{\"name\": 1}", INVALID_CONFIG_FILE),
                arguments("{\"name\": \"flag\"}", INVALID_CONFIG_FILE),
                arguments("{\"name\": \"@luca/flags\"}", CONFIG_FILE_NAME_MISMATCH),
                arguments(config("\"version\": 1"), INVALID_CONFIG_FILE),
                arguments(config("\"version\": \"v1\""), INVALID_CONFIG_FILE),
                arguments(config("\"version\": \"1.2.4\""), CONFIG_FILE_VERSION_MISMATCH),
                arguments(config("\"version\": \"1.2.3\""), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": []"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": {}"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": {\".\": 1}"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": \"mod.ts\""), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": \"./mod\""), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": \"./mod.ts/\""), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": \"./Mod.ts\""), CONFIG_FILE_EXPORTS_INVALID),
                arguments(config("\"exports\": \"./none.ts\""), CONFIG_FILE_EXPORTS_INVALID),
                arguments(exported("a"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(exported("./"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(exported("./a/"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(exported("./a/../b"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(exported("./ä"), CONFIG_FILE_EXPORTS_INVALID),
                arguments(
                        "{\"name\": \"@luca/flag\", \"license\": \"mine\","
                                + " \"exports\": \"./mod.ts\"}",
                        INVALID_LICENSE),
                arguments(
                        "{\"name\": \"@luca/flag\", \"exports\": \"./mod.ts\"}", MISSING_LICENSE));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void refuses(String text, Fault fault) {
        assertThat(refused(Map.of("/jsr.json", text, "/mod.ts", ""))).isEqualTo(fault);
    }

    @Test
    void the_file_must_be_there() {
        assertThat(refused(Map.of("/deno.json", "{}"))).isEqualTo(MISSING_CONFIG_FILE);
    }

    @Test
    void an_unknown_licence_file_is_none() {
        var files =
                Map.of(
                        "/jsr.json", "{\"name\": \"@luca/flag\", \"exports\": \"./mod.ts\"}",
                        "/mod.ts", "",
                        "/LICENSE", "Do what you like.");

        assertThat(refused(files)).isEqualTo(INVALID_LICENSE);
    }

    @ParameterizedTest
    @CsvSource({
        "Apache-2.0, Apache-2.0",
        "apache 2.0, Apache-2.0",
        "MIT OR Apache-2.0, MIT OR Apache-2.0",
        "GPL-2.0-only WITH Classpath-exception-2.0, GPL-2.0-only WITH Classpath-exception-2.0",
    })
    void knows_spdx(String said, String meant) {
        assertThat(Spdx.expression(said)).contains(meant);
    }

    private static String config(String more) {
        return "{\"name\": \"@luca/flag\", \"license\": \"MIT\", " + more + "}";
    }

    private static String exported(String key) {
        return config("\"exports\": {\"" + key + "\": \"./mod.ts\"}");
    }

    private static Configuration read(String text) throws IOException {
        return read(Map.of("/jsr.json", text, "/mod.ts", ""));
    }

    private static Configuration read(Map<String, String> files) throws IOException {
        var upload = Archive.read(new ByteArrayInputStream(Tar.upload(files)));
        return Configuration.of(upload, ORDER);
    }

    private static Fault refused(Map<String, String> files) {
        var refused = catchThrowableOfType(Faulted.class, () -> read(files));
        assertThat(refused).isNotNull();
        return refused.fault();
    }
}
