package varve.projections.transparency;

/// What is in the log now is not what was signed, so nothing is signed any more. Nothing the
/// program could do would be right: the operator has to find out what happened to the database or
/// the shelf.
final class ForkedLog extends RuntimeException {
    ForkedLog(String why) {
        super("the transparency log stands still: " + why);
    }
}
