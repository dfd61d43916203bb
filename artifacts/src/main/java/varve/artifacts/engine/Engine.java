package varve.artifacts.engine;

import com.caoccao.javet.exceptions.JavetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Parses and prints modules. Memory in WebAssembly only grows and an exception leaves it in an
/// unknown state, so after either the isolate is thrown away and the next call gets a new one. For
/// one thread at a time.
public final class Engine implements AutoCloseable {
    private static final long LARGEST = 384L << 20;
    private static final int DEEPEST = 20_000;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .build();

    private @Nullable Isolate isolate;

    /// Does one of everything, so that the first package need not wait for it.
    public void warmUp() {
        var source = "export function add(a: number, b: number): number { return a + b; }";
        parse("warm.ts", source);
        transform("warm.ts", source, Jsx.CLASSIC);
        declare("warm.ts", source);
    }

    /// Reads a module into its syntax tree.
    ///
    /// @param name decides the language: its extension
    /// @throws EngineFailure when the module is beyond the engine
    public Parsed parse(String name, String source) {
        var answer = call("parse", name, source);
        return new Parsed(
                answer.get(0).length == 0 ? JSON.missingNode() : read(answer.get(0)),
                comments(read(answer.get(1))),
                complaints(read(answer.get(2))));
    }

    /// Takes the types away and turns JSX into calls.
    public Printed transform(String name, String source, Jsx jsx) {
        return printed(call("transform", name, source, jsx.runtime()));
    }

    /// Leaves only the declarations, as far as they can be written without inference.
    public Printed declare(String name, String source) {
        return printed(call("declare", name, source));
    }

    private List<byte[]> call(String function, String name, String source, String... more) {
        try {
            var current = isolate();
            var answer = current.call(function, name, source, more);
            if (current.size() > LARGEST) {
                close();
            }
            return answer;
        } catch (JavetException e) {
            close();
            throw new EngineFailure("the engine gave up: " + e.getMessage(), e);
        }
    }

    /// An engine that cannot even start says nothing about the source.
    private Isolate isolate() {
        if (isolate == null) {
            try {
                isolate = new Isolate();
            } catch (JavetException e) {
                throw new IllegalStateException("the engine does not start", e);
            }
        }
        return isolate;
    }

    private static Printed printed(List<byte[]> answer) {
        return new Printed(
                new String(answer.get(0), StandardCharsets.UTF_8),
                new String(answer.get(1), StandardCharsets.UTF_8),
                names(read(answer.get(2))),
                complaints(read(answer.get(3))));
    }

    private static List<String> names(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new EngineFailure("the syntax tree is beyond bounds", e);
        }
    }

    private static List<Comment> comments(JsonNode nodes) {
        var comments = new ArrayList<Comment>();
        for (var node : nodes) {
            comments.add(
                    new Comment(
                            node.path("type").asString().equals("Line"),
                            node.path("value").asString(),
                            node.path("start").asInt(),
                            node.path("end").asInt()));
        }
        return comments;
    }

    private static List<Complaint> complaints(JsonNode nodes) {
        var complaints = new ArrayList<Complaint>();
        for (var node : nodes) {
            if (node.path("severity").asString().equals("Error")) {
                complaints.add(
                        new Complaint(
                                node.path("message").asString(),
                                node.path("labels").path(0).path("start").asInt(-1)));
            }
        }
        return complaints;
    }

    @Override
    public void close() {
        var old = isolate;
        isolate = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (JavetException e) {
            throw new IllegalStateException("an isolate cannot be closed", e);
        }
    }
}
