package varve.acceptance.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import varve.contract.pkg.Glob;
import varve.contract.pkg.NameFilter;
import varve.contract.pkg.NameFilter.Step;
import varve.contract.pkg.PackageRef;
import varve.contract.search.PackageEntry;
import varve.query.Audience;
import varve.query.search.ModuleSearch;
import varve.query.search.NamePrefixes;
import varve.query.search.Question;
import varve.query.search.Search;
import varve.testkit.TestElasticsearch;
import varve.testkit.TestPostgres;

/// Java, the search server and PostgreSQL are asked the same about the same names.
class HiddenNamesTest {
    private static final List<String> NAMES =
            List.of(
                    """
                    flag flags FLAG flagpole flag-pole flag.js flagxjs f fl_g a b ab keel 1 -- \
                    @ship/flag @ship/log @ship/log-book @Ship/LOG @ship/flag.js @boat/flag \
                    @shi/pflag @raft/a @raft/b @a/b @s-h/i.p @ship/1.0\
                    """
                            .split(" "));

    /// What means something to one of the three, and what is easily read otherwise.
    private static final String PATTERNS =
            """
            * ** *** flag FLAG fla? fla?? ? f*g f**g flag.js flag* *.js fl_g --
            @*/* @ship/* @SHIP/* @ship/** @ship** @ship* @ship/log* **/flag **flag */* @?hip/?lag
            @{ship,boat}/* @{ship,boat/flag {a,b} {a,}b {,a} {} {}a {{a,b},@raft/{a,b}} a,b a} {a,b}}
            [ab] !flag flag|keel (flag) fl.g fl+g \\flag "flag" f~g <1-9> # @ & @s-h/i.p ^flag$
            \\d @ship/1.0 \u212Aeel \u00e9 \uD83D\uDEA9
            """;

    private static Index index;
    private static Search search;
    private static JdbcClient db;

    @BeforeAll
    static void names_are_known() throws IOException {
        var prefix = TestElasticsearch.freshPrefix();
        index = new Index(TestElasticsearch.uri(), prefix);
        index.add(NAMES.stream().map(HiddenNamesTest::entry).toList());
        var nowhere = new NamePrefixes(JdbcClient.create(new SimpleDriverDataSource()));
        var modules = new ModuleSearch(() -> index.client(), prefix);
        search = new Search(() -> index.client(), prefix, modules, nowhere, Clock.systemUTC());
        db = JdbcClient.create(TestPostgres.database());
        db.sql("create schema varve_read").update();
        db.sql(
                        """
                        create table varve_read.package (scope text, name text,
                            kind text default 'npm', description text default '',
                            latest text default '1.0.0', version_count int default 1,
                            hidden boolean default false, archived boolean default false,
                            moved_to text, updated_at timestamptz default now())
                        """)
                .update();
        for (var ref : NAMES.stream().map(PackageRef::of).toList()) {
            db.sql("insert into varve_read.package values (?, ?)")
                    .params(ref.scope().text(), ref.name().text())
                    .update();
        }
    }

    @AfterAll
    static void no_more() throws IOException {
        index.close();
    }

    static Stream<String> patterns() {
        return Stream.concat(
                Stream.of("", "f l"), PATTERNS.lines().flatMap(l -> Stream.of(l.split(" "))));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void patterns_cover_the_same_names_wherever_they_are_read(String text) {
        var glob = Glob.of(text);
        var covered = NAMES.stream().filter(glob::covers).toList();
        var only = new NameFilter(List.of(new Step(glob, true)));
        assertThat(found(only)).containsExactlyInAnyOrderElementsOf(covered);
        assertThat(listed(only)).containsExactlyInAnyOrderElementsOf(covered);
        var but = new NameFilter(List.of(new Step(glob, false), new Step(Glob.ANYTHING, true)));
        var others = NAMES.stream().filter(name -> !glob.covers(name)).toList();
        assertThat(found(but)).containsExactlyInAnyOrderElementsOf(others);
        assertThat(listed(but)).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void the_first_of_many_patterns_decides_everywhere() {
        var steps = new ArrayList<Step>();
        IntStream.range(0, 300)
                .forEach(n -> {
                    steps.add(new Step(Glob.of("@crew-" + n + "/*"), n % 9 == 0));
                    steps.add(new Step(Glob.of("@crew-" + n + "-**"), n % 7 == 0));
                });
        steps.add(new Step(Glob.of("@ship/log"), true));
        steps.add(new Step(Glob.of("@ship/l*"), false));
        steps.add(new Step(Glob.of("@*/*"), true));
        steps.add(new Step(Glob.of("flag*"), false));
        steps.add(new Step(Glob.of("f*"), true));
        var filter = new NameFilter(steps);
        var shown = NAMES.stream().filter(filter::shows).toList();
        assertThat(shown).contains("@ship/log", "@Ship/LOG", "f").doesNotContain("flag", "keel");
        assertThat(found(filter)).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(listed(filter)).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void without_the_search_server_the_same_names_are_hidden_and_not_counted() throws IOException {
        try (var nobody = new Index.Client(URI.create("http://localhost:1"))) {
            var modules = new ModuleSearch(nobody::client, "none");
            var names = new NamePrefixes(db);
            var alone = new Search(nobody::client, "none", modules, names, Clock.systemUTC());
            var filter =
                    new NameFilter(
                            List.of(
                                    new Step(Glob.of("flag?*"), false),
                                    new Step(Glob.ANYTHING, true)));
            var found =
                    alone.find(
                            Question.of("fl"),
                            Search.Among.ALL,
                            1,
                            2,
                            new Audience(filter, _ -> true));
            assertThat(found.degraded()).isTrue();
            var begun =
                    NAMES.stream()
                            .filter(filter::shows)
                            .map(name -> PackageRef.of(name).name().text())
                            .filter(name -> Glob.of("fl*").covers(name))
                            .toList();
            assertThat(found.total()).isEqualTo(begun.size()).isEqualTo(6);
            assertThat(found.hits()).hasSize(2);
        }
    }

    private static List<String> found(NameFilter names) {
        var audience = new Audience(names, _ -> true);
        var found = search.find(Question.of(""), Search.Among.ALL, 0, 100, audience);
        assertThat(found.degraded()).isFalse();
        assertThat(found.total()).isEqualTo(found.hits().size());
        return found.hits().stream()
                .map(hit -> PackageRef.of(hit.scope(), hit.name()).text())
                .toList();
    }

    private static List<String> listed(NameFilter names) {
        var audience = new Audience(names, _ -> true);
        var sql = "select * from varve_read.package where true" + audience.condition("package");
        return audience.bind(db.sql(sql))
                .query((row, _) ->
                        PackageRef.of(row.getString("scope"), row.getString("name")).text())
                .list();
    }

    private static PackageEntry entry(String name) {
        var ref = PackageRef.of(name);
        return new PackageEntry(
                ref.scope().text(),
                ref.name().text(),
                Glob.lower(name),
                ref.name().canonical(),
                ref.name().text().length(),
                "npm",
                "",
                "1.0.0",
                1,
                1_790_000_000_000L,
                PackageEntry.Words.NONE,
                PackageEntry.Standing.NONE);
    }
}
