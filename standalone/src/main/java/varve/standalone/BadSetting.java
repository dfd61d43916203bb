package varve.standalone;

/// A setting that cannot be used, said so that the operator can mend it.
public final class BadSetting extends RuntimeException {
    public BadSetting(String message) {
        super(message, null, false, false);
    }
}
