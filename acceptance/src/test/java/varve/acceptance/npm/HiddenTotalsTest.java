package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;

/// Every other package is kept from strangers by a rule of the operator's; lists are as long as
/// they say, whoever asks.
class HiddenTotalsTest {
    private static final Duration INDEXED = Duration.ofSeconds(20);
    private static final List<String> ALL =
            IntStream.range(0, 8)
                    .mapToObj(n -> (n % 2 == 0 ? "@fleet/secret-" : "@fleet/open-") + n)
                    .toList();

    /// For whoever is signed in.
    private static final String MAP = "map-of-luca";

    private static final List<String> OPEN =
            ALL.stream().filter(name -> name.contains("open")).toList();

    @TempDir private static Path folder;
    private static RunningVarve varve;
    private static final Map<String, Api> ASKING = new LinkedHashMap<>();
    private static Api sailor;
    private static NpmTeam seaman;

    @BeforeAll
    static void begin() throws IOException {
        var rules = folder.resolve("rules.yaml");
        rules(rules, "nobody");
        var settings = Map.of("VARVE_NPM_RULES", rules.toString());
        varve = RunningVarve.start(OutsideServers.with(settings));
        sailor = varve.api().anonymous().signedUp("luca");
        rules(rules, sailor.get("/api/user").json().path("login").asString());
        varve.verb("reload").succeeds();
        var luca = NpmSignIn.of(varve, folder, sailor);
        var ned = varve.api().anonymous().signedUp("ned");
        seaman = NpmSignIn.of(varve, folder, ned);
        seaman.publish(MAP, "1.0.0").is(201);
        ALL.forEach(name -> luca.publish(name, "1.0.0").is(201));
        ASKING.put("stranger", varve.api().anonymous());
        ASKING.put("somebody else", ned);
        ASKING.put("sailor", varve.api().with(luca.token()));
        ASKING.put("staff", varve.api().staff());
        ASKING.forEach((who, api) ->
                eventually(
                        INDEXED,
                        () ->
                                assertThat(search(api, 0, 250).names())
                                        .as(who)
                                        .hasSameSizeAs(known(who))));
    }

    @AfterAll
    static void end() {
        varve.close();
    }

    @Test
    void npm_search_counts_what_may_be_known_and_its_parts_are_full() {
        ASKING.forEach((who, api) -> assertFull(who, from -> search(api, from, 3)));
    }

    @Test
    void lists_of_the_api_count_what_may_be_known_and_their_pages_are_full() {
        for (var path : List.of("/api/packages?query=fleet&", "/api/scopes/fleet/packages?")) {
            ASKING.forEach((who, api) ->
                    assertFull(
                            who + " at " + path,
                            from -> page(api, path + "limit=3&page=" + (1 + from / 3))));
        }
    }

    @Test
    void suggestions_and_pages_say_how_many_may_be_known() {
        ASKING.forEach((who, api) -> {
            var known = known(who);
            var suggested = api.get("/api/search/suggest?query=fleet").is(200).json();
            assertThat(suggested.path("total").asInt()).as(who).isEqualTo(known.size());
            assertThat(suggested.path("items").size()).as(who).isEqualTo(known.size());
            var results = api.get("/packages?search=fleet").is(200).text();
            assertThat(results).as(who).contains(known.size() + " ").contains(known);
            if (known.size() < ALL.size()) {
                assertThat(results).doesNotContain("secret-");
                for (var path : List.of("/", "/@fleet", "/api/stats")) {
                    assertThat(api.get(path).text()).doesNotContain("secret-");
                }
            }
        });
    }

    @Test
    void what_somebody_publishes_is_listed_as_far_as_the_asker_may_know() {
        var id = sailor.get("/api/user").is(200).json().path("id").asString();
        ASKING.forEach((who, api) ->
                assertThat(
                                api.get("/api/users/" + id + "/packages")
                                        .is(200)
                                        .json()
                                        .valueStream()
                                        .map(HiddenTotalsTest::listed))
                        .as(who)
                        .containsExactlyInAnyOrderElementsOf(known(who)));
    }

