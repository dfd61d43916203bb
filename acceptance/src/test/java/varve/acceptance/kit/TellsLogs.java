package varve.acceptance.kit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Prints the last lines of every registry's output when a test fails.
public final class TellsLogs implements TestWatcher {
    private static final int LINES = 60;

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        for (var varve : Leftovers.all()) {
            var lines = varve.said().split("\n");
            System.out.printf("--- %s, in %s%n", context.getDisplayName(), varve.log());
            Arrays.stream(lines)
                    .skip(Math.max(0, lines.length - LINES))
                    .forEach(System.out::println);
        }
    }
}
