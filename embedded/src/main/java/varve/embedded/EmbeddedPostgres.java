package varve.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of our own. It keeps running when this program is killed; the next start on
/// the same folder ends it first, and no committed row is lost.
public final class EmbeddedPostgres implements EmbeddedServer {
    private static final String USER = "varve";
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 500_000_000;

    private final Home home;
    private final PostgresCluster cluster;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(Home home, PostgresCluster cluster, int port, String password) {
        this.home = home;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /// How a server is to be run.
    ///
    /// @param durable whether a committed row survives the loss of power; only tests do without
    /// @param connections the most sessions at one time
    /// @param software where the programs are unpacked, shared with other servers; in the home if
    ///   absent
    public record Settings(boolean durable, int connections, @Nullable Path software) {
        public static Settings standard() {
            return new Settings(true, 100, null);
        }
    }

    public static EmbeddedPostgres start(Path home) {
        return start(home, Settings.standard());
    }

    /// Starts the server, creating its database at the first start on this folder.
    ///
    /// @throws EmbeddedServerFailure when it does not answer within about a minute or the folder is
    ///   in use
    public static EmbeddedPostgres start(Path home, Settings settings) {
        return Home.start(home, "PostgreSQL", opened -> start(opened, settings));
    }

    private static EmbeddedPostgres start(Home home, Settings settings) throws IOException {
        var shared = settings.software();
        var software =
                shared == null
                        ? PostgresSoftware.unpackedAloneIn(home.path("software"))
                        : PostgresSoftware.unpackedIn(shared);
        var cluster = new PostgresCluster(software, home.path("data"), home.path("postgresql.log"));
        var password = home.secret("password");
        cluster.endLeftover();
        cluster.createIfMissing(USER, home.path("password"), settings.durable());
        var port = startOnSomePort(home, cluster, settings);
        return new EmbeddedPostgres(home, cluster, port, password);
    }

    /// More than one attempt: the port can be taken between choosing and using it, and the
    /// processes of a killed postmaster need a moment to notice before a new one is let in.
    private static int startOnSomePort(Home home, PostgresCluster cluster, Settings settings)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            var port = home.port();
            try {
                cluster.start(options(port, settings));
                return port;
            } catch (IOException e) {
                cluster.stop();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static String options(int port, Settings settings) {
        var options =
                """
                -h 127.0.0.1 -p %d -c unix_socket_directories= -c max_connections=%d \
                -c shared_buffers=128MB -c timezone=UTC -c log_timezone=UTC\
                """
                        .formatted(port, settings.connections());
        return settings.durable()
                ? options
                : options + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /// The address of another database of this server.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    @Override
    public boolean isAlive() {
        try {
            return cluster.postmaster().isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    /// Gives the folder up and leaves the server running, as the death of this program does.
    void letGo() {
        home.close();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (home) {
            cluster.stop();
        } catch (IOException e) {
            throw new EmbeddedServerFailure("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}
