package varve.contract.docs;

import java.util.List;

/// A piece of a signature.
///
/// @param links names in the text that lead to other documentation, in order, never overlapping
public record Code(String text, List<Link> links) {
    public Code {
        links = List.copyOf(links);
    }

    /// @param start first UTF-16 unit of the name
    /// @param end after the last
    /// @param to relative to the documentation of the version, or an address of the registry that
    ///   begins with a slash
    public record Link(int start, int end, String to) {}

    /// Text that leads nowhere.
    public static Code plain(String text) {
        return new Code(text, List.of());
    }
}
