package varve.artifacts.imports;

import static varve.artifacts.graph.Reference.Kind.DYNAMIC;
import static varve.artifacts.graph.Reference.Kind.STATIC;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import varve.artifacts.config.Utf8;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.graph.Reference;
import varve.artifacts.graph.References;

/// Reads here and now, for one thread at a time. What hostile code can do to this process it does:
/// servers ask {@link ImportProcess}.
final class EngineReader implements ImportReader {
    private final Engine engine = new Engine();

    @Override
    public Optional<List<String>> imports(String path, byte[] source) {
        return Utf8.text(source).flatMap(text -> of(path, text));
    }

    private Optional<List<String>> of(String path, String text) {
        try {
            var parsed = engine.parse(path, text);
            return parsed.complaints().isEmpty()
                    ? Optional.of(
                            References.of(parsed, text).stream()
                                    .filter(it -> it.kind() == STATIC || it.kind() == DYNAMIC)
                                    .sorted(Comparator.comparingInt(Reference::start))
                                    .map(Reference::specifier)
                                    .distinct()
                                    .toList())
                    : Optional.empty();
        } catch (EngineFailure _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
