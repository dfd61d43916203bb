package varve.artifacts.imports;

import java.util.List;
import java.util.Optional;
import varve.artifacts.WorkshopTrouble;

/// Reads what modules import. Safe for use by many threads.
public interface ImportReader extends AutoCloseable {
    /// The specifiers that a module loads when it runs, in the order of its text, without
    /// repetition: imports, exports from, and dynamic imports of a fixed text. What only types need
    /// does not count.
    ///
    /// @param path decides the language: its extension
    /// @return nothing when the module cannot be parsed
    /// @throws WorkshopTrouble when the reader itself failed; trying again later may help
    Optional<List<String>> imports(String path, byte[] source) throws WorkshopTrouble;

    @Override
    void close();
}
