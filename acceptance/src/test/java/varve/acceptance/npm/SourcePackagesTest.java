package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// What npm clients change of packages that were published as sources.
@ExtendWith(TellsLogs.class)
class SourcePackagesTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void npm_warns_of_versions_and_sets_tags() {
        var cloth = "@jsr/" + PublishedFlags.scope() + "__cloth";
        var team = new NpmTeam(varve, folder, varve.api().token());
        var clients = Clients.of(varve, folder).from(varve.npm());
        var desk = team.workspace("desk").file("package.json", "{}");
        clients.npm(desk, "dist-tag", "add", cloth + "@1.0.0", "worn").succeeds();
        clients.npm(desk, "deprecate", cloth + "@1.0.0", "use silk").succeeds();
        var told = team.packument(cloth).is(200).json();
        assertThat(told.path("dist-tags").path("worn").asString()).isEqualTo("1.0.0");
        assertThat(told.path("versions").path("1.0.0").path("deprecated").asString())
                .isEqualTo("use silk");
        clients.npm(desk, "install", cloth + "@worn").succeeds();

        clients.npm(desk, "deprecate", cloth + "@1.0.0", "").succeeds();
        clients.npm(desk, "dist-tag", "rm", cloth, "worn").succeeds();
        var after = team.packument(cloth).is(200).json();
        assertThat(after.path("dist-tags").has("worn")).isFalse();
        assertThat(after.path("versions").path("1.0.0").has("deprecated")).isFalse();

        var ned = new NpmTeam(varve, folder, varve.api().newcomer("Ned").token());
        ned.send("PUT", "/-/package/" + cloth + "/dist-tags/worn", "1.0.0").is(403);
        team.send("PUT", "/-/package/" + cloth + "/dist-tags/latest", "1.0.0").is(400);
        team.publish(cloth, "9.0.0").is(409);
    }
}
