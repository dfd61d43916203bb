package varve.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.contract.pkg.PackageName;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.publishing.FilePath;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "-ab", "ab-", "a--b", "Ab", "a_b", "a.b", "thisistwentyonechars1"})
    void no_scope_of_sources_is_called_so(String text) {
        assertThatThrownBy(() -> ScopeName.of(text).requirePlain()).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-ab", ".a", "_a", "a b", "a/b", "@a", "a%2fb", "~", "~.a", "~~a"})
    void no_scope_at_all_is_called_so(String text) {
        assertThatThrownBy(() -> ScopeName.of(text)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "_a", "a b", "a/b", "@a", "~a", "node_modules", "-", "ä"})
    void no_package_is_called_so(String text) {
        assertThatThrownBy(() -> PackageName.of(text)).isInstanceOf(Refused.class);
    }

    @Test
    void an_npm_package_may_do_without_a_scope() {
        var flag = PackageRef.of("JSON.flag_2");
        assertThat(flag.scope()).isEqualTo(ScopeName.of("~JSON.flag_2"));
        assertThat(PackageRef.of(flag.text())).isEqualTo(flag);
        assertThat(VersionRef.of("flag@1.0.0").text()).isEqualTo("flag@1.0.0");
        assertThat(VersionRef.of("@~flag/flag@1.0.0")).isEqualTo(VersionRef.of("flag@1.0.0"));
        assertThat(PackageRef.of("flag-mast").stream())
                .isNotEqualTo(PackageRef.of("flagmast").stream());
        assertThatThrownBy(() -> PackageRef.of("@~flag/mast")).isInstanceOf(Refused.class);
        assertThatThrownBy(flag::requirePlain).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "1a", "my-scope", "twenty-characters-ok"})
    void a_scope_may_be_called_so(String text) {
        assertThat(ScopeName.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0.0", "v1", "V2.x", "x", "X.1", "^1", "a b", "-a", "a/b"})
    void no_tag_is_called_so(String text) {
        assertThatThrownBy(() -> TagName.of(text)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "next", "aux", "con", "release-1.x", "vnext", "experimental"})
    void a_tag_may_be_called_so(String text) {
        assertThat(TagName.of(text).text()).isEqualTo(text);
    }

    @Test
    void hyphens_do_not_make_a_name_another() {
        assertThat(PackageName.of("my-flag").canonical())
                .isEqualTo(PackageName.of("myflag").canonical());
        assertThat(PackageRef.of("@luca-lab/flag").canonical()).isEqualTo("lucalab/flag");
    }

    @Test
    void a_reference_reads_what_it_writes() {
        var ref = VersionRef.of("@luca/flag@1.0.0-pre.1+build.5");
        assertThat(ref.pkg().npmName()).isEqualTo("@jsr/luca__flag");
        assertThat(VersionRef.of(ref.text())).isEqualTo(ref);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", ""})
    void no_version_is_called_so(String text) {
        assertThatThrownBy(() -> VersionNumber.of(text)).isInstanceOf(Refused.class);
    }

    @Test
    void versions_are_ordered_as_semver_11_says() {
        var ascending =
                List.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.0.9",
                        "1.0.10",
                        "2.0.0",
                        "99999999999999999999.0.0");
        var sorted =
                Stream.concat(ascending.reversed().stream(), Stream.empty())
                        .map(VersionNumber::of)
                        .sorted()
                        .map(VersionNumber::text)
                        .toList();
        assertThat(sorted).isEqualTo(ascending);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mod.ts",
                "/",
                "//mod.ts",
                "/a//b.ts",
                "/a/../b.ts",
                "/./a.ts",
                "/a.",
                "/a /b.ts",
                "/con",
                "/CON.txt",
                "/aux.foo.ts",
                "/_dist/a.js",
                "/_Dist/a.js",
                "/ä.ts",
                "/a:b.ts",
                "/a\\b.ts",
                "/a%2fb.ts"
            })
    void no_file_lies_there(String text) {
        assertThatThrownBy(() -> FilePath.of(text)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/mod.ts", "/src/[id].tsx", "/a/{b}~(c)+$d@e.ts", "/a/_dist/b.ts", "/.x"})
    void a_file_may_lie_there(String text) {
        assertThat(FilePath.of(text).text()).isEqualTo(text);
    }

    @Test
    void paths_and_names_have_their_longest() {
        assertThat(FilePath.flaw("/" + "a".repeat(94))).isEmpty();
        assertThat(FilePath.flaw("/" + "a".repeat(96))).isPresent();
        assertThat(FilePath.flaw("/" + "a/".repeat(80))).isPresent();
    }
}
