package varve.query.pkg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.docs.Merits;
import varve.contract.docs.PackageMerits;

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

    /// @param merits of the latest version, absent if there is none
    public static Score of(@Nullable Merits merits, PackageMerits pkg) {
        var known = merits == null ? Merits.none() : merits;
        return new Score(
                known.readme(),
                known.examples(),
                known.entriesWithoutDocs().isEmpty(),
                merits == null ? List.of() : known.entriesWithoutDocs(),
                known.documented(),
                known.fastTypes(),
                pkg.provenance(),
                pkg.description(),
                pkg.runtimes() > 0,
                pkg.runtimes() > 1,
                known.points() + pkg.points());
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
