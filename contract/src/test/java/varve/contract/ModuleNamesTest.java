package varve.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import varve.contract.modules.GitTag;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.Repository;
import varve.contract.modules.Subdir;

class ModuleNamesTest {
    @ParameterizedTest
    @CsvSource({"flag, true", "a_b, true", "ab, false", "flag-mast, false", "Flag, false"})
    void only_new_names_keep_to_the_narrow_rule(String name, boolean mayBeNew) {
        assertThat(ModuleName.of(name).mayBeNew()).isEqualTo(mayBeNew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a@1", "..", ".git", "a b", "ü"})
    void no_module_is_called_so(String name) {
        assertThatThrownBy(() -> ModuleName.of(name)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.7", "v1.0.0", "release/1.0", "1.0.0+build@5", "100%"})
    void a_tag_may_be_called_so(String tag) {
        assertThat(GitTag.of(tag).text()).isEqualTo(tag);
        assertThat(ModuleVersion.of("flag@" + tag).version()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-f", "a b", "a..b", "a~1", "a^", "a:b", "a?", "a*", "a[", "a\\b", "@", "a@{b",
                ".a", "a/.b", "a.lock", "a/", "/a", "a//b", "a.", "a\u0007"
            })
    void no_tag_is_called_so(String tag) {
        assertThatThrownBy(() -> GitTag.of(tag)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0/raw", "raw/1", "1.0/meta"})
    void no_two_versions_share_an_object(String version) {
        assertThatThrownBy(() -> ModuleVersion.of("flag@" + version)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"asd/, asd/", "/asd/, asd/", "./a/../b/, b/", "//x/, x/", "../../etc/, etc/"})
    void a_folder_never_leads_out(String given, String folder) {
        assertThat(Subdir.of(given).text()).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asd", "/", "..", "a/.."})
    void a_folder_ends_in_a_slash(String given) {
        assertThatThrownBy(() -> Subdir.of(given)).isInstanceOf(Refused.class);
    }

    @Test
    void a_repository_is_itself_under_every_name() {
        var before = Repository.of("github", 7, "luca/flag");
        assertThat(before.isSameAs(Repository.of("github", 7, "Luca-Lab/flags"))).isTrue();
        assertThat(before.isSameAs(Repository.of("gitea", 7, "luca/flag"))).isFalse();
        assertThat(Repository.of("gitlab", 1, "group/sub/flag").owner()).isEqualTo("group/sub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flag", "luca/", "luca/..", "../flag", "luca/-flag", "luca/a b"})
    void no_repository_is_called_so(String name) {
        assertThatThrownBy(() -> Repository.of("github", 7, name)).isInstanceOf(Refused.class);
    }
}
