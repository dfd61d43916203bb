package varve.projections.npm;

import java.util.ArrayList;
import java.util.List;

/// Where a list of versions is cut into stretches. The versions' own names say it, so one that
/// comes or goes moves no cut but those around it, and the same versions are always cut alike.
final class Cuts {
    private static final int ONE_IN = 32;
    private static final int MOST = 128;

    private Cuts() {}

    /// @param releases in the order in which they are listed
    static List<List<Release>> of(List<Release> releases) {
        var stretches = new ArrayList<List<Release>>();
        int from = 0;
        for (int i = 0; i < releases.size(); i++) {
            if (isLast(releases.get(i)) || i + 1 - from == MOST || i + 1 == releases.size()) {
                stretches.add(List.copyOf(releases.subList(from, i + 1)));
                from = i + 1;
            }
        }
        return stretches;
    }

    private static boolean isLast(Release release) {
        int spread = release.version().text().hashCode() * 0x9E3779B1;
        return Integer.compareUnsigned(spread, (int) ((1L << 32) / ONE_IN)) < 0;
    }
}
