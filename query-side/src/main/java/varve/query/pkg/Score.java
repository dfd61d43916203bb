package varve.query.pkg;

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

    /// What is known of the package apart from the version.
    ///
    /// @param runtimes that it is said to run in
    public record Setting(boolean provenance, boolean description, int runtimes) {}

    /// @param merits of the latest version, absent if there is none
    public static Score of(@Nullable Merits merits, Setting setting) {
        var known = merits == null ? Merits.none() : merits;
        int total =
                known.points()
                        + one(setting.provenance())
                        + one(setting.description())
                        + one(setting.runtimes() > 0)
                        + one(setting.runtimes() > 1);
        return new Score(
                known.readme(),
                known.examples(),
                known.entriesWithoutDocs().isEmpty(),
                merits == null ? List.of() : known.entriesWithoutDocs(),
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
        return Merits.percent(total);
    }

    /// Points for documented symbols.
    public int symbolPoints() {
        return new Merits(false, false, List.of(), percentageDocumentedSymbols, false)
                .symbolPoints();
    }
}
