package varve.artifacts;

/// Carries the first {@link Fault} found out of the workshop's depths.
public final class Faulted extends RuntimeException {
    private final Fault fault;

    Faulted(Fault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// The verdict.
    public Inspection.Faulty verdict() {
        var text = getMessage();
        return new Inspection.Faulty(fault.code(), text == null ? "" : text);
    }
}
