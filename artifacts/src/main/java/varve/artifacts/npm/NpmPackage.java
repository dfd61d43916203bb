package varve.artifacts.npm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import varve.artifacts.Faulted;
import varve.artifacts.Order;
import varve.artifacts.config.Configuration;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.Inference;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.upload.Digests;
import varve.artifacts.upload.Upload;
import varve.contract.publishing.Contents.Export;
import varve.contract.publishing.Contents.NpmTarball;

/// A package as npm clients get it: every uploaded file, JavaScript beside TypeScript, declarations
/// under `/_dist/`, and a `package.json` of our own.
@SuppressWarnings("ArrayRecordComponent")
public record NpmPackage(byte[] tarball, NpmTarball facts) {
    /// Counts up whenever the same upload would give other bytes; part of the tarball's address in
    /// packuments.
    public static final int REVISION = 13;

    private static final String MANIFEST = "/package.json";

    /// Makes the tarball of a package whose graph is in order.
    ///
    /// @throws Faulted when a module cannot be printed, or what is printed grows too large
    public static NpmPackage of(
            Order order,
            Upload upload,
            Configuration configuration,
            ModuleGraph graph,
            Engine engine,
            Inference inference) {
        var declared =
                Declared.of(
                                graph,
                                configuration.exports().stream().map(Export::file).toList(),
                                engine,
                                inference)
                        .modules();
        var layout = new Layout(graph, declared.keySet());
        var wording = new Wording(layout);
        var scripts =
                new Scripts(
                        engine, inference, layout, Set.copyOf(configuration.npm().bin().values()));
        var declarations = new DeclarationFiles(graph, layout, wording);

        var files = new PackageFiles();
        upload.files().forEach(file -> files.put(file.path().text(), file.bytes()));
        for (var module : graph.modules()) {
            var source = wording.source(module);
            if (!source.equals(module.text())) {
                files.put(module.path().text(), source.getBytes(StandardCharsets.UTF_8));
            }
            if (module.language().needsTransform()) {
                scripts.write(module, source, files);
            }
            var printed = declared.get(module.path());
            if (printed != null) {
                declarations.write(module, printed, files);
            }
        }
        Set.copyOf(configuration.npm().bin().values())
                .forEach(module -> files.change(layout.script(module), Commands::program));
        var manifest = new Manifest(layout, graph).text(order, configuration);
        files.put(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        return of(Tarball.of(files.all()), manifest);
    }

    private static NpmPackage of(byte[] tarball, String manifest) {
        return new NpmPackage(
                tarball,
                new NpmTarball(
                        REVISION,
                        HexFormat.of().formatHex(Digests.digest("SHA-1", tarball)),
                        Base64.getEncoder().encodeToString(Digests.digest("SHA-512", tarball)),
                        tarball.length,
                        manifest));
    }
}
