package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class AuditTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void clients_hear_of_known_flaws_in_what_they_installed() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        var pole = NpmTeam.fresh("pole");
        luca.publish(flag, "1.0.0").is(201);
        luca.publish(pole, "1.0.0").is(201);
        advise(flag, "2.0.0");
        var clients = Clients.of(varve, folder).from(varve.npm());

        var project = luca.project(flag, pole);
        clients.npm(project, "install").succeeds();
        clients.npm(project, "audit").fails().saying(flag, "Severity: high", "a torn flag");
        var other = luca.project(flag, pole);
        clients.pnpm(other, "install").succeeds();
        clients.pnpm(other, "audit").fails().saying(flag, "high", "<2.0.0", ">=2.0.0");
        assertThat(asYarnAsks(flag)).contains("a torn flag", "\"high\":1");

        luca.publish(flag, "2.0.0").is(201);
        clients.npm(project, "install", flag + "@2.0.0").succeeds();
        clients.npm(project, "audit").succeeds().saying("found 0 vulnerabilities");
    }

    @Test
    void an_advisory_that_is_withdrawn_or_changed_says_what_it_says_now() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        advise(flag, "2.0.0");
        assertThat(audited(luca, flag, "1.9.0", "2.0.0-rc.1")).contains("<2.0.0");
        assertThat(audited(luca, flag, "2.0.0")).isEqualTo("{}");
        advise(flag, "2.1.0");
        assertThat(audited(luca, flag, "2.0.0")).contains("<2.1.0", "\"score\":7.5");
        var gone =
                osv(flag, "2.1.0").replaceFirst("\\{", "{\"withdrawn\":\"2026-01-01T00:00:00Z\",");
        recorded(flag, gone);
        assertThat(audited(luca, flag, "2.0.0")).isEqualTo("{}");
    }

    @Test
    void what_is_taken_is_counted_by_day_and_version() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        luca.publish(flag, "1.1.0").is(201);
        for (int i = 0; i < 3; i++) {
            luca.get("/" + flag + "/-/" + flag + "-1.0.0.tgz").is(200);
        }
        luca.get("/" + flag + "/-/" + flag + "-1.1.0.tgz").is(200);
        var today = Instant.now().toString().substring(0, 10);
        eventually(
                Duration.ofSeconds(60),
                () -> {
                    var week = luca.get("/downloads/point/last-week/" + flag).is(200).json();
                    assertThat(week.path("downloads").asLong()).isEqualTo(4);
                });
        var range = luca.get("/downloads/range/last-month/" + flag).is(200).json();
        assertThat(range.path("downloads").get(0).path("day").asString()).isEqualTo(today);
        var versions = luca.get("/versions/" + flag + "/last-week").is(200).json();
        assertThat(versions.path("downloads").path("1.0.0").asLong()).isEqualTo(3);
        luca.get("/downloads/point/for-ever/" + flag).is(400);
    }

    private String audited(NpmTeam team, String name, String... versions) {
        return team.send(
                        "POST",
                        "/-/npm/v1/security/advisories/bulk",
                        Map.of(name, List.of(versions)))
                .is(200)
                .text();
    }

    /// Yarn classic sends its whole tree, packed, and only to its maker's registry.
    private String asYarnAsks(String name) {
        var tree =
                """
                {"name":"use","install":[],"remove":[],"requires":{"%1$s":"*"},
                 "dependencies":{"%1$s":{"version":"1.0.0","requires":{},"dependencies":{}}}}
                """
                        .formatted(name);
        return Web.send(
                        HttpRequest.newBuilder(varve.npm().resolve("/-/npm/v1/security/audits"))
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(packed(tree))))
                .is(200)
                .text();
    }

    private static byte[] packed(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private void advise(String name, String fixed) {
        recorded(name, osv(name, fixed));
    }

    private void recorded(String name, String osv) {
        var advisories = Workspace.in(folder, "advisories-" + NpmTeam.fresh("osv"));
        advisories.file(name + "/" + name + ".json", osv).file("other.json", "{}");
        varve.verb("advisories", advisories.folder().toString())
                .succeeds()
                .saying("took in 1 advisories", "no advisory in OSV's form");
        eventually(
                Duration.ofSeconds(10), () -> Web.get(varve.registry().resolve("/readyz")).is(200));
    }

    private static String osv(String name, String fixed) {
        return """
        {"id":"VARVE-%1$s","modified":"2026-01-01T00:00:00Z","summary":"a torn flag",
         "details":"It tears.","aliases":["CVE-2026-1"],
         "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}],
         "affected":[{"package":{"ecosystem":"npm","name":"%1$s"},
           "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"%2$s"}]}]}],
         "references":[{"type":"ADVISORY","url":"https://advisories.example/%1$s"}],
         "database_specific":{"severity":"HIGH","cwe_ids":["CWE-400"]}}
        """
                .formatted(name, fixed);
    }

    private NpmTeam team() {
        return new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
    }
}
