package varve.query.team;

import org.jspecify.annotations.Nullable;

/// What somebody may do with a package.
enum Permission {
    READ("read", "read-only"),
    WRITE("write", "read-write");

    private final String brief;
    private final String full;

    Permission(String brief, String full) {
        this.brief = brief;
        this.full = full;
    }

    static Permission of(boolean write) {
        return write ? WRITE : READ;
    }

    /// @param format `cli` when the command line asks
    String text(@Nullable String format) {
        return "cli".equals(format) ? brief : full;
    }
}
