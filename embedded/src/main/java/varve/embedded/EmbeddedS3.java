package varve.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 server over a folder, within this program. Objects are plain files; their content types
/// and metadata are extended attributes of these files. A write is complete or absent, but is left
/// to the operating system to bring to disk. No key may be a folder of another (`a` and `a/b`).
public final class EmbeddedS3 implements EmbeddedServer {
    private static final int ATTEMPTS = 5;
    private static final int THREADS = 32;

    /// Stop at once: waiting for idle connections would take two seconds and then fail. A write
    /// that is cut off leaves no object.
    private static final long MILLIS_TO_FINISH = 0;

    /// Bodies with a signed hash are held in memory until the hash is checked.
    private static final int LARGEST_SIGNED_BODY = 128 << 20;

    private final Home home;
    private final S3Proxy server;
    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;
    private boolean closed;

    private EmbeddedS3(Home home, S3Proxy server, URI endpoint) {
        this.home = home;
        this.server = server;
        this.endpoint = endpoint;
        this.accessKey = home.secret("access-key");
        this.secretKey = home.secret("secret-key");
    }

    /// Starts the server, making up its credentials at the first start on this folder.
    ///
    /// @throws EmbeddedServerFailure when the folder is in use or cannot carry attributes
    public static EmbeddedS3 start(Path home) {
        return Home.start(
                home,
                "S3",
                opened -> {
                    var buckets = Files.createDirectories(opened.path("buckets"));
                    requireAttributes(buckets);
                    return startOnSomePort(opened, buckets);
                });
    }

    private static void requireAttributes(Path buckets) throws IOException {
        var probe = Files.createTempFile(buckets.getParent(), "attributes", ".probe");
        try {
            Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class)
                    .write("user.varve", ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException | UnsupportedOperationException e) {
            throw new EmbeddedServerFailure(
                    "The file system of "
                            + buckets
                            + " has no extended attributes, which the embedded S3 needs: move"
                            + " VARVE_HOME or give VARVE_S3_ENDPOINT.",
                    e);
        } finally {
            Files.delete(probe);
        }
    }

    /// More than one attempt: the port can be taken between choosing and using it.
    private static EmbeddedS3 startOnSomePort(Home home, Path buckets) throws IOException {
        for (int attempt = 1; ; attempt++) {
            var endpoint = URI.create("http://127.0.0.1:" + home.port());
            var server = server(home, buckets, endpoint);
            try {
                server.start();
                return new EmbeddedS3(home, server, endpoint);
            } catch (Exception e) {
                stop(server);
                if (attempt == ATTEMPTS) {
                    throw new IOException(e);
                }
            }
        }
    }

    private static S3Proxy server(Home home, Path buckets, URI endpoint) {
        return S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(buckets.toString()))
                .endpoint(endpoint)
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        home.secret("access-key"),
                        home.secret("secret-key"))
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(THREADS)
                .stopTimeout(MILLIS_TO_FINISH)
                .v4MaxNonChunkedRequestSize(LARGEST_SIGNED_BODY)
                .build();
    }

    public URI endpoint() {
        return endpoint;
    }

    public String accessKey() {
        return accessKey;
    }

    public String secretKey() {
        return secretKey;
    }

    @Override
    public synchronized boolean isAlive() {
        return !closed && server.getState().equals("STARTED");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (home) {
            stop(server);
        }
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new EmbeddedServerFailure("S3 did not stop: " + e, e);
        }
    }
}
