package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Auditor;
import varve.acceptance.kit.Kite;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.contract.Sha256;
import varve.testkit.Referee;

/// What an auditor asks about the past, and that every answer can be checked against the log.
@ExtendWith(TellsLogs.class)
class PastTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final Api STAFF = VARVE.api().staff();
    private static final Auditor AUDITOR = new Auditor(VARVE.registry());

    private static Api mia;
    private static Api luca;
    private static String scope;
    private static String pkg;
    private static long alone;
    private static long told;

    @BeforeAll
    static void a_scope_has_a_past() {
        mia = VARVE.api().newcomer("Mia");
        luca = VARVE.api().newcomer("Luca");
        scope = mia.freshScope("mia");
        pkg = "@" + scope + "/kite";
        mia.createPackage(pkg);
        publish("1.0.0");
        alone = last();
        STAFF.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id(luca), "isAdmin", false))
                .is(200);
        publish("1.1.0");
        mia.patch(Api.packagePath(pkg) + "/versions/1.0.0", Map.of("yanked", true)).is(204);
        told = last();
    }

    @Test
    void every_answer_says_for_which_log_it_holds() {
        var now = STAFF.get("/api/audit?scope=" + scope).is(200).json().path("asOf");
        var then = STAFF.get("/api/audit?scope=" + scope + "&asOf=" + alone).is(200).json();
        assertThat(then.path("asOf").path("size").asLong()).isEqualTo(alone);
        assertThat(items(then).stream().map(e -> e.path("position").asLong()))
                .allMatch(position -> position <= alone);
        var tree = AUDITOR.treeOf(now.path("size").asLong());
        var hashes = AUDITOR.hashes(0, tree.size());
        for (var asOf : List.of(now, then.path("asOf"))) {
            var root = Referee.root(hashes.subList(0, asOf.path("size").asInt()));
            assertThat(asOf.path("root").asString())
                    .isEqualTo(Base64.getEncoder().encodeToString(root));
        }
    }

    @Test
    void who_published_what_with_which_credential_and_by_which_right_and_the_proof_of_it() {
        var answer =
                STAFF.get("/api/audit?proofs=true&package=" + pkg + "&asOf=" + told).is(200).json();
        var published =
                items(answer).stream()
                        .filter(e -> e.path("event").asString().equals("version.publish-requested"))
                        .toList();
        assertThat(published).hasSize(2);
        var token = mia.get("/api/user/tokens").is(200).json().path(0).path("id").asString();
        for (var entry : published) {
            assertThat(entry.path("actor").asString()).isEqualTo("user:" + id(mia));
            assertThat(entry.path("credential").asString()).isEqualTo(token);
            assertThat(entry.path("right").path("as").asString()).isEqualTo("admin");
            assertThat(entry.path("right").path("scope").asString()).isEqualTo(scope);
            assertThat(entry.path("right").path("since").asLong()).isLessThan(alone);
        }
        long size = answer.path("asOf").path("size").asLong();
        var root = Base64.getDecoder().decode(answer.path("asOf").path("root").asString());
        assertThat(items(answer)).allSatisfy(entry -> is_proved(entry, size, root));
    }

    /// The payload's hash is in the statement, the statement's in the leaf, the leaf in the tree.
    private static void is_proved(JsonNode entry, long size, byte[] root) {
        var proof = entry.path("proof");
        var statement = proof.path("statement").asString();
        assertThat(statement)
                .contains("position " + entry.path("position").asLong() + "\n")
                .contains("payload sha256-" + sha256(proof.path("payload").asString()) + "\n")
                .contains("meta sha256-" + sha256(proof.path("meta").asString()) + "\n");
        assertThat(proof.path("meta").asString()).contains(entry.path("actor").asString());
        var leaf = proof.path("leaf").asString();
        assertThat(leaf).endsWith("commitment=sha256-" + sha256(statement) + "\n");
        assertThat(
                        Referee.includes(
                                Referee.leaf(leaf.getBytes(StandardCharsets.UTF_8)),
                                proof.path("index").asLong(),
                                size,
                                hashes(proof.path("hashes")),
                                root))
                .isTrue();
    }

    @Test
    void who_was_a_member_at_any_moment() {
        assertThat(members("?asOf=" + alone)).containsExactly(Map.entry(id(mia), "ADMIN"));
        assertThat(members(""))
                .containsExactly(Map.entry(id(mia), "ADMIN"), Map.entry(id(luca), "MEMBER"));
        var at = STAFF.get("/api/audit?scope=" + scope + "&asOf=" + alone).json();
        var moment = items(at).getLast().path("at").asString();
        assertThat(members("?asOf=" + moment)).containsExactly(Map.entry(id(mia), "ADMIN"));
        STAFF.get("/api/audit/scopes/" + scope + "?asOf=1").is(404);
        STAFF.get("/api/audit/scopes/" + scope + "?asOf=yesterday").is(400);
    }

    @Test
    void who_could_publish_at_any_moment_and_by_which_right() {
        var address = "/api/audit/scopes/" + scope + "/packages/kite/publishers";
        var then = STAFF.get(address + "?asOf=" + alone).is(200).json().path("publishers");
        var now = STAFF.get(address).is(200).json().path("publishers");
        assertThat(actors(then)).contains("user:" + id(mia)).doesNotContain("user:" + id(luca));
        assertThat(actors(now)).contains("user:" + id(mia), "user:" + id(luca));
        assertThat(actors(now)).anyMatch(actor -> actor.startsWith("staff:"));
        assertThat(now.toString()).contains("\"as\":\"member\"");

        var question = "/api/audit/decision?action=publish&package=" + pkg + "&actor=user:";
        assertThat(allowed(question + id(luca) + "&asOf=" + alone)).isFalse();
        assertThat(allowed(question + id(luca))).isTrue();
        assertThat(allowed(question + id(mia) + "&asOf=" + alone)).isTrue();
    }

    @Test
    void what_a_decision_about_the_past_says_is_what_the_registry_did() {
        var question = "/api/audit/decision?action=publish&package=" + pkg + "&actor=user:";
        var nora = VARVE.api().newcomer("Nora");
        assertThat(allowed(question + id(nora))).isFalse();
        nora.upload(pkg, "3.0.0", Kite.tarball(pkg, "3.0.0")).is(403);
        assertThat(allowed(question + id(luca))).isTrue();
        var task = luca.upload(pkg, "3.0.0", Kite.tarball(pkg, "3.0.0")).is(200).json();
        luca.awaitSuccess(task.path("id").asString());
    }

    @Test
    void how_a_package_stood_at_any_moment() {
        var address = "/api/audit/scopes/" + scope + "/packages/kite";
        var then = STAFF.get(address + "?asOf=" + alone).is(200).json().path("pkg");
        assertThat(versions(then)).containsExactly("1.0.0 published");
        var now = STAFF.get(address).is(200).json().path("pkg");
        assertThat(versions(now)).contains("1.0.0 yanked", "1.1.0 published");
        assertThat(now.path("because").valueStream()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void entries_are_found_by_credential_by_kind_and_by_staff() {
        var token = mia.get("/api/user/tokens").is(200).json().path(0).path("id").asString();
        var byToken = items(STAFF.get("/api/audit?credential=" + token).is(200).json());
        assertThat(byToken).hasSizeGreaterThanOrEqualTo(5);
        assertThat(byToken).allMatch(e -> e.path("actor").asString().equals("user:" + id(mia)));
        var yanks = STAFF.get("/api/audit?event=version.yanked&package=" + pkg).is(200).json();
        assertThat(items(yanks)).hasSize(1);
        var staff = items(STAFF.get("/api/audit?staff=true&scope=" + scope).is(200).json());
        assertThat(staff).hasSize(1);
        assertThat(staff.getFirst().path("right").path("as").asString()).isEqualTo("staff");
    }

    @Test
    void admins_see_their_own_scope_and_nobody_elses() {
        mia.get("/api/audit?scope=" + scope).is(200);
        mia.get("/api/audit?package=" + pkg + "&proofs=true").is(200);
        mia.get("/api/audit/scopes/" + scope).is(200);
        luca.get("/api/audit?scope=" + scope).is(403);
        luca.get("/api/audit/scopes/" + scope).is(403);
        mia.get("/api/audit").is(403);
        var other = luca.freshScope("luca");
        mia.get("/api/audit?scope=" + other).is(403);
        mia.get("/api/audit?scope=" + other + "&package=" + pkg).is(403);
        mia.anonymous().get("/api/audit?scope=" + scope).is(401);
    }

    private static boolean allowed(String question) {
        return STAFF.get(question).is(200).json().path("allowed").asBoolean();
    }

    private static Map<String, String> members(String query) {
        var members = new LinkedHashMap<String, String>();
        STAFF.get("/api/audit/scopes/" + scope + query)
                .is(200)
                .json()
                .path("members")
                .forEachEntry((user, held) -> members.put(user, held.path("role").asString()));
        return members;
    }

    private static List<String> actors(JsonNode holders) {
        return holders.valueStream().map(holder -> holder.path("actor").asString()).toList();
    }

    private static List<String> versions(JsonNode view) {
        return view.path("versions")
                .valueStream()
                .map(v -> v.path("version").asString() + " " + v.path("state").asString())
                .toList();
    }

    private static List<byte[]> hashes(JsonNode base64) {
        var hashes = new ArrayList<byte[]>();
        base64.forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asString())));
        return hashes;
    }

    private static List<JsonNode> items(JsonNode answer) {
        return answer.path("items").valueStream().toList();
    }

    private static String id(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }

    private static long last() {
        return STAFF.get("/api/audit?limit=1000").is(200).json().path("asOf").path("size").asLong();
    }

    private static void publish(String version) {
        var task = mia.upload(pkg, version, Kite.tarball(pkg, version)).is(200).json();
        mia.awaitSuccess(task.path("id").asString());
    }

    private static String sha256(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
