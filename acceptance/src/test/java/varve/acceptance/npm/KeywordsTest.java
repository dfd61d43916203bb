package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Digests;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// `npm search keywords:…`, where a comma means or, a plus means and, and a comma with a minus not.
@ExtendWith(TellsLogs.class)
class KeywordsTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final Duration INDEXED = Duration.ofSeconds(20);

    @TempDir Path folder;

    @Test
    void keywords_are_alternatives_requirements_or_exceptions() {
        var luca = new NpmTeam(VARVE, folder, VARVE.api().staff().newcomer("Luca").token());
        var scope = "@" + NpmTeam.fresh("crew");
        var cli = NpmTeam.fresh("cli");
        var test = NpmTeam.fresh("test");
        publish(luca, scope + "/one", List.of(cli));
        publish(luca, scope + "/two", List.of(test));
        publish(luca, scope + "/both", List.of(cli, test));
        publish(luca, scope + "/none", List.of("c++"));

        eventually(
                INDEXED,
                () ->
                        assertThat(found(luca, "keywords:%s,%s".formatted(cli, test)))
                                .containsExactlyInAnyOrder(
                                        scope + "/one", scope + "/two", scope + "/both"));
        assertThat(found(luca, "keywords:%s+%s".formatted(cli, test)))
                .containsExactly(scope + "/both");
        assertThat(found(luca, "keywords:%s,-%s".formatted(cli, test)))
                .containsExactly(scope + "/one");
        eventually(
                INDEXED,
                () ->
                        assertThat(found(luca, "keywords:c++ scope:" + scope.substring(1)))
                                .containsExactly(scope + "/none"));
    }

    private static void publish(NpmTeam who, String name, List<String> keywords) {
        var tarball = NpmTeam.tarball(name, "1.0.0");
        var document = NpmTeam.document(name, "1.0.0", tarball);
        var dist = Map.of("shasum", Digests.sha1(tarball));
        var manifest = Map.of("name", name, "version", "1.0.0", "keywords", keywords, "dist", dist);
        document.put("versions", Map.of("1.0.0", manifest));
        who.put(name, document).is(201);
    }

    private static List<String> found(NpmTeam who, String text) {
        var query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return who.get("/-/v1/search?text=" + query)
                .is(200)
                .json()
                .path("objects")
                .valueStream()
                .map(hit -> hit.path("package").path("name").asString())
                .toList();
    }
}
