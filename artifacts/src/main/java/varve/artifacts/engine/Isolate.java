package varve.artifacts.engine;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.caoccao.javet.values.reference.V8ValueTypedArray;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One V8 isolate with OXC in it. For one thread; worthless after the first exception.
final class Isolate implements AutoCloseable {
    private final V8Runtime runtime;
    private final V8ValueObject oxc;

    Isolate() throws JavetException {
        runtime = V8.isolate();
        V8.run(runtime, "utf8.js");
        V8.run(runtime, "wasi.js");
        V8.run(runtime, "node-api.js");
        try (V8ValueObject binaries = runtime.createV8ValueObject()) {
            put(binaries, "parser", V8.resource("parser.wasm"));
            put(binaries, "transform", V8.resource("transform.wasm"));
            runtime.getGlobalObject().set("Binaries", binaries);
        }
        V8.run(runtime, "oxc.js");
        oxc = runtime.getGlobalObject().get("Oxc");
    }

    private void put(V8ValueObject target, String name, byte[] content) throws JavetException {
        try (V8ValueArrayBuffer buffer = buffer(content)) {
            target.set(name, buffer);
        }
    }

    private V8ValueArrayBuffer buffer(byte[] content) throws JavetException {
        V8ValueArrayBuffer buffer = runtime.createV8ValueArrayBuffer(content.length);
        buffer.fromBytes(content);
        return buffer;
    }

    /// Calls one of the functions of `oxc.js`.
    List<byte[]> call(String function, String name, String source, String... more)
            throws JavetException {
        try (V8ValueArrayBuffer buffer = buffer(source.getBytes(StandardCharsets.UTF_8))) {
            var arguments = new ArrayList<Object>(List.of(name, buffer));
            arguments.addAll(List.of(more));
            try (V8ValueArray answer = oxc.invoke(function, arguments.toArray())) {
                return bytes(answer);
            }
        }
    }

    private static List<byte[]> bytes(V8ValueArray answer) throws JavetException {
        var all = new ArrayList<byte[]>();
        for (int i = 0; i < answer.getLength(); i++) {
            try (V8ValueTypedArray part = answer.get(i)) {
                all.add(part.toBytes());
            }
        }
        return all;
    }

    /// Bytes of memory that WebAssembly took and never gives back.
    long size() throws JavetException {
        return oxc.invokeLong("size");
    }

    @Override
    public void close() throws JavetException {
        oxc.close();
        runtime.close(true);
    }
}
