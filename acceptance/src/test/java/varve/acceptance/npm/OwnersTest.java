package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
