package varve.artifacts.npm;

import static varve.artifacts.Fault.NPM_TARBALL_ERROR;

import java.util.Set;
import java.util.regex.Pattern;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.engine.Inference;
import varve.artifacts.engine.Jsx;
import varve.artifacts.engine.Printed;
import varve.artifacts.graph.SourceModule;
import varve.contract.publishing.FilePath;

/// Makes the JavaScript of a module. It is made from the text as it lies in the package, so that
/// the source map fits.
final class Scripts {
    private static final Pattern AUTOMATIC =
            Pattern.compile("@jsxImportSource\\s|@jsxRuntime\\s+automatic");

    private final Engine engine;
    private final Inference inference;
    private final Layout layout;
    private final Set<FilePath> programs;

    /// @param programs modules that are run as commands
    Scripts(Engine engine, Inference inference, Layout layout, Set<FilePath> programs) {
        this.programs = programs;
        this.engine = engine;
        this.inference = inference;
        this.layout = layout;
    }

    void write(SourceModule module, String source, PackageFiles files) {
        var place = layout.script(module.path());
        var printed = printed(module, source);
        if (programs.contains(module.path())) {
            printed =
                    new Printed(
                            printed.code(),
                            Commands.mappings(printed),
                            printed.names(),
                            printed.complaints());
        }
        files.put(place, SourceMap.withLink(printed.code(), place));
        files.put(place + ".map", SourceMap.of(printed, place, module.path().text()));
    }

    private Printed printed(SourceModule module, String source) {
        var path = module.path().text();
        var jsx = AUTOMATIC.matcher(source).find() ? Jsx.AUTOMATIC : Jsx.CLASSIC;
        if (module.needsLowering()) {
            var lowered = inference.transpile(path, source, jsx);
            if (lowered.isPresent()) {
                return lowered.get();
            }
        }
        try {
            var printed = engine.transform(path, source, jsx);
            return printed.complaints().isEmpty()
                    ? printed
                    : inference
                            .transpile(path, source, jsx)
                            .orElseThrow(() -> refused(path, printed));
        } catch (EngineFailure e) {
            throw NPM_TARBALL_ERROR.with(
                    "'file://%s' could not be printed as JavaScript: %s"
                            .formatted(path, e.getMessage()));
        }
    }

    private static RuntimeException refused(String path, Printed printed) {
        return NPM_TARBALL_ERROR.with(
                "'file://%s' could not be printed as JavaScript: %s"
                        .formatted(path, printed.complaints().getFirst().message()));
    }
}
