package varve.acceptance.ci;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class JobsTest {
    private static final ExecutorService MEANWHILE = Executors.newVirtualThreadPerTaskExecutor();
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);
    private static final Map<String, Future<Run>> WORKSPACES = new HashMap<>();
    private static Jobs jobs;
    private static List<Hostile> hostile;
    @TempDir static Path folder;

    /// Deno asks only every two seconds how far a publish is, so the others go on meanwhile.
    @BeforeAll
    static void a_registry_and_two_issuers() {
        jobs = new Jobs();
        hostile =
                Stream.concat(new HostileTokens(jobs).all(), new HostileJobs(jobs).all()).toList();
        for (var runner : new String[] {"github", "gitlab"}) {
            WORKSPACES.put(runner, MEANWHILE.submit(() -> jobs.publishWorkspace(runner, folder)));
        }
    }

    @AfterAll
    static void no_more() {
        MEANWHILE.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> whoever_pretends_to_be_a_job_is_refused() {
        return hostile()
                .map(hostile ->
                        dynamicTest(
                                hostile.toString(),
                                () ->
                                        refused(
                                                jobs.publish(
                                                        hostile.authorization(),
                                                        "flag",
                                                        hostile.version()),
                                                hostile.status(),
                                                hostile.code())));
    }

    @Test
    void each_rule_is_tried_in_at_least_five_ways() {
        var ways = hostile().collect(Collectors.groupingBy(Hostile::rule, Collectors.counting()));

        assertThat(ways.keySet())
                .containsExactlyInAnyOrder(
                        "keys",
                        "algorithm",
                        "issuer",
                        "audience",
                        "permission",
                        "time",
                        "once",
                        "repository",
                        "owner",
                        "actor",
                        "event");
        assertThat(ways.values()).allMatch(count -> count >= 5);
    }

    /// Else whoever makes up names of keys would have us ask the issuer as often as they like.
    @Test
    void keys_that_nobody_knows_are_asked_for_twice_at_most() {
        int before = jobs.github.keysFetched();
        for (int i = 0; i < 10; i++) {
            var made = LocalIssuer.newKey("made-up-" + i);
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(made.getKeyID()).build();
            var draft = jobs.github.github(jobs.audience("flag", Jobs.VERSION));
            var token = "githuboidc " + draft.header(header).signedWith(made).signed();
            assertThat(jobs.publish(token, "flag", Jobs.VERSION).status()).isIn(401, 503);
        }
        assertThat(jobs.github.keysFetched() - before).isLessThanOrEqualTo(2);
    }

    private static Stream<Hostile> hostile() {
        return hostile.stream();
    }

    @Test
    void jobs_of_both_kinds_publish_and_each_token_is_good_once() {
        int before = jobs.github.keysFetched();
        for (var version : new String[] {"0.1.0", "0.2.0"}) {
            var audience = jobs.audience("flag", version);
            var token =
                    version.equals("0.1.0")
                            ? "githuboidc " + jobs.github.github(audience).signed()
                            : "gitlaboidc " + jobs.gitlab.gitlab(audience).signed();
            assertThat(
                            jobs.publish(token, "flag", version)
                                    .is(200)
                                    .json()
                                    .path("status")
                                    .asString())
                    .isEqualTo("pending");
            refused(jobs.publish(token, "flag", version), 401, "invalidOidcToken");
            // the same token in another spelling
            refused(jobs.publish(token + "=", "flag", version), 401, "invalidOidcToken");
        }
        var ours = "githuboidc " + jobs.github.github(jobs.here()).signed();
        jobs.publish(ours, "flag", "0.3.0").is(200);
        assertThat(jobs.github.keysFetched()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void a_repository_stays_with_the_owner_it_had() {
        var audience = jobs.audience("flag", "0.4.0");
        jobs.publish("githuboidc " + jobs.github.github(audience).signed(), "flag", "0.4.0")
                .is(200);
        var next = jobs.audience("flag", "0.5.0");
        var taken = jobs.github.github(next).with("repository_owner_id", "43").signed();
        refused(jobs.publish("githuboidc " + taken, "flag", "0.5.0"), 403, "actorNotAuthorized");
    }

    @Test
    void a_package_without_a_repository_belongs_to_no_job() {
        var audience = jobs.audience("unlinked", "1.0.0");
        var token = "githuboidc " + jobs.github.github(audience).signed();
        refused(jobs.publish(token, "unlinked", "1.0.0"), 403, "actorNotAuthorized");
    }

    @Test
    void a_job_is_no_person() {
        var token = "githuboidc " + jobs.github.github(jobs.audience("flag", "9.0.0")).signed();
        var asked = Web.get(jobs.varve.registry().resolve("/api/user"), "Authorization", token);
        refused(asked, 403, "actorNotUser");
    }

    @Test
    void deno_publishes_from_a_runner_without_any_token() {
        jobs.link("cloth");
        jobs.luca
                .patch("/api/scopes/" + jobs.scope, Map.of("requirePublishingFromCI", true))
                .is(200);
        try {
            refused(
                    jobs.luca.upload("@" + jobs.scope + "/cloth", "1.0.0", jobs.upload),
                    403,
                    "scopeRequiresPublishingFromCi");
            var cloth =
                    Workspace.in(folder, "cloth")
                            .file(
                                    "deno.json",
                                    "{\"name\":\"@%s/cloth\",\"version\":\"1.0.0\",\"license\":\"MIT\",\"exports\":\"./mod.ts\"}"
                                            .formatted(jobs.scope))
                            .file("mod.ts", "export const cloth: string = \"linen\";\n");
            Clients.of(jobs.varve, folder)
                    .knowing(jobs.github.runner())
                    .deno(cloth, "publish", "--allow-dirty")
                    .succeeds()
                    .saying("Successfully published");
            var told =
                    jobs.varve.api().staff().get("/api/audit?actor=ci:github:4711").is(200).text();
            assertThat(told).contains("version.publish-requested");
        } finally {
            jobs.luca
                    .patch("/api/scopes/" + jobs.scope, Map.of("requirePublishingFromCI", false))
                    .is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab"})
    void deno_publishes_a_workspace_whose_packages_need_one_another(String runner)
            throws Exception {
        var publishing = requireNonNull(WORKSPACES.get(runner));
        var published = publishing.get(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);

        published.succeeds();
        var cloth = runner + "-cloth";
        var flag = runner + "-flag";
        var fleet = runner + "-fleet";
        for (var name : new String[] {cloth, flag, fleet}) {
            var version = Api.packagePath("@" + jobs.scope + "/" + name) + "/versions/1.0.0";
            jobs.luca.anonymous().get(version).is(200);
            var told = jobs.luca.anonymous().get(version + "/dependencies").is(200).text();
            assertThat(told.contains("/" + cloth)).isEqualTo(name.equals(flag));
            assertThat(told.contains("/" + flag)).isEqualTo(name.equals(fleet));
        }
    }

    @Test
    void whose_jobs_anybody_sets_off_says_so() {
        jobs.luca.patch("/api/scopes/" + jobs.scope, Map.of("ghActionsVerifyActor", false)).is(200);
        try {
            var audience = jobs.audience("flag", "0.6.0");
            var token = jobs.github.github(audience).with("actor_id", "7").signed();
            jobs.publish("githuboidc " + token, "flag", "0.6.0").is(200);
        } finally {
            jobs.luca
                    .patch("/api/scopes/" + jobs.scope, Map.of("ghActionsVerifyActor", true))
                    .is(200);
        }
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
