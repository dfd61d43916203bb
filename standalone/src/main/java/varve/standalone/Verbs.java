package varve.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Settings;
import varve.standalone.upkeep.Maintenance;
import varve.standalone.upkeep.Restoring;

/// The operator's verbs. When a registry runs on the home, it is asked to do the work; otherwise
/// the work is done here, with nobody let in.
final class Verbs {
    private static final Duration PATIENCE = Duration.ofHours(6);

    private Verbs() {}

    /// @return the process's exit code
    static int run(Settings settings, List<String> given) throws IOException {
        var words = here(given);
        try (var _ = HomeLock.take(settings.home())) {
            // nobody else is here
        } catch (BadSetting _) {
            return ask(settings, words);
        }
        if (words.getFirst().equals("reload")) {
            System.out.println("no registry runs in " + settings.home());
            return 1;
        }
        if (words.getFirst().equals("restore") && words.size() == 2) {
            Restoring.keys(Path.of(words.get(1)), settings.home());
        }
        try (var server = Server.start(settings.unattended())) {
            return server.context().getBean(Maintenance.class).run(words, System.out) ? 0 : 1;
        }
    }

    /// Files are meant from where the operator stands, not from where the registry runs.
    private static List<String> here(List<String> words) {
        var named = new ArrayList<>(words);
        if (words.size() > 1
                && Set.of("export", "import", "import-modules", "backup", "restore", "advisories")
                        .contains(words.getFirst())) {
            int first = words.size() == 4 ? 2 : 1; // what stands before is no file
            for (int i = first; i < words.size(); i++) {
                named.set(i, Path.of(words.get(i)).toAbsolutePath().toString());
            }
        }
        return named;
    }

    private static int ask(Settings settings, List<String> words) throws IOException {
        var token = Files.readString(settings.home().resolve("admin.token")).strip();
        var host = settings.listen().equals("0.0.0.0") ? "127.0.0.1" : settings.listen();
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://%s:%d/api/admin/maintenance"
                                                .formatted(host, settings.port())))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("X-JSR-Sudo", "true")
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", words)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            System.out.print(answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
