package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.ApiContract;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.rights.Cast.Part;

/// Every cell of the {@link Matrix} is asked over HTTP.
@Tag("long")
class PermissionMatrixTest {
    private static final Map<String, String> MEANING =
            Map.of(
                    "who", "401 missingAuthentication",
                    "perm", "403 missingPermission",
                    "memb", "403 actorNotScopeMember",
                    "admn", "403 actorNotScopeAdmin",
                    "stff", "403 actorNotAuthorized");

    /// Routes whose rights are those of scopes; the sources and documents of a version are read by
    /// whoever may know of its package.
    private static final Pattern OURS =
            Pattern.compile(
                    "/api/scopes(/\\{scope}(/(members|invites)(/\\{\\w+})?)?)?"
                            + "|/api/scopes/\\{scope}/packages"
                            + "(/\\{name}(/(move|dependents|publishing_tasks|versions))?)?"
                            + "|/api/scopes/\\{scope}/packages/\\{name}/versions/\\{version}"
                            + "(/dependencies)?"
                            + "|/api/user/(scopes|invites|member/.*|invites/.*)|/api/users/.*/scopes"
                            + "|/api/admin/(scopes|packages|publishing_tasks|users/.*/scopes).*");

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger VERSIONS = new AtomicInteger();
    private static ApiContract contract;
    private static Cast cast;
    private static String pkg;

    @BeforeAll
    static void a_scope_with_everybody_in_it() {
        contract = ApiContract.of(Shared.varve().registry());
        cast = new Cast(Shared.varve().api());
        cast.as(Part.STAFF)
                .patch("/api/admin/scopes/" + cast.scope(), Map.of("newPackagePerWeekLimit", 500))
                .is(200);
        pkg = cast.freshPackage();
        var task = upload(cast.as(Part.ADMIN), "1.0.0").is(200).json().path("id").asString();
        cast.as(Part.NOBODY).awaitSuccess(task);
    }

    @ParameterizedTest
    @MethodSource("varve.acceptance.rights.Matrix#rows")
    void everybody_may_do_what_the_table_says(Matrix.Row row) {
        var told = Arrays.stream(Part.values()).map(part -> told(row, part)).toList();

        assertThat(told).as(row.toString()).isEqualTo(row.cells());
    }

    /// A new route needs a line; a line that is taken out is missed.
    @Test
    void every_route_about_scopes_and_packages_has_a_line() {
        var lines =
                Matrix.rows()
                        .map(row -> contract.operation(row.method(), plain(row)).orElseThrow())
                        .toList();

        assertThat(contract.operations())
                .filteredOn(route -> OURS.matcher(route.path()).matches())
                .filteredOn(route -> !lines.contains(route))
                .isEmpty();
    }

    @Test
    void no_line_stands_there_twice() {
        assertThat(Matrix.rows().map(Matrix.Row::toString)).doesNotHaveDuplicates();
    }

    private static String told(Matrix.Row row, Part part) {
        var path = filled(row.path());
        var answer = ask(row, path, part);
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

    private static Answer ask(Matrix.Row row, String path, Part part) {
        var caller = cast.as(part);
        if (row.path().endsWith("/{version}")) {
            return upload(caller, path.substring(path.lastIndexOf('/') + 1));
        }
        var body =
                row.body().isEmpty()
                        ? Map.<String, Object>of()
                        : JSON.readValue(
                                filled(row.body()), new TypeReference<Map<String, Object>>() {});
        return switch (row.method()) {
            case "GET" -> caller.get(path);
            case "POST" -> caller.post(path, body);
            case "PATCH" -> caller.patch(path, body);
            case "DELETE" -> caller.delete(path);
            default -> throw new IllegalArgumentException(row.method());
        };
    }

    /// What a row takes away or makes is made anew for each cell.
    private static String filled(String text) {
        var filled = text.replace("{s}", cast.scope()).replace("{p}", pkg);
        if (filled.contains("{fresh}")) {
            var name = "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
            filled = filled.replace("{fresh}", name);
        }
        if (filled.contains("{empty}")) {
            filled = filled.replace("{empty}", cast.freshScope());
        }
        if (filled.contains("{unused}")) {
            filled = filled.replace("{unused}", cast.freshPackage());
        }
        if (filled.contains("{newcomer}")) {
            filled = filled.replace("{newcomer}", cast.newcomer());
        }
        if (filled.contains("{joined}")) {
            filled = filled.replace("{joined}", cast.newMember());
        }
        if (filled.contains("{invited}")) {
            filled = filled.replace("{invited}", cast.invited());
        }
        return filled.replace("{admin}", cast.id(Part.ADMIN))
                .replace("{version}", "9.0." + VERSIONS.getAndIncrement());
    }

    private static String plain(Matrix.Row row) {
        return row.path().replaceAll("\\?.*", "").replaceAll("[{}]", "");
    }

    private static Answer upload(Api caller, String version) {
        var name = "@" + cast.scope() + "/" + pkg;
        var config =
                """
                {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                """
                        .formatted(name, version);
        var module = "/** One. */\nexport const one: number = 1;\n";
        var tarball = Tarball.of("./", Map.of("deno.json", config, "mod.ts", module));
        return caller.upload(name, version, tarball);
    }
}
