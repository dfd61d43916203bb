package varve.query.pages.authorization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a program asks a person for.
///
/// @param permissions none when it asks for all that the person may do
public record AuthorizationView(String code, List<Asked> permissions) {
    /// One thing that is asked for; each absent part widens it.
    public record Asked(
            String permission,
            @Nullable String scope,
            @JsonProperty("package") @Nullable String pkg,
            @Nullable String version,
            @Nullable String tarballHash) {

        /// For example `@luca/flag@1.0.0`.
        public String what() {
            var text = new StringBuilder(scope == null ? "*" : "@" + scope);
            if (pkg != null) {
                text.append('/').append(pkg);
            }
            if (version != null) {
                text.append('@').append(version);
            }
            return text.toString();
        }
    }
}
