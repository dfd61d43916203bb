package varve.query.version;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.query.Rows;

/// JSR's PackageVersion.
public record VersionView(
        String scope,
        String pkg,
        String version,
        boolean yanked,
        boolean usesNpm,
        @Nullable Integer newerVersionsCount,
        @Nullable String rekorLogId,
        @Nullable String license,
        @Nullable String readmePath,
        Instant updatedAt,
        Instant createdAt) {

    @JsonProperty("package")
    public String pkg() {
        return pkg;
    }

    static VersionView of(ResultSet row) throws SQLException {
        return new VersionView(
                row.getString("scope"),
                row.getString("name"),
                row.getString("version"),
                row.getBoolean("yanked"),
                row.getBoolean("uses_npm"),
                null,
                row.getString("rekor_log_id"),
                row.getString("license"),
                row.getString("readme"),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"));
    }
}
