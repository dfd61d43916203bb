package varve.artifacts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import varve.artifacts.config.Configuration;
import varve.artifacts.docs.DocumentFile;
import varve.artifacts.docs.Librarian;
import varve.artifacts.docs.SlowTypes;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.engine.Inference;
import varve.artifacts.graph.GraphBuilder;
import varve.artifacts.graph.VersionMeta;
import varve.artifacts.npm.NpmPackage;
import varve.artifacts.score.Appraisal;
import varve.artifacts.upload.Archive;
import varve.artifacts.upload.Digests;
import varve.artifacts.upload.Upload;
import varve.contract.publishing.Contents;

/// Does the work here and now, one inspection after the other. What a hostile upload can do to this
/// process it does: servers ask {@link varve.artifacts.worker.WorkerWorkshop}.
public final class InProcessWorkshop implements Workshop {
    private final Engine engine = new Engine();
    private final Inference inference;
    private final ReentrantLock turn = new ReentrantLock();

    /// @param inference what to do about types that are not written down; not closed here
    public InProcessWorkshop(Inference inference) {
        this.inference = inference;
    }

    /// Makes the first inspection as quick as the others.
    public void warmUp() {
        engine.warmUp();
    }

    @Override
    public Inspection inspect(Path tarball, Order order) throws WorkshopTrouble {
        turn.lock();
        try {
            return sound(read(tarball), order);
        } catch (Faulted faulted) {
            return faulted.verdict();
        } catch (EngineFailure _) {
            return Fault.GRAPH_ERROR
                    .with("the package could not be analysed: too deeply nested or too large")
                    .verdict();
        } finally {
            turn.unlock();
        }
    }

    private static Upload read(Path tarball) throws WorkshopTrouble {
        try (var in = new BufferedInputStream(Files.newInputStream(tarball))) {
            return Archive.read(in);
        } catch (IOException e) {
            throw new WorkshopTrouble("the upload cannot be read from " + tarball, e);
        }
    }

    private Inspection sound(Upload upload, Order order) {
        var configuration = Configuration.of(upload, order);
        var graph =
                new GraphBuilder(
                                engine,
                                upload,
                                order.ref(),
                                configuration.exports(),
                                configuration.npm().bin().values())
                        .build();
        var npm = NpmPackage.of(order, upload, configuration, graph, engine, inference);
        var meta = VersionMeta.of(upload, configuration, graph);
        var contents =
                new Contents(
                        Digests.sha256(meta),
                        configuration.exports(),
                        graph.dependencies(),
                        npm.facts(),
                        upload.files().size(),
                        upload.bytes(),
                        configuration.license(),
                        upload.readme());
        var entries = configuration.exports().stream().map(Contents.Export::file).toList();
        var documentation =
                Librarian.document(graph, configuration.exports(), SlowTypes.of(graph, entries));
        var readme = Optional.ofNullable(upload.readme()).flatMap(upload::file);
        return new Inspection.Sound(
                List.copyOf(upload.files()),
                meta,
                npm.tarball(),
                DocumentFile.of(documentation),
                contents,
                Appraisal.of(documentation, readme));
    }

    @Override
    public void close() {
        turn.lock();
        try {
            engine.close();
        } finally {
            turn.unlock();
        }
    }
}
