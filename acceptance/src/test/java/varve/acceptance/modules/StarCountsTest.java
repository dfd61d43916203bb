package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarCountsTest {
    GithubApi github;
    Land land;

    @BeforeAll
    void start() {
        github = new GithubApi();
        land =
                Land.start(
                        Map.of(
                                "VARVE_GITHUB_API_URL",
                                github.address().toString(),
                                "VARVE_GITHUB_TOKEN",
                                "t0ken"));
    }

    @AfterAll
    void stop() {
        land.close();
        github.close();
    }

    @Test
    void stars_follow_the_forge_and_what_the_forge_does_not_say_stays() {
        var starred = GitRepository.of(land);
        var unlisted = GitRepository.of(land);
        var gone = GitRepository.of(land);
        var odd = GitRepository.of(land);
        github.stars(starred, 40);
        github.stars(unlisted, 41);
        github.says(odd, "{\"stargazers_count\":null}");
        for (var repository : List.of(starred, unlisted, gone, odd)) {
            Hook.of(land, module(repository), repository).ping().is(200);
        }
        land.staff("PATCH", "/api/admin/modules/" + module(unlisted), "{\"unlisted\":true}")
                .is(204);

        assertThat(land.chore("star-counts")).isEqualTo("2 of 4 modules counted");
        awaitsStars(starred, 40);
        awaitsStars(unlisted, 41);
        assertThat(stars(gone)).isEqualTo(2);
        assertThat(stars(odd)).isEqualTo(2);
        land.awaits(() ->
                assertThat(land.history(module(starred)))
                        .endsWith("module.starred", "module.starred"));
        assertThat(github.tokens()).containsOnly("Bearer t0ken");

        var before = land.history(module(starred));
        assertThat(land.chore("star-counts")).isEqualTo("2 of 4 modules counted");
        assertThat(land.history(module(starred))).isEqualTo(before);

        github.stars(starred, 50);
        github.tireFor(Duration.ofSeconds(2));
        long begun = System.nanoTime();
        land.chore("star-counts");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofSeconds(1));
        awaitsStars(starred, 50);
    }

    @Test
    void only_staff_has_chores_done() {
        land.send("POST", "/api/admin/chores/star-counts", new byte[0]).is(401);
        land.get("/api/admin/chores").is(401);
        land.staff("POST", "/api/admin/chores/tea", "").is(404);
    }

    private static String module(GitRepository of) {
        return "m_" + of.owner();
    }

    /// What a chore has done is told by the tables a moment after its end.
    private void awaitsStars(GitRepository repository, int expected) {
        land.awaits(() -> assertThat(stars(repository)).isEqualTo(expected));
    }

    private int stars(GitRepository of) {
        return land.get("/modules/" + module(of))
                .is(200)
                .json()
                .path("data")
                .path("star_count")
                .asInt();
    }
}
