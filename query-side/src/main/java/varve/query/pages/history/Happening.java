package varve.query.pages.history;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.query.audit.Rights.Right;
import varve.query.pages.Words;

/// One entry of a history.
///
/// @param event name under which the fact is stored
/// @param who on whose wish; absent when erased
/// @param whom it was about, if about a person
public record Happening(
        long position,
        Instant at,
        String event,
        JsonNode payload,
        boolean byRegistry,
        @Nullable String who,
        @Nullable String whom,
        @Nullable Right right) {

    Happening by(@Nullable Right proven) {
        return new Happening(position, at, event, payload, byRegistry, who, whom, proven);
    }

    /// Shows that things got worse for those who depend on it.
    public boolean isBad() {
        return switch (event) {
            case "version.yanked", "version.deprecated", "version.tombstoned" -> true;
            default -> false;
        };
    }

    public String what(Words words) {
        return switch (event) {
            case "scope.created" -> words.scopeCreated(text("scope"));
            case "scope.described" -> words.scopeDescribed();
            case "scope.member-joined" -> words.memberJoined(whom(words), role());
            case "scope.role-changed" -> words.roleChanged(whom(words), role());
            case "scope.member-left" -> words.memberLeft(whom(words));
            case "package.created", "package.npm-created" -> words.packageCreated(text("pkg"));
            case "package.described" -> words.packageDescribed(text("pkg"));
            case "package.tag-set" -> words.tagSet(text("pkg"), text("tag"), text("version"));
            case "package.tag-removed" -> words.tagRemoved(text("pkg"), text("tag"));
            case "version.published", "version.npm-published" ->
                    words.versionPublished(text("ref"));
            case "version.yanked" -> words.versionYanked(text("ref"));
            case "version.unyanked" -> words.versionUnyanked(text("ref"));
            case "version.deprecated" -> words.versionDeprecated(text("ref"));
            case "version.undeprecated" -> words.versionUndeprecated(text("ref"));
            case "version.tombstoned" -> words.versionTombstoned(text("ref"));
            default -> event;
        };
    }

    public String who(Words words) {
        if (who != null) {
            return who;
        }
        return byRegistry ? words.theRegistry() : words.somebodyErased();
    }

    public String right(Words words) {
        if (right == null || right.as().equals("registry")) {
            return "";
        }
        return right.scope() == null ? words.asStaff() : words.asRole(right.as(), right.scope());
    }

    private String whom(Words words) {
        return whom == null ? words.somebodyErased() : whom;
    }

    private String role() {
        return text("role").toLowerCase(Locale.ROOT);
    }

    private String text(String field) {
        return payload.path(field).asString("");
    }
}