    @Test
    void public_facts_of_what_only_some_may_know_are_told_to_nobody() {
        var all = "/api/changes?limit=1000";
        var stranger = varve.api().anonymous();
        eventually(
                INDEXED,
                () -> assertThat(stranger.get(all).is(200).text()).contains(OPEN.getLast()));
        for (var asking : ASKING.values()) {
            assertThat(asking.get(all).is(200).text()).doesNotContain("secret-", MAP);
        }
    }

    @Test
    void strangers_are_told_neither_attestations_nor_downloads_of_what_they_may_not_know() {
        var stranger = new NpmTeam(varve, folder, "");
        seaman.get("/" + MAP + "/-/" + MAP + "-1.0.0.tgz").is(200);
        var versions = "/versions/" + MAP + "/last-week";
        eventually(
                INDEXED,
                () ->
                        assertThat(seaman.get(versions).is(200).json().path("downloads").toString())
                                .isEqualTo("{\"1.0.0\":1}"));
        assertThat(stranger.get(versions).is(200).json().path("downloads").toString())
                .isEqualTo("{}");
        var point = "/downloads/point/last-week/" + MAP;
        assertThat(stranger.get(point).is(200).json().path("downloads").asInt()).isZero();
        assertThat(seaman.get(point).is(200).json().path("downloads").asInt()).isOne();
        stranger.get("/" + MAP + "/-/" + MAP + "-1.0.0.tgz").is(404);
        stranger.get("/-/package/" + MAP + "/dist-tags").is(404);

        // what is private must not be kept by caches, which shows that the door knew it
        var attestations = "/-/npm/v1/attestations/" + MAP + "@1.0.0";
        assertThat(seaman.get(attestations).is(404).header("Cache-Control"))
                .hasValue("private, no-store");
        var ofNobody = stranger.get("/-/npm/v1/attestations/nobody@1.0.0").is(404).text();
        assertThat(stranger.get(attestations).is(404).text())
                .isEqualTo(ofNobody.replace("nobody", MAP));
    }

    private record Part(List<String> names, int total) {}

    private interface Parts {
        Part from(int first);
    }

    /// All parts but the last have three entries.
    private static void assertFull(String who, Parts parts) {
        var known = known(who.split(" at ")[0]);
        var names = new ArrayList<String>();
        for (int from = 0; from < known.size(); from += 3) {
            var part = parts.from(from);
            assertThat(part.total()).as(who).isEqualTo(known.size());
            assertThat(part.names()).as(who).hasSize(Math.min(3, known.size() - from));
            names.addAll(part.names());
        }
        assertThat(names).as(who).containsExactlyInAnyOrderElementsOf(known);
    }

    private static List<String> known(String who) {
        return who.equals("sailor") || who.equals("staff") ? ALL : OPEN;
    }

    private static Part search(Api who, int from, int size) {
        var npm = new Api(varve.npm(), who.token(), who.asStaff());
        var path = "/-/v1/search?text=%%40fleet&from=%d&size=%d".formatted(from, size);
        var found = npm.get(path).is(200).json();
        return new Part(
                names(found.path("objects").valueStream().map(hit -> hit.path("package"))),
                found.path("total").asInt());
    }

    private static Part page(Api who, String path) {
        var found = who.get(path).is(200).json();
        var items = found.path("items").valueStream().map(HiddenTotalsTest::listed).toList();
        return new Part(items, found.path("total").asInt());
    }

    private static String listed(JsonNode view) {
        return "@" + view.path("scope").asString() + "/" + view.path("name").asString();
    }

    private static List<String> names(Stream<JsonNode> packages) {
        return packages.map(pkg -> pkg.path("name").asString()).toList();
    }

    private static void rules(Path file, String login) throws IOException {
        Files.writeString(
                file,
                """
                groups: { sailors: [%s] }
                packages:
                  '@fleet/secret-*': { access: sailors, publish: sailors }
                  'map-*': { access: $authenticated, publish: $authenticated }
                  '**': { access: $all, publish: $authenticated }
                """
                        .formatted(login));
    }
}
