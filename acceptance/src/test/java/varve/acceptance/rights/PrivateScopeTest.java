package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.rights.Cast.Part;

/// A private scope is there for its members, and not for all others.
@Tag("long")
class PrivateScopeTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final String ABSENT = "absent-0a1b2c";
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "connection");

    /// What can be asked about a package, on the registry and then on the npm host.
    private static final List<String> ABOUT =
            List.of(
                    "/@S/flag/meta.json",
                    "/@S/flag/1.0.0_meta.json",
                    "/@S/flag/1.0.0/mod.ts",
                    "/@S",
                    "/@S/flag",
                    "/@S/flag@1.0.0",
                    "/api/scopes/S",
                    "/api/scopes/S/members",
                    "/api/scopes/S/packages",
                    "/api/scopes/S/packages/flag",
                    "/api/scopes/S/packages/flag/versions",
                    "/api/scopes/S/packages/flag/versions/1.0.0",
                    "/api/scopes/S/packages/flag/versions/latest",
                    "/api/scopes/S/packages/flag/versions/1.0.0/dependencies",
                    "/api/scopes/S/packages/flag/dependents",
                    "npm:/@jsr/S__flag",
                    "npm:/@jsr%2fS__flag",
                    "npm:/~/12/@jsr/S__flag/1.0.0.tgz",
                    "npm:/@jsr/S__flag/-/S__flag-1.0.0.tgz",
                    "npm:/-/package/@jsr%2fS__flag/dist-tags");

    private static PrivateFlag flag;

    @BeforeAll
    static void a_private_scope_with_one_package_and_a_public_one_that_it_depends_on() {
        flag = PrivateFlag.on(VARVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"READER", "AUDITOR", "MEMBER", "ADMIN"})
    void members_see_it_whatever_their_role(Part part) {
        for (var path : List.of(ABOUT.get(0), ABOUT.get(2), "/api/scopes/S/packages/flag")) {
            var answer = flag.ask(path, flag.scope(), flag.as(part));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(path).hasValue("private, no-store");
        }
        assertThat(flag.ask("npm:/@jsr/S__flag", flag.scope(), flag.as(part)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOBODY", "STRANGER"})
    void all_others_hear_what_they_hear_about_a_scope_that_does_not_exist(Part part) {
        for (var path : ABOUT) {
            var hidden = flag.ask(path, flag.scope(), flag.as(part));
            var absent = flag.ask(path, ABSENT, flag.as(part));

            assertThat(told(hidden, flag.scope())).as(path).isEqualTo(told(absent, ABSENT));
        }
    }

    @Test
    void a_bad_token_tells_nothing_either() {
        var wrong = flag.as(Part.NOBODY).with("jsrp_" + "0".repeat(35));
        for (var path : List.of("/@S/flag/meta.json", "npm:/@jsr/S__flag")) {
            assertThat(told(flag.ask(path, flag.scope(), wrong), flag.scope()))
                    .isEqualTo(told(flag.ask(path, ABSENT, wrong), ABSENT));
        }
    }

    @Test
    void strangers_who_write_are_told_that_there_is_nothing() {
        var stranger = flag.as(Part.STRANGER);
        UnaryOperator<String> answer =
                scope -> {
                    var said =
                            stranger.post(
                                    "/api/scopes/" + scope + "/packages",
                                    Map.of("package", "sail"));
                    return said.status() + said.text().replace(scope, "S");
                };

        assertThat(answer.apply(flag.scope())).isEqualTo(answer.apply(ABSENT)).startsWith("404");
    }

    @Test
    void it_is_found_nowhere() {
        var anonymous = flag.as(Part.NOBODY);
        eventually(
                Duration.ofSeconds(20),
                () ->
                        assertThat(anonymous.get("/api/packages?query=" + flag.scope()).text())
                                .doesNotContain(flag.scope()));
        for (var path :
                List.of(
                        "/api/search/suggest?query=" + flag.scope(),
                        "/search?query=" + flag.scope(),
                        "/api/users/" + flag.cast().id(Part.ADMIN) + "/scopes",
                        "/api/scopes/" + flag.open() + "/packages/cloth/dependents",
                        "/",
                        "/api/stats")) {
            assertThat(anonymous.get(path).text()).as(path).doesNotContain(flag.scope());
        }
        var cloth = anonymous.get("/api/scopes/" + flag.open() + "/packages/cloth").is(200).json();
        assertThat(cloth.path("dependentCount").asInt()).isZero();
        anonymous.get("/api/audit?scope=" + flag.scope()).is(401);
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

    private static Map<String, Object> told(Answer answer, String scope) {
        var told = new TreeMap<String, Object>(answer.response().headers().map());
        told.keySet().removeIf(name -> OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT)));
        told.put(":status", answer.status());
        told.put(":body", answer.text().replace(scope, "S"));
        return told;
    }
}
