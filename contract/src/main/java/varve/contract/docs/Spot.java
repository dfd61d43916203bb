package varve.contract.docs;

/// A place in the source, counted from one.
public record Spot(String file, int line, int column) {
    @Override
    public String toString() {
        return "file://" + file + ":" + line + ":" + column;
    }
}
