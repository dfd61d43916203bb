package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

/// Who may do what, at a glance; every cell is asked over HTTP.
///
/// | in the table | answer |
/// |---|---|
/// | ok | 2xx |
/// | who | 401 `missingAuthentication` |
/// | perm | 403 `missingPermission` |
/// | memb | 403 `actorNotScopeMember` |
/// | admn | 403 `actorNotScopeAdmin` |
/// | stff | 403 `actorNotAuthorized` |
/// | none | 404 |
class PermissionMatrixTest {
    /// Columns as in {@link Part}.
    private static final String MATRIX =
            """
            #                                                                nobody token strng readr audit membr admin staff
            GET    /api/scopes/{s}                                           ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes {"scope":"{fresh}"}                           who   perm  ok    ok    ok    ok    ok    ok
            PATCH  /api/scopes/{s} {"description":"Flags of all colours"}    who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s} {"ghActionsVerifyActor":true}             who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s} {"requirePublishingFromCI":false}         who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s} {"visibility":"public"}                   who   perm  memb  memb  memb  admn  ok    ok
            DELETE /api/scopes/{empty}                                       who   perm  memb  memb  memb  admn  ok    ok
            GET    /api/scopes/{s}/members                                   ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/members/{admin}                           ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes/{s}/members {"id":"{newcomer}"}               who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s}/members/{joined} {"role":"reader"}        who   perm  memb  memb  memb  admn  ok    ok
            DELETE /api/scopes/{s}/members/{joined}                          who   perm  memb  memb  memb  admn  ok    ok
            GET    /api/scopes/{s}/invites                                   who   perm  memb  memb  memb  admn  ok    ok
            GET    /api/scopes/{s}/invites/{invited}                         who   perm  memb  memb  memb  admn  ok    ok
            DELETE /api/scopes/{s}/invites/{invited}                         who   perm  memb  memb  memb  admn  ok    ok
            GET    /api/scopes/{s}/packages                                  ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes/{s}/packages {"package":"{fresh}"}            who   perm  memb  memb  memb  ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}                              ok    ok    ok    ok    ok    ok    ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"description":"Draws"}      who   perm  memb  memb  memb  ok    ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"githubRepository":null}    who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"runtimeCompat":{}}         who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"readmeSource":"readme"}    who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"isArchived":false}         who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"visibility":"public"}      who   perm  memb  memb  memb  admn  ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"isFeatured":false}         who   perm  stff  stff  stff  stff  stff  ok
            DELETE /api/scopes/{s}/packages/{unused}                         who   perm  memb  memb  memb  admn  ok    ok
            POST   /api/scopes/{s}/packages/{unused}/move {"scope":"{s}","package":"{fresh}"} who perm memb memb memb admn ok ok
            GET    /api/scopes/{s}/packages/{p}/dependents                   ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/publishing_tasks             who   perm  memb  memb  memb  ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions                     ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0               ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/dependencies  ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes/{s}/packages/{p}/versions/{version}           who   ok    memb  memb  memb  ok    ok    ok
            PATCH  /api/scopes/{s}/packages/{p}/versions/1.0.0 {"yanked":false} who perm memb memb memb admn ok ok
            DELETE /api/scopes/{s}/packages/{p}/versions/7.7.7               who   perm  stff  stff  stff  stff  stff  none
            GET    /api/user/scopes                                          who   perm  ok    ok    ok    ok    ok    ok
            GET    /api/user/member/{s}                                      who   perm  none  ok    ok    ok    ok    none
            GET    /api/user/invites                                         who   perm  ok    ok    ok    ok    ok    ok
            POST   /api/user/invites/{s}                                     who   perm  none  none  none  none  none  none
            DELETE /api/user/invites/{s}                                     who   perm  none  none  none  none  none  none
            GET    /api/users/{admin}/scopes                                 ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/audit?scope={s}                                      who   perm  memb  stff  ok    stff  ok    ok
            GET    /api/audit                                                who   perm  stff  stff  stff  stff  stff  ok
            GET    /api/admin/scopes                                         who   perm  stff  stff  stff  stff  stff  ok
            GET    /api/admin/packages                                       who   perm  stff  stff  stff  stff  stff  ok
            GET    /api/admin/publishing_tasks                               who   perm  stff  stff  stff  stff  stff  ok
            POST   /api/admin/scopes {"scope":"{fresh}","userId":"{admin}"}  who   perm  stff  stff  stff  stff  stff  ok
            PATCH  /api/admin/scopes/{s} {"packageLimit":500}                who   perm  stff  stff  stff  stff  stff  ok
            POST   /api/admin/scopes/{s}/members {"userId":"{newcomer}"}     who   perm  stff  stff  stff  stff  stff  ok
            PATCH  /api/admin/users/{newcomer}/scopes {"scopeLimit":9}       who   perm  stff  stff  stff  stff  stff  ok
            """;

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

    /// @param cells what each column of {@link Part} is told
    record Row(String method, String path, String body, List<String> cells) {
        static Row of(String line) {
            var words = List.of(line.split(" +"));
            int first = words.size() - Part.values().length;
            return new Row(
                    words.get(0),
                    words.get(1),
                    String.join(" ", words.subList(2, first)),
                    words.subList(first, words.size()));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static Stream<Row> rows() {
        return MATRIX.lines().filter(line -> !line.startsWith("#")).map(Row::of);
    }

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
    @MethodSource("rows")
    void everybody_may_do_what_the_table_says(Row row) {
        var told =
                Arrays.stream(Part.values()).map(part -> told(row, part)).toList();

        assertThat(told).as(row.toString()).isEqualTo(row.cells());
    }

    /// A new route needs a line; a line that is taken out is missed.
    @Test
    void every_route_about_scopes_and_packages_has_a_line() {
        var lines =
                rows().map(row -> contract.operation(row.method(), plain(row)).orElseThrow())
                        .toList();

        assertThat(contract.operations())
                .filteredOn(route -> OURS.matcher(route.path()).matches())
                .filteredOn(route -> !lines.contains(route))
                .isEmpty();
    }

    @Test
    void no_line_stands_there_twice() {
        assertThat(rows().map(Row::toString)).doesNotHaveDuplicates();
    }

    private static String told(Row row, Part part) {
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

    private static Answer ask(Row row, String path, Part part) {
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

    private static String plain(Row row) {
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
