package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// Who belongs to a scope or to one of its teams, and what of it npm clients are told.
@ExtendWith(TellsLogs.class)
class TeamsTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final Api STAFF = VARVE.api().staff();
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;

    @Test
    void who_may_only_read_is_no_maintainer() {
        var luca = somebody("Luca");
        var scope = NpmTeam.fresh("crew");
        var flag = "@" + scope + "/flag";
        luca.publish(flag, "1.0.0").is(201);
        var max = STAFF.newcomer("Max");
        join(scope, STAFF.newcomer("Rea"), "reader");
        join(scope, STAFF.newcomer("Audrey"), "auditor");
        join(scope, max, "member");

        eventually(SOON, () -> assertThat(maintainers(luca, flag)).contains("Max"));
        assertThat(maintainers(luca, flag)).contains("Luca").doesNotContain("Rea", "Audrey");
        var people = collaborators(luca, flag);
        assertThat(people).contains("\"Luca\":\"read-write\"", "\"Max\":\"read-write\"");
        assertThat(people).contains("\"Rea\":\"read-only\"", "\"Audrey\":\"read-only\"");
        eventually(SOON, () -> assertThat(found(luca, scope)).contains(flag, "Max"));
        assertThat(found(luca, scope)).contains("Luca").doesNotContain("Rea", "Audrey");

        var membership = "/api/scopes/" + scope + "/members/" + id(max);
        VARVE.api().with(luca.token()).patch(membership, Map.of("role", "reader")).is(200);
        eventually(SOON, () -> assertThat(maintainers(luca, flag)).doesNotContain("Max"));
        assertThat(collaborators(luca, flag)).contains("\"Max\":\"read-only\"");
    }

    private NpmTeam somebody(String name) {
        return new NpmTeam(VARVE, folder, STAFF.newcomer(name).token());
    }

    private static void join(String scope, Api person, String role) {
        var wish = Map.of("userId", id(person), "role", role);
        STAFF.post("/api/admin/scopes/" + scope + "/members", wish).is(200);
    }

    private static String maintainers(NpmTeam who, String pkg) {
        return who.packument(pkg).is(200).json().path("maintainers").toString();
    }

    private static String collaborators(NpmTeam who, String pkg) {
        return who.get("/-/package/" + pkg.replace("/", "%2f") + "/collaborators")
                .is(200)
                .json()
                .toString();
    }

    private static String found(NpmTeam who, String words) {
        return who.get("/-/v1/search?text=" + words).is(200).text();
    }

    private static String id(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }
}
