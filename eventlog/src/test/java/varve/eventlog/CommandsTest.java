package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Command;
import varve.contract.CommandRefused;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.testkit.Eventually;
import varve.testkit.TestPostgres;

class CommandsTest {
    private static final int SNAPSHOT_EVERY = 10;

    private final ScopeRules rules = new ScopeRules(SNAPSHOT_EVERY);
    private HikariDataSource database;
    private Node node;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
        node = Node.started(database, rules);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    private long send(Command command) {
        return node.commands().send(command, Wishes.luca()).position();
    }

    private ScopeRules.Scope acme() {
        return node.log().states().of(rules, "scope:acme");
    }

    private static Refusal refusalOf(Runnable act) {
        try {
            act.run();
        } catch (Refused e) {
            return e.refusal();
        }
        throw new AssertionError("not refused");
    }

    private long count(String table) {
        return JdbcClient.create(database)
                .sql("select count(*) from varve_log." + table)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Test
    void a_wish_that_is_granted_already_appends_nothing() {
        send(Wishes.create("acme"));

        assertThat(send(Wishes.describe("acme", "of acme"))).isZero();
        assertThat(node.log().head()).isEqualTo(3);
    }

    @Test
    void a_refused_command_is_in_the_log_too() {
        send(Wishes.create("acme"));

        var refusal = refusalOf(() -> send(Wishes.describe("acme", ScopeRules.FORBIDDEN)));

        assertThat(refusal).isEqualTo(new Refusal.NotScopeAdmin("acme"));
        assertThat(node.hasRead(4)).isTrue();
        var fact = node.seen().committed.getLast();
        assertThat(fact.event())
                .isEqualTo(
                        new CommandRefused(
                                fact.origin().commandId(),
                                "describe-scope",
                                "scope:acme",
                                "NotScopeAdmin"));
        assertThat(fact.origin().actor()).isEqualTo("user:" + Wishes.LUCA.text());
    }

    @Test
    void a_stranger_leaves_no_trace_when_refused() {
        var refusal =
                refusalOf(
                        () -> node.commands().send(Wishes.describe("acme", "x"), Wishes.nobody()));

        assertThat(refusal).isEqualTo(new Refusal.ScopeNotFound("acme"));
        assertThat(node.log().head()).isZero();
    }

    @Test
    void the_memory_of_one_node_does_not_outlive_what_another_node_does() {
        try (var other = Node.opened(database, rules, Options.defaults())) {
            send(Wishes.create("acme"));
            other.commands().send(Wishes.describe("acme", "theirs"), Wishes.luca());

            // on the old state this would be a change, on the present one it is none
            assertThat(send(Wishes.describe("acme", "theirs"))).isZero();
            assertThat(acme()).extracting("description").isEqualTo("theirs");
        }
    }

    @Test
    void every_change_of_a_stream_that_many_want_to_change_is_kept() throws Exception {
        send(Wishes.create("acme"));
        try (var other = Node.opened(database, rules, Options.defaults());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                var commands = i % 2 == 0 ? node.commands() : other.commands();
                var wish = Wishes.describe("acme", "text " + i);
                acts.add(() -> accepted(commands, wish));
            }
            long accepted = 0;
            for (var outcome : threads.invokeAll(acts)) {
                accepted += outcome.get() ? 1 : 0;
            }

            assertThat(accepted).isPositive();
            assertThat(node.log().head()).isEqualTo(3 + accepted);
            assertThat(acme()).extracting("described").isEqualTo((int) accepted + 1);
        }
    }

    private static boolean accepted(Commands commands, Command wish) {
        try {
            return commands.send(wish, Wishes.luca()).position() > 0;
        } catch (Refused e) {
            assertThat(e.refusal()).isEqualTo(new Refusal.Contended("scope:acme"));
            return false;
        }
    }

    private void makeLongHistory() {
        send(Wishes.create("acme"));
        IntStream.range(0, 25).forEach(i -> send(Wishes.describe("acme", "text " + i)));
        Eventually.eventually(
                Duration.ofSeconds(5), () -> assertThat(count("es_snapshot")).isEqualTo(1));
    }

    @Test
    void a_state_is_read_from_its_snapshot() {
        makeLongHistory();
        var remembered = acme();
        // what the snapshot holds is not read again: make it unreadable
        JdbcClient.create(database)
                .sql("update varve_log.es_event set payload = '?' where seq < 10")
                .update();

        try (var fresh = Node.opened(database, rules, Options.defaults())) {
            assertThat(fresh.log().states().of(rules, "scope:acme")).isEqualTo(remembered);
        }
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_passed_over() {
        makeLongHistory();
        var remembered = acme();
        JdbcClient.create(database).sql("update varve_log.es_snapshot set payload = '?'").update();

        try (var fresh = Node.opened(database, rules, Options.defaults())) {
            assertThat(fresh.log().states().of(rules, "scope:acme")).isEqualTo(remembered);
        }
    }

    @Test
    void a_snapshot_of_another_shape_is_passed_over() {
        makeLongHistory();
        var remembered = acme();
        JdbcClient.create(database)
                .sql("update varve_log.es_snapshot set revision = '1-0', payload = '{}'")
                .update();

        try (var fresh = Node.opened(database, rules, Options.defaults())) {
            assertThat(fresh.log().states().of(rules, "scope:acme")).isEqualTo(remembered);
        }
    }

    @Test
    void a_command_of_no_known_subject_is_an_error() {
        assertThatThrownBy(() -> send((Command) () -> "nothing:at-all"))
                .isNotInstanceOf(Refused.class);
    }
}
