package varve.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import varve.artifacts.Inspection;
import varve.artifacts.WorkshopTrouble;
import varve.artifacts.worker.WorkerSettings;
import varve.artifacts.worker.WorkerWorkshop;

/// How long it takes to look into a package in a warm worker, next to what `deno publish --dry-run`
/// takes for the same package on the same machine at the same time. The packages are those of
/// Deno's standard library: `VARVE_STD` is a working copy of it, `DENO` the program.
public final class AnalysisBenchmark {
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 5;
    private static final String INSTALLED =
            Path.of("..", "acceptance", "clients", "node_modules", ".bin", "deno")
                    .toAbsolutePath()
                    .normalize()
                    .toString();

    private AnalysisBenchmark() {}

    /// @param ours nanoseconds, one for each round
    private record Row(StandardPackage pkg, List<Long> ours, List<Long> denos) {
        double ratio() {
            return (double) median(ours) / median(denos);
        }
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, WorkshopTrouble {
        var given = System.getenv("VARVE_STD");
        var deno = System.getenv().getOrDefault("DENO", INSTALLED);
        if (given == null || !Files.isExecutable(Path.of(deno))) {
            System.out.println(
                    "NOT RUN: analysis beside deno wants VARVE_STD, a working copy of denoland/std,"
                            + " and DENO or build/test-clients");
            return;
        }
        var library = Path.of(given);
        var room = Files.createTempDirectory("varve-benchmark");
        var rows = new ArrayList<Row>();
        for (var pkg : StandardPackage.all(library, room)) {
            rows.add(new Row(pkg, new ArrayList<>(), new ArrayList<>()));
        }
        try (var workshop = new WorkerWorkshop(WorkerSettings.of(1))) {
            for (int i = 0; i < WARM_UP; i++) {
                for (var row : rows) {
                    look(workshop, row.pkg());
                }
            }
            for (int i = 0; i < ROUNDS; i++) {
                for (var row : rows) {
                    row.ours().add(look(workshop, row.pkg()));
                    row.denos().add(dryRun(deno, row.pkg()));
                }
            }
        }
        print(rows);
    }

    private static long look(WorkerWorkshop workshop, StandardPackage pkg) throws WorkshopTrouble {
        long begun = System.nanoTime();
        var verdict = workshop.inspect(pkg.tarball(), pkg.order());
        long took = System.nanoTime() - begun;
        if (verdict instanceof Inspection.Faulty faulty) {
            throw new IllegalStateException(pkg.name() + ": " + faulty);
        }
        return took;
    }

    private static long dryRun(String deno, StandardPackage pkg)
            throws IOException, InterruptedException {
        var command =
                List.of(deno, "publish", "--dry-run", "--allow-dirty", "--no-check", "--quiet");
        long begun = System.nanoTime();
        var process =
                new ProcessBuilder(command)
                        .directory(pkg.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("deno does not end with " + pkg.name());
        }
        return System.nanoTime() - begun;
    }

    private static void print(List<Row> rows) {
        System.out.printf("%-24s %10s %10s %7s%n", "package", "ours ms", "deno ms", "ratio");
        for (var row : rows) {
            System.out.printf(
                    "%-24s %10.1f %10.1f %7.2f%n",
                    row.pkg().name(),
                    median(row.ours()) / 1e6,
                    median(row.denos()) / 1e6,
                    row.ratio());
        }
        var ours = rows.stream().flatMap(row -> row.ours().stream()).sorted().toList();
        var denos = rows.stream().flatMap(row -> row.denos().stream()).sorted().toList();
        var ratios = rows.stream().map(Row::ratio).sorted().toList();
        System.out.printf(
                "%d packages: ours p50 %.1f ms, p99 %.1f ms; deno p50 %.1f ms, p99 %.1f ms; median ratio %.2f%n",
                rows.size(),
                at(ours, 50) / 1e6,
                at(ours, 99) / 1e6,
                at(denos, 50) / 1e6,
                at(denos, 99) / 1e6,
                ratios.get(ratios.size() / 2));
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static long median(List<Long> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
