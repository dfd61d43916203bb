package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Flags;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.contract.search.PackageEntry;
import varve.testkit.TestElasticsearch;
import varve.testkit.TestPostgres;

/// A registry on servers that it has not started itself, and what it does while they are away.
@ExtendWith(TellsLogs.class)
class OutageTest {
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(30);

    private static TestPostgres postgres;
    private static TestElasticsearch search;
    private static OutsideServers servers;
    private static RunningVarve varve;
    private static String scope;
    @TempDir Path folder;

    @BeforeAll
    static void flags_are_published_on_servers_given_by_address() {
        postgres = TestPostgres.separate();
        search = TestElasticsearch.separate();
        servers = OutsideServers.of(postgres, search);
        varve = RunningVarve.start(servers.settings());
        scope = PublishedFlags.on(varve);
    }

    @BeforeEach
    void all_servers_are_there() {
        postgres.start();
        search.start();
        eventually(
                RECOVERED_WITHIN,
                () -> {
                    var parts = ready().is(200).json().path("parts");
                    assertThat(parts.path("search").asString()).isEqualTo("ok");
                });
    }

    @AfterAll
    static void no_more() {
        varve.close();
        postgres.stop();
        search.stop();
    }

    @Test
    void packages_install_while_database_and_search_are_stopped() {
        postgres.stop();
        search.stop();

        var program = Flags.program(folder, scope);
        program.file("main.ts", program.read("main.ts").replace("\"@", "\"jsr:@"));
        var clients = Clients.of(varve, folder);
        clients.deno(program, "cache", "--reload", "main.ts").succeeds();
        clients.deno(program, "run", "main.ts").succeeds().saying(Flags.printed());

        var project = Flags.project(folder, varve, scope);
        clients.npm(project, "install").succeeds();
        clients.node(project, "main.mjs").succeeds().saying(Flags.printed());
    }

    @Test
    void a_publish_is_put_off_while_the_database_is_stopped_and_succeeds_afterwards() {
        var luca = varve.api();
        luca.createPackage("@" + scope + "/mast");
        var mast = Flags.cloth(folder, scope);
        mast.file("deno.json", mast.read("deno.json").replace("/cloth", "/mast"));
        var clients = Clients.of(varve, folder);

        postgres.stop();
        var ready = ready().is(503).json();
        assertThat(ready.path("status").asString()).isEqualTo("not ready");
        assertThat(ready.path("parts").path("database").asString()).isNotEqualTo("ok").isNotEmpty();
        var refused = luca.upload("@" + scope + "/mast", "1.0.0", new byte[] {1}).is(503);
        assertThat(refused.header("Retry-After").map(Integer::valueOf).orElseThrow()).isPositive();
        clients.publish(mast, luca.token()).fails().saying("is away. Try again. (unavailable)");

        postgres.start();
        eventually(RECOVERED_WITHIN, () -> ready().is(200));
        clients.publish(mast, luca.token()).succeeds();
    }

    @Test
    void names_are_found_in_the_database_while_search_is_stopped() {
        var luca = varve.api();
        search.stop();
        luca.createPackage("@" + scope + "/pennon");

        assertThat(found("penn")).startsWith("degraded").contains("@" + scope + "/pennon");
        var parts = ready().is(200).json().path("parts");
        assertThat(parts.path("search").asString()).isNotEqualTo("ok");

        search.start();
        eventually(
                RECOVERED_WITHIN,
                () ->
                        assertThat(found("penn"))
                                .startsWith("whole")
                                .contains("@" + scope + "/pennon"));
    }

    @Test
    void suggestions_and_results_go_on_while_the_database_is_stopped() {
        eventually(RECOVERED_WITHIN, () -> assertThat(found("cloth")).startsWith("whole"));
        postgres.stop();

        var name = "@" + scope + "/cloth";
        assertThat(page("/api/search/suggest?query=clot").is(200).text()).contains(name);
        assertThat(page("/packages?search=clot").is(200).text()).contains(name);
        assertThat(page("/search/suggest?search=clot").is(200).text()).contains(name);
        assertThat(page("/api/packages?query=clot").is(503).header("Retry-After")).isPresent();
        postgres.start();
    }

    @Test
    void a_lost_index_comes_back_though_nothing_new_happens_and_its_former_shape_goes() {
        eventually(RECOVERED_WITHIN, () -> assertThat(found("cloth")).contains("/cloth"));
        var index = "/" + servers.searchPrefix() + PackageEntry.INDEX;
        var former = search.address().resolve(index.replaceFirst("\\d+$", "1"));
        Web.ask("PUT", former).is(200);
        Web.ask("DELETE", search.address().resolve(index)).is(200);

        eventually(
                RECOVERED_WITHIN,
                () ->
                        assertThat(Web.get(search.address().resolve(index + "/_mapping")).text())
                                .contains("\"filled\":true"));
        eventually(
                RECOVERED_WITHIN,
                () ->
                        assertThat(found("clot"))
                                .startsWith("whole")
                                .contains("@" + scope + "/cloth"));
        eventually(RECOVERED_WITHIN, () -> Web.get(former).is(404));
    }

    private static Answer ready() {
        return Web.get(varve.registry().resolve("/readyz"));
    }

    private static Answer page(String path) {
        return Web.get(varve.registry().resolve(path));
    }

    private static String found(String typed) {
        var answer = varve.api().get("/api/packages?query=" + typed).is(200);
        var names =
                answer.json()
                        .path("items")
                        .valueStream()
                        .map(i -> "@%s/%s".formatted(text(i, "scope"), text(i, "name")));
        return answer.header("Varve-Search").orElse("whole") + " " + names.toList();
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asString();
    }
}
