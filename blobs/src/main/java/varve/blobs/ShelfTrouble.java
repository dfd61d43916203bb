package varve.blobs;

import org.jspecify.annotations.Nullable;

/// The shelf could not be reached or did not do as told. Never the client's fault; trying again
/// later may help.
public final class ShelfTrouble extends RuntimeException {
    public ShelfTrouble(String doing, @Nullable Throwable cause) {
        super("shelf: " + doing, cause);
    }
}
