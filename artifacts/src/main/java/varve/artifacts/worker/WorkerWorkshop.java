package varve.artifacts.worker;

import static varve.artifacts.Fault.GRAPH_ERROR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import varve.artifacts.Inspection;
import varve.artifacts.Order;
import varve.artifacts.Workshop;
import varve.artifacts.WorkshopTrouble;

/// Inspects in child processes. An upload may crash its child, fill its memory or never end; the
/// server does not notice more than a verdict.
///
/// An upload on which a child dies is tried again, the last time without inference, which needs the
/// most memory. When it kills that child too, the upload is at fault.
public final class WorkerWorkshop implements Workshop {
    private static final int TRIES = 3;
    private static final System.Logger LOG = System.getLogger(WorkerWorkshop.class.getName());

    private final WorkerSettings settings;
    private final Path room;
    private final ScheduledExecutorService clock;
    private final List<Bench> all = new ArrayList<>();
    private final BlockingQueue<Bench> free;
    private final AtomicLong deaths = new AtomicLong();

    public WorkerWorkshop(WorkerSettings settings) {
        this.settings = settings;
        this.room = room();
        this.clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("workshop-clock").factory());
        this.free = new ArrayBlockingQueue<>(settings.workers());
        for (int i = 0; i < settings.workers(); i++) {
            var bench = new Bench(settings, room, clock);
            all.add(bench);
            free.add(bench);
        }
    }

    private static Path room() {
        try {
            return Files.createTempDirectory("varve-workshop-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts one child, so that the first publisher need not wait for it.
    public void warmUp() throws WorkshopTrouble {
        var bench = take();
        try {
            bench.worker();
        } finally {
            free.add(bench);
        }
    }

    @Override
    public Inspection inspect(Path tarball, Order order) throws WorkshopTrouble {
        var bench = take();
        try {
            return inspect(bench, tarball, order);
        } finally {
            free.add(bench);
        }
    }

    private Inspection inspect(Bench bench, Path tarball, Order order) throws WorkshopTrouble {
        Exception last = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                var isThorough = attempt < TRIES && !(last instanceof Worker.Late);
                return bench.worker()
                        .inspect(Request.of(tarball, order, isThorough), settings.limit());
            } catch (Worker.Died | Worker.Late trouble) {
                deaths.incrementAndGet();
                tell(order, attempt, trouble);
                if (trouble instanceof Worker.Late && last instanceof Worker.Late) {
                    return tooMuch("within " + settings.limit().toSeconds() + " seconds");
                }
                last = trouble;
            }
        }
        return tooMuch("too deeply nested or too large");
    }

    private static Inspection tooMuch(String why) {
        var how = why.startsWith("within") ? " " : ": ";
        return GRAPH_ERROR.with("the package could not be analysed" + how + why).verdict();
    }

    private static void tell(Order order, int attempt, Exception trouble) {
        LOG.log(
                System.Logger.Level.WARNING,
                "a worker was lost on {0}, try {1} of {2}: {3}",
                order.ref(),
                attempt,
                TRIES,
                trouble.getMessage());
    }

    private Bench take() throws WorkshopTrouble {
        try {
            var bench = free.poll(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (bench == null) {
                throw new WorkshopTrouble("no worker was free within " + settings.patience());
            }
            return bench;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkshopTrouble("interrupted while waiting for a worker", e);
        }
    }

    /// How many children have died at work since the start.
    public long deaths() {
        return deaths.get();
    }

    /// The child processes that live now.
    public List<Long> pids() {
        return all.stream().map(Bench::pid).filter(Objects::nonNull).toList();
    }

    /// Ends the children at once; inspections under way end in {@link WorkshopTrouble}.
    @Override
    public void close() {
        all.forEach(Bench::close);
        clock.shutdownNow();
        try (var left = Files.walk(room)) {
            for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // a child may still be writing; the system empties its temporary folder itself
        }
    }
}
