package varve.blobs;

/// The shelf could not be reached or did not do as told. Never the client's fault; trying again
/// later may help.
public final class ShelfTrouble extends RuntimeException {
    public ShelfTrouble(String doing, @org.jspecify.annotations.Nullable Throwable cause) {
        super("shelf: " + doing, cause);
    }
}
