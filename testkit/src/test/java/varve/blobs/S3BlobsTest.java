package varve.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import varve.testkit.TestS3;

class S3BlobsTest extends BlobsContract {
    private static S3Blobs.Server address;
    private static S3Blobs shelf;

    @BeforeAll
    static void prepare() {
        var server = TestS3.fresh();
        address =
                new S3Blobs.Server(
                        server.endpoint(),
                        "us-east-1",
                        server.accessKey(),
                        server.secretKey(),
                        server.bucketPrefix());
        shelf = new S3Blobs(address);
        shelf.prepare();
        shelf.prepare();
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @Test
    void a_slow_reader_gets_all_of_it() throws Exception {
        var content = new byte[16 << 20];
        new Random(1).nextBytes(content);
        var place = new Place(Bucket.NPM, "slow", Place.Keeping.FOR_EVER);
        shelf.put(place, content, null);

        var wholeCall = Duration.ofMillis(500);
        try (var hasty = new S3Blobs(address, wholeCall);
                var read = hasty.get(place).orElseThrow().content()) {
            Thread.sleep(wholeCall.multipliedBy(2));
            assertThat(read.readAllBytes()).isEqualTo(content);
        }
    }

    @Override
    Blobs shelf() {
        return shelf;
    }
}
