package varve.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    /// One unpacking for all tests.
    private static final Path SOFTWARE = Path.of("target", "software").toAbsolutePath();

    @TempDir Path home;

    @Test
    void keeps_its_rows_its_address_and_its_password_from_one_start_to_the_next() throws Exception {
        String address;
        try (var postgres = start()) {
            address = postgres.jdbcUrl();
            execute(postgres, "create table packages (name text)");
            execute(postgres, "insert into packages values ('@luca/flag')");
        }
        try (var postgres = start()) {
            assertThat(postgres.jdbcUrl()).isEqualTo(address);
            assertThat(ask(postgres, "select name from packages")).isEqualTo("@luca/flag");
        }
    }

    @Test
    void is_durable_and_speaks_unicode_on_loopback_only() throws Exception {
        try (var postgres = start()) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(ask(postgres, "select upper('ÅSA') || lower('ΣΑ')")).isEqualTo("ÅSAσα");
        }
    }

    @Test
    void refuses_a_wrong_password_and_hides_the_right_one() throws Exception {
        try (var postgres = start()) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    postgres.jdbcUrl(), postgres.user(), "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void ends_the_postmaster_that_a_killed_program_left_behind() throws Exception {
        var orphan = start();
        execute(orphan, "create table packages (name text)");
        var pid = pid();
        orphan.letGo();

        try (var postgres = start()) {
            assertThat(pid()).isNotEqualTo(pid);
            assertThat(postgres.port()).isEqualTo(orphan.port());
            assertThat(ask(postgres, "select count(*) from packages")).isEqualTo("0");
        }
    }

    @Test
    void recovers_every_committed_row_after_its_processes_were_killed() throws Exception {
        var killed = start();
        execute(killed, "create table packages (name text)");
        execute(killed, "insert into packages values ('@luca/flag')");
        var process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(killed.isAlive()).isFalse();
        killed.close();

        try (var postgres = start()) {
            assertThat(ask(postgres, "select name from packages")).isEqualTo("@luca/flag");
        }
    }

    @Test
    void is_not_stopped_by_a_stale_note_about_a_process_that_is_now_another() throws Exception {
        start().close();
        Files.writeString(
                home.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n");

        try (var postgres = start()) {
            assertThat(postgres.isAlive()).isTrue();
        }
    }

    @Test
    void takes_another_port_when_somebody_has_taken_its_own() throws Exception {
        var port = portOfAShortRun();
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var postgres = start()) {
            assertThat(postgres.port()).isNotEqualTo(port);
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void runs_beside_another_but_never_twice_in_one_folder(@TempDir Path other) throws Exception {
        try (var here = start();
                var there = start(other)) {
            assertThat(here.port()).isNotEqualTo(there.port());
            assertThat(ask(here, "select 1")).isEqualTo(ask(there, "select 1"));
            assertThatThrownBy(this::start)
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining("in use by another running Varve");
            assertThat(here.isAlive()).isTrue();
        }
    }

    @Test
    void begins_anew_where_the_creation_of_its_database_was_interrupted() throws Exception {
        Files.createDirectories(home.resolve("data.new/base"));
        Files.writeString(home.resolve("data.new/PG_VERSION"), "18\n");

        try (var postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void brings_its_own_programs_and_clears_away_those_of_other_versions() throws Exception {
        var outdated = Files.createDirectories(home.resolve("software/postgresql-17.0/bin"));

        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(outdated).doesNotExist();
        }
    }

    private EmbeddedPostgres start() {
        return start(home);
    }

    private static EmbeddedPostgres start(Path home) {
        return EmbeddedPostgres.start(home, new EmbeddedPostgres.Settings(true, 20, SOFTWARE));
    }

    private int portOfAShortRun() {
        try (var postgres = start()) {
            return postgres.port();
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
