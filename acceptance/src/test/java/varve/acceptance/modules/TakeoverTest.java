package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An installation of deno_registry2 moves in.
class TakeoverTest {
    final Land land = Land.shared();
    final String oak = Hook.freshName();
    final String idle = Hook.freshName();
    final long repository = ThreadLocalRandom.current().nextLong(1, 1L << 40);
    final String tail = HexFormat.of().toHexDigits(repository, 16);
    final String first = "5ef1" + tail + "a001";
    final String failed = "5ef1" + tail + "a002";
    final String stuck = "5ef1" + tail + "a003";

    @TempDir Path folder;
    DenoExport export;

    @BeforeEach
    void there_is_an_installation() {
        export =
                new DenoExport(folder)
                        .module(oak, repository, Instant.parse("2020-06-25T12:00:00.123Z"), false)
                        .module(idle, repository + 1, Instant.parse("2020-06-26T12:00:00Z"), true)
                        .build(first, oak, "1.0.0", "success", "Published module.")
                        .build(failed, oak, "2.0.0", "error", "Module too large (9 bytes).")
                        .build(stuck, oak, "3.0.0", "publishing", "")
                        .quota("luca-" + tail, "\"max_modules\":{\"$numberInt\":\"7\"}")
                        .quota("mia-" + tail, "\"max_modules\":null,\"blocked\":true")
                        .words("pine" + tail + "\n\n")
                        .versions(oak, "1.0.0", "1.1.0");
        export.into(land).is(200, "2 modules, 2 versions, 0 troubles\n");
    }

    @Test
    void modules_are_what_they_were() {
        land.get("/modules/" + oak)
                .is(
                        200,
                        ("{\"success\":true,\"data\":{\"name\":\"%s\",\"description\":\"Move"
                                        + " along, just for testing\",\"star_count\":2}}")
                                .formatted(oak));
        land.get("/modules/" + idle).is(200);
        assertThat(land.get("/modules?simple=1").text()).contains(oak).doesNotContain(idle);
        assertThat(land.get("/modules?sort=oldest&limit=100").text()).contains(oak);
        assertThat(land.history(oak))
                .startsWith("module.imported")
                .contains("module.build-imported");
    }

    @Test
    void versions_keep_their_order_and_their_bytes() {
        assertThat(land.get("/cdn/" + oak + "/meta/versions.json").text())
                .isEqualTo("{\"latest\":\"1.1.0\",\"versions\":[\"1.0.0\",\"1.1.0\"]}");
        assertThat(land.get("/cdn/" + idle + "/meta/versions.json").text())
                .isEqualTo("{\"latest\":null,\"versions\":[]}");
        land.get("/x/" + oak + "@1.0.0/mod.ts").is(200, "export const version = \"1.0.0\";\n");
        land.get("/x/" + oak + "@1.0.0/fixtures/%25").is(200, "odd\n");
        var meta = oak + "/versions/1.0.0/meta/meta.json";
        land.get("/cdn/" + meta).is(200, export.bucket(meta));
    }

    @Test
    void builds_keep_their_ids_and_how_they_ended() {
        var build = land.get("/builds/" + first).is(200).json().path("data").path("build");
        assertThat(build.path("created_at").asString()).isEqualTo("2020-07-01T10:00:00.123Z");
        assertThat(build.path("status").asString()).isEqualTo("success");
        assertThat(build.path("options").toString())
                .isEqualTo(
                        ("{\"type\":\"github\",\"moduleName\":\"%1$s\",\"repository\":"
                                        + "\"luca-rand/%1$s\",\"ref\":\"v1.0.0\","
                                        + "\"version\":\"1.0.0\"}")
                                .formatted(oak));
        assertThat(land.get("/builds/" + failed).text())
                .contains("\"status\":\"error\",\"message\":\"Module too large (9 bytes).\"");
        assertThat(land.get("/builds/" + stuck).text()).contains("\"status\":\"error\"");
    }

    @Test
    void owners_and_words_come_along() {
        var mia = GitRepository.of(land, "mia-" + tail, "testing");
        Hook.of(land, Hook.freshName(), mia)
                .ping()
                .refuses(400, "Publishing your module failed. Please contact modules@deno.com.");
        Hook.of(land, "my_pine" + tail, GitRepository.of(land))
                .ping()
                .refuses(400, "found forbidden word in module name");
    }

    @Test
    void the_repository_goes_on_publishing_and_nobody_else() {
        var others = Hook.of(land, oak, GitRepository.of(land).tag("3.0.0"));
        others.tag(Hook.Event.CREATE, "3.0.0")
                .refuses(409, "module name is registered to a different repository");
        var folder = GitRepository.of(land).tag("3.0.0").tag("1.1.0");
        var hook =
                Hook.of(
                        land,
                        oak,
                        new GitRepository(
                                folder.folder(), repository, folder.owner(), folder.name()));
        hook.publish("3.0.0");
        hook.tag(Hook.Event.CREATE, "1.1.0").refuses(400, "version already exists");
        assertThat(hook.versions())
                .isEqualTo("{\"latest\":\"3.0.0\",\"versions\":[\"3.0.0\",\"1.0.0\",\"1.1.0\"]}");
    }

    @Test
    void a_takeover_that_is_done_again_changes_nothing() {
        var before = land.history(oak);
        export.into(land).is(200, "2 modules, 2 versions, 0 troubles\n");
        assertThat(land.history(oak)).isEqualTo(before);
    }

    @Test
    void what_is_not_whole_is_named_and_left_out() {
        var torn = Hook.freshName();
        new DenoExport(folder)
                .module(torn, repository + 2, Instant.parse("2020-06-26T12:00:00Z"), false)
                .versions(torn, "1.0.0")
                .file("bucket/" + torn + "/versions/1.0.0/raw/mod.ts", "");
        var said = export.into(land).is(409);
        assertThat(said.text())
                .contains(torn + "@1.0.0: /mod.ts has another size than meta.json says")
                .endsWith("3 modules, 2 versions, 1 troubles\n");
        land.get("/x/" + torn + "@1.0.0/mod.ts").is(404);
        land.staff("POST", "/api/admin/maintenance", "import-modules\n/nowhere", "text/plain")
                .is(409);
    }
}
