package varve.contract;

import org.jspecify.annotations.Nullable;

/// Carries a {@link Refusal} from wherever it is decided to the door, which knows how to say it.
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /// The value, if a client gave it.
    ///
    /// @param name of the field or parameter, as the client knows it
    /// @throws Refused with `Malformed` when it is missing
    public static <T> T unlessGiven(@Nullable T value, String name) {
        if (value == null) {
            throw new Refused(new Refusal.Malformed("'" + name + "' is missing"));
        }
        return value;
    }

    public Refusal refusal() {
        return refusal;
    }
}
