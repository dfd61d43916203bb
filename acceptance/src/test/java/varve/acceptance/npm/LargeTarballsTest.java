package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// Tarballs too large for memory are sent by the operating system from the second time on.
@ExtendWith(TellsLogs.class)
class LargeTarballsTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void the_same_bytes_come_whole_and_in_ranges_the_first_time_and_later() {
        var tarball = published();
        var whole = Web.get(tarball).is(200);
        assertThat(whole.bytes()).hasSizeGreaterThan(600_000);
        var etag = whole.header("ETag").orElseThrow();

        assertThat(Web.get(tarball).is(200).bytes()).isEqualTo(whole.bytes());
        assertThat(Web.ask("HEAD", tarball).is(200).header("Accept-Ranges")).hasValue("bytes");
        int size = whole.bytes().length;
        part(tarball, "bytes=100-199", whole.bytes(), 100, 200);
        part(tarball, "bytes=600000-", whole.bytes(), 600_000, size);
        part(tarball, "bytes=-5", whole.bytes(), size - 5, size);

        var beyond = Web.get(tarball, "Range", "bytes=" + size + "-").is(416);
        assertThat(beyond.header("Content-Range")).hasValue("bytes */" + size);
        Web.get(tarball, "Range", "bytes=0-9", "If-Range", etag).is(206);
        Web.get(tarball, "Range", "bytes=0-9", "If-Range", "\"older\"").is(200);
        Web.get(tarball, "Range", "bytes=0-9,20-29").is(200);
        Web.get(tarball, "Range", "nonsense").is(200);
    }

    @Test
    void a_range_can_be_what_is_asked_for_first() {
        var tarball = published();
        var some = Web.get(tarball, "Range", "bytes=1000-1999").is(206);
        assertThat(some.bytes())
                .isEqualTo(Arrays.copyOfRange(Web.get(tarball).is(200).bytes(), 1000, 2000));
    }

    private static void part(URI tarball, String range, byte[] whole, int from, int end) {
        var part = Web.get(tarball, "Range", range).is(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, from, end));
        assertThat(part.header("Content-Range"))
                .hasValue("bytes %d-%d/%d".formatted(from, end - 1, whole.length));
    }

    private URI published() {
        var scope = "@large-" + UUID.randomUUID().toString().substring(0, 8);
        var luca = varve.api().newcomer("Luca").token();
        var npm = varve.npm();
        var noise = new BigInteger(8_000_000, new Random(7)).toString(36);
        var pkg =
                Workspace.in(folder, "atlas")
                        .file("index.js", "module.exports = \"%s\";".formatted(noise))
                        .file(
                                "package.json",
                                "{\"name\":\"%s/atlas\",\"version\":\"1.0.0\"}".formatted(scope))
                        .file(
                                ".npmrc",
                                "%1$s:registry=%2$s%n//%3$s/:_authToken=%4$s%n"
                                        .formatted(scope, npm, npm.getAuthority(), luca));
        Clients.of(varve, folder).npm(pkg, "publish").succeeds();
        return npm.resolve("/" + scope + "/atlas/-/atlas-1.0.0.tgz");
    }
}
