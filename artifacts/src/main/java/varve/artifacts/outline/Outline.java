package varve.artifacts.outline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.artifacts.engine.Parsed;
import varve.contract.docs.Declaration;
import varve.contract.docs.Doc;
import varve.contract.publishing.FilePath;

/// What a module consists of for those who look from outside.
///
/// @param declared at the top level, exported or not; several may share a name
/// @param imports what local names stand for
/// @param exports in the order of the text
public record Outline(
        @Nullable Doc doc,
        List<Declared> declared,
        Map<String, Imported> imports,
        List<Export> exports) {

    public Outline {
        declared = List.copyOf(declared);
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        exports = List.copyOf(exports);
    }

    /// Something with a name. Links in its signatures hold the names as they stand in the source.
    ///
    /// @param inner what a namespace declares
    /// @param exports what a namespace lets out
    public record Declared(
            String name,
            Declaration declaration,
            Surface surface,
            List<Declared> inner,
            List<Export> exports) {
        public Declared {
            inner = List.copyOf(inner);
            exports = List.copyOf(exports);
        }
    }

    /// @param name under which the other module exports it, `*` for all of it
    public record Imported(String specifier, String name) {}

    /// How a name gets out.
    public sealed interface Export {

        /// @param local name of a declaration or an import
        record Local(String name, String local) implements Export {}

        /// `export { imported as name } from "specifier"`
        ///
        /// @param imported `*` for the other module as a namespace
        /// @param start of the statement, in UTF-16 units
        record From(String name, String specifier, String imported, int start) implements Export {}

        /// `export * from "specifier"`
        record All(String specifier) implements Export {}
    }

    /// Whether a name is declared at the top level.
    public boolean declares(String name) {
        return declared.stream().anyMatch(each -> each.name().equals(name));
    }

    /// A module that says nothing.
    public static final Outline NOTHING = new Outline(null, List.of(), Map.of(), List.of());

    /// Depth is the author's choice: what is nested deeper than our stack is left out.
    public static Outline of(FilePath path, String text, Parsed parsed) {
        try {
            return read(path, text, parsed);
        } catch (StackOverflowError _) {
            return NOTHING;
        }
    }

    private static Outline read(FilePath path, String text, Parsed parsed) {
        var program = parsed.program().path("node");
        var source = new Source(path, text, parsed.comments(), program);
        var statements = new Statements(source, false);
        program.path("body").forEach(statements::read);
        return new Outline(
                source.moduleDoc(program),
                statements.declared(),
                statements.imports(),
                statements.exports());
    }
}
