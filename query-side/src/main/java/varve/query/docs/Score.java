package varve.query.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.docs.Merits;

/// JSR's PackageScore: what the latest version does well, and what its package does.
public record Score(
        boolean hasReadme,
        boolean hasReadmeExamples,
        boolean allEntrypointsDocs,
        List<String> entrypointsWithoutDocs,
        double percentageDocumentedSymbols,
        boolean allFastCheck,
        boolean hasProvenance,
        boolean hasDescription,
        boolean atLeastOneRuntimeCompatible,
        boolean multipleRuntimesCompatible,
        int total) {

    /// One point may be missed.
    public static final int FULL = 17;

    private static final int README = 2;
    private static final int SYMBOLS = 5;
    private static final int FAST = 5;
    private static final double ENOUGH = 0.8;

    /// What is known of the package apart from the version.
    ///
    /// @param runtimes that it is said to run in
    public record Setting(boolean provenance, boolean description, int runtimes) {}

    /// @param merits of the latest version, absent if there is none
    public static Score of(@Nullable Merits merits, Setting setting) {
        var known = merits == null ? new Merits(false, false, List.of(), 0, false) : merits;
        var allDocs = merits != null && known.entriesWithoutDocs().isEmpty();
        int total =
                (known.readme() ? README : 0)
                        + one(known.examples())
                        + one(allDocs)
                        + (int) Math.floor(Math.min(known.documented() / ENOUGH, 1) * SYMBOLS)
                        + (known.fastTypes() ? FAST : 0)
                        + one(setting.provenance())
                        + one(setting.description())
                        + one(setting.runtimes() > 0)
                        + one(setting.runtimes() > 1);
        return new Score(
                known.readme(),
                known.examples(),
                allDocs,
                known.entriesWithoutDocs(),
                known.documented(),
                known.fastTypes(),
                setting.provenance(),
                setting.description(),
                setting.runtimes() > 0,
                setting.runtimes() > 1,
                total);
    }

    private static int one(boolean earned) {
        return earned ? 1 : 0;
    }

    /// 0 to 100.
    public int percent() {
        return Math.min(100, total * 100 / FULL);
    }

    /// Points for documented symbols.
    public int symbolPoints() {
        return (int) Math.floor(Math.min(percentageDocumentedSymbols / ENOUGH, 1) * SYMBOLS);
    }
}
