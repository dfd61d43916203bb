package varve.artifacts.engine;

/// A comment of a module, positions in UTF-16 units.
///
/// @param value without the marks around it
public record Comment(boolean line, String value, int start, int end) {

    /// Where the value starts.
    public int valueStart() {
        return start + 2;
    }
}
