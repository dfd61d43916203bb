package varve.blobs;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.Directive;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// The shelf on any server that speaks S3.
public final class S3Blobs implements Blobs, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofMinutes(1);
    private static final int IDLE_CONNECTIONS = 64;
    private static final String NO_SUCH_KEY = "NoSuchKey";
    private static final String UNKNOWN = "application/octet-stream";

    /// Where the server is and how to be let in.
    ///
    /// @param bucketPrefix put before each bucket's name, for example `acme-`
    public record Server(
            URI endpoint, String region, String accessKey, String secretKey, String bucketPrefix) {}

    private final OkHttpClient http;
    private final MinioClient s3;

    /// What is read goes on at the pace of whoever reads it, so only silence ends that.
    private final MinioClient reading;

    private final Server server;

    public S3Blobs(Server server) {
        this(server, WHOLE_CALL);
    }

    /// @param wholeCall how long a call may take at most, other than one that reads an object
    S3Blobs(Server server, Duration wholeCall) {
        this.server = server;
        this.http =
                new OkHttpClient.Builder()
                        .connectTimeout(PATIENCE)
                        .readTimeout(PATIENCE)
                        .writeTimeout(PATIENCE)
                        .callTimeout(wholeCall)
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                        .build();
        http.dispatcher().setMaxRequests(256);
        http.dispatcher().setMaxRequestsPerHost(256);
        this.s3 = client(server, http);
        this.reading = client(server, http.newBuilder().callTimeout(Duration.ZERO).build());
    }

    private static MinioClient client(Server server, OkHttpClient http) {
        return MinioClient.builder()
                .endpoint(server.endpoint().toString())
                .region(server.region())
                .credentials(server.accessKey(), server.secretKey())
                .httpClient(http)
                .build();
    }

    @Override
    public void put(Place place, byte[] content, @Nullable String contentType) {
        attempt(
                "putting " + place.key(),
                () ->
                        s3.putObject(
                                PutObjectArgs.builder()
                                        .bucket(bucket(place))
                                        .object(place.key())
                                        .stream(
                                                new ByteArrayInputStream(content),
                                                (long) content.length,
                                                -1L)
                                        .contentType(contentType == null ? UNKNOWN : contentType)
                                        .headers(cacheControl(place))
                                        .build()));
    }

    @Override
    public void put(Place place, Path content, @Nullable String contentType) {
        attempt(
                "putting " + place.key(),
                () ->
                        s3.uploadObject(
                                UploadObjectArgs.builder()
                                        .bucket(bucket(place))
                                        .object(place.key())
                                        .filename(content.toString())
                                        .contentType(contentType == null ? UNKNOWN : contentType)
                                        .headers(cacheControl(place))
                                        .build()));
    }

    @Override
    public Optional<Blob> get(Place place) {
        try {
            var response =
                    reading.getObject(
                            GetObjectArgs.builder()
                                    .bucket(bucket(place))
                                    .object(place.key())
                                    .build());
            var headers = response.headers();
            var type = headers.get("Content-Type");
            return Optional.of(
                    new Blob(
                            response,
                            Long.parseLong(required(headers, "Content-Length")),
                            required(headers, "ETag"),
                            UNKNOWN.equals(type) ? null : type));
        } catch (ErrorResponseException e) {
            if (NO_SUCH_KEY.equals(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw new ShelfTrouble("getting " + place.key(), e);
        } catch (MinioException e) {
            throw new ShelfTrouble("getting " + place.key(), e);
        }
    }

    @Override
    public void remove(Place place) {
        attempt(
                "removing " + place.key(),
                () -> {
                    s3.removeObject(
                            RemoveObjectArgs.builder()
                                    .bucket(bucket(place))
                                    .object(place.key())
                                    .build());
                    return place;
                });
    }

    /// Copied within the server, then removed: cut short in between, it can be done again.
    @Override
    public void move(Place from, Place to, String contentType) {
        var source = SourceObject.builder().bucket(bucket(from)).object(from.key()).build();
        var headers = new HashMap<>(cacheControl(to));
        headers.put("Content-Type", contentType);
        try {
            s3.copyObject(
                    CopyObjectArgs.builder()
                            .bucket(bucket(to))
                            .object(to.key())
                            .source(source)
                            .headers(headers)
                            .metadataDirective(Directive.REPLACE)
                            .build());
        } catch (ErrorResponseException e) {
            if (NO_SUCH_KEY.equals(e.errorResponse().code())) {
                return;
            }
            throw new ShelfTrouble("moving " + from.key(), e);
        } catch (MinioException e) {
            throw new ShelfTrouble("moving " + from.key(), e);
        }
        remove(from);
    }

    @Override
    public void list(Bucket bucket, Consumer<String> key) {
        var name = bucket.named(server.bucketPrefix());
        attempt(
                "listing " + name,
                () -> {
                    var wanted = ListObjectsArgs.builder().bucket(name).recursive(true).build();
                    for (var found : s3.listObjects(wanted)) {
                        key.accept(found.get().objectName());
                    }
                    return name;
                });
    }

    @Override
    public void prepare() {
        for (var bucket : Bucket.values()) {
            var name = bucket.named(server.bucketPrefix());
            attempt(
                    "readying bucket " + name,
                    () -> {
                        if (!s3.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                            s3.makeBucket(MakeBucketArgs.builder().bucket(name).build());
                        }
                        return name;
                    });
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private String bucket(Place place) {
        return place.bucket().named(server.bucketPrefix());
    }

    private static String required(Headers headers, String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    private static Map<String, String> cacheControl(Place place) {
        return Map.of("Cache-Control", place.keeping().cacheControl());
    }

    private interface Call<T> {
        T run() throws MinioException, IOException;
    }

    private static <T> void attempt(String doing, Call<T> call) {
        try {
            call.run();
        } catch (MinioException | IOException e) {
            throw new ShelfTrouble(doing, e);
        }
    }
}
