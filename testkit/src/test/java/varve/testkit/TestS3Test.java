package varve.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import org.junit.jupiter.api.Test;

class TestS3Test {

    @Test
    void every_test_has_names_of_its_own() throws Exception {
        var mine = TestS3.fresh();
        var bucket = mine.bucketPrefix() + "packages";
        client(mine).makeBucket(MakeBucketArgs.builder().bucket(bucket).build());

        assertThat(exists(mine, bucket)).isTrue();
        assertThat(exists(mine, TestS3.fresh().bucketPrefix() + "packages")).isFalse();
    }

    @Test
    void a_separate_server_goes_away_and_comes_back_with_its_data() throws Exception {
        var server = TestS3.separate();
        var access = server.access();
        var bucket = access.bucketPrefix() + "packages";
        client(access).makeBucket(MakeBucketArgs.builder().bucket(bucket).build());

        server.stop();
        assertThatThrownBy(() -> exists(access, bucket)).isInstanceOf(Exception.class);

        server.start();
        assertThat(server.access().endpoint()).isEqualTo(access.endpoint());
        assertThat(exists(access, bucket)).isTrue();
        server.stop();
    }

    private static boolean exists(TestS3.Access access, String bucket) throws Exception {
        return client(access).bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
    }

    private static MinioClient client(TestS3.Access access) {
        return MinioClient.builder()
                .endpoint(access.endpoint().toString())
                .region("us-east-1")
                .credentials(access.accessKey(), access.secretKey())
                .build();
    }
}
