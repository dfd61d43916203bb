package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// What programs are told, under JSR's addresses, of the files of a version.
@ExtendWith(TellsLogs.class)
class PublishedFilesTest {
    private static Bench bench;
    private static Map<String, String> files;

    @BeforeAll
    static void a_version_with_a_folder_and_a_picture() {
        bench = Bench.in(Shared.varve());
        files =
                Map.of(
                        "deno.json",
                        "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}"
                                .formatted(bench.pkg()),
                        "mod.ts",
                        "export const flag: string = \"<white>\";\n",
                        "masts/fore.ts",
                        "export const mast = 1;\n",
                        "sail.bin",
                        "\u0000\u0001");
        var sent = bench.luca().upload(bench.pkg(), "1.0.0", Tarball.of("./", files)).is(200);
        bench.luca().awaitSuccess(sent.json().path("id").asString());
    }

    @Test
    void a_folder_is_listed_and_a_file_is_shown_as_harmless_text() {
        var root = source("1.0.0", "/").is(200).json();
        assertThat(root.path("version").path("version").asString()).isEqualTo("1.0.0");
        assertThat(root.path("source").path("kind").asString()).isEqualTo("dir");
        assertThat(root.path("source").path("entries"))
                .extracting(entry -> entry.path("name").asString())
                .containsExactly("masts", "deno.json", "mod.ts", "sail.bin");
        assertThat(root.at("/source/entries/0/kind").asString()).isEqualTo("dir");

        var mod = source("latest", "/mod.ts").is(200).json().path("source");
        assertThat(mod.path("size").asInt()).isEqualTo(files.getOrDefault("mod.ts", "").length());
        assertThat(mod.path("view").asString()).contains("&lt;white&gt;").doesNotContain("<white>");
        var inside = source("1.0.0", "masts/fore.ts").is(200).json().path("source");
        assertThat(inside.path("view").asString()).contains("mast");
        assertThat(source("1.0.0", "/sail.bin").is(200).json().at("/source/view").isMissingNode())
                .isTrue();
    }

    @Test
    void the_lists_that_clients_read_can_be_looked_at_too() {
        assertThat(view("/meta.json")).contains("latest");
        assertThat(view("/1.0.0_meta.json")).contains("manifest", "/masts/fore.ts");
    }

    @Test
    void what_is_not_there_is_said_not_to_be_there() {
        refused(source("1.0.0", "/mast.ts"), "packagePathNotFound");
        source("1.0.0", "/../deno.json").is(400);
        refused(source("7.7.7", "/"), "packageVersionNotFound");
        refused(ask("/versions/7.7.7/tarball"), "packageVersionNotFound");
        var nobodys = Api.packagePath(bench.pkg() + "x") + "/downloads";
        refused(bench.luca().anonymous().get(nobodys), "packageNotFound");
    }

    @Test
    void the_tarball_holds_what_was_uploaded_and_is_the_same_every_time() throws IOException {
        var tarball = ask("/versions/latest/tarball").is(200);
        assertThat(tarball.contentType()).contains("application/gzip");
        assertThat(unpacked(tarball.bytes())).isEqualTo(new TreeMap<>(files));
        assertThat(ask("/versions/1.0.0/tarball").bytes()).isEqualTo(tarball.bytes());
    }

    @Test
    void nothing_was_taken_of_what_nobody_took() {
        var told = ask("/downloads").is(200).json();
        assertThat(told.path("recentVersions").get(0).path("version").asString())
                .isEqualTo("1.0.0");
        assertThat(told.path("total").isArray()).isTrue();
    }

