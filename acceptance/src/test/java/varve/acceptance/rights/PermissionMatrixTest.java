package varve.acceptance.rights;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.ci.Trusting;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.ApiContract;
import varve.acceptance.rights.Cast.Part;

/// Every cell of the {@link Matrix} is asked over HTTP.
class PermissionMatrixTest {
    private static final Map<String, String> MEANING =
            Map.ofEntries(
                    entry("who", "401 missingAuthentication"),
                    entry("perm", "403 missingPermission"),
                    entry("user", "403 actorNotUser"),
                    entry("pers", "403 credentialNotInteractive"),
                    entry("memb", "403 actorNotScopeMember"),
                    entry("admn", "403 actorNotScopeAdmin"),
                    entry("stff", "403 actorNotAuthorized"),
                    entry("ci", "403 scopeRequiresPublishingFromCi"),
                    entry("gone", "400 passkeyChallengeGone"),
                    entry("wait", "400 authorizationPending"),
                    entry("pass", "401 wrongPassword"),
                    entry("code", "401 wrongOneTimeCode"));

    /// What ends whom it is asked by, or has nothing to do with rights, is shown elsewhere.
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "POST /api/(users|secret-scanning)|(POST|DELETE) /api/session|DELETE /api/user"
                            + "|PUT /api/user/password|GET /api/publishing_tasks/\\{id}/events"
                            + "|\\w+ /api/(audit/|upstream/|log/|changes|\\.well-known/).*"
                            + "|\\w+ /api/admin/(modules/|module-owners/|forbidden-module-words).*"
                            + "|POST /api/admin/(chores/|maintenance).*");

    private static final JsonMapper JSON = new JsonMapper();

    /// Rows do not touch one another, so some are asked at the same time.
    private static final ExecutorService ASKING = Executors.newFixedThreadPool(4);

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);
    private static final Map<String, Future<List<String>>> TOLD = new ConcurrentHashMap<>();
    private static ApiContract contract;
    private static Cast cast;
    private static Props props;

    @BeforeAll
    static void a_scope_with_everybody_in_it() {
        contract = ApiContract.of(Trusting.varve().registry());
        cast = new Cast(Trusting.varve().api(), Trusting.github());
        props = Props.of(cast);
        Matrix.rows().forEach(row -> TOLD.put(row.toString(), ASKING.submit(() -> told(row))));
    }

    @AfterAll
    static void no_more() {
        ASKING.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("varve.acceptance.rights.Matrix#rows")
    void everybody_may_do_what_the_table_says(Matrix.Row row) throws Exception {
        var asked = requireNonNull(TOLD.get(row.toString()));
        var told = asked.get(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);

        assertThat(told).as(row.toString()).isEqualTo(row.cells());
    }

    /// A new route needs a line; a line that is taken out is missed.
    @Test
    void every_route_has_a_line() {
        var lines =
                Matrix.rows()
                        .map(row -> contract.operation(row.method(), plain(row)).orElseThrow())
                        .toList();

        assertThat(contract.operations())
                .filteredOn(route -> !ELSEWHERE.matcher(route.toString()).matches())
                .filteredOn(route -> !lines.contains(route))
                .isEmpty();
    }

    /// The registry itself says what can be changed.
    @ParameterizedTest
    @ValueSource(strings = {"/api/scopes/{s}", "/api/scopes/{s}/packages/{p}"})
    void everything_that_can_be_changed_has_a_line(String path) {
        var told = cast.as(Part.ADMIN).patch(props.filled(path), Map.of()).is(400).json();
        var all = told.path("message").asString().replaceAll(".*exactly one of |\\.$", "");

        assertThat(List.of(all.split(", "))).hasSizeGreaterThan(3);
        assertThat(
                        Matrix.rows()
                                .filter(row -> row.method().equals("PATCH"))
                                .filter(row -> row.path().equals(path))
                                .map(row -> row.body().replaceAll("^\\{\"(\\w+)\".*", "$1")))
                .containsExactlyInAnyOrder(all.split(", "));
    }

    /// Where only a condition makes the difference there are several lines.
    @Test
    void who_publishes_is_shown_for_every_kind_of_scope() {
        assertThat(Matrix.rows().filter(row -> row.path().endsWith("/{version}"))).hasSize(3);
        assertThat(Matrix.rows().filter(row -> row.path().startsWith("/api/audit"))).hasSize(2);
    }

    @Test
    void no_line_stands_there_twice() {
        assertThat(Matrix.rows().map(Matrix.Row::toString)).doesNotHaveDuplicates();
    }

    /// What each is told in turn. Whoever is refused has used nothing up.
    private static List<String> told(Matrix.Row row) {
        var kept = new HashMap<String, String>();
        var told = new ArrayList<String>();
        for (var part : Part.values()) {
            var said = told(row, part, kept);
            if (said.equals("ok") && !row.method().equals("GET")) {
                kept.clear();
            }
            told.add(said);
        }
        return told;
    }

    private static String told(Matrix.Row row, Part part, Map<String, String> kept) {
        var path = props.filled(row.path(), kept);
        var answer = ask(row, path, part, kept);
        contract.check(row.method(), path.replaceAll("\\?.*", ""), answer);
        if (answer.status() / 100 == 2) {
            return "ok";
        }
        if (answer.status() == 404) {
            return "none";
        }
        var said = answer.status() + " " + answer.json().path("code").asString();
        return MEANING.entrySet().stream()
                .filter(meaning -> meaning.getValue().equals(said))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(answer.status() + " " + answer.text());
    }

    private static Answer ask(Matrix.Row row, String path, Part part, Map<String, String> kept) {
        var caller = cast.as(part);
        if (row.path().endsWith("/{version}")) {
            return upload(caller, path);
        }
        var body =
                row.body().isEmpty()
                        ? Map.<String, Object>of()
                        : JSON.readValue(
                                props.filled(row.body(), kept),
                                new TypeReference<Map<String, Object>>() {});
        return switch (row.method()) {
            case "GET" -> caller.get(path);
            case "POST" -> caller.post(path, body);
            case "PUT" -> caller.put(path, body);
            case "PATCH" -> caller.patch(path, body);
            case "DELETE" -> body.isEmpty() ? caller.delete(path) : caller.delete(path, body);
            default -> throw new IllegalArgumentException(row.method());
        };
    }

    private static String plain(Matrix.Row row) {
        return row.path().replaceAll("\\?.*", "").replaceAll("[{}]", "");
    }

    /// @param path `/api/scopes/s/packages/p/versions/v`
    private static Answer upload(Api caller, String path) {
        var parts = path.split("/", -1);
        return caller.upload(
                "@" + parts[3] + "/" + parts[5],
                parts[7],
                Props.tarball(parts[3], parts[5], parts[7]));
    }
}
