package varve.blobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import varve.testkit.TestS3;

class S3BlobsTest extends BlobsContract {
    private static S3Blobs shelf;

    @BeforeAll
    static void prepare() {
        var server = TestS3.fresh();
        shelf =
                new S3Blobs(
                        new S3Blobs.Server(
                                server.endpoint(),
                                "us-east-1",
                                server.accessKey(),
                                server.secretKey(),
                                server.bucketPrefix()));
        shelf.prepare();
        shelf.prepare();
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @Override
    Blobs shelf() {
        return shelf;
    }
}
