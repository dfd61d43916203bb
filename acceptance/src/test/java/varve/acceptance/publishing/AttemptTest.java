package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class AttemptTest {
    private final Bench bench = Bench.in(Shared.varve());
    private final Api luca = bench.luca();

    @Test
    void an_attempt_that_failed_for_want_of_a_dependency_can_be_made_again_without_its_bytes() {
        var scope = bench.pkg().substring(1, bench.pkg().indexOf('/'));
        var failed =
                luca.awaitEnd(sent(bench.pkg(), "import \"jsr:@%s/cloth@1\";\n".formatted(scope)));
        assertThat(failed.path("error").path("code").asString())
                .isEqualTo("unresolvableJsrDependency");

        var cloth = "@" + scope + "/cloth";
        luca.createPackage(cloth);
        luca.awaitSuccess(sent(cloth, "export {};\n"));
        var again = luca.post(address(failed.path("id").asString()) + "/retry", Map.of()).is(200);
        luca.awaitSuccess(again.json().path("id").asString());
        luca.post(address(failed.path("id").asString()) + "/retry", Map.of()).is(404);
        assertThat(bench.uploadsOnTheShelf())
                .doesNotContain(
                        failed.path("id").asString() + ".tar.gz",
                        again.json().path("id").asString() + ".tar.gz");
    }

    @Test
    void a_member_can_stop_an_attempt_and_make_it_again_and_nobody_else_can() {
        var task = luca.upload(bench.pkg(), "2.0.0", bench.fleet(150)).is(200).json();
        var id = task.path("id").asString();
        luca.newcomer("Mia").post(address(id) + "/cancel", Map.of()).is(403);
        luca.anonymous().post(address(id) + "/cancel", Map.of()).is(401);

        var stopped = luca.post(address(id) + "/cancel", Map.of()).is(200).json();
        assertThat(stopped.path("status").asString()).isEqualTo("failure");
        assertThat(stopped.path("error").path("code").asString()).isEqualTo("cancelled");
        bench.isWholeOrNotThere("2.0.0", luca.awaitEnd(id));
        var again = luca.post(address(id) + "/retry", Map.of()).is(200).json();
        bench.isWholeOrNotThere("2.0.0", luca.awaitEnd(again.path("id").asString()));
    }

    @Test
    void whoever_listens_hears_of_every_state_until_the_end() {
        var id =
                luca.upload(bench.pkg(), "3.0.0", bench.fleet(30))
                        .is(200)
                        .json()
                        .path("id")
                        .asString();
        var heard = Web.get(Shared.varve().registry().resolve(address(id) + "/events"));

        assertThat(heard.is(200).contentType()).contains("text/event-stream");
        assertThat(heard.text()).contains("event:success", "\"id\":\"" + id + "\"");
        Web.get(
                        Shared.varve()
                                .registry()
                                .resolve(
                                        "/api/publishing_tasks/00000000-0000-0000-0000-000000000000/events"))
                .is(404);
    }

    private String sent(String pkg, String mod) {
        var files =
                Map.of(
                        "deno.json",
                        "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}"
                                .formatted(pkg),
                        "mod.ts",
                        mod);
        var sent = luca.upload(pkg, "1.0.0", Tarball.of("./", files)).is(200);
        return sent.json().path("id").asString();
    }

    private static String address(String task) {
        return "/api/publishing_tasks/" + task;
    }
}
