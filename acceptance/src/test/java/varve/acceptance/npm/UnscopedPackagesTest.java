package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class UnscopedPackagesTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void a_free_name_belongs_to_whoever_publishes_it_first() {
        var luca = team("Luca");
        var flag = NpmTeam.fresh("flag");
        var clients = Clients.of(varve, folder).from(varve.npm());
        clients.npm(luca.pkg(flag, "1.0.0"), "publish").succeeds();
        clients.pnpm(luca.pkg(flag, "1.1.0"), "publish", "--no-git-checks").succeeds();

        var mara = team("Mara");
        clients.npm(mara.pkg(flag, "2.0.0"), "publish").fails().saying("E403");
        clients.npm(luca.workspace("tags"), "dist-tag", "add", flag + "@1.0.0", "old").succeeds();
        clients.npm(luca.workspace("tags"), "owner", "ls", flag).succeeds().saying("Luca");
        clients.npm(luca.workspace("tags"), "deprecate", flag + "@1.0.0", "use 1.1").succeeds();

        for (var install : List.of("npm", "pnpm", "yarn")) {
            var project = mara.project(flag);
            var run =
                    switch (install) {
                        case "npm" -> clients.npm(project, "install");
                        case "pnpm" -> clients.pnpm(project, "install");
                        default -> clients.yarn(project, "install");
                    };
            run.succeeds();
            clients.node(project, "main.js").succeeds().saying(flag + "@1.1.0");
        }
        clients.npm(luca.workspace("tags"), "unpublish", flag + "@1.0.0").succeeds();
        clients.npm(luca.workspace("tags"), "view", flag, "versions").succeeds().saying("1.1.0");
    }

    @Test
    void names_may_be_as_npm_has_them() {
        var luca = team("Luca");
        for (var name :
                List.of(
                        NpmTeam.fresh("JSON.Flag_s"),
                        NpmTeam.fresh("-x"),
                        "@" + NpmTeam.fresh("Luca.and_co-and-all-their-friends") + "/Flag_2.js")) {
            luca.publish(name, "1.0.0").is(201);
            var version = luca.packument(name).is(200).json().path("versions").path("1.0.0");
            var tarball = URI.create(version.path("dist").path("tarball").asString());
            Web.get(tarball).is(200);
            luca.get("/" + name + "/latest").is(200);
            luca.get("/" + name + "/2.0.0").is(404);
        }
    }

    @Test
    void what_has_no_scope_does_not_show_the_one_it_stands_in() {
        var luca = team("Luca");
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        assertThat(luca.packument(flag).text()).doesNotContain("~" + flag);
        luca.varve().api().with(luca.token()).post("/api/scopes", Map.of("scope", "~ab")).is(400);
    }

    @Test
    void a_packument_comes_packed_as_each_client_can_unpack_it() {
        var luca = team("Luca");
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var address = varve.npm().resolve("/" + flag);
        var packed = Web.get(address, "Accept-Encoding", "gzip, deflate, br").is(200);
        assertThat(packed.header("Content-Encoding")).contains("br");
        assertThat(packed.bytes()).hasSizeLessThan(Web.get(address).is(200).bytes().length);
        assertThat(packed.header("ETag")).isNotEqualTo(Web.get(address).header("ETag"));
        assertThat(Web.get(address, "Accept-Encoding", "gzip").header("Content-Encoding"))
                .contains("gzip");
    }

    private NpmTeam team(String name) {
        return new NpmTeam(varve, folder, varve.api().newcomer(name).token());
    }
}
