package varve.acceptance.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sees to it that no registry outlives the tests, and tells what they said when a test fails.
final class Leftovers {
    private static final List<RunningVarve> STARTED = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> STARTED.forEach(RunningVarve::close), "end-registries"));
    }

    private Leftovers() {}

    static void willEnd(RunningVarve varve) {
        STARTED.add(varve);
    }

    static List<RunningVarve> all() {
        return STARTED;
    }
}
