package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.UpstreamRegistry;
import varve.acceptance.kit.Web;

/// Known flaws come from elsewhere, and keep out what has them.
@Tag("long")
class AdvisoryFeedTest {
    private final UpstreamRegistry outside = new UpstreamRegistry();
    private HttpServer feed;
    private volatile byte[] archive = new byte[0];
    private RunningVarve varve;

    @BeforeEach
    void begin() throws IOException {
        feed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        feed.createContext(
                "/all.zip",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, archive.length);
                        exchange.getResponseBody().write(archive);
                    }
                });
        feed.start();
        var address = "http://localhost:" + feed.getAddress().getPort() + "/all.zip";
        varve =
                RunningVarve.start(
                        OutsideServers.with(
                                Map.of(
                                        "VARVE_ADVISORIES_URL",
                                        address,
                                        "VARVE_UPLINK_BLOCK_FLAWS",
                                        "high",
                                        "VARVE_UPLINKS",
                                        "outside " + outside.address() + " maxage=1s")));
    }

    @AfterEach
    void end() {
        varve.close();
        feed.stop(0);
        outside.close();
    }

    @Test
    void what_is_known_to_be_flawed_does_not_enter_or_is_not_handed_out_again() throws IOException {
        outside.has("flag", "1.0.0").has("flag", "1.1.0").has("pole", "1.0.0");
        var tarball = varve.npm().resolve("/flag/-/flag-1.0.0.tgz");
        Web.get(tarball).is(200);
        archive = "no archive at all".getBytes(StandardCharsets.UTF_8);
        varve.verb("advisories").fails().saying("no zip archive");
        archive =
                zip(Map.of("A.json", osv("A", "flag", "HIGH"), "B.json", osv("B", "pole", "LOW")));
        varve.verb("advisories").succeeds().saying("took in 2 advisories");
        eventually(
                Duration.ofSeconds(20),
                () -> {
                    var told = Web.get(varve.npm().resolve("/flag")).is(200).json();
                    assertThat(told.path("versions").propertyNames()).containsExactly("1.1.0");
                });
        Web.get(tarball).is(404);
        Web.get(varve.npm().resolve("/flag/-/flag-1.1.0.tgz")).is(200);
        Web.get(varve.npm().resolve("/pole/-/pole-1.0.0.tgz")).is(200);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String osv(String id, String name, String severity) {
        return """
        {"id":"%s","modified":"2026-01-01T00:00:00Z","summary":"torn",
         "affected":[{"package":{"ecosystem":"npm","name":"%s"},
           "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.1.0"}]}]}],
         "database_specific":{"severity":"%s"}}
        """
                .formatted(id, name, severity);
    }
}
