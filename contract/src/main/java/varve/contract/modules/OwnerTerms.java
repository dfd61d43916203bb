package varve.contract.modules;

import org.jspecify.annotations.Nullable;

/// What holds for one owner instead of the rules for all.
///
/// @param maxModules how many modules they may have; absent for {@link #MODULES}
/// @param maxTotalSize of one version in bytes; absent for {@link #TOTAL_SIZE}
/// @param blocked whether nothing of theirs is published any more
public record OwnerTerms(
        @Nullable Integer maxModules, @Nullable Long maxTotalSize, boolean blocked) {
    public static final int MODULES = 15;
    public static final long TOTAL_SIZE = 20L << 20;
    public static final OwnerTerms STANDARD = new OwnerTerms(null, null, false);

    public int modules() {
        return maxModules == null ? MODULES : maxModules;
    }

    public long totalSize() {
        return maxTotalSize == null ? TOTAL_SIZE : maxTotalSize;
    }
}
