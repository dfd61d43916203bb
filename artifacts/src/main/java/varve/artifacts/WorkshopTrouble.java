package varve.artifacts;

/// The workshop failed, not the author: no verdict was reached.
public final class WorkshopTrouble extends Exception {
    public WorkshopTrouble(String message) {
        super(message);
    }

    public WorkshopTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
