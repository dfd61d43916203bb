package varve.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.DeleteRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shelf asks of any S3, asked of the embedded one: its library is carried without most of
/// what it would bring along.
class EmbeddedS3OperationsTest {
    private static final String BUCKET = "operations";
    private static final int PART = 5 << 20;

    @TempDir static Path home;
    private static EmbeddedS3 s3;
    private static MinioClient client;

    @BeforeAll
    static void start() throws Exception {
        s3 = EmbeddedS3.start(home);
        client =
                MinioClient.builder()
                        .endpoint(s3.endpoint().toString())
                        .region("us-east-1")
                        .credentials(s3.accessKey(), s3.secretKey())
                        .build();
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void takes_an_object_in_parts_and_gives_a_range_across_them() throws Exception {
        var bytes = new byte[2 * PART + 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        client.putObject(
                PutObjectArgs.builder().bucket(BUCKET).object("parts/large").stream(
                                new ByteArrayInputStream(bytes), -1L, (long) PART)
                        .build());

        try (var range =
                client.getObject(
                        GetObjectArgs.builder()
                                .bucket(BUCKET)
                                .object("parts/large")
                                .offset(PART - 2L)
                                .length(4L)
                                .build())) {
            assertThat(range.readAllBytes())
                    .containsExactly(
                            bytes[PART - 2], bytes[PART - 1], bytes[PART], bytes[PART + 1]);
        }
    }

    @Test
    void lists_copies_and_removes() throws Exception {
        put("list/1", "a");
        put("list/2", "b");
        client.copyObject(
                CopyObjectArgs.builder()
                        .bucket(BUCKET)
                        .object("list/3")
                        .source(SourceObject.builder().bucket(BUCKET).object("list/1").build())
                        .build());
        assertThat(list("list/")).containsExactly("list/1", "list/2", "list/3");

        client.removeObject(RemoveObjectArgs.builder().bucket(BUCKET).object("list/1").build());
        var others =
                List.of(new DeleteRequest.Object("list/2"), new DeleteRequest.Object("list/3"));
        for (var failure :
                client.removeObjects(
                        RemoveObjectsArgs.builder().bucket(BUCKET).objects(others).build())) {
            assertThat(failure.get()).isNull();
        }
        assertThat(list("list/")).isEmpty();
    }

    @Test
    void says_that_an_object_is_missing() {
        assertThatThrownBy(() ->
                        client.statObject(
                                StatObjectArgs.builder().bucket(BUCKET).object("missing").build()))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(404));
    }

    @Test
    void lets_one_writer_win_where_all_ask_for_an_absent_key() throws Exception {
        var first = putIfAbsent("once");
        var second = putIfAbsent("once");

        assertThat(List.of(first, second)).containsExactly(200, 412);
    }

    private static int putIfAbsent(String key) throws Exception {
        var address =
                client.getPresignedObjectUrl(
                        GetPresignedObjectUrlArgs.builder()
                                .method(Http.Method.PUT)
                                .bucket(BUCKET)
                                .object(key)
                                .expiry(1, TimeUnit.MINUTES)
                                .build());
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("If-None-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString("mine"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static List<String> list(String prefix) throws Exception {
        var keys = new ArrayList<String>();
        for (var item :
                client.listObjects(
                        ListObjectsArgs.builder()
                                .bucket(BUCKET)
                                .prefix(prefix)
                                .recursive(true)
                                .build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    private static void put(String key, String text) throws Exception {
        var bytes = text.getBytes(UTF_8);
        client.putObject(
                PutObjectArgs.builder().bucket(BUCKET).object(key).stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build());
    }
}
