package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeName;
import varve.testkit.TestPostgres;

class UpcastersTest {
    /// Long ago a description was called a text, and before that a scope had an owner instead.
    private static final List<Upcaster> UPCASTERS =
            List.of(
                    new Upcaster(
                            "scope.described",
                            0,
                            1,
                            old -> {
                                old.set("description", old.remove("text"));
                                return old;
                            }),
                    new Upcaster(
                            "scope.described",
                            -1,
                            0,
                            old -> {
                                old.set("scope", old.remove("owner"));
                                return old;
                            }));

    private HikariDataSource database;
    private Node node;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
        node =
                Node.opened(
                        database, new ScopeRules(0), Options.defaults().withUpcasters(UPCASTERS));
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    private void store(String type, int revision, String payload) {
        JdbcClient.create(database)
                .sql(
                        """
                        with head as (update varve_log.es_head set pos = pos + 1 returning pos)
                        insert into varve_log.es_event
                        select pos, 'scope:acme', pos - 1, 'scope', pos::text, 0, ?, ?,
                               convert_to('{}', 'UTF8'), convert_to(?, 'UTF8')
                        from head
                        """)
                .params(type, String.valueOf(revision), payload)
                .update();
    }

    @Test
    void old_revisions_are_read_in_the_shape_of_today() {
        store("scope.described", -1, "{\"owner\":\"acme\",\"text\":\"oldest\"}");
        store("scope.described", 0, "{\"scope\":\"acme\",\"text\":\"old\"}");
        store("scope.described", 1, "{\"scope\":\"acme\",\"description\":\"new\"}");

        node.log().start();

        assertThat(node.hasRead(3)).isTrue();
        var acme = ScopeName.of("acme");
        assertThat(node.seen().committed)
                .extracting(Fact::event)
                .containsExactly(
                        new ScopeDescribed(acme, "oldest"),
                        new ScopeDescribed(acme, "old"),
                        new ScopeDescribed(acme, "new"));
        assertThat(node.log().states().of(new ScopeRules(0), "scope:acme"))
                .extracting("described")
                .isEqualTo(3);
    }

    @Test
    void a_fact_of_a_later_program_is_set_aside_and_kept() {
        store("scope.described", 2, "{\"scope\":\"acme\",\"words\":\"from the future\"}");
        store("scope.painted", 1, "{\"scope\":\"acme\",\"colour\":\"red\"}");

        node.log().start();

        assertThat(node.hasRead(2)).isTrue();
        assertThat(node.seen().committed).isEmpty();
        assertThat(node.log().deadLetters().list()).hasSize(2);
    }

    @Test
    void nothing_is_decided_on_a_history_that_cannot_be_read() {
        store("scope.painted", 1, "{\"scope\":\"acme\",\"colour\":\"red\"}");

        assertThatThrownBy(() -> node.commands().send(Wishes.create("acme"), Wishes.luca()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void an_upcaster_leads_forward_and_alone() {
        assertThatThrownBy(() -> new Upcaster("scope.described", 1, 1, old -> old))
                .isInstanceOf(IllegalArgumentException.class);
        var twice = List.of(UPCASTERS.getFirst(), UPCASTERS.getFirst());
        assertThatThrownBy(() -> new Upcasters(twice)).isInstanceOf(IllegalArgumentException.class);
    }
}
