package varve.contract;

/// A wish was granted and its facts are in the log. The door waits until they can be read back and
/// then answers with what a GET of `readAt` says, so that each thing has one JSON form only.
///
/// @param position of the last fact; 0 when nothing had to change
/// @param readAt path on the registry, or empty when there is nothing to show
public record Written(long position, String readAt) {
    public static Written silently(long position) {
        return new Written(position, "");
    }
}
