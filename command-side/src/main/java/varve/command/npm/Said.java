package varve.command.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Fields of npm's smaller bodies, of which each wish has some.
record Said(
        @Nullable String name,
        @Nullable String description,
        @Nullable String user,
        @Nullable String role,
        @JsonProperty("package") @Nullable String pkg,
        @Nullable String permissions,
        @Nullable String access) {
    /// @throws Refused when the field is not there
    static String needed(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new Refused(new Refusal.Malformed("'" + field + "' is missing"));
        }
        return value;
    }

    /// Without the `@` that people may write before a name.
    static String bare(String name) {
        return name.startsWith("@") || name.startsWith("~") ? name.substring(1) : name;
    }
}
