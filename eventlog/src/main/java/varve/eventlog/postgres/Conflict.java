package varve.eventlog.postgres;

/// A stream has moved on since the append was decided.
final class Conflict extends RuntimeException {
    Conflict(Row row, long last) {
        super(
                "%s is at %d, so %d cannot follow".formatted(row.stream(), last, row.sequence()),
                null,
                false,
                false);
    }
}
