package varve.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmPathTest {
    @ParameterizedTest
    @CsvSource({
        "/flag, /@~flag/flag",
        "/flag/-/flag-1.0.0.tgz, /@~flag/flag/-/flag-1.0.0.tgz",
        "/-/package/flag/dist-tags, /-/package/@~flag/flag/dist-tags",
        "/-/npm/v1/attestations/flag@1.0.0, /-/npm/v1/attestations/@~flag/flag@1.0.0",
        "/-/npm/v1/attestations/flag, /-/npm/v1/attestations/@~flag/flag"
    })
    void a_package_without_a_scope_is_named_in_one_of_its_own(String path, String spelled) {
        assertThat(NpmPath.spelled(path)).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource({
        "/@luca/flag",
        "/-/npm/v1/attestations/@luca/flag@1.0.0",
        "/-/v1/search",
        "/-/ping",
        "/downloads/point/last-week/flag",
        "/versions/flag/last-week"
    })
    void all_else_stays_as_it_is(String path) {
        assertThat(NpmPath.spelled(path)).isEqualTo(path);
    }
}
