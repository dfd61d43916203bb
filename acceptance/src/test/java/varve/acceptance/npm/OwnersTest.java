package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// What npm's and pnpm's commands about people do to the rights that these have already.
@ExtendWith(TellsLogs.class)
class OwnersTest {
    private final RunningVarve varve = Shared.varve();
    private final Api luca = varve.api().newcomer(NpmTeam.fresh("luca"));
    private final Api ned = varve.api().newcomer(NpmTeam.fresh("ned"));
    private final String acme = NpmTeam.fresh("acme");
    private final String other = NpmTeam.fresh("other");
    private final String flag = "@" + acme + "/flag";
    @TempDir Path folder;
    private NpmTeam team;
    private Clients clients;

    @BeforeEach
    void luca_owns_a_scope() {
        team = new NpmTeam(varve, folder, luca.token());
        clients = Clients.of(varve, folder).from(varve.npm());
        team.publish(flag, "1.0.0").is(201);
    }

    @Test
    void npm_org_set_changes_roles_and_leaves_no_scope_without_an_admin() {
        var desk = team.workspace("desk");
        clients.npm(desk, "org", "set", acme, name(luca)).fails().saying("admin");
        assertThat(role(luca)).isEqualTo("admin");

        clients.npm(desk, "org", "set", acme, name(ned), "admin").succeeds();
        assertThat(role(ned)).isEqualTo("admin");
        clients.npm(desk, "org", "set", acme, name(ned)).succeeds();
        assertThat(role(ned)).isEqualTo("member");
        var odd = Map.of("user", name(ned), "role", "captain");
        assertThat(team.send("PUT", "/-/org/" + acme + "/user", odd).is(400).text())
                .contains("developer, admin or owner");
        assertThat(role(ned)).isEqualTo("member");
    }

    @Test
    void pnpm_owner_add_takes_no_right_away() {
        var desk = team.workspace("desk");
        clients.npm(desk, "org", "set", acme, name(ned), "owner").succeeds();
        var add = "/-/package/" + flag + "/owners";
        team.send("PUT", add, Map.of("user", name(ned))).is(201);
        team.send("PUT", add, Map.of("user", name(luca))).is(201);
        assertThat(role(ned)).isEqualTo("admin");
        assertThat(role(luca)).isEqualTo("admin");
    }

    /// Of the packages one is from before the erased left its scope; they never belonged to
    /// another.
    @Test
    void packuments_forget_who_was_erased() {
        var mia = varve.api().anonymous().signedUp("mia");
        var login = mia.get("/api/user").is(200).json().path("login").asString();
        var hers = NpmSignIn.of(varve, folder, mia);
        var pole = NpmTeam.fresh("pole");
        hers.publish(pole, "1.0.0").is(201);
        var add = Map.of("user", login);
        team.send("PUT", "/-/org/" + acme + "/user", add).is(201);
        hers.publish(flag, "1.1.0").is(201);
        team.send("DELETE", "/-/org/" + acme + "/user", add).is(204);
        team.publish("@" + other + "/sail", "1.0.0").is(201);
        team.send("PUT", "/-/org/" + other + "/user", add).is(201);
        var packages = List.of(pole, flag, "@" + other + "/sail");
        for (var name : packages) {
            assertThat(team.packument(name).is(200).text()).contains(login);
        }
        eventually(Duration.ofSeconds(20), () -> assertThat(found(login)).contains(pole));
        mia.delete("/api/user", Map.of("password", Api.PASSWORD)).is(204);
        eventually(Duration.ofSeconds(20), () -> assertThat(found(login)).doesNotContain(pole));
        for (var name : packages) {
            eventually(
                    Duration.ofSeconds(20),
                    () -> {
                        var told = team.packument(name).is(200).text();
                        assertThat(told).contains("1.0.0").doesNotContain(login);
                    });
        }
    }

    private String found(String words) {
        return team.get("/-/v1/search?text=" + words).is(200).text();
    }

    private String role(Api who) {
        for (var member : luca.get("/api/scopes/" + acme + "/members").is(200).json()) {
            if (member.path("user").path("name").asString().equals(name(who))) {
                return member.path("role").asString();
            }
        }
        return "";
    }

    private static String name(Api who) {
        return who.get("/api/user").is(200).json().path("name").asString();
    }
}
