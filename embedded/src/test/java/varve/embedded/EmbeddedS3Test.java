package varve.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedS3Test {
    private static final String BUCKET = "varve-test";
    private static final String KEY = "@luca/flag/1.0.0/mod.ts";

    @TempDir Path home;

    @Test
    void keeps_objects_and_credentials_from_one_start_to_the_next() throws Exception {
        String accessKey;
        try (var s3 = EmbeddedS3.start(home)) {
            accessKey = s3.accessKey();
            var client = client(s3, s3.secretKey());
            client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            put(client, "export const flag = 1;");
        }
        try (var s3 = EmbeddedS3.start(home)) {
            assertThat(s3.accessKey()).isEqualTo(accessKey);
            var client = client(s3, s3.secretKey());
            assertThat(get(client)).isEqualTo("export const flag = 1;");
            var stat =
                    client.statObject(StatObjectArgs.builder().bucket(BUCKET).object(KEY).build());
            assertThat(stat.contentType()).isEqualTo("text/typescript");
            assertThat(stat.userMetadata().get("sha256").iterator().next()).isEqualTo("abc");
        }
    }

    @Test
    void refuses_a_wrong_secret_and_hides_the_right_one() throws Exception {
        try (var s3 = EmbeddedS3.start(home)) {
            var stranger = client(s3, "guess");
            assertThatThrownBy(() ->
                            stranger.bucketExists(
                                    BucketExistsArgs.builder().bucket(BUCKET).build()))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.response().code()).isEqualTo(403));
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(home.resolve("secret-key"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void runs_beside_another_but_never_twice_in_one_folder(@TempDir Path other) {
        try (var here = EmbeddedS3.start(home);
                var there = EmbeddedS3.start(other)) {
            assertThat(here.endpoint()).isNotEqualTo(there.endpoint());
            assertThatThrownBy(() -> EmbeddedS3.start(home)).isInstanceOf(HomeInUse.class);
            assertThat(here.isAlive()).isTrue();
        }
    }

    @Test
    void takes_another_port_when_somebody_has_taken_its_own() throws Exception {
        int port;
        try (var s3 = EmbeddedS3.start(home)) {
            port = s3.endpoint().getPort();
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var s3 = EmbeddedS3.start(home)) {
            assertThat(s3.endpoint().getPort()).isNotEqualTo(port);
        }
    }

    private static MinioClient client(EmbeddedS3 s3, String secret) {
        return MinioClient.builder()
                .endpoint(s3.endpoint().toString())
                .region("us-east-1")
                .credentials(s3.accessKey(), secret)
                .build();
    }

    private static void put(MinioClient client, String text) throws Exception {
        var bytes = text.getBytes(UTF_8);
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(BUCKET)
                        .object(KEY)
                        .contentType("text/typescript")
                        .userMetadata(Map.of("sha256", "abc"))
                        .stream(new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build());
    }

    private static String get(MinioClient client) throws Exception {
        try (var object =
                client.getObject(GetObjectArgs.builder().bucket(BUCKET).object(KEY).build())) {
            return new String(object.readAllBytes(), UTF_8);
        }
    }
}
