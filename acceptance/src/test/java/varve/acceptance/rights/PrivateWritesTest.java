package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.rights.Cast.Part;

/// Wishes about a private scope, and what becomes of it when people and settings change.
class PrivateWritesTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final String ABSENT = "absent-0a1b2c";
    private static PrivateFlag flag;

    @BeforeAll
    static void a_private_scope_with_one_package_and_a_public_one_that_it_depends_on() {
        flag = PrivateFlag.on(VARVE);
    }

    /// Names that no address carries, but what is sent.
    @Test
    void strangers_who_write_are_told_that_there_is_nothing() {
        var stranger = flag.as(Part.STRANGER);
        var own = stranger.freshScope("own");
        stranger.createPackage("@" + own + "/sail");
        var sail = "/api/scopes/" + own + "/packages/sail";
        UnaryOperator<String> answers =
                scope ->
                        Stream.of(
                                        stranger.post(
                                                "/api/scopes/" + scope + "/packages",
                                                Map.of("package", "sail")),
                                        stranger.post(
                                                sail + "/move",
                                                Map.of("scope", scope, "package", "sail")),
                                        stranger.post("/api/user/invites/" + scope, Map.of()),
                                        stranger.delete("/api/user/invites/" + scope),
                                        flag.star("@" + scope + "/flag", Part.STRANGER))
                                .map(said -> said.status() + said.text().replace(scope, "S"))
                                .collect(Collectors.joining("\n"));

        assertThat(answers.apply(flag.scope())).isEqualTo(answers.apply(ABSENT)).startsWith("404");
    }

    /// A package that builds on something private says by its verdict whether that is there.
    @Test
    void nobody_builds_on_what_they_may_not_know_of() {
        var stranger = flag.as(Part.STRANGER);
        var own = stranger.freshScope("own");
        stranger.createPackage("@" + own + "/sail");
        UnaryOperator<String> verdict =
                wanted -> {
                    var name = "@" + own + "/sail";
                    var module = "import \"jsr:%s\";\nexport const sail = 1;\n".formatted(wanted);
                    var files =
                            Map.of(
                                    "deno.json",
                                    PrivateFlag.config(own, "sail", "1.0.0"),
                                    "mod.ts",
                                    module);
                    var sent = stranger.upload(name, "1.0.0", Tarball.of("./", files)).is(200);
                    var end = stranger.awaitEnd(sent.json().path("id").asString());
                    return end.path("status").asString()
                            + end.path("error")
                                    .toString()
                                    .replaceAll("@[a-z0-9-]+/flag", "@S/flag");
                };

        for (var wish : List.of("@S/flag@1", "@S/flag@1.0.0/none", "@S/flag@^9.0.0")) {
            assertThat(verdict.apply(wish.replace("S", flag.scope())))
                    .isEqualTo(verdict.apply(wish.replace("S", ABSENT)))
                    .startsWith("failure");
        }
    }

    /// Those who answer for the public scope belong to the private one; what it is made of stays
    /// its own.
    @Test
    void what_builds_on_it_shows_its_name_and_no_more() {
        var needed = "import \"jsr:@%s/flag@1\";\n".formatted(flag.scope());
        flag.publish(flag.open(), "mast", needed + "export const mast: number = 1;\n");

        var graph = "/api/scopes/S/packages/mast/versions/1.0.0/dependencies/graph";
        var told = flag.ask(graph, flag.open(), flag.as(Part.NOBODY)).is(200).text();
        assertThat(told).contains(flag.scope()).doesNotContain("1.0.0", "cloth");
        var own = "/api/scopes/S/packages/flag/versions/1.0.0/dependencies/graph";
        assertThat(flag.ask(own, flag.scope(), flag.as(Part.READER)).is(200).text())
                .contains("cloth");
    }

    @Test
    void whoever_leaves_sees_it_no_longer() {
        var api = VARVE.api().staff();
        var nia = api.newcomer("Nia");
        var id = nia.get("/api/user").is(200).json().path("id").asString();
        var members = "/api/scopes/" + flag.scope() + "/members";
        flag.ask("/@S/flag/meta.json", flag.scope(), nia).is(404);
        api.post("/api/admin/scopes/" + flag.scope() + "/members", Map.of("userId", id)).is(200);
        flag.ask("/@S/flag/meta.json", flag.scope(), nia).is(200);
        api.delete(members + "/" + id).is(204);
        flag.ask("/@S/flag/meta.json", flag.scope(), nia).is(404);
    }

    @Test
    void a_private_package_of_a_public_scope_is_hidden_alone() {
        flag.publish(flag.open(), "sail", "export const sail: string = \"sail\";\n");
        flag.as(Part.ADMIN)
                .patch(
                        "/api/scopes/" + flag.open() + "/packages/sail",
                        Map.of("visibility", "private"))
                .is(200);

        var nobody = flag.as(Part.NOBODY);
        flag.ask("/@S/cloth/meta.json", flag.open(), nobody).is(200);
        flag.ask("/@S/sail/meta.json", flag.open(), nobody).is(404);
        flag.ask("/@S/sail/meta.json", flag.open(), flag.as(Part.READER)).is(200);
        assertThat(nobody.get("/api/scopes/" + flag.open() + "/packages").text())
                .doesNotContain("sail");
        assertThat(
                        nobody.get("/api/scopes/" + flag.open() + "/packages/sail")
                                .text()
                                .replace("sail", "x"))
                .isEqualTo(
                        nobody.get("/api/scopes/" + flag.open() + "/packages/none")
                                .is(404)
                                .text()
                                .replace("none", "x"));
    }
}
