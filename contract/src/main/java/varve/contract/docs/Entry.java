package varve.contract.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry point of a package.
///
/// @param key `.` or `./sub`
/// @param file path of the module
/// @param doc of the module, where it has one (`@module`)
/// @param code whether the module can have documentation at all, unlike JSON
public record Entry(
        String key, String file, @Nullable Doc doc, boolean code, List<Exported> exports) {
    public Entry {
        exports = List.copyOf(exports);
    }

    /// A name under which a symbol can be imported or reached.
    ///
    /// @param symbol index among the version's symbols
    public record Exported(String name, int symbol) {}

    /// Part of the address of its pages: empty for the main entry, `sub` for `./sub`.
    public String address() {
        return key.equals(".") ? "" : key.substring(2);
    }
}
