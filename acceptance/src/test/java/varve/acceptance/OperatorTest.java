package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.FreePorts;
import varve.acceptance.kit.Homes;
import varve.acceptance.kit.Listener;
import varve.acceptance.kit.Program;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class OperatorTest {
    private static final int ASKED_TO_STOP = 128 + 15;

    /// The embedded search server's process writes an archive of its classes before it ends.
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void registries_run_side_by_side_and_a_file_can_hold_the_settings() throws Exception {
        var home = Homes.fresh();
        int port = FreePorts.next();
        int npmPort = FreePorts.next();
        var config =
                Files.writeString(
                        folder.resolve("varve.yaml"),
                        """
                        VARVE_HOME: %s
                        VARVE_PORT: 1
                        VARVE_PUBLIC_URL: http://varve.localhost:%d
                        """
                                .formatted(folder.resolve("not-this-one"), port));
        try (var other =
                RunningVarve.start(
                        home, Map.of("VARVE_CONFIG", config.toString()), port, npmPort)) {
            assertThat(other.said()).contains("http://varve.localhost:" + port + "/");
            other.api().createScope("here");
            other.api().get("/api/scopes/here").is(200);
            varve.api().get("/api/scopes/here").is(404);
            assertThat(folder.resolve("not-this-one")).doesNotExist();

            try (var listener = Listener.to(other)) {
                stops_quickly_and_leaves_nothing_behind(other);
                eventually(ENDED_WITHIN, () -> assertThat(listener.heard()).contains("ended"));
            }
        }
        Web.get(varve.registry().resolve("/readyz")).is(200);
    }

    private static void stops_quickly_and_leaves_nothing_behind(RunningVarve registry) {
        var family = registry.family();
        assertThat(family).hasSizeGreaterThanOrEqualTo(2);
        var stop = registry.stop();
        assertThat(stop.exitCode()).isIn(0, ASKED_TO_STOP);
        assertThat(stop.took()).isLessThan(Duration.ofSeconds(5));
        eventually(ENDED_WITHIN, () -> assertThat(family).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void the_token_of_the_staff_is_for_the_operator_only() throws Exception {
        var token = varve.home().resolve("admin.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        varve.api().staff().get("/api/audit?limit=1").is(200);
    }

    @Test
    void a_setting_that_there_is_not_is_named() {
        says(run(Map.of("VARVE_PROT", "8080")), "VARVE_PROT is not a setting");
    }

    @Test
    void a_port_that_is_no_number_is_named() {
        says(run(Map.of("VARVE_PORT", "eighty")), "VARVE_PORT: 'eighty' is not a number");
        says(run(Map.of("VARVE_NPM_PORT", "65536")), "VARVE_NPM_PORT: '65536' is not a number");
    }

    @Test
    void a_port_that_somebody_has_is_named() {
        var port = Integer.toString(varve.registry().getPort());
        var npmPort = Integer.toString(varve.npm().getPort());
        var begun = System.nanoTime();
        says(run(Map.of("VARVE_PORT", port)), "VARVE_PORT: cannot listen on 127.0.0.1:" + port);
        says(run(Map.of("VARVE_NPM_PORT", npmPort)), "VARVE_NPM_PORT: cannot listen on");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_address_that_is_none_is_named() {
        says(run(Map.of("VARVE_SEARCH_URL", "elastic")), "VARVE_SEARCH_URL");
        says(run(Map.of("VARVE_DATABASE_URL", "mysql://db/varve")), "VARVE_DATABASE_URL");
        says(run(Map.of("VARVE_PUBLIC_URL", "http://host/varve/")), "VARVE_PUBLIC_URL");
    }

    @Test
    void a_file_of_settings_that_cannot_be_read_is_named() {
        var missing = folder.resolve("missing.yaml").toString();
        says(run(Map.of("VARVE_CONFIG", missing)), "VARVE_CONFIG: cannot read " + missing);
    }

    @Test
    void a_second_start_on_a_home_is_refused() {
        says(
                run(Map.of("VARVE_HOME", varve.home().toString())),
                "VARVE_HOME: another Varve runs on " + varve.home());
        Web.get(varve.registry().resolve("/readyz")).is(200);
    }

    @Test
    void a_verb_that_there_is_not_is_answered_with_those_there_are() {
        var run = run(Map.of(), "rebuilt");
        assertThat(run.exitCode()).isEqualTo(2);
        run.saying("varve rebuild", "varve verify", "varve settings");
    }

    @Test
    void the_manual_lists_the_settings_that_the_program_knows() throws Exception {
        var manual = Files.readString(Path.of("..", "docs", "SETTINGS.md"));
        assertThat(run(Map.of(), "settings").succeeds().output()).isEqualTo(manual);
    }

    @Test
    void tools_see_whether_it_lives_works_and_how_it_fares() {
        Web.get(varve.registry().resolve("/livez")).is(200);
        var ready = Web.get(varve.registry().resolve("/readyz")).is(200).json();
        assertThat(ready.path("status").asString()).isEqualTo("ready");
        assertThat(Web.get(varve.registry().resolve("/metrics")).is(200).text())
                .contains(
                        "varve_log_head",
                        "varve_projection_position{projection=\"tables\"}",
                        "varve_projection_lag{projection=\"transparency\"} 0",
                        "varve_log_append_seconds_bucket",
                        "varve_log_append_waiting 0",
                        "varve_dead_letters 0",
                        "varve_jobs_waiting{queue=\"inspection\"} 0",
                        "varve_worker_deaths_total 0");
    }

    private Run run(Map<String, String> settings, String... words) {
        var all = new TreeMap<>(settings);
        all.putIfAbsent("VARVE_HOME", folder.resolve("home").toString());
        all.putIfAbsent("VARVE_PORT", Integer.toString(FreePorts.next()));
        all.putIfAbsent("VARVE_NPM_PORT", Integer.toString(FreePorts.next()));
        return Program.run(all, DEADLINE, words);
    }

    private static void says(Run run, String reason) {
        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.output().strip()).hasLineCount(1).startsWith("varve: ").contains(reason);
    }
}
