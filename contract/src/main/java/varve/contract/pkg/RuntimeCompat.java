package varve.contract.pkg;

import org.jspecify.annotations.Nullable;

/// Where a package runs, as its authors say; absent where they say nothing.
public record RuntimeCompat(
        @Nullable Boolean browser,
        @Nullable Boolean deno,
        @Nullable Boolean node,
        @Nullable Boolean workerd,
        @Nullable Boolean bun) {
    public static final RuntimeCompat UNKNOWN = new RuntimeCompat(null, null, null, null, null);
}
