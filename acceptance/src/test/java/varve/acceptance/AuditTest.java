package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class AuditTest {
    private final RunningVarve varve = Shared.varve();
    private final Api staff = varve.api().staff();

    @Test
    void staff_see_everything_that_happened_with_who_did_it_and_with_what() {
        var before = last();
        var began = Instant.now().minusSeconds(1);
        var mia = varve.api().newcomer("Mia");
        var scope = mia.freshScope("mia");
        var pkg = "@" + scope + "/kite";
        mia.createPackage(pkg);
        mia.post("/api/scopes", Map.of("scope", scope)).is(409);
        mia.awaitSuccess(mia.upload(pkg, "1.0.0", kite(pkg)).is(200).json().path("id").asString());
        mia.patch(Api.packagePath(pkg) + "/versions/1.0.0", Map.of("yanked", true)).is(204);

        var entries = after(before);
        assertThat(entries.stream().map(AuditTest::story))
                .containsExactly(
                        "staff register-user user.registered",
                        "staff issue-token token.issued",
                        "user take-scope holdings.scope-taken",
                        "user create-scope scope.created",
                        "user create-scope scope.member-joined",
                        "user admit-package scope.package-admitted",
                        "user create-package package.created",
                        "user create-scope command.refused",
                        "user request-publish version.publish-requested",
                        "registry appraise-publish version.appraised",
                        "registry accept-publish version.published",
                        "user yank-version version.yanked");
        assertThat(entries.stream().map(e -> e.path("position").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + entries.size())
                                .boxed()
                                .toList());
        assertThat(entries)
                .allSatisfy(entry -> {
                    assertThat(Instant.parse(entry.path("at").asString()))
                            .isBetween(began, Instant.now().plusSeconds(1));
                    assertThat(entry.path("correlation").asString()).isNotEmpty();
                    assertThat(entry.path("commandId").asString()).isNotEmpty();
                });
        var token = mia.get("/api/user/tokens").is(200).json().path(0).path("id").asString();
        assertThat(entries.stream().filter(e -> story(e).startsWith("user ")))
                .allSatisfy(e -> assertThat(e.path("credential").asString()).isEqualTo(token));
        assertThat(entries.toString()).doesNotContain(mia.token(), "Mia");
    }

    @Test
    void what_the_registry_does_itself_is_tied_to_the_request_that_caused_it() {
        var luca = varve.api();
        var pkg = "@" + luca.freshScope("luca") + "/kite";
        luca.createPackage(pkg);
        var before = last();
        luca.awaitSuccess(luca.upload(pkg, "1.0.0", kite(pkg)).json().path("id").asString());

        var entries = after(before);
        assertThat(entries).hasSize(3);
        var requested = entries.getFirst();
        var published = entries.getLast();
        assertThat(published.path("actor").asString()).isEqualTo("registry:inspector");
        assertThat(published.path("correlation")).isEqualTo(requested.path("correlation"));
        assertThat(published.path("commandId")).isNotEqualTo(requested.path("commandId"));
    }

    @Test
    void the_log_has_every_position_from_the_first() {
        long next = 1;
        for (var entries = page(0); !entries.isEmpty(); entries = page(next - 1)) {
            for (var entry : entries) {
                assertThat(entry.path("position").asLong()).isEqualTo(next++);
            }
        }
        assertThat(next).isGreaterThan(3);
    }

    @Test
    void entries_can_be_narrowed_down() {
        var mia = varve.api().newcomer("Mia");
        var scope = mia.freshScope("mia");
        mia.createPackage("@" + scope + "/kite");
        var actor = items("?scope=" + scope).getFirst().path("actor").asString();

        assertThat(items("?scope=" + scope).stream().map(AuditTest::event))
                .containsExactly(
                        "scope.created",
                        "scope.member-joined",
                        "scope.package-admitted",
                        "package.created");
        assertThat(items("?package=@" + scope + "/kite").stream().map(AuditTest::event))
                .containsExactly("package.created");
        assertThat(items("?actor=" + actor)).hasSize(5);
        assertThat(items("?scope=" + scope + "&since=" + Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void nobody_else_sees_it() {
        var api = varve.api();
        api.anonymous().get("/api/audit").is(401);
        api.newcomer("Mia").get("/api/audit").is(403);
        api.newcomer("Mia").staff().get("/api/audit").is(403);
        api.get("/api/audit").is(403);
    }

    private long last() {
        long last = 0;
        for (var entries = page(0); !entries.isEmpty(); entries = page(last)) {
            last = entries.getLast().path("position").asLong();
        }
        return last;
    }

    private List<JsonNode> after(long position) {
        return page(position);
    }

    private List<JsonNode> page(long after) {
        return items("?limit=1000&after=" + after);
    }

    private List<JsonNode> items(String query) {
        return staff.get("/api/audit" + query).is(200).json().path("items").valueStream().toList();
    }

    private static String story(JsonNode entry) {
        var actor = entry.path("actor").asString().replaceAll(":.*", "");
        return actor + " " + entry.path("command").asString() + " " + event(entry);
    }

    private static String event(JsonNode entry) {
        return entry.path("event").asString();
    }

    private static byte[] kite(String pkg) {
        return Tarball.of(
                "./",
                Map.of(
                        "deno.json",
                        """
                        {"name":"%s","version":"1.0.0","license":"MIT","exports":"./mod.ts"}
                        """
                                .formatted(pkg),
                        "mod.ts",
                        "/** Tails. */\nexport const tails: number = 1;\n"));
    }
}
