package varve.artifacts.graph;

import static varve.artifacts.Fault.GRAPH_ERROR;

import java.util.Optional;
import varve.artifacts.Faulted;
import varve.artifacts.engine.Complaint;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.engine.Parsed;

/// Parses modules, and says no where they are not TypeScript or JavaScript.
final class ModuleReader {
    /// The registry's own rule says more about such a piece of code than the grammar does.
    private static final String WITHOUT_DECLARE = "Augmentations for the global scope";

    private final Engine engine;

    ModuleReader(Engine engine) {
        this.engine = engine;
    }

    /// @param name decides the language: its extension
    /// @param at the module's address, for messages
    Syntax read(String name, String at, String text, Language language) {
        try {
            var parsed = engine.parse(name, text);
            complaint(parsed)
                    .ifPresent(complaint -> {
                        throw failed(
                                "the module's source code could not be parsed: %s\n    at %s"
                                        .formatted(
                                                complaint.message(),
                                                Place.of(at, text, complaint.start())));
                    });
            return Syntax.of(parsed, text, language);
        } catch (EngineFailure _) {
            throw failed(
                    "'%s' could not be analysed: too deeply nested or too large".formatted(at));
        }
    }

    private static Optional<Complaint> complaint(Parsed parsed) {
        return parsed.complaints().stream()
                .filter(complaint -> !complaint.message().startsWith(WITHOUT_DECLARE))
                .findFirst()
                .or(() -> ExportedNames.flaw(parsed.program().path("node")));
    }

    static Faulted failed(String message) {
        return GRAPH_ERROR.with("failed to build module graph: " + message);
    }
}
