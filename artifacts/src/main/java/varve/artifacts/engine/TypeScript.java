package varve.artifacts.engine;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// TypeScript itself, for what needs the whole program. It starts when it is first needed, stops
/// when it takes too long, and is not needed so much that anything would be refused without it. For
/// one thread at a time.
public final class TypeScript implements Inference, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Duration limit;
    private @Nullable V8Runtime runtime;

    private record Output(String code, String mappings, List<String> names) {
        Printed printed() {
            return new Printed(code, mappings, names, List.of());
        }
    }

    private record Question(Map<String, Source> sources, List<String> wanted) {}

    public TypeScript() {
        this(Duration.ofSeconds(20));
    }

    /// @param limit for one question
    public TypeScript(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Map<String, Printed> declare(Map<String, Source> sources, List<String> wanted) {
        var answer = ask("declare", JSON.writeValueAsString(new Question(sources, wanted)));
        if (answer.isEmpty()) {
            return Map.of();
        }
        var outputs = JSON.readValue(answer, new TypeReference<Map<String, Output>>() {});
        var declarations = new LinkedHashMap<String, Printed>();
        outputs.forEach((path, output) -> declarations.put(path, output.printed()));
        return declarations;
    }

    @Override
    public Optional<Printed> transpile(String path, String text, Jsx jsx) {
        var answer = ask("transpile", path, text, jsx.runtime());
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.readValue(answer, Output.class).printed());
    }

    /// Empty when there is no answer, within the limit or at all.
    private String ask(String function, Object... arguments) {
        try {
            var current = runtime();
            try (var _ = current.getGuard(limit.toMillis());
                    V8ValueObject inference = current.getGlobalObject().get("Inference")) {
                return inference.invokeString(function, arguments);
            }
        } catch (JavetException e) {
            System.getLogger(TypeScript.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "no answer to {0}: {1}",
                            function,
                            e.getMessage());
            close();
            return "";
        }
    }

    private V8Runtime runtime() throws JavetException {
        if (runtime == null) {
            runtime = started();
        }
        return runtime;
    }

    private static V8Runtime started() throws JavetException {
        var fresh = V8.isolate();
        var compiler =
                "var ts = {}; ((module) => {"
                        + Libraries.compiler()
                        + "\n})({ set exports(value) { ts = value; },"
                        + " get exports() { return ts; } });";
        fresh.getExecutor(compiler).setResourceName("typescript.js").executeVoid();
        try (V8ValueObject texts = fresh.createV8ValueObject();
                V8ValueObject roots = fresh.createV8ValueObject();
                V8ValueObject libraries = fresh.createV8ValueObject()) {
            for (var text : Libraries.texts().entrySet()) {
                texts.set(text.getKey(), text.getValue());
            }
            for (var root : Libraries.roots()) {
                roots.set(root, true);
            }
            libraries.set("texts", texts);
            libraries.set("roots", roots);
            fresh.getGlobalObject().set("Libraries", libraries);
        }
        V8.run(fresh, "inference.js");
        return fresh;
    }

    @Override
    public void close() {
        var old = runtime;
        runtime = null;
        if (old == null) {
            return;
        }
        try {
            old.close(true);
        } catch (JavetException e) {
            throw new IllegalStateException("an isolate cannot be closed", e);
        }
    }
}
