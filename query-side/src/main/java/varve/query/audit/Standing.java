package varve.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a package takes in new versions, at a point of the log.
///
/// @param npm whether it comes from an npm client
/// @param leaving while it is being deleted, which may still be abandoned
/// @param moved whether it goes on under another name
record Standing(boolean there, boolean npm, boolean archived, boolean leaving, boolean moved) {
    private static final Standing ABSENT = new Standing(false, false, false, false, false);

    /// @param steps all that happened to the package up to then
    static Standing of(List<Past.Step> steps) {
        var standing = ABSENT;
        for (var step : steps) {
            standing = standing.after(step.event());
        }
        return standing;
    }

    private Standing after(String event) {
        return switch (event) {
            case "package.created" -> new Standing(true, false, false, false, false);
            case "package.npm-created" -> new Standing(true, true, false, false, false);
            case "package.deleted" -> ABSENT;
            case "package.archived" -> new Standing(there, npm, true, leaving, moved);
            case "package.unarchived" -> new Standing(there, npm, false, leaving, moved);
            case "package.deletion-begun" -> new Standing(there, npm, archived, true, moved);
            case "package.deletion-abandoned" -> new Standing(there, npm, archived, false, moved);
            case "package.moved" -> new Standing(there, npm, archived, leaving, true);
            default -> this;
        };
    }

    /// Code of the refusal that everybody hears; absent when there is none.
    @Nullable String refusal() {
        if (!there || leaving) {
            return "packageNotFound";
        }
        if (moved) {
            return "packageMoved";
        }
        return archived ? "packageArchived" : null;
    }
}