    /// Counts are told to the log every 20 seconds.
    @Tag("long")
    @Test
    void whatever_was_taken_counts_by_day_and_by_kind_of_client() {
        var root = Shared.varve().registry();
        Web.get(root.resolve("/" + bench.pkg() + "/1.0.0_meta.json"), "Accept", "*/*").is(200);
        var npmName = "@jsr/" + bench.pkg().substring(1).replace("/", "__");
        var packument = Web.get(Shared.varve().npm().resolve("/" + npmName)).is(200).json();
        var tarball = packument.path("versions").path("1.0.0").at("/dist/tarball").asString();
        Web.get(Shared.varve().npm().resolve(tarball)).is(200);

        eventually(
                Duration.ofSeconds(60),
                () -> {
                    var total = ask("/downloads").is(200).json().path("total");
                    assertThat(total)
                            .extracting(bucket -> bucket.path("kind").asString())
                            .contains("jsr_meta", "npm_tarball");
                });
        var npm = Shared.varve().npm().resolve("/downloads/point/last-day/" + npmName);
        assertThat(Web.get(npm).is(200).json().path("downloads").asInt()).isGreaterThan(1);
    }

    @Test
    void staff_have_an_attempt_made_again_that_failed() {
        var scope = bench.pkg().substring(1, bench.pkg().indexOf('/'));
        var mast = "@" + scope + "/mast";
        bench.luca().createPackage(mast);
        var failed = awaitEnd(mast, "import \"jsr:@%s/rope@1\";\n".formatted(scope));
        var requeue = "/api/admin/publishing_tasks/" + failed.path("id").asString() + "/requeue";
        var staff = Shared.varve().api().staff();
        var rope = "@" + scope + "/rope";
        bench.luca().createPackage(rope);
        var module = Map.of("deno.json", config(rope), "mod.ts", "export {};\n");
        var sent = bench.luca().upload(rope, "1.0.0", Tarball.of("./", module)).is(200);
        bench.luca().awaitSuccess(sent.json().path("id").asString());

        staff.post(requeue, Map.of()).is(204);

        eventually(
                Duration.ofSeconds(60),
                () -> bench.luca().get(Api.packagePath(mast) + "/versions/1.0.0").is(200));
        staff.post(requeue, Map.of()).is(404);
    }

    @Test
    void staff_read_who_did_what_under_the_names_that_jsr_has_for_it() {
        var staff = Shared.varve().api().staff();
        var scope = staff.freshScope("told");
        staff.patch("/api/scopes/" + scope, Map.of("description", "Flags of all colours")).is(200);

        var told =
                staff.get("/api/admin/audit_logs?sudoOnly=true&limit=5&query=" + scope)
                        .is(200)
                        .json();

        assertThat(told.path("total").asInt()).isGreaterThanOrEqualTo(2);
        var latest = told.path("items").get(0);
        assertThat(latest.path("action").asString()).isEqualTo("scope_set_description");
        assertThat(latest.path("isSudo").asBoolean()).isTrue();
        assertThat(latest.path("meta").path("scope").asString()).isEqualTo(scope);
        assertThat(latest.path("actor").path("id").asString())
                .isEqualTo(staff.get("/api/user").json().path("id").asString());
    }

    private static JsonNode awaitEnd(String pkg, String mod) {
        var packed = Tarball.of("./", Map.of("deno.json", config(pkg), "mod.ts", mod));
        var sent = bench.luca().upload(pkg, "1.0.0", packed).is(200).json();
        return bench.luca().awaitEnd(sent.path("id").asString());
    }

    private static String config(String pkg) {
        return "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}".formatted(pkg);
    }

    private static String view(String path) {
        return source("1.0.0", path).is(200).json().at("/source/view").asString();
    }

    private static Answer source(String version, String path) {
        return ask("/versions/" + version + "/source?path=" + path);
    }

    private static Answer ask(String below) {
        return bench.luca().anonymous().get(Api.packagePath(bench.pkg()) + below);
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.is(404).json().path("code").asString()).isEqualTo(code);
    }

    private static Map<String, String> unpacked(byte[] tarball) throws IOException {
        var found = new TreeMap<String, String>();
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(tarball)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var content = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                found.put(entry.getName().replaceFirst("^\\./", ""), content);
            }
        }
        return found;
    }
}
