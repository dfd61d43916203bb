package varve.testkit;

import java.net.URI;
import java.util.UUID;
import varve.embedded.EmbeddedS3;

/// S3 for tests: one server for the whole run, a prefix for the bucket names of whoever asks.
public final class TestS3 {
    private static final int PREFIX_DIGITS = 8;

    private final TestServer<EmbeddedS3> server;

    private TestS3() {
        server =
                TestServer.start(
                        "s3", EmbeddedS3::start, (_, home) -> Slots.empty(home.resolve("buckets")));
    }

    /// How to reach a server.
    ///
    /// @param bucketPrefix the beginning of bucket names that no other test uses
    public record Access(URI endpoint, String accessKey, String secretKey, String bucketPrefix) {}

    private static final class Shared {
        static final TestS3 S3 = new TestS3();
    }

    /// The shared server, with a prefix never given before.
    public static Access fresh() {
        return Shared.S3.access();
    }

    /// A server of its own, which a test may stop and start again.
    public static TestS3 separate() {
        return new TestS3();
    }

    /// This server, with a prefix never given before.
    public Access access() {
        var running = server.running();
        var prefix = "t" + UUID.randomUUID().toString().substring(0, PREFIX_DIGITS) + "-";
        return new Access(running.endpoint(), running.accessKey(), running.secretKey(), prefix);
    }

    public void stop() {
        server.stop();
    }

    /// Starts it again under the same address.
    public void start() {
        server.startAgain();
    }
}
