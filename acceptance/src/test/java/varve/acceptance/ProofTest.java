package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Auditor;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.testkit.Referee;

/// Proofs that the registry hands out are as good as those that one computes oneself.
@ExtendWith(TellsLogs.class)
class ProofTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final Api ANYBODY = VARVE.api().anonymous();
    private static final Auditor AUDITOR = new Auditor(VARVE.registry());

    @Test
    void anybody_gets_the_proof_of_a_leaf() {
        PublishedFlags.scope();
        int position = AUDITOR.treeOf(5).size() - 2;
        var proof = ANYBODY.get("/api/log/proof/" + position).is(200).json();
        var leaf = proof.path("leaf").asString();
        assertThat(leaf).startsWith("fact " + position + " ");
        var note = proof.path("note").asString().split("\n", -1);
        assertThat(note[2]).isEqualTo(proof.path("root").asString());
        assertThat(
                        Referee.includes(
                                Referee.leaf(leaf.getBytes(StandardCharsets.UTF_8)),
                                position - 1,
                                proof.path("size").asLong(),
                                hashes(proof.path("hashes")),
                                Base64.getDecoder().decode(note[2])))
                .isTrue();
        var file = ANYBODY.get("/api/log/proof/" + position + ".tlog-proof").is(200);
        assertThat(file.text())
                .startsWith("c2sp.org/tlog-proof@v1\nindex " + (position - 1) + "\n")
                .contains("\n\n" + note[0] + "\n");
        ANYBODY.get("/api/log/proof/999999999").is(404);
        ANYBODY.get("/api/log/proof/0").is(404);
    }

    @Test
    void anybody_gets_the_proof_that_history_was_only_added_to() {
        PublishedFlags.scope();
        var tree = AUDITOR.treeOf(5);
        var hashes = AUDITOR.hashes(0, tree.size());
        for (int from = 1; from <= tree.size(); from += Math.max(1, tree.size() / 5)) {
            var answer = ANYBODY.get("/api/log/consistency?from=" + from + "&to=" + tree.size());
            var first = Referee.root(hashes.subList(0, from));
            var proof = hashes(answer.is(200).json().path("hashes"));
            assertThat(Referee.agree(from, first, tree.size(), tree.root(), proof)).isTrue();
        }
        ANYBODY.get("/api/log/consistency?from=2&to=1").is(400);
        ANYBODY.get("/api/log/consistency?from=1&to=999999999").is(400);
    }

    private static List<byte[]> hashes(JsonNode base64) {
        var hashes = new ArrayList<byte[]>();
        base64.forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asString())));
        return hashes;
    }
}
