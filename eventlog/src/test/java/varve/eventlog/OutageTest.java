package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.testkit.Eventually;
import varve.testkit.TestPostgres;

/// PostgreSQL goes away and comes back.
class OutageTest {
    private static TestPostgres server;

    @BeforeAll
    static void start() {
        server = TestPostgres.separate();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static long create(Node node, String scope) {
        return node.commands().send(Wishes.create(scope), Wishes.luca()).position();
    }

    private static List<Long> to(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void writing_is_refused_while_it_is_away_and_reading_goes_on_when_it_is_back() {
        try (var database = server.newDatabase();
                var node = Node.started(database)) {
            assertThat(node.hasRead(create(node, "acme"))).isTrue();

            server.stop();
            assertThatThrownBy(() -> create(node, "other"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e ->
                                    assertThat(e.refusal())
                                            .isEqualTo(new Refusal.Unavailable("event log")));
            assertThatThrownBy(() -> node.log().states().of(new ScopeRules(0), "scope:acme"))
                    .isInstanceOf(Refused.class);
            server.start();

            Eventually.eventually(Node.SOON, () -> create(node, "other"));
            long begun = System.nanoTime();
            assertThat(node.hasRead(6)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(8));
            assertThat(node.seen().positions()).isEqualTo(to(6));
        }
    }

    @Test
    void a_processor_started_while_it_is_away_begins_when_it_is_there() {
        try (var database = server.newDatabase();
                var node = Node.opened(database, new ScopeRules(0), Options.defaults())) {
            create(node, "acme");

            server.stop();
            node.log().start();
            server.start();

            assertThat(node.hasRead(3)).isTrue();
            assertThat(node.seen().positions()).isEqualTo(to(3));
        }
    }

    @Test
    void closing_while_it_is_away_takes_less_than_two_seconds() {
        try (var database = server.newDatabase()) {
            var node = Node.started(database);
            assertThat(node.hasRead(create(node, "acme"))).isTrue();
            server.stop();

            long begun = System.nanoTime();
            node.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(2));
            server.start();
        }
    }
}
