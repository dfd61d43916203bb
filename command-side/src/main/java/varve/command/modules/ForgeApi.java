package varve.command.modules;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.modules.Repository;

/// What forges tell about repositories when asked: GitHub's API, and those that GitLab, Gitea and
/// Forgejo have beside their repositories. Asks slower when told to.
public final class ForgeApi {
    private static final Logger LOG = LoggerFactory.getLogger(ForgeApi.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LARGEST = 1 << 20;
    private static final int OK = 200;

    private final URI github;
    private final URI repositories;
    private final @Nullable String token;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /// @param github address of GitHub's API
    /// @param forge whose repositories tell where the other forges' APIs are
    /// @param token that GitHub is asked with, if there is one
    public ForgeApi(URI github, Forge forge, @Nullable String token, Clock clock) {
        this.github = github;
        this.repositories = forge.base();
        this.token = token;
        this.clock = clock;
    }

    /// @return nothing when the forge does not say
    OptionalLong stars(Repository of) throws InterruptedException {
        var question = question(of);
        if (question.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            var answer = http.send(question.get(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var stars = read(answer, body.readNBytes(LARGEST));
                unlessMayGoOn(answer);
                return stars;
            }
        } catch (IOException | JacksonException e) {
            LOG.atWarn()
                    .addKeyValue("repository", of.fullName())
                    .addKeyValue("reason", e.getMessage())
                    .log("stars not counted");
            return OptionalLong.empty();
        }
    }

    private OptionalLong read(HttpResponse<?> answer, byte[] body) {
        if (answer.statusCode() != OK) {
            return OptionalLong.empty();
        }
        var about = json.readTree(body);
        for (var name : List.of("stargazers_count", "star_count", "stars_count")) {
            if (about.path(name).isIntegralNumber()) {
                return OptionalLong.of(about.path(name).asLong());
            }
        }
        return OptionalLong.empty();
    }

    private Optional<HttpRequest> question(Repository of) {
        return address(of)
                .map(address -> {
                    var request =
                            HttpRequest.newBuilder(address)
                                    .timeout(PATIENCE)
                                    .header("Accept", "application/json")
                                    .header("User-Agent", "varve");
                    if (token != null && of.type().equals("github")) {
                        request.header("Authorization", "Bearer " + token);
                    }
                    return request.GET().build();
                });
    }

    private Optional<URI> address(Repository of) {
        return switch (of.type()) {
            case "github" -> Optional.of(below(github, "repos/" + of.fullName()));
            case "gitea" -> beside("api/v1/repos/" + of.fullName());
            case "gitlab" -> beside("api/v4/projects/" + of.id());
            default -> Optional.empty();
        };
    }

    private Optional<URI> beside(String path) {
        return "file".equals(repositories.getScheme())
                ? Optional.empty()
                : Optional.of(below(repositories, path));
    }

    private static URI below(URI base, String path) {
        var text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }

    /// Waits while GitHub wants no more questions.
    private void unlessMayGoOn(HttpResponse<?> answer) throws InterruptedException {
        if (!answer.headers().firstValue("x-ratelimit-remaining").orElse("").equals("0")) {
            return;
        }
        long reset = answer.headers().firstValueAsLong("x-ratelimit-reset").orElse(0);
        var pause = Duration.between(clock.instant(), Instant.ofEpochSecond(reset));
        if (pause.isPositive()) {
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
    }
}
