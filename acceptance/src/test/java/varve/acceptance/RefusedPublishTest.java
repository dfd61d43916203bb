package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Flags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Workspace;

/// Deno asks every two seconds how far a publish is, so these go on at the same time.
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(TellsLogs.class)
class RefusedPublishTest {
    private final RunningVarve varve = Shared.varve();
    private Api luca;
    private String scope;
    private Clients clients;
    @TempDir Path folder;

    @BeforeEach
    void luca_has_a_scope() {
        luca = varve.api();
        scope = luca.freshScope("luca");
        clients = Clients.of(varve, folder);
    }

    @Test
    void a_missing_package_is_to_be_created_first_and_deno_says_where() {
        clients.publish(Flags.cloth(folder, scope), luca.token())
                .fails()
                .saying(varve.registry() + "new?scope=" + scope + "&package=cloth&from=cli");
    }

    @Test
    void a_wrong_token_is_told_to_its_bearer() {
        luca.createPackage(pkg("cloth"));
        clients.publish(Flags.cloth(folder, scope), "jsrp_nobodyhasthistoken")
                .fails()
                .saying("This token is unknown or has expired. (invalidBearerToken)");
    }

    @Test
    void who_is_no_member_may_not_publish() {
        luca.createPackage(pkg("cloth"));
        var mia = luca.newcomer("Mia");
        clients.publish(Flags.cloth(folder, scope), mia.token())
                .fails()
                .saying("You are not a member of @" + scope + ". (actorNotScopeMember)");
        mia.upload(pkg("cloth"), "1.0.0", new byte[0]).is(403);
    }

    @Test
    void a_dependency_that_nobody_published_is_named() {
        luca.createPackage(pkg("flag"));
        var flag = Flags.flag(folder, scope);
        var upload =
                Tarball.of(
                        "./",
                        Map.of(
                                "deno.json",
                                flag.read("deno.json"),
                                "mod.ts",
                                "export * from \"jsr:@" + scope + "/cloth@^1.0.0\";\n",
                                "parade.ts",
                                "export const step = 1;\n"));
        var task = luca.upload(pkg("flag"), "1.0.0", upload).is(200).json();
        var ended = luca.awaitEnd(task.path("id").asString());

        assertThat(ended.path("status").asString()).isEqualTo("failure");
        assertThat(ended.path("error").path("code").asString())
                .isEqualTo("unresolvableJsrDependency");
        assertThat(ended.path("error").path("message").asString()).contains(pkg("cloth"));
    }

    @Test
    void a_bad_package_fails_with_the_place_of_the_mistake() {
        luca.createPackage(pkg("cloth"));
        var cloth =
                Flags.cloth(folder, scope)
                        .file("mod.ts", "declare global { var loom: string }\nexport {};\n");
        clients.publish(cloth, luca.token(), "--no-check", "--allow-slow-types")
                .fails()
                .saying("file:///mod.ts:1:1");
        assertThat(luca.get(Api.packagePath(pkg("cloth")) + "/versions/1.0.0").status())
                .isEqualTo(404);
    }

    @Test
    void after_a_failure_the_same_version_can_be_published() {
        luca.createPackage(pkg("cloth"));
        var cloth = Flags.cloth(folder, scope);
        var good = cloth.read("mod.ts");
        cloth.file("mod.ts", good + "declare global { var loom: string }\n");
        clients.publish(cloth, luca.token(), "--no-check", "--allow-slow-types").fails();
        cloth.file("mod.ts", good);
        clients.publish(cloth, luca.token()).succeeds();
    }

    @Test
    void of_two_identical_uploads_at_once_one_is_an_attempt_and_the_other_is_told_of_it()
            throws Exception {
        luca.createPackage(pkg("cloth"));
        var cloth = Flags.cloth(folder, scope);
        var upload = tarball(cloth);
        var together = new CyclicBarrier(2);
        List<Answer> answers;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = both.submit(() -> upload(together, upload));
            var second = both.submit(() -> upload(together, upload));
            answers = List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));
        }

        var accepted = answers.stream().filter(a -> a.status() == 200).toList();
        var refused = answers.stream().filter(a -> a.status() == 400).toList();
        assertThat(accepted).hasSize(1);
        assertThat(refused).hasSize(1);
        var body = refused.getFirst().json();
        assertThat(body.path("code").asString()).isEqualTo("duplicateVersionPublish");
        assertThat(body.path("task").path("id").asString())
                .isNotEmpty()
                .isEqualTo(accepted.getFirst().json().path("id").asString());
        luca.awaitSuccess(body.path("task").path("id").asString());
        assertThat(attempts()).isEqualTo(1);
    }

    private Answer upload(CyclicBarrier together, byte[] upload) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        return luca.upload(pkg("cloth"), "1.0.0", upload);
    }

    private long attempts() {
        var requested = "version.publish-requested";
        return luca.staff()
                .get("/api/audit?limit=1000&package=" + pkg("cloth"))
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(requested))
                .count();
    }

    private static byte[] tarball(Workspace pkg) {
        return Tarball.of(
                "./", Map.of("deno.json", pkg.read("deno.json"), "mod.ts", pkg.read("mod.ts")));
    }

    private String pkg(String name) {
        return "@" + scope + "/" + name;
    }
}
