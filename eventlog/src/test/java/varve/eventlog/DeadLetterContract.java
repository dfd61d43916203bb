package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.eventlog.DeadLetters.DeadLetter;

/// What becomes of facts a projection cannot take in, on whatever PostgreSQL.
abstract class DeadLetterContract extends FreshLog {
    private static void stumble(Fact fact) {
        if (fact.stream().equals("scope:acme") && fact.sequence() == 1) {
            throw new IllegalArgumentException("this cannot be taken in");
        }
    }

    @Test
    void a_fact_that_cannot_be_taken_in_holds_up_its_own_stream_only() {
        node.seen().before = DeadLetterContract::stumble;
        node.log().start();

        assertThat(node.hasRead(create("acme", "other", "third"))).isTrue();

        assertThat(node.seen().positions()).containsExactly(1L, 4L, 5L, 6L, 7L, 8L, 9L);
        var letters = node.log().deadLetters().list();
        assertThat(letters).extracting(DeadLetter::stream).containsOnly("scope:acme");
        assertThat(letters).extracting(DeadLetter::sequence).containsExactly(1L, 2L);
        assertThat(letters.getFirst().cause()).contains("cannot be taken in");
        assertThat(letters.getLast().cause()).isEmpty();
    }

    @Test
    void later_facts_of_a_stream_wait_behind_a_dead_letter() {
        node.seen().before = DeadLetterContract::stumble;
        node.log().start();
        assertThat(node.hasRead(create("acme"))).isTrue();

        var later = node.commands().send(Wishes.describe("acme", "later"), Wishes.luca());

        assertThat(node.hasRead(later.position())).isTrue();
        assertThat(node.seen().positions()).containsExactly(1L);
        assertThat(node.log().deadLetters().size()).isEqualTo(3);
    }

    @Test
    void dead_letters_are_taken_in_once_the_cause_is_gone() {
        node.seen().before = DeadLetterContract::stumble;
        node.log().start();
        assertThat(node.hasRead(create("acme", "other"))).isTrue();
        assertThat(node.log().deadLetters().retry("tables")).isZero();
        assertThat(node.log().deadLetters().size()).isEqualTo(2);

        node.seen().before = _ -> {};
        assertThat(node.log().deadLetters().retry("tables")).isEqualTo(2);

        assertThat(node.log().deadLetters().size()).isZero();
        assertThat(node.seen().positions()).containsExactly(1L, 4L, 5L, 6L, 2L, 3L);
        var later = node.commands().send(Wishes.describe("acme", "later"), Wishes.luca());
        assertThat(node.hasRead(later.position())).isTrue();
        assertThat(node.seen().positions()).endsWith(7L);
    }

    @Test
    void a_fact_that_fails_only_at_the_commit_is_set_aside_too() {
        var jdbc = JdbcClient.create(database);
        jdbc.sql("create table once (n int unique deferrable initially deferred)").update();
        jdbc.sql("insert into once values (2)").update();
        node.seen().before =
                fact -> {
                    if (fact.sequence() == 1) {
                        jdbc.sql("insert into once values (?)").param(fact.position()).update();
                    }
                };
        node.log().start();

        assertThat(node.hasRead(create("acme", "other"))).isTrue();

        assertThat(node.seen().positions()).containsExactly(1L, 4L, 5L, 6L);
        assertThat(node.log().deadLetters().size()).isEqualTo(2);
    }

    @Test
    void a_replay_forgets_dead_letters() {
        node.seen().before = DeadLetterContract::stumble;
        node.log().start();
        assertThat(node.hasRead(create("acme"))).isTrue();
        node.seen().before = _ -> {};

        node.log().rebuild("tables");

        assertThat(node.log().deadLetters().size()).isZero();
        assertThat(node.seen().positions()).isEqualTo(range(1, 3));
    }

    @Test
    void a_broken_statement_leaves_the_rest_of_its_batch_whole() {
        var jdbc = JdbcClient.create(database);
        node.seen().before =
                fact -> {
                    if (fact.position() == 5) {
                        jdbc.sql("insert into seen_tables (pos) values (1 / 0)").update();
                    }
                };
        create("acme", "other", "third");

        node.log().start();

        assertThat(node.hasRead(9)).isTrue();
        assertThat(node.seen().positions()).containsExactly(1L, 2L, 3L, 4L, 7L, 8L, 9L);
        assertThat(node.log().deadLetters().size()).isEqualTo(2);
    }
}
