package varve.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.artifacts.engine.TypeScript;
import varve.artifacts.upload.Digests;
import varve.contract.publishing.FilePath;

class InProcessWorkshopTest {
    private static final TypeScript TYPESCRIPT = new TypeScript();
    private static final InProcessWorkshop WORKSHOP = new InProcessWorkshop(TYPESCRIPT);

    @TempDir Path folder;

    @AfterAll
    static void stop() {
        WORKSHOP.close();
        TYPESCRIPT.close();
    }

    @Test
    void says_what_an_upload_contains() throws Exception {
        var sound = sound(Samples.everything());

        assertThat(sound.files()).hasSize(11);
        assertThat(sound.contents().files()).isEqualTo(11);
        assertThat(sound.contents().license()).isEqualTo("MIT");
        assertThat(sound.contents().readme()).isEqualTo(FilePath.of("/README.md"));
        assertThat(sound.contents().exports())
                .extracting(export -> export.key() + " " + export.target())
                .containsExactly(
                        ". ./mod.ts",
                        "./view ./src/view.tsx",
                        "./old ./src/old.js",
                        "./data ./data.json");
        assertThat(sound.contents().dependencies())
                .extracting(dependency -> dependency.name() + "@" + dependency.constraint())
                .containsExactly("@std/path@^1.0.0", "ms@^2.1.0", "preact@^10");
    }

    @Test
    void the_meta_file_is_the_same_for_ever() throws Exception {
        var files = Samples.of("export {};\n");
        var sound = sound(files);
        var config = sound.files().getFirst();

        assertThat(sound.versionMeta())
                .asString()
                .isEqualTo(
                        """
                        {"manifest":{\
                        "/jsr.json":{"size":%d,"checksum":"sha256-%s"},\
                        "/mod.ts":{"size":11,"checksum":"sha256-\
                        8e609bb71c20b858c77f0e9f90bb1319db8477b13f9f965f1a1e18524bf50881"}},\
                        "moduleGraph2":{"/mod.ts":{}},\
                        "exports":{".":"./mod.ts"}}\
                        """
                                .formatted(config.size(), config.sha256()));
        assertThat(sound.contents().metaSha256()).isEqualTo(Digests.sha256(sound.versionMeta()));
    }

    @Test
    void the_same_upload_gives_the_same_bytes() throws Exception {
        var files = Samples.everything();
        files.put(
                "/src/blue.ts",
                "export type Blue = \"blue\"; export const blue = [1, \"b\"].at(0);");
        var first = sound(files);
        var second = sound(files);

        assertThat(second.npmTarball()).isEqualTo(first.npmTarball());
        assertThat(second.versionMeta()).isEqualTo(first.versionMeta());
        assertThat(second.contents()).isEqualTo(first.contents());
    }

    @Test
    void digests_are_of_the_tarball() throws Exception {
        var sound = sound(Samples.of("export {};"));
        var npm = sound.contents().npm();

        assertThat(npm.size()).isEqualTo(sound.npmTarball().length);
        assertThat(npm.sha1())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-1")
                                                .digest(sound.npmTarball())));
        assertThat(npm.sha512())
                .isEqualTo(
                        Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-512")
                                                .digest(sound.npmTarball())));
    }

    @Test
    void tells_the_author_what_is_wrong() throws Exception {
        assertThat(inspect(Samples.of("import 'https://deno.land/x/a.ts';")))
                .isInstanceOfSatisfying(
                        Inspection.Faulty.class,
                        faulty -> assertThat(faulty.code()).isEqualTo("invalidExternalImport"));
    }

    @Test
    void a_missing_upload_is_not_the_authors_fault() {
        assertThatThrownBy(() -> WORKSHOP.inspect(folder.resolve("none.tgz"), Samples.ORDER))
                .isInstanceOf(WorkshopTrouble.class);
    }

    private Inspection.Sound sound(Map<String, String> files) throws WorkshopTrouble {
        var inspection = inspect(files);
        assertThat(inspection).isInstanceOf(Inspection.Sound.class);
        return (Inspection.Sound) inspection;
    }

    private Inspection inspect(Map<String, String> files) throws WorkshopTrouble {
        return WORKSHOP.inspect(Tar.upload(folder, files), Samples.ORDER);
    }
}
