package varve.acceptance.kit;

import java.util.Map;

/// The registry that all tests use that need nothing of their own: everything embedded, as after
/// `make run`. A test may restart it, and leaves it running.
public final class Shared {
    private static final class Lazily {
        static final RunningVarve VARVE = RunningVarve.start(Map.of());
    }

    private Shared() {}

    public static RunningVarve varve() {
        return Lazily.VARVE;
    }
}
