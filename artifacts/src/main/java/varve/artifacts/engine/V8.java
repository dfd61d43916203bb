package varve.artifacts.engine;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Makes V8 isolates: no files, no network, no clock that means anything, a bounded heap.
final class V8 {
    private static final int HEAP_MEGABYTES = 768;

    /// Javet unpacks its library here. By itself it would take a folder that belongs to whichever
    /// user of the machine came first.
    private static final File UNPACKED =
            new File(
                    System.getProperty("java.io.tmpdir"),
                    "varve-v8-" + System.getProperty("user.name"));

    static {
        V8RuntimeOptions.V8_FLAGS.setMaxHeapSize(HEAP_MEGABYTES);
        JavetLibLoader.setLibLoadingListener(
                new IJavetLibLoadingListener() {
                    @Override
                    public File getLibPath(JSRuntimeType type) {
                        return UNPACKED;
                    }
                });
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
