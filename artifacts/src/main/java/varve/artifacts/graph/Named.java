package varve.artifacts.graph;

/// A text that names a module, where it stands. Positions are UTF-16 units and enclose the quotes
/// where there are any.
record Named(String text, int start, int end, boolean quoted) {

    /// Where the text itself starts.
    int innerStart() {
        return quoted ? start + 1 : start;
    }

    int innerEnd() {
        return quoted ? end - 1 : end;
    }
}
