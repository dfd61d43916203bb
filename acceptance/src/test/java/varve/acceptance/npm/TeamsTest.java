package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    @Test
    void a_team_opens_private_packages_to_people_who_do_not_belong_to_the_scope() {
        var luca = somebody("Luca");
        var scope = NpmTeam.fresh("crew");
        var flag = "@" + scope + "/flag";
        var pole = "@" + scope + "/pole";
        for (var pkg : List.of(flag, pole)) {
            var document = NpmTeam.document(pkg, "1.0.0", NpmTeam.tarball(pkg, "1.0.0"));
            document.put("access", "restricted");
            luca.put(pkg, document).is(201);
        }
        var browser = VARVE.api().signedUp("ned");
        var login = browser.get("/api/user").is(200).json().path("login").asString();
        var ned = NpmSignIn.of(VARVE, folder, browser);
        var other = somebody("Nora");
        var team = "/-/team/" + scope + "/ext";
        luca.send("PUT", "/-/org/" + scope + "/team", Map.of("name", "ext")).is(201);
        luca.send("PUT", team + "/user", Map.of("user", login)).is(201);
        ned.packument(flag).is(404);

        luca.send("PUT", team + "/package", may(flag, "read-only")).is(204);
        ned.packument(flag).is(200);
        ned.get("/" + flag + "/-/flag-1.0.0.tgz").is(200);
        var clients = Clients.of(VARVE, folder).from(VARVE.npm());
        var project = ned.project(flag);
        clients.npm(project, "install").succeeds();
        clients.node(project, "main.js").succeeds().saying(flag + "@1.0.0");
        ned.packument(pole).is(404);
        other.packument(flag).is(404);
        ned.publish(flag, "1.1.0").is(403);
        assertThat(ned.get("/_changes").is(200).text()).contains(flag).doesNotContain(pole);

        luca.send("PUT", team + "/package", may(flag, "read-write")).is(204);
        assertThat(decision(flag, browser)).contains("\"allowed\":true", "\"as\":\"team\"");
        ned.publish(flag, "1.1.0").is(201);
        luca.packument(flag).is(200);
        ned.publish(pole, "1.1.0").is(403);

        luca.send("DELETE", team + "/package", Map.of("package", flag)).is(204);
        assertThat(decision(flag, browser)).contains("\"allowed\":false");
        ned.packument(flag).is(404);
        luca.send("PUT", team + "/package", may(flag, "read-only")).is(204);
        ned.packument(flag).is(200);
        luca.send("DELETE", team + "/user", Map.of("user", login)).is(204);
        ned.packument(flag).is(404);
        luca.send("PUT", team + "/user", Map.of("user", login)).is(201);
        eventually(SOON, () -> ned.packument(flag).is(200));
        luca.send("DELETE", team, null).is(204);
        ned.packument(flag).is(404);
    }

    @Test
    void teams_end_with_their_scope() {
        var luca = somebody("Luca");
        var api = VARVE.api().with(luca.token());
        var scope = api.freshScope("crew");
        var flag = "@" + scope + "/flag";
        var browser = VARVE.api().signedUp("ned");
        var login = browser.get("/api/user").is(200).json().path("login").asString();
        var team = "/-/team/" + scope + "/ext";
        api.createPackage(flag);
        api.patch(Api.packagePath(flag), Map.of("visibility", "private")).is(200);
        luca.send("PUT", "/-/org/" + scope + "/team", Map.of("name", "ext")).is(201);
        luca.send("PUT", team + "/user", Map.of("user", login)).is(201);
        luca.send("PUT", team + "/package", may(flag, "read-only")).is(204);
        browser.get(Api.packagePath(flag)).is(200);
        api.delete(Api.packagePath(flag)).is(204);
        api.delete("/api/scopes/" + scope).is(204);

        var nora = somebody("Nora");
        var other = VARVE.api().with(nora.token());
        other.createScope(scope);
        other.createPackage(flag);
        other.patch(Api.packagePath(flag), Map.of("visibility", "private")).is(200);
        browser.get(Api.packagePath(flag)).is(404);
        nora.send("PUT", "/-/org/" + scope + "/team", Map.of("name", "ext")).is(201);
        assertThat(nora.get(team + "/user?format=cli").is(200).text()).isEqualTo("[]");
    }

    private static Map<String, String> may(String pkg, String permissions) {
        return Map.of("package", pkg, "permissions", permissions);
    }

    private static String decision(String pkg, Api person) {
        var question = "/api/audit/decision?action=publish&package=%s&actor=user:%s";
        return STAFF.get(question.formatted(pkg, id(person))).is(200).text();
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
