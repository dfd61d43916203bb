package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// What is handed in with `npm stage` is published only by a person with a second factor.
@ExtendWith(TellsLogs.class)
class StagedPublishTest {
    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final RunningVarve varve = Shared.varve();
    private final Api browser = varve.api().anonymous().signedUp("mia");
    @TempDir Path folder;
    private Clients clients;
    private NpmTeam mia;

    @BeforeEach
    void sit_down() {
        clients = Clients.of(varve, folder).from(varve.npm());
        mia = NpmSignIn.of(varve, folder, browser);
    }

    @Test
    void nobody_installs_what_waits_and_nobody_approves_it_without_a_second_factor()
            throws Exception {
        var flag = NpmTeam.fresh("flag");
        mia.publish(flag, "1.0.0").is(201);
        var desk = mia.workspace("desk").file("package.json", "{}");
        var said = clients.npm(mia.pkg(flag, "1.1.0"), "stage", "publish").succeeds().output();
        var match = ID.matcher(said);
        assertThat(match.find()).as(said).isTrue();
        var id = match.group(1);
        assertThat(mia.packument(flag).json().path("versions").has("1.1.0")).isFalse();
        clients.npm(desk, "stage", "list", flag).succeeds().saying(id, "1.1.0", "pending");
        clients.npm(desk, "stage", "view", id).succeeds().saying(flag);
        clients.npm(desk, "stage", "download", id).succeeds();
        assertThat(Files.exists(desk.folder().resolve(flag + "-1.1.0-" + id + ".tgz"))).isTrue();

        var ned = new NpmTeam(varve, folder, varve.api().newcomer("Ned").token());
        ned.get("/-/stage/" + id).is(404);
        ned.get("/-/stage/" + id + "/tarball").is(403);
        ned.send("POST", "/-/stage/" + id + "/approve", Map.of()).is(403);
        clients.npm(desk, "stage", "approve", id).fails().saying("second factor");

        var phone = enrolled();
        clients.npm(desk, "stage", "approve", id).fails().saying("EOTP");
        clients.npm(desk, "stage", "approve", id, "--otp=000000").fails().saying("EOTP");
        assertThat(mia.packument(flag).json().path("versions").has("1.1.0")).isFalse();
        clients.npm(desk, "stage", "approve", id, "--otp=" + phone.code(1))
                .succeeds()
                .saying("approved and published");
        var versions = mia.packument(flag).is(200).json().path("versions");
        assertThat(versions.path("1.1.0").path("version").asString()).isEqualTo("1.1.0");
        clients.npm(desk, "install", flag + "@1.1.0").succeeds();
        assertThat(mia.get("/-/stage").is(200).json().path("total").asInt()).isZero();
        mia.get("/-/stage/" + id).is(404);
    }

    @Test
    @Tag("long")
    void what_is_rejected_is_gone_and_its_number_is_free() {
        var flag = NpmTeam.fresh("flag");
        mia.publish(flag, "1.0.0").is(201);
        var document = NpmTeam.document(flag, "1.1.0", NpmTeam.tarball(flag, "1.1.0"));
        var path = "/-/stage/package/" + flag;
        var id = mia.send("POST", path, document).is(201).json().path("stageId").asString();
        mia.send("POST", path, NpmTeam.document(flag, "1.0.0", NpmTeam.tarball(flag, "1.0.0")))
                .is(409);
        mia.send("DELETE", "/-/stage/" + id, null).is(403);
        var phone = enrolled();
        mia.send("DELETE", "/-/stage/" + id, null).is(401);
        var desk = mia.workspace("desk").file("package.json", "{}");
        clients.npm(desk, "stage", "reject", id, "--otp=" + phone.code(1)).succeeds();
        mia.get("/-/stage/" + id + "/tarball").is(404);
        mia.publish(flag, "1.1.0").is(201);
    }

    private Authenticator enrolled() {
        var here = "/api/user/second-factor";
        var begun = browser.post(here, Map.of("password", Api.PASSWORD)).is(200).json();
        var phone = new Authenticator(begun.path("secret").asString());
        browser.post(here + "/confirm", Map.of("code", phone.code(0))).is(200);
        return phone;
    }
}
