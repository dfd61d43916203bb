package varve.acceptance.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;

/// What webhooks keep from those who may not know of it.
@Tag("long")
@ExtendWith(TellsLogs.class)
class DiscretionTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REST =
            "  '**': { access: $all, publish: $authenticated, unpublish: $authenticated }\n";

    @TempDir static Path settings;
    private static RunningVarve varve;

    private Api luca;
    private Api ned;
    private Api mallory;
    @TempDir Path folder;
    private Receiver receiver;
    private NpmTeam team;
    private NpmTeam stranger;

    @BeforeAll
    static void a_registry_that_may_reach_this_machine() throws IOException {
        rules("packages:\n" + REST);
        varve =
                RunningVarve.start(
                        Map.of(
                                "VARVE_HOOK_PRIVATE_ADDRESSES",
                                "true",
                                "VARVE_NPM_RULES",
                                settings.resolve("rules.yaml").toString()));
    }

    @AfterAll
    static void no_more() {
        varve.close();
    }

    @BeforeEach
    void somebody_listens() {
        receiver = new Receiver();
        luca = varve.api().anonymous().signedUp("luca");
        ned = varve.api().anonymous().signedUp("ned");
        mallory = varve.api().anonymous().signedUp("mallory");
        team = NpmSignIn.of(varve, folder, luca);
        stranger = NpmSignIn.of(varve, folder, mallory);
    }

    @AfterEach
    void nobody_listens() {
        receiver.close();
    }

    @Test
    void what_rules_keep_for_some_is_told_to_no_others() throws IOException {
        var crew = "@" + NpmTeam.fresh("crew");
        var flag = crew + "/flag";
        var pole = NpmTeam.fresh("pole");
        team.publish(flag, "1.0.0").is(201);
        team.publish(pole, "1.0.0").is(201);
        hook(team, "scope", crew, "/luca").is(200);
        hook(stranger, "scope", crew, "/mallory").is(200);
        hook(stranger, "package", flag, "/mallory").is(200);
        hook(stranger, "package", pole, "/open").is(200);
        rules(
                """
                groups: { sailors: [%s] }
                packages:
                  '%s/*': { access: sailors, publish: sailors }
                """
                                .formatted(login(luca), crew)
                        + REST);
        varve.verb("reload").succeeds();

        team.publish(flag, "1.1.0").is(201);
        team.publish(pole, "1.1.0").is(201);
        eventually(SOON, () -> assertThat(receiver.letters("/luca")).hasSize(1));
        eventually(SOON, () -> assertThat(receiver.letters("/open")).hasSize(1));
        assertThat(receiver.letters("/mallory")).isEmpty();

        hook(stranger, "package", flag, "/mallory").is(404);
        for (var name : List.of(flag, crew + "/absent")) {
            assertThat(star(stranger, name).is(404).text()).contains(name);
        }
        star(team, flag).is(201);
    }

    @Test
    void nobody_hears_who_belongs_to_a_private_scope_of_others() {
        var secret = NpmTeam.fresh("secret");
        var open = NpmTeam.fresh("open");
        for (var scope : List.of(secret, open)) {
            team.publish("@" + scope + "/flag", "1.0.0").is(201);
        }
        luca.patch("/api/scopes/" + secret, Map.of("visibility", "private")).is(200);
        join(secret, ned);
        hook(NpmSignIn.of(varve, folder, ned), "owner", login(luca), "/ned").is(200);
        hook(stranger, "owner", login(luca), "/mallory").is(200);
        hook(stranger, "scope", "@" + secret, "/mallory").is(200);

        var mate = varve.api().anonymous().signedUp("mate");
        join(secret, mate);
        luca.delete("/api/scopes/" + secret + "/members/" + id(mate)).is(204);
        join(open, mate);
        eventually(SOON, () -> assertThat(names("/ned")).hasSize(3));
        eventually(SOON, () -> assertThat(names("/mallory")).contains("@" + open));
        assertThat(names("/ned")).containsExactlyInAnyOrder("@" + secret, "@" + secret, "@" + open);
        assertThat(names("/mallory")).containsOnly("@" + open);
    }

    private void join(String scope, Api who) {
        team.send("PUT", "/-/org/" + scope + "/user", Map.of("user", login(who))).is(201);
    }

    private List<String> names(String path) {
        return receiver.letters(path).stream()
                .map(letter -> letter.json().path("name").asString())
                .toList();
    }

    private Answer hook(NpmTeam owner, String type, String name, String path) {
        var wish =
                Map.of(
                        "type",
                        type,
                        "name",
                        name,
                        "endpoint",
                        receiver.address(path),
                        "secret",
                        "s");
        return owner.send("POST", "/-/npm/v1/hooks/hook", wish);
    }

    private static Answer star(NpmTeam who, String name) {
        return who.send("PUT", "/-/user/v1/star", Map.of("package", name));
    }

    private static void rules(String text) throws IOException {
        Files.writeString(settings.resolve("rules.yaml"), text);
    }

    private static String login(Api who) {
        return who.get("/api/user").is(200).json().path("login").asString();
    }

    private static String id(Api who) {
        return who.get("/api/user").is(200).json().path("id").asString();
    }
}
