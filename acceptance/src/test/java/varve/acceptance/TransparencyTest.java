package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Auditor;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TablesOf;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.contract.Sha256;
import varve.testkit.Referee;

/// What an auditor can find out who has the log's key and the tiles, and nothing else.
@ExtendWith(TellsLogs.class)
class TransparencyTest {
    private static final int MORE_THAN_A_TILE = 260;

    private static final RunningVarve VARVE = Shared.varve();
    private static final Auditor AUDITOR = new Auditor(VARVE.registry());
    private static String scope;

    @BeforeAll
    static void much_has_happened() {
        scope = PublishedFlags.scope();
        var luca = VARVE.api();
        for (int i = 0; head() < MORE_THAN_A_TILE; i++) {
            luca.patch("/api/scopes/" + scope, Map.of("description", "flags and more " + i))
                    .is(200);
        }
        AUDITOR.treeOf(head());
    }

    @Test
    void every_fact_has_one_leaf_and_the_signed_root_is_theirs() {
        var tree = AUDITOR.treeOf(head());
        assertThat(tree.origin()).isEqualTo(VARVE.registry().getAuthority() + "/log");
        var leaves = AUDITOR.leaves(tree.size());
        var hashes = AUDITOR.hashes(0, tree.size());
        for (int i = 0; i < tree.size(); i++) {
            assertThat(leaves.get(i)).startsWith("fact " + (i + 1) + " ");
            assertThat(Referee.leaf(bytes(leaves.get(i)))).isEqualTo(hashes.get(i));
        }
        assertThat(Referee.root(hashes)).isEqualTo(tree.root());
        var upper = AUDITOR.hashes(1, tree.size());
        assertThat(upper).isNotEmpty();
        for (int i = 0; i < upper.size(); i++) {
            assertThat(upper.get(i))
                    .isEqualTo(Referee.root(hashes.subList(256 * i, 256 * (i + 1))));
        }
    }

    @Test
    void a_publication_is_proved_to_be_in_the_log_from_the_tiles_alone() {
        var tree = AUDITOR.tree();
        var leaves = AUDITOR.leaves(tree.size());
        var ours = "type=version.published time=\\S+ subject=@" + scope + "/flag@1.0.0 ";
        var leaf = leaves.stream().filter(l -> l.matches("(?s).* " + ours + ".*")).findFirst();
        assertThat(leaf).isPresent();
        var meta = Web.get(VARVE.registry().resolve("/@" + scope + "/flag/1.0.0_meta.json"));
        assertThat(leaf.get()).contains(" meta=sha256-" + Sha256.hex(meta.bytes()));

        int index = leaves.indexOf(leaf.get());
        var proof = Auditor.inclusion(index, AUDITOR.hashes(0, tree.size()));
        var hash = Referee.leaf(bytes(leaf.get()));
        assertThat(Referee.includes(hash, index, tree.size(), proof, tree.root())).isTrue();
        var other = Referee.leaf(bytes(leaf.get().replace("1.0.0", "1.0.1")));
        assertThat(Referee.includes(other, index, tree.size(), proof, tree.root())).isFalse();
    }

    @Test
    void what_was_signed_before_is_the_beginning_of_what_is_signed_now() {
        var before = AUDITOR.tree();
        VARVE.api().freshScope("luca");
        var now = AUDITOR.treeOf(head());
        assertThat(now.size()).isGreaterThan(before.size());
        var proof = Auditor.consistency(before.size(), AUDITOR.hashes(0, now.size()));
        assertThat(Referee.agree(before.size(), before.root(), now.size(), now.root(), proof))
                .isTrue();
        assertThat(Referee.agree(before.size(), now.root(), now.size(), now.root(), proof))
                .isFalse();
    }

    @Test
    void leaves_hold_nothing_personal_and_nothing_private() {
        var mia = VARVE.api().newcomer("Mia");
        mia.post("/api/scopes", Map.of("scope", scope)).is(409);
        var account = mia.get("/api/user").is(200).json().path("id").asString();
        var token = mia.get("/api/user/tokens").is(200).json().path(0).path("id").asString();
        var leaves = AUDITOR.leaves(AUDITOR.treeOf(head()).size());
        assertThat(String.join("", leaves))
                .doesNotContain("Mia", "admin", mia.token(), account, token, "user.", "refused");
        assertThat(leaves.subList(leaves.size() - 3, leaves.size()))
                .allMatch(
                        leaf -> leaf.matches("fact \\d+ sealed commitment=sha256-[0-9a-f]{64}\n"));
    }

    @Test
    void the_log_survives_a_restart_and_a_rebuild_with_the_same_root() {
        var before = AUDITOR.treeOf(head());
        VARVE.stop();
        VARVE.restart();
        VARVE.verb("rebuild", "transparency").succeeds();
        var after = AUDITOR.treeOf(before.size());
        var proof = Auditor.consistency(before.size(), AUDITOR.hashes(0, after.size()));
        assertThat(Referee.agree(before.size(), before.root(), after.size(), after.root(), proof))
                .isTrue();
        VARVE.verb("verify").succeeds().saying(" 0 flaws");
    }

    @Test
    void one_changed_row_in_the_database_is_found_and_named() {
        AUDITOR.treeOf(head());
        var tables = TablesOf.embeddedIn(VARVE.home());
        for (var column : List.of("payload", "meta")) {
            var change = "update varve_log.es_event set " + column;
            tables.texts(change + " = " + column + " || ' '::bytea where pos = 4 returning stream");
            try {
                VARVE.verb("verify")
                        .fails()
                        .saying("log: fact 4 (", "is not the one that was signed");
            } finally {
                tables.texts(
                        change
                                + " = substring(%1$s for length(%1$s) - 1)".formatted(column)
                                + " where pos = 4 returning stream");
            }
        }
        VARVE.verb("verify").succeeds().saying(" 0 flaws");
    }

    @Test
    void the_key_is_for_the_operator_only() throws Exception {
        var key = VARVE.home().resolve("log.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_not_there_is_not_found_and_whole_tiles_are_kept_for_ever() {
        for (var path :
                List.of(
                        "tile/0/999",
                        "tile/0/000.p/256",
                        "tile/0/000.p/0",
                        "tile/7/000",
                        "tile/x")) {
            Web.get(VARVE.registry().resolve("/log/" + path)).is(404);
        }
        var whole = Web.get(VARVE.registry().resolve("/log/tile/0/000")).is(200);
        assertThat(whole.bytes()).hasSize(256 * 32);
        var etag = whole.header("ETag").orElseThrow();
        Web.get(VARVE.registry().resolve("/log/tile/0/000"), "If-None-Match", etag).is(304);
        var checkpoint = Web.get(VARVE.registry().resolve("/log/checkpoint"));
        assertThat(checkpoint.contentType()).contains("text/plain");
        assertThat(checkpoint.header("Cache-Control").orElse("")).contains("max-age=2");
    }

    private static long head() {
        var tables = TablesOf.embeddedIn(VARVE.home());
        return Long.parseLong(tables.texts("select pos from varve_log.es_head").getFirst());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
