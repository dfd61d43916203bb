package varve.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// A module that was published by a webhook from a real repository.
///
/// @param build with which that happened
record ShownModule(String name, String build) {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path FOREST = Showroom.folder();

    static ShownModule on(RunningVarve varve) {
        var owner = "luca" + Long.toString(System.nanoTime(), 36);
        var name = "kite_" + owner;
        repository(FOREST.resolve(owner).resolve("kite"));
        var hook = varve.registry().resolve("/webhook/gh/" + name);
        var message =
                """
                {"repository":{"id":%d,"full_name":"%s/kite","description":"Kites, and the wind",\
                "stargazers_count":7},"sender":{"login":"%2$s"},"ref":"1.0.0","ref_type":"tag"}
                """
                        .formatted(System.nanoTime(), owner);
        var told =
                Web.send(
                                HttpRequest.newBuilder(hook)
                                        .header("Content-Type", "application/json")
                                        .header("X-GitHub-Event", "create")
                                        .POST(BodyPublishers.ofString(message)))
                        .is(200);
        var status = told.json().path("data").path("status_url").asString();
        var build = status.substring(status.lastIndexOf('/') + 1);
        eventually(
                SOON,
                () -> {
                    var now = Web.get(varve.registry().resolve("/builds/" + build)).is(200).json();
                    assertThat(now.path("data").path("build").path("status").asString())
                            .isEqualTo("success");
                });
        return new ShownModule(name, build);
    }

    private static void repository(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("README.md"), "# Kites\n\nThey **fly**.\n");
            Files.writeString(
                    folder.resolve("mod.ts"),
                    """
                    /** How long the line is, in metres. */
                    export const line = 30;
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git(folder, "init", "-q");
        git(folder, "add", "-A");
        git(
                folder,
                "-c",
                "user.name=Luca",
                "-c",
                "user.email=luca@example.org",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-q",
                "-m",
                "Fly");
        git(folder, "tag", "1.0.0");
    }

    private static void git(Path folder, String... words) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Run.in(folder, Map.of(), SOON, command).succeeds();
    }
}
