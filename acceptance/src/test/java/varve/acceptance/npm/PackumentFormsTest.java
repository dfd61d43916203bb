package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// What is said of one package, by those who need all of it and those who need a part.
@ExtendWith(TellsLogs.class)
class PackumentFormsTest {
    private static final String INSTALL =
            "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*";

    private final RunningVarve varve = Shared.varve();
    private final String flag = "@" + NpmTeam.fresh("form") + "/flag";
    @TempDir Path folder;
    private NpmTeam team;

    @BeforeEach
    void somebody() {
        team = new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
    }

    @Test
    void tags_are_set_one_by_one_all_at_once_and_as_of_old() {
        team.publish(flag, "1.0.0").is(201);
        team.publish(flag, "1.1.0").is(201);
        var tags = "/-/package/" + flag.replace("/", "%2f") + "/dist-tags";
        team.send("PUT", tags + "/aux", "1.0.0").is(201);
        team.send("PUT", "/" + flag.replace("/", "%2f") + "/con", "1.0.0").is(201);
        team.send("POST", tags, Map.of("next", "1.1.0", "old", "1.0.0")).is(201);
        team.send("PUT", tags, Map.of("next", "1.1.0", "lost", "9.9.9")).is(404);
        team.send("PUT", tags, Map.of("1.x", "1.1.0")).is(400);
        team.send("PUT", tags, List.of()).is(400);
        var stranger = new NpmTeam(varve, folder, varve.api().newcomer("Mara").token());
        stranger.send("PUT", "/" + flag.replace("/", "%2f") + "/con", "1.1.0").is(403);

        var set = team.get(tags).is(200).json();
        assertThat(set.propertyNames())
                .containsExactlyInAnyOrder("latest", "aux", "con", "next", "old");
        assertThat(set.path("con").asString()).isEqualTo("1.0.0");
        team.send("DELETE", tags + "/latest", null).is(400);
    }

    /// It lies packed in one way only, and every client gets it all the same.
    @Test
    void a_large_packument_is_read_in_every_way_a_small_one_is() {
        var needs = new TreeMap<String, String>();
        IntStream.range(0, 4_000).forEach(i -> needs.put("@many/needed-package-" + i, "^1.0." + i));
        var clients = Clients.of(varve, folder).from(varve.npm());
        var desk = team.workspace("desk");
        team.publish(flag, "1.0.0").is(201);
        var small = packument("application/json").header("ETag").orElseThrow();
        team.put(flag, needing(needs)).is(201);

        for (var accept : List.of("application/json", INSTALL)) {
            var plain = packument(accept);
            var version = plain.json().path("versions").path("1.1.0");
            assertThat(version.path("dependencies").size()).isEqualTo(4_000);
            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.contentType().orElseThrow()).startsWith("application/");
            var etag = plain.header("ETag").orElseThrow();
            var packed = packument(accept, "Accept-Encoding", "br, gzip");
            assertThat(packed.header("Content-Encoding")).hasValue("gzip");
            assertThat(packed.header("ETag").orElseThrow())
                    .isNotEqualTo(etag)
                    .doesNotStartWith("W");
            assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 4);
            ask("GET", accept, "If-None-Match", etag).is(304);
            ask("GET", accept, "If-None-Match", small).is(200);
            var head = ask("HEAD", accept).is(200);
            assertThat(head.header("Content-Length")).hasValue("" + plain.bytes().length);
            assertThat(head.header("ETag")).hasValue(etag);
            var part = ask("GET", accept, "Range", "bytes=100000-100099").is(206);
            assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(plain.bytes(), 100_000, 100_100));
        }
        Web.get(varve.npm().resolve("/" + flag + "/1.1.0")).is(200);
        clients.npm(desk, "view", flag, "version").succeeds().saying("1.1.0");
        clients.npm(desk, "deprecate", flag + "@1.1.0", "needs too much").succeeds();
        clients.npm(desk, "unpublish", flag + "@1.1.0").succeeds();
        assertThat(packument(INSTALL, "Accept-Encoding", "br").header("Content-Encoding"))
                .hasValue("br");
        assertThat(packument(INSTALL).json().path("versions").propertyNames())
                .containsExactly("1.0.0");
    }

    private Map<String, Object> needing(Map<String, String> needs) {
        var document = NpmTeam.document(flag, "1.1.0", NpmTeam.tarball(flag, "1.1.0"));
        var versions = (Map<?, ?>) Objects.requireNonNull(document.get("versions"));
        var manifest = (Map<?, ?>) Objects.requireNonNull(versions.get("1.1.0"));
        var more = new LinkedHashMap<Object, Object>(manifest);
        more.put("dependencies", needs);
        document.put("versions", Map.of("1.1.0", more));
        return document;
    }

    private Answer packument(String accept, String... more) {
        return ask("GET", accept, more).is(200);
    }

    private Answer ask(String method, String accept, String... more) {
        var headers = new ArrayList<>(List.of("Accept", accept));
        headers.addAll(List.of(more));
        var address = varve.npm().resolve("/" + flag.replace("/", "%2f"));
        return Web.ask(method, address, headers.toArray(String[]::new));
    }
}
