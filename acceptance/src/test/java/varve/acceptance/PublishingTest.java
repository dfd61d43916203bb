package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Flags;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class PublishingTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void deno_publishes_packages_that_depend_on_one_another_and_on_npm() {
        var luca = varve.api();
        var scope = luca.freshScope("luca");
        luca.createPackage("@" + scope + "/cloth");
        luca.createPackage("@" + scope + "/flag");
        var clients = Clients.of(varve, folder);

        clients.publish(Flags.cloth(folder, scope), luca.token())
                .succeeds()
                .saying("Successfully published @" + scope + "/cloth@1.0.0");
        clients.publish(Flags.flag(folder, scope), luca.token())
                .succeeds()
                .saying(
                        "Successfully published @" + scope + "/flag@1.0.0",
                        varve.registry() + "@" + scope + "/flag@1.0.0");
        assertThat(dependencies(scope))
                .containsExactlyInAnyOrder("jsr @" + scope + "/cloth ^1.0.0", "npm pennant ^1.2.0");
    }

    @Test
    void a_second_publish_says_that_the_version_is_there_already() {
        var scope = PublishedFlags.scope();
        Clients.of(varve, folder)
                .publish(Flags.flag(folder, scope), varve.api().token())
                .succeeds()
                .saying("Skipping, already published @" + scope + "/flag@1.0.0");
    }

    @Test
    void deno_adds_a_package_and_runs_a_program_that_uses_both_entry_points() {
        var scope = PublishedFlags.scope();
        var program = Flags.program(folder, scope);
        var clients = Clients.of(varve, folder);

        clients.deno(program, "add", "jsr:@" + scope + "/flag").succeeds();
        assertThat(program.read("deno.json")).contains("jsr:@" + scope + "/flag@^1.0.0");
        clients.deno(program, "run", "--check", "main.ts").succeeds().saying(Flags.printed());
    }

    @Test
    void deno_runs_a_program_that_names_the_package_by_its_address() {
        var scope = PublishedFlags.scope();
        var program = Flags.program(folder, scope);
        program.file("main.ts", program.read("main.ts").replace("\"@", "\"jsr:@"));

        Clients.of(varve, folder)
                .deno(program, "run", "main.ts")
                .succeeds()
                .saying(Flags.printed());
    }

    @Test
    void after_a_restart_a_lock_file_still_fits() {
        var scope = PublishedFlags.scope();
        var program = Flags.program(folder, scope);
        Clients.of(varve, folder).deno(program, "add", "jsr:@" + scope + "/flag").succeeds();
        Clients.of(varve, folder).deno(program, "cache", "main.ts").succeeds();
        var lock = program.read("deno.lock");
        assertThat(lock).contains("@" + scope + "/flag@1.0.0", "@" + scope + "/cloth@1.0.0");

        varve.stop();
        varve.restart();

        var elsewhere = Clients.of(varve, folder);
        elsewhere.deno(program, "cache", "--frozen", "--reload", "main.ts").succeeds();
        elsewhere.deno(program, "run", "--frozen", "main.ts").succeeds().saying(Flags.printed());
        assertThat(program.read("deno.lock")).isEqualTo(lock);
    }

    private List<String> dependencies(String scope) {
        return varve.api()
                .get("/api/scopes/" + scope + "/packages/flag/versions/1.0.0/dependencies")
                .is(200)
                .json()
                .valueStream()
                .map(d ->
                        String.join(
                                " ",
                                d.path("kind").asString(),
                                d.path("name").asString(),
                                d.path("constraint").asString()))
                .toList();
    }
}
