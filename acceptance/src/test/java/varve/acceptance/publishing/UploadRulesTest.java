package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;

/// Every way in which an upload can end.
@ExtendWith(TellsLogs.class)
class UploadRulesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static Api luca;
    private static String pkg;

    @BeforeAll
    static void luca_has_a_package_and_one_to_depend_on() {
        luca = Shared.varve().api();
        var scope = luca.freshScope("luca");
        pkg = "@" + scope + "/flag";
        luca.createPackage(pkg);
        luca.createPackage("@" + scope + "/cloth");
        cloth(scope, "1.0.0", "\".\": \"./mod.ts\"");
        cloth(scope, "1.1.0", "\".\": \"./mod.ts\", \"./red\": \"./mod.ts\"");
    }

    /// The sub-path is only in the highest version that matches, by which dependencies are checked.
    private static void cloth(String scope, String version, String exports) {
        var files =
                Map.of(
                        "deno.json",
                        "{\"name\":\"@%s/cloth\",\"license\":\"MIT\",\"exports\":{%s}}"
                                .formatted(scope, exports),
                        "mod.ts",
                        "export {};\n");
        var task = luca.upload("@" + scope + "/cloth", version, Tarball.of("./", files)).is(200);
        luca.awaitSuccess(task.json().path("id").asString());
    }

    static Stream<Fixture> fixtures() {
        return Fixtures.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void an_upload_ends_as_the_table_says(Fixture fixture) {
        var version = "0.1." + NEXT.incrementAndGet();
        var sent = luca.upload(pkg, version, fixture.config(), fixture.tarball(pkg)).is(200);
        var task = luca.awaitEnd(sent.json().path("id").asString());

        var error = task.path("error");
        assertThat(error.path("code").asString("")).as(task.toString()).isEqualTo(fixture.code());
        assertThat(error.path("message").asString("")).contains(fixture.message());
        assertThat(task.path("status").asString())
                .isEqualTo(fixture.code().isEmpty() ? "success" : "failure");
        luca.get(Api.packagePath(pkg) + "/versions/" + version)
                .is(fixture.code().isEmpty() ? 200 : 404);
    }

    @Test
    void an_upload_without_compression_is_not_taken() {
        var answer = luca.uploadAs("identity", pkg, "0.2.0", new RawTar().gzip());
        assertThat(answer.is(400).json().path("code").asString())
                .isEqualTo("missingGzipContentEncoding");
    }

    @Test
    void an_upload_of_more_than_20_mebibytes_is_not_taken_whether_it_says_so_or_not() {
        var large = new byte[(20 << 20) + 1];
        for (var answer :
                Stream.of(luca.upload(pkg, "0.2.1", large), luca.stream(pkg, "0.2.2", large))
                        .toList()) {
            assertThat(answer.is(413).json().path("code").asString())
                    .isEqualTo("tarballSizeLimitExceeded");
        }
    }

    @Test
    void an_upload_may_come_without_saying_how_long_it_is() {
        var upload =
                Fixture.of("stream_success", "import \"npm:ms@^2\";\nexport {};\n").tarball(pkg);
        var task = luca.stream(pkg, "0.3.0", upload).is(200).json();
        luca.awaitSuccess(task.path("id").asString());
        var version = luca.get(Api.packagePath(pkg) + "/versions/0.3.0").is(200).json();
        assertThat(version.path("usesNpm").asBoolean()).isTrue();
        luca.get(Api.packagePath(pkg) + "/versions/0.3.0/dependencies").is(200);
    }
}
