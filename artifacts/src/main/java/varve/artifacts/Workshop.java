package varve.artifacts;

import java.nio.file.Path;

/// Opens uploads. Safe for use by many threads.
public interface Workshop extends AutoCloseable {
    /// Looks at one upload.
    ///
    /// @param tarball the upload as it came: a tar archive in one gzip member
    /// @throws WorkshopTrouble when the workshop itself failed; trying again later may help
    Inspection inspect(Path tarball, Order order) throws WorkshopTrouble;

    @Override
    void close();
}
