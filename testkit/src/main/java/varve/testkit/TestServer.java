package varve.testkit;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import varve.embedded.EmbeddedServer;

/// A server that can be stopped and started again under the same address, and that ends with the
/// test run at the latest.
final class TestServer<S extends EmbeddedServer> {
    private final Path home;
    private final Function<Path, S> starting;
    private @Nullable S server;

    private TestServer(Path home, Function<Path, S> starting) {
        this.home = home;
        this.starting = starting;
        this.server = starting.apply(home);
    }

    /// @param cleaning removes what earlier runs left in the server that has just started and its
    ///   home
    static <S extends EmbeddedServer> TestServer<S> start(
            String kind, Function<Path, S> starting, BiConsumer<S, Path> cleaning) {
        var started = Slots.inFreeHome(kind, home -> new TestServer<>(home, starting));
        Runtime.getRuntime().addShutdownHook(new Thread(started::end, "end-test-" + kind));
        cleaning.accept(started.running(), started.home);
        return started;
    }

    synchronized S running() {
        if (server == null) {
            throw new IllegalStateException("The server is stopped");
        }
        return server;
    }

    synchronized void stop() {
        running().close();
        server = null;
    }

    synchronized void startAgain() {
        if (server == null) {
            server = starting.apply(home);
        }
    }

    private synchronized void end() {
        if (server != null) {
            server.close();
        }
    }
}
