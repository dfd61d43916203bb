package varve.artifacts.graph;

import static varve.artifacts.Fault.COMMON_JS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.StoredFile;
import varve.artifacts.config.Utf8;
import varve.artifacts.engine.Engine;
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
    /// How messages call a module in an address, which may be as long as a book.
    private static final String SHORT = "data:";

    private final ModuleReader reader;
    private final Upload upload;
    private final Resolver resolver;
    private final Map<FilePath, SourceModule> modules = new LinkedHashMap<>();
    private final Set<FilePath> seen = new HashSet<>();
    private final Set<String> seenData = new HashSet<>();
    private final List<Target> inData = new ArrayList<>();
    private final Deque<FilePath> needed = new ArrayDeque<>();
    private final Deque<FilePath> perhaps = new ArrayDeque<>();
    private final List<Faulted> dependencies = new ArrayList<>();
    private final List<Faulted> rules = new ArrayList<>();

    public GraphBuilder(Engine engine, Upload upload, VersionRef self, List<Export> exports) {
        this(engine, upload, self, exports, List.of());
    }

    /// @param programs modules that are run rather than imported
    public GraphBuilder(
            Engine engine,
            Upload upload,
            VersionRef self,
            List<Export> exports,
            Collection<FilePath> programs) {
        this.reader = new ModuleReader(engine);
        this.upload = upload;
        this.resolver = new Resolver(upload, self, exports);
        exports.forEach(export -> needed.add(export.file()));
        needed.addAll(programs);
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
        return new ModuleGraph(modules, inData);
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
        checkBraces(path);
        try {
            read(upload.file(path).orElseThrow(), language, isNeeded);
        } catch (Faulted fault) {
            if (isNeeded) {
                throw fault;
            }
        }
    }

    /// Addresses write braces as `%7B` and `%7D`, and clients look for a module under that name,
    /// which no path can have: what they cannot load is refused here rather than there.
    private static void checkBraces(FilePath path) {
        if (path.text().indexOf('{') >= 0 || path.text().indexOf('}') >= 0) {
            throw ModuleReader.failed(
                    "module 'file://%s' has a brace in its path, and clients cannot load it; rename it"
                            .formatted(path.text()));
        }
    }

    private void read(StoredFile file, Language language, boolean isNeeded) {
        var path = file.path();
        var text =
                Utf8.text(file.bytes())
                        .orElseThrow(() ->
                                ModuleReader.failed("'file://" + path.text() + "' is not UTF-8"));
        var syntax = reader.read(path, text, language);
        var links = new ArrayList<Link>();
        for (var reference : References.of(syntax.info(), language)) {
            var target = follow(path, text, reference, isNeeded);
            if (target != null) {
                links.add(new Link(reference, target));
            }
        }
        check(syntax, "file://" + path.text(), text);
        modules.put(
                path,
                new SourceModule(
                        path,
                        text,
                        language,
                        syntax.info(),
                        links,
                        syntax.forDeclarations(),
                        syntax.needsInference(),
                        syntax.needsLowering(),
                        syntax.outline(),
                        SourceModule.typeTargets(links)));
    }

    private void check(Syntax syntax, String address, String text) {
        if (!syntax.findings().isEmpty()) {
            var finding = syntax.findings().getFirst();
            var at = Place.of(address, text, finding.at());
            rules.add(finding.fault().with(finding.message() + "\n    at " + at));
        }
    }

    /// What a reference means; null when a rule about dependencies is broken, which is told later.
    private @Nullable Target follow(
            FilePath from, String text, Reference reference, boolean isNeeded) {
        Supplier<String> at = () -> Place.of(from, text, reference.start() - 1).toString();
        try {
            var target = resolver.resolve(from, reference.loaded(), at);
            if (target instanceof Target.Local(var path)) {
                enqueue(path, reference, isNeeded, at);
            }
            if (target instanceof Target.Outside(var address)
                    && address.startsWith("data:")
                    && !reference.isData()) {
                readData(address);
            }
            return target;
        } catch (Faulted fault) {
            if (fault.fault() != Fault.GRAPH_ERROR) {
                dependencies.add(fault);
                return null;
            }
            if (isNeeded && reference.mustBeThere()) {
                throw fault;
            }
            return new Target.Missing(reference.specifier());
        }
    }

    private void enqueue(
            FilePath path, Reference reference, boolean isNeeded, Supplier<String> at) {
        var isStatic = reference.kind() == Kind.STATIC;
        if (isStatic && Language.of(path) == Language.JSON && reference.attribute().isEmpty()) {
            throw ModuleReader.failed(
                    "'file://%s' is JSON and has to be imported with { type: \"json\" }\n    at %s"
                            .formatted(path.text(), at.get()));
        }
        if (!reference.isData()) {
            (isNeeded && reference.mustBeThere() ? needed : perhaps).add(path);
        }
    }

    /// A module in an address can name only what has a full address itself.
    private void readData(String address) {
        if (!seenData.add(address)) {
            return;
        }
        var data = DataModule.of(address).orElse(null);
        if (data == null) {
            return;
        }
        var language = Language.of(FilePath.of("/" + data.name()));
        var syntax = reader.read(data.name(), SHORT, data.text(), language);
        for (var reference : References.of(syntax.info(), language)) {
            Supplier<String> at =
                    () -> Place.of(SHORT, data.text(), reference.start() - 1).toString();
            try {
                inData.add(resolver.resolve(reference.loaded(), at));
            } catch (Faulted fault) {
                if (fault.fault() == Fault.GRAPH_ERROR) {
                    throw fault;
                }
                dependencies.add(fault);
            }
        }
        check(syntax, SHORT, data.text());
    }
}
