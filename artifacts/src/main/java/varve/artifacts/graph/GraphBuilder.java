package varve.artifacts.graph;

import static varve.artifacts.Fault.COMMON_JS;
import static varve.artifacts.Fault.GRAPH_ERROR;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.StoredFile;
import varve.artifacts.config.Utf8;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.graph.Reference.Kind;
import varve.artifacts.graph.SourceModule.Link;
import varve.artifacts.upload.Upload;
import varve.contract.publishing.Contents.Export;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Follows imports from the exports over the files of the upload.
///
/// The first fault of the graph itself wins, then the first forbidden dependency, then the first
/// forbidden piece of syntax. What is reached by dynamic imports only may be missing or broken:
/// that shows when the program runs.
public final class GraphBuilder {
    private final Engine engine;
    private final Upload upload;
    private final Resolver resolver;
    private final Map<FilePath, SourceModule> modules = new LinkedHashMap<>();
    private final Set<FilePath> seen = new HashSet<>();
    private final Deque<FilePath> needed = new ArrayDeque<>();
    private final Deque<FilePath> perhaps = new ArrayDeque<>();
    private final List<Faulted> dependencies = new ArrayList<>();
    private final List<Faulted> rules = new ArrayList<>();

    public GraphBuilder(Engine engine, Upload upload, VersionRef self, List<Export> exports) {
        this.engine = engine;
        this.upload = upload;
        this.resolver = new Resolver(upload, self, exports);
        exports.forEach(export -> needed.add(FilePath.of(export.target().substring(1))));
    }

    /// Does it, once.
    ///
    /// @throws Faulted when the package breaks a rule
    public ModuleGraph build() {
        for (var path = needed.poll(); path != null; path = needed.poll()) {
            visit(path, true);
        }
        for (var path = perhaps.poll(); path != null; path = perhaps.poll()) {
            visit(path, false);
        }
        for (var fault : dependencies) {
            throw fault;
        }
        for (var fault : rules) {
            throw fault;
        }
        return new ModuleGraph(modules);
    }

    private void visit(FilePath path, boolean isNeeded) {
        if (!seen.add(path)) {
            return;
        }
        var language = Language.of(path);
        if (language == Language.COMMON_JS) {
            rules.add(COMMON_JS.with("CommonJS is not allowed: 'file://" + path.text() + "'"));
        }
        if (!language.isCode()) {
            return;
        }
        try {
            read(upload.file(path).orElseThrow(), language, isNeeded);
        } catch (Faulted fault) {
            if (isNeeded) {
                throw fault;
            }
        }
    }

    private void read(StoredFile file, Language language, boolean isNeeded) {
        var path = file.path();
        var text =
                Utf8.text(file.bytes())
                        .orElseThrow(() -> graphError("'file://" + path.text() + "' is not UTF-8"));
        var syntax = parse(path, text, language);
        var links = new ArrayList<Link>();
        for (var reference : syntax.references()) {
            var target = follow(path, text, reference, isNeeded);
            if (target != null) {
                links.add(new Link(reference, target));
            }
        }
        for (var finding : syntax.findings()) {
            var at = Place.of(path, text, finding.at());
            rules.add(finding.fault().with(finding.message() + "\n    at " + at));
        }
        modules.put(
                path,
                new SourceModule(
                        path,
                        text,
                        language,
                        links,
                        syntax.forDeclarations(),
                        syntax.needsLowering(),
                        syntax.outline()));
    }

    private Syntax parse(FilePath path, String text, Language language) {
        try {
            var parsed = engine.parse(path.text(), text);
            for (var complaint : parsed.complaints()) {
                throw graphError(
                        "the module's source code could not be parsed: %s\n    at %s"
                                .formatted(
                                        complaint.message(),
                                        Place.of(path, text, complaint.start())));
            }
            return Syntax.of(parsed, path, text, language);
        } catch (EngineFailure _) {
            throw graphError(
                    "'file://%s' could not be analysed: too deeply nested or too large"
                            .formatted(path.text()));
        }
    }

    /// What a reference means; null when a rule about dependencies is broken, which is told later.
    private @Nullable Target follow(
            FilePath from, String text, Reference reference, boolean isNeeded) {
        var at = Place.of(from, text, reference.start() - 1).toString();
        try {
            var target = resolver.resolve(from, reference.loaded(), at);
            if (target instanceof Target.Local(var path)) {
                enqueue(path, reference, isNeeded, at);
            }
            return target;
        } catch (Faulted fault) {
            if (fault.fault() != Fault.GRAPH_ERROR) {
                dependencies.add(fault);
                return null;
            }
            if (isNeeded && reference.kind() != Kind.DYNAMIC) {
                throw fault;
            }
            return new Target.Missing(reference.specifier());
        }
    }

    private void enqueue(FilePath path, Reference reference, boolean isNeeded, String at) {
        var isStatic = reference.kind() == Kind.STATIC;
        if (isStatic && Language.of(path) == Language.JSON && reference.attribute().isEmpty()) {
            throw graphError(
                    "'file://%s' is JSON and has to be imported with { type: \"json\" }\n    at %s"
                            .formatted(path.text(), at));
        }
        if (!reference.isData()) {
            (isNeeded && reference.kind() != Kind.DYNAMIC ? needed : perhaps).add(path);
        }
    }

    private static Faulted graphError(String message) {
        return GRAPH_ERROR.with("failed to build module graph: " + message);
    }
}
