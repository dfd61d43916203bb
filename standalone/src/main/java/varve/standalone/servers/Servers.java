package varve.standalone.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.blobs.S3Blobs;
import varve.embedded.EmbeddedElasticsearch;
import varve.embedded.EmbeddedPostgres;
import varve.embedded.EmbeddedS3;
import varve.embedded.EmbeddedServer;
import varve.standalone.settings.Database;
import varve.standalone.settings.Settings;

/// The three servers that the house stands on: the operator's where given, otherwise our own, all
/// started at the same time. Search is not waited for, since everything else works without it.
public final class Servers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final List<CompletableFuture<? extends EmbeddedServer>> own = new ArrayList<>();
    private final CompletableFuture<Database> database;
    private final CompletableFuture<S3Blobs.Server> s3;
    private final CompletableFuture<URI> search;

    private Servers(Settings settings) {
        database =
                settings.database()
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() ->
                                start("postgres", settings, EmbeddedPostgres::start)
                                        .thenApply(Servers::database));
        s3 =
                settings.s3()
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() ->
                                start("s3", settings, EmbeddedS3::start)
                                        .thenApply(server -> s3(server, settings)));
        search =
                settings.search()
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() ->
                                start("elasticsearch", settings, EmbeddedElasticsearch::start)
                                        .thenApply(EmbeddedElasticsearch::uri));
    }

    /// Starts what is not given. When database or storage fails, what did start is stopped again.
    public static Servers start(Settings settings) {
        var servers = new Servers(settings);
        try {
            servers.database.join();
            servers.s3.join();
            return servers;
        } catch (CompletionException e) {
            servers.close();
            throw e;
        }
    }

    public Database database() {
        return database.join();
    }

    public S3Blobs.Server s3() {
        return s3.join();
    }

    /// Where search is; empty while it is still starting, or when it could not be started.
    Optional<URI> search() {
        return search.isDone() && !search.isCompletedExceptionally()
                ? Optional.of(search.join())
                : Optional.empty();
    }

    /// Lets starts that are under way come to their end, so that no server is left behind.
    @Override
    public void close() {
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            own.forEach(server -> closing.submit(() -> close(server)));
        }
    }

    private interface Start<T extends EmbeddedServer> {
        T in(Path home);
    }

    private <T extends EmbeddedServer> CompletableFuture<T> start(
            String name, Settings settings, Start<T> start) {
        var started = new CompletableFuture<T>();
        Thread.ofVirtual()
                .name("start-" + name)
                .start(() -> {
                    try {
                        started.complete(start.in(settings.home().resolve(name)));
                    } catch (RuntimeException | Error e) {
                        LOG.atError().setCause(e).log("{} did not start", name);
                        started.completeExceptionally(e);
                    }
                });
        own.add(started);
        return started;
    }

    private static void close(CompletableFuture<? extends EmbeddedServer> server) {
        try {
            server.join().close();
        } catch (CompletionException _) {
            // it never started, which was said then
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("an embedded server did not stop cleanly");
        }
    }

    private static Database database(EmbeddedPostgres server) {
        return new Database(server.jdbcUrl(), server.user(), server.password());
    }

    private static S3Blobs.Server s3(EmbeddedS3 server, Settings settings) {
        return new S3Blobs.Server(
                server.endpoint(),
                "us-east-1",
                server.accessKey(),
                server.secretKey(),
                settings.bucketPrefix());
    }
}
