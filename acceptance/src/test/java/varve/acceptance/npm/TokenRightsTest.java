package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// Tokens of `npm token create` may do what was asked, or are not made.
@ExtendWith(TellsLogs.class)
class TokenRightsTest {
    /// Other tests try wrong passwords from this address, and the registry makes it wait.
    private static final Duration LET_IN_WITHIN = Duration.ofMinutes(1);

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;
    private NpmTeam luca;

    @BeforeEach
    void luca_signs_in() {
        luca = NpmSignIn.of(varve, folder, varve.api().anonymous().signedUp("luca"));
    }

    @Test
    void a_package_is_a_package_and_a_scope_is_a_scope() {
        var pad = NpmTeam.fresh("left-pad");
        for (var name : List.of(pad, "@" + pad + "/flag", "@" + pad + "/pole")) {
            luca.publish(name, "1.0.0").is(201);
        }
        var ofPad = with(created("--packages", pad));
        ofPad.publish(pad, "1.1.0").is(201);
        ofPad.publish("@" + pad + "/flag", "1.1.0").is(403);
        var ofFlag = with(created("--packages", "@" + pad + "/flag"));
        ofFlag.publish("@" + pad + "/flag", "1.2.0").is(201);
        ofFlag.publish("@" + pad + "/pole", "1.2.0").is(403);
        ofFlag.publish(pad, "1.2.0").is(403);
        var ofScope = with(created("--scopes", "@" + pad));
        ofScope.publish("@" + pad + "/pole", "1.3.0").is(201);
        ofScope.publish(pad, "1.3.0").is(403);
    }

    @Test
    void rights_that_no_token_can_have_are_refused() {
        create("--packages", "left-pad", "--packages-and-scopes-permission=read-write-stage-only")
                .fails()
                .saying("E400", "read-write-stage-only");
        create("--orgs=acme", "--orgs-permission=read-only").fails().saying("E400", "orgs");
        refused(Map.of("packages_and_scopes_permission", "read-write-stage-only"), "stage-only");
        refused(Map.of("packages_and_scopes_permission", "admin"), "read-only, read-write");
        refused(Map.of("packages_and_scopes_permission", "no-access"), "of no use");
        refused(Map.of("orgs_permission", "read-write"), "orgs");
        refused(Map.of("packages", List.of("@acme"), "readonly", true), "@scope/name");
        refused(Map.of("scopes", List.of("@acme/flag"), "readonly", true), "scope");
    }

    private void refused(Map<String, ?> rights, String because) {
        var wish = new HashMap<String, Object>(Map.of("password", Api.PASSWORD, "name", "ci"));
        wish.putAll(rights);
        assertThat(luca.send("POST", "/-/npm/v1/tokens", wish).is(400).text()).contains(because);
    }

    private String created(String... limits) {
        var made = new AtomicReference<Run>();
        eventually(LET_IN_WITHIN, () -> made.set(create(limits).succeeds()));
        return made.get().output().replaceAll("(?s).*(jsrp_[0-9A-Za-z]{35}).*", "$1");
    }

    private Run create(String... limits) {
        var words = new ArrayList<>(List.of("token", "create", "--name=ci"));
        words.add("--password=" + Api.PASSWORD);
        if (List.of(limits).stream().noneMatch(word -> word.contains("permission"))) {
            words.add("--packages-and-scopes-permission=read-write");
        }
        words.addAll(List.of(limits));
        return Clients.of(varve, folder)
                .from(varve.npm())
                .npm(luca.workspace("desk"), words.toArray(String[]::new));
    }

    private NpmTeam with(String token) {
        return new NpmTeam(varve, folder, token);
    }
}
