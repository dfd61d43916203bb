package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.ScopeEvent.ScopeCreated;

/// What the log promises, on whatever PostgreSQL.
abstract class EventStoreContract {
    private static final int WRITERS = 64;
    private static final int EACH = 20;

    private HikariDataSource database;
    private final List<Node> nodes = new ArrayList<>();

    /// A fresh and empty one.
    abstract HikariDataSource newDatabase();

    @BeforeEach
    void open() {
        database = newDatabase();
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        database.close();
    }

    private Node node() {
        var node = Node.started(database);
        nodes.add(node);
        return node;
    }

    private static void together(List<Callable<Object>> acts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }
    }

    private static List<Long> to(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void a_reader_misses_nothing_and_sees_nothing_twice_while_many_write() throws Exception {
        var node = node();

        together(
                IntStream.range(0, WRITERS)
                        .mapToObj(writer ->
                                (Callable<Object>) () -> writeSome(node, "scope" + writer))
                        .toList());

        long facts = WRITERS * (3L + EACH);
        assertThat(node.log().head()).isEqualTo(facts);
        assertThat(node.hasRead(facts)).isTrue();
        assertThat(node.seen().positions()).isEqualTo(to(facts));
        var last = new HashMap<String, Long>();
        for (var fact : node.seen().committed) {
            assertThat(fact.sequence()).isEqualTo(last.getOrDefault(fact.stream(), -1L) + 1);
            last.put(fact.stream(), fact.sequence());
        }
    }

    private static int writeSome(Node node, String scope) {
        var _ = node.commands().send(Wishes.create(scope), Wishes.luca());
        for (int i = 0; i < EACH; i++) {
            var _ = node.commands().send(Wishes.describe(scope, "text " + i), Wishes.luca());
        }
        return EACH;
    }

    @Test
    void two_nodes_write_and_both_logs_agree() throws Exception {
        var left = node();
        var right = node();

        together(
                IntStream.range(0, 16)
                        .mapToObj(writer ->
                                (Callable<Object>)
                                        () ->
                                                writeSome(
                                                        writer % 2 == 0 ? left : right,
                                                        "scope" + writer))
                        .toList());

        long facts = 16 * (3L + EACH);
        assertThat(left.log().head()).isEqualTo(facts);
        assertThat(left.hasRead(facts)).isTrue();
        assertThat(right.hasRead(facts)).isTrue();
        assertThat(left.seen().positions()).isEqualTo(to(facts));
    }

    @Test
    void of_two_nodes_that_create_the_same_scope_exactly_one_wins() throws Exception {
        var left = node();
        var right = node();
        var start = new CountDownLatch(1);
        var refused = new ArrayList<Refused>();
        Callable<Object> onLeft = () -> createAfter(start, left, "acme", refused);
        Callable<Object> onRight = () -> createAfter(start, right, "ac-me", refused);
        Callable<Object> go =
                () -> {
                    start.countDown();
                    return null;
                };

        together(List.of(onLeft, onRight, go));

        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().refusal()).isInstanceOf(Refusal.ScopeAlreadyExists.class);
        assertThat(left.hasRead(left.log().head())).isTrue();
        assertThat(
                        JdbcClient.create(database)
                                .sql("select count(*) from varve_log.es_event where type = ?")
                                .param("scope.created")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private static boolean createAfter(
            CountDownLatch start, Node node, String scope, List<Refused> refused)
            throws InterruptedException {
        start.await();
        try {
            return node.commands().send(Wishes.create(scope), Wishes.luca()).position() > 0;
        } catch (Refused e) {
            synchronized (refused) {
                return refused.add(e);
            }
        }
    }

    @Test
    void a_fact_of_another_node_wakes_the_reader_at_once() {
        var reader = node();
        assertThat(reader.hasRead(0)).isTrue();
        var first = reader.commands().send(Wishes.create("acme"), Wishes.luca());
        assertThat(reader.hasRead(first.position())).isTrue();
        var writer = Node.opened(database, new ScopeRules(0), Options.defaults());
        nodes.add(writer); // never started: it writes, but reads nothing

        long begun = System.nanoTime();
        var receipt = writer.commands().send(Wishes.create("other"), Wishes.luca());
        assertThat(reader.hasRead(receipt.position())).isTrue();

        // the safety net alone would need up to a second
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
        assertThat(reader.seen().committed.getLast().stream()).isEqualTo("scope:other");
    }

    @Test
    void a_write_can_be_read_back_by_its_receipt() {
        var node = node();

        var receipt = node.commands().send(Wishes.create("acme"), Wishes.luca());

        assertThat(receipt.position()).isEqualTo(3);
        assertThat(node.hasRead(receipt.position())).isTrue();
        assertThat(node.seen().positions()).containsExactly(1L, 2L, 3L);
        assertThat(node.log().position("tables")).isEqualTo(3);
        assertThat(node.log().await("tables", 4, Duration.ofMillis(50))).isFalse();
    }

    @Test
    void a_fact_tells_where_it_comes_from() {
        var node = node();
        var receipt = node.commands().send(Wishes.create("acme"), Wishes.luca());
        assertThat(node.hasRead(receipt.position())).isTrue();

        var fact = node.seen().committed.getFirst();

        assertThat(fact.event()).isInstanceOf(ScopeCreated.class);
        assertThat(fact.stream()).isEqualTo("scope:acme");
        assertThat(fact.origin().actor()).isEqualTo("user:" + Wishes.LUCA.text());
        assertThat(fact.origin().credential()).isEqualTo("token-1");
        assertThat(fact.origin().command()).isEqualTo("create-scope");
        assertThat(fact.origin().correlation()).isEqualTo("request-1");
        assertThat(fact.origin().causation()).isEqualTo("request-1");
        assertThat(fact.origin().client()).isEqualTo("deno/2.5");
    }

    @Test
    void an_unknown_projection_is_an_error() {
        var node = node();

        assertThatThrownBy(() -> node.log().rebuild("nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
