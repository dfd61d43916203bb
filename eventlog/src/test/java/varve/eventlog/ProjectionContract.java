package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import varve.testkit.Eventually;

/// What a projection may rely on, on whatever PostgreSQL.
abstract class ProjectionContract extends FreshLog {
    @Test
    void a_replay_gives_the_same_facts_again() {
        node.log().start();
        assertThat(node.hasRead(create("acme", "other", "third"))).isTrue();
        var before = List.copyOf(node.seen().committed);

        node.log().rebuild("tables");

        assertThat(node.seen().positions()).isEqualTo(range(1, 9));
        assertThat(node.seen().committed).isEqualTo(before);
    }

    @Test
    void a_replay_goes_on_with_what_comes_after() {
        node.log().start();
        create("acme");

        node.log().rebuild("tables");

        assertThat(node.hasRead(create("other"))).isTrue();
        assertThat(node.seen().positions()).isEqualTo(range(1, 6));
    }

    @Test
    void a_long_history_is_read_in_batches() {
        create("acme");
        for (int i = 0; i < 1500; i++) {
            var _ = node.commands().send(Wishes.describe("acme", "text " + i), Wishes.luca());
        }

        node.log().start();

        assertThat(node.hasRead(1503)).isTrue();
        assertThat(node.seen().positions()).isEqualTo(range(1, 1503));
        assertThat(node.seen().batches.get()).isLessThan(50);
    }

    @Test
    void a_restart_goes_on_at_the_checkpoint() {
        node.log().start();
        assertThat(node.hasRead(create("acme"))).isTrue();
        node.close();

        node = Node.started(database);

        assertThat(node.hasRead(create("other"))).isTrue();
        assertThat(node.seen().positions()).isEqualTo(range(1, 6));
    }

    @Test
    void trouble_outside_is_no_fault_of_the_fact() {
        var tries = new AtomicInteger();
        node.seen().before =
                _ -> {
                    if (tries.getAndIncrement() < 4) {
                        throw new UncheckedIOException(new IOException("search is away"));
                    }
                };
        node.log().start();

        long begun = System.nanoTime();
        assertThat(node.hasRead(create("acme"))).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(18));
        assertThat(node.seen().positions()).isEqualTo(range(1, 3));
        assertThat(node.log().deadLetters().size()).isZero();
    }

    @Test
    void a_command_sent_while_a_fact_is_handled_is_caused_by_it() {
        node.seen().before =
                fact -> {
                    if (fact.position() == 3) {
                        var _ = node.commands().send(Wishes.create("echo"), Wishes.luca());
                    }
                };
        node.log().start();
        assertThat(node.hasRead(create("acme"))).isTrue();
        assertThat(node.hasRead(6)).isTrue();

        var cause = node.seen().committed.get(2);
        var effect = node.seen().committed.get(3);
        assertThat(effect.stream()).isEqualTo("scope:echo");
        assertThat(effect.origin().causation()).isEqualTo(cause.eventId());
    }

    @Test
    void when_one_node_leaves_another_goes_on_where_it_stopped() {
        node.log().start();
        assertThat(node.hasRead(create("acme"))).isTrue();
        try (var other = Node.started(database)) {
            assertThat(node.hasRead(create("other"))).isTrue();
            node.close();

            var receipt = other.commands().send(Wishes.create("third"), Wishes.luca());

            assertThat(other.hasRead(receipt.position())).isTrue();
            assertThat(other.seen().positions()).isEqualTo(range(1, 9));
        }
    }

    @Test
    void a_rebuild_on_one_node_takes_the_checkpoint_from_another() {
        node.log().start();
        assertThat(node.hasRead(create("acme", "other"))).isTrue();
        try (var rebuilding = Node.started(database)) {
            rebuilding.log().rebuild("tables");

            assertThat(rebuilding.seen().positions()).isEqualTo(range(1, 6));
            var receipt = node.commands().send(Wishes.create("third"), Wishes.luca());
            assertThat(rebuilding.hasRead(receipt.position())).isTrue();
            Eventually.eventually(
                    Node.SOON, () -> assertThat(node.seen().positions()).isEqualTo(range(1, 9)));
        }
    }

    @Test
    void closing_takes_less_than_two_seconds_even_in_the_middle_of_a_fact() {
        node.seen().before = _ -> sleep();
        node.log().start();
        var _ = create("acme");

        long begun = System.nanoTime();
        node.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
