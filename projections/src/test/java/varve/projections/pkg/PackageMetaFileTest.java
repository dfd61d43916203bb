package varve.projections.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import varve.projections.Flags;
import varve.projections.version.Listed;

class PackageMetaFileTest {
    @Test
    void it_lists_every_version_and_the_latest_stable_one() {
        assertThat(text(Flags.VERSIONS))
                .isEqualTo(
                        """
                        {"scope":"luca","name":"flag","latest":"1.10.0","versions":{\
                        "0.9.0":{"yanked":true,"createdAt":"2026-01-01T10:00:00.000Z"},\
                        "1.0.0":{"createdAt":"2026-01-02T10:00:00.120Z"},\
                        "1.10.0":{"createdAt":"2026-01-04T10:00:00.123Z"},\
                        "1.9.0":{"createdAt":"2026-01-03T10:00:00.000Z"},\
                        "2.0.0-beta.1":{"createdAt":"2026-01-05T10:00:00.000Z"}}}\
                        """);
    }

    @Test
    void nothing_stable_is_no_latest() {
        var beta = List.of(Flags.listed("2.0.0-beta.1", false, "2026-01-05T10:00:00Z"));
        assertThat(text(beta)).contains("\"latest\":null").contains("2.0.0-beta.1");
    }

    private static String text(List<Listed> versions) {
        return new String(
                PackageMetaFile.bytes(Flags.PACKAGE, null, versions), StandardCharsets.UTF_8);
    }
}
