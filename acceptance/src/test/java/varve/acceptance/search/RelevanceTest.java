package varve.acceptance.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import varve.contract.pkg.NameFilter;
import varve.contract.search.PackageEntry;
import varve.query.Audience;
import varve.query.search.ModuleSearch;
import varve.query.search.NamePrefixes;
import varve.query.search.Question;
import varve.query.search.Search;
import varve.testkit.TestElasticsearch;

/// Fifty questions and more, and the package that each of them means.
class RelevanceTest {
    private static final Audience ALL = new Audience(NameFilter.EVERYTHING, _ -> true);

    private static Index index;
    private static Search search;

    @BeforeAll
    static void packages_are_known() throws IOException {
        var prefix = TestElasticsearch.freshPrefix();
        index = new Index(TestElasticsearch.uri(), prefix);
        index.add(packages());
        var noDatabase = new NamePrefixes(JdbcClient.create(new SimpleDriverDataSource()));
        var modules = new ModuleSearch(() -> index.client(), prefix);
        search = new Search(() -> index.client(), prefix, modules, noDatabase, Clock.systemUTC());
    }

    @AfterAll
    static void no_more() throws IOException {
        index.close();
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvFileSource(resources = "/search/queries.csv", delimiter = ';', numLinesToSkip = 1)
    void what_is_meant_comes_first(String query, String first) {
        assertThat(names(query)).startsWith(first);
    }

    @Test
    void filters_leave_out_what_does_not_fit() {
        assertThat(names("scope:std")).hasSize(14).allMatch(name -> name.startsWith("@std/"));
        assertThat(names("kind:npm scope:luca"))
                .containsExactlyInAnyOrder("@luca/flag-pole", "@luca/flags");
        assertThat(names("scope:luca scope:mira score:>=88"))
                .containsExactlyInAnyOrder("@luca/flag", "@luca/cloth", "@mira/chess");
        assertThat(names("license:bsd-3-clause")).containsExactly("@rui/image");
        assertThat(names("runtime:deno")).isEmpty();
        assertThat(names("symbol:parse"))
                .contains("@std/yaml", "@std/toml", "@std/csv", "@valibot/valibot");
    }

    @Test
    void totals_count_all_and_parts_follow_one_another() {
        var all = find("", 0, 100);
        assertThat(all.total()).isEqualTo(all.hits().size()).isEqualTo(packages().size());
        var second = find("", 7, 7);
        assertThat(second.total()).isEqualTo(all.total());
        assertThat(second.hits()).isEqualTo(all.hits().subList(7, 14));
    }

    private static List<String> names(String query) {
        return find(query, 0, 50).hits().stream()
                .map(hit -> "@" + hit.scope() + "/" + hit.name())
                .toList();
    }

    private static Search.Found find(String query, int from, int size) {
        return search.find(Question.of(query), Search.Among.ALL, from, size, ALL);
    }

    private static List<PackageEntry> packages() {
        try (var file = RelevanceTest.class.getResourceAsStream("/search/packages.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> entry(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackageEntry entry(String[] column) {
        var scope = column[0].substring(1, column[0].indexOf('/'));
        var name = column[0].substring(column[0].indexOf('/') + 1);
        var canonical = name.toLowerCase(Locale.ROOT).replace("-", "");
        return new PackageEntry(
                scope,
                name,
                column[0],
                canonical,
                canonical.length(),
                column[1],
                column[2],
                "1.0.0",
                1,
                1_790_000_000_000L,
                new PackageEntry.Words(
                        words(column[3]), words(column[4]), words(column[5]), column[10]),
                new PackageEntry.Standing(
                        Integer.parseInt(column[8]),
                        Long.parseLong(column[7]),
                        Integer.parseInt(column[6]),
                        List.of(),
                        column[9]));
    }

    private static List<String> words(String column) {
        return Arrays.stream(column.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
