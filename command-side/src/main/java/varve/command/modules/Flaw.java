package varve.command.modules;

/// Why a tag cannot be published, through no fault of ours: trying again would not help. The
/// message is for the author.
final class Flaw extends Exception {
    Flaw(String message) {
        super(message);
    }
}
