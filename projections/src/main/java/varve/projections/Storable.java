package varve.projections;

/// Texts as the database can hold them.
public final class Storable {
    private Storable() {}

    /// Without NUL, which PostgreSQL takes for no character of a text. Clients can send it, and a
    /// fact that holds it is true all the same.
    public static String text(String text) {
        return text.replace("\0", "");
    }
}
