package varve.embedded;

/// A server that runs as long as this program does. Starting one returns when it answers.
public sealed interface EmbeddedServer extends AutoCloseable
        permits EmbeddedElasticsearch, EmbeddedPostgres, EmbeddedS3 {

    /// Whether the server's process is there. It says nothing about how well it answers.
    boolean isAlive();

    /// Stops the server and frees its folder; the data stay. A second call does nothing.
    @Override
    void close();
}
