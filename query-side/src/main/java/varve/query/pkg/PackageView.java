package varve.query.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.query.Rows;

/// JSR's Package.
public record PackageView(
        String scope,
        String name,
        String description,
        @Nullable Object githubRepository,
        Map<String, Boolean> runtimeCompat,
        Instant updatedAt,
        Instant createdAt,
        int versionCount,
        int dependencyCount,
        int dependentCount,
        @Nullable Integer score,
        @Nullable String latestVersion,
        @Nullable Instant whenFeatured,
        boolean isArchived,
        String readmeSource) {

    /// Reads a row of `varve_read.package`; the counts are filled for a single package only, as JSR
    /// does.
    public static PackageView of(ResultSet row) throws SQLException {
        return new PackageView(
                row.getString("scope"),
                row.getString("name"),
                row.getString("description"),
                null,
                Map.of(),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"),
                row.getInt("version_count"),
                0,
                0,
                null,
                row.getString("latest"),
                null,
                false,
                "readme");
    }

    PackageView with(int dependencies, int dependents, @Nullable Integer percent) {
        return new PackageView(
                scope,
                name,
                description,
                githubRepository,
                runtimeCompat,
                updatedAt,
                createdAt,
                versionCount,
                dependencies,
                dependents,
                percent,
                latestVersion,
                whenFeatured,
                isArchived,
                readmeSource);
    }
}
