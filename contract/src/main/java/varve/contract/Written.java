package varve.contract;

import java.time.Duration;

/// A wish was granted and its facts are in the log. The door waits until they can be read back and
/// then answers with what a GET of `readAt` says, so that each thing has one JSON form only.
///
/// @param position of the last fact; 0 when nothing had to change
/// @param readAt path on the registry, or empty when there is nothing to show
/// @param patience how long the door waits; then it answers with what there is
public record Written(long position, String readAt, Duration patience) {
    public Written(long position, String readAt) {
        this(position, readAt, ReadBack.PATIENCE);
    }

    public static Written silently(long position) {
        return new Written(position, "");
    }
}
