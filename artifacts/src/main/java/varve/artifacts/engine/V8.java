package varve.artifacts.engine;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Makes V8 isolates: no files, no network, no clock that means anything, a bounded heap.
final class V8 {
    private static final int HEAP_MEGABYTES = 768;

    static {
        V8RuntimeOptions.V8_FLAGS.setMaxHeapSize(HEAP_MEGABYTES);
    }

    private V8() {}

    static V8Runtime isolate() throws JavetException {
        return V8Host.getV8Instance().createV8Runtime();
    }

    /// Runs a script that lies beside this class.
    static void run(V8Runtime runtime, String script) throws JavetException {
        var text = new String(resource(script), StandardCharsets.UTF_8);
        runtime.getExecutor(text).setResourceName(script).executeVoid();
    }

    static byte[] resource(String name) {
        try (var in = V8.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
