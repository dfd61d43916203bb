package varve.artifacts.npm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import varve.artifacts.Samples;
import varve.artifacts.Tar;
import varve.artifacts.Unpacked;
import varve.artifacts.config.Configuration;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.Inference;
import varve.artifacts.engine.TypeScript;
import varve.artifacts.graph.GraphBuilder;
import varve.artifacts.upload.Archive;

/// Makes npm packages and opens them again.
final class Packer implements AutoCloseable {
    private final Engine engine = new Engine();
    private final TypeScript typeScript = new TypeScript();

    Unpacked unpacked(Map<String, String> files) throws IOException {
        return unpacked(files, typeScript);
    }

    Unpacked unpacked(Map<String, String> files, Inference inference) throws IOException {
        var order = Samples.ORDER;
        var upload = Archive.read(new ByteArrayInputStream(Tar.upload(files)));
        var configuration = Configuration.of(upload, order);
        var graph =
                new GraphBuilder(
                                engine,
                                upload,
                                order.ref(),
                                configuration.exports(),
                                configuration.npm().bin().values())
                        .build();
        return Unpacked.of(
                NpmPackage.of(order, upload, configuration, graph, engine, inference).tarball());
    }

    @Override
    public void close() {
        engine.close();
        typeScript.close();
    }
}
