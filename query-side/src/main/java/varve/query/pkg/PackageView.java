package varve.query.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.pkg.PackageRef;
import varve.query.Audience;
import varve.query.Rows;

/// JSR's Package.
///
/// @param visibility `public` or `private`
/// @param movedTo `@scope/name` under which it goes on
public record PackageView(
        String scope,
        String name,
        String description,
        @Nullable RepositoryView githubRepository,
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
        String readmeSource,
        String visibility,
        @Nullable String movedTo) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Where the sources are developed.
    public record RepositoryView(
            @Nullable Long id, String owner, String name, Instant updatedAt, Instant createdAt) {
        static @Nullable RepositoryView of(ResultSet row) throws SQLException {
            var owner = row.getString("repository_owner");
            return owner == null
                    ? null
                    : new RepositoryView(
                            row.getObject("repository_id", Long.class),
                            owner,
                            row.getString("repository_name"),
                            Rows.moment(row, "repository_at"),
                            Rows.moment(row, "repository_at"));
        }
    }

    /// Reads a row of `varve_read.package`; the counts are filled for a single package only, as JSR
    /// does.
    public static PackageView of(ResultSet row) throws SQLException {
        return new PackageView(
                row.getString("scope"),
                row.getString("name"),
                row.getString("description"),
                RepositoryView.of(row),
                JSON.readValue(
                        row.getString("runtime_compat"),
                        new TypeReference<Map<String, Boolean>>() {}),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"),
                row.getInt("version_count"),
                0,
                0,
                null,
                row.getString("latest"),
                Rows.momentOrNull(row, "featured_at"),
                row.getBoolean("archived"),
                row.getString("readme_source"),
                row.getBoolean("private") ? "private" : "public",
                row.getString("moved_to"));
    }

    /// For somebody who may not know under which name it goes on, it has not moved.
    PackageView toldTo(Audience audience) {
        return movedTo == null || audience.knows().test(PackageRef.of(movedTo))
                ? this
                : copy(dependencyCount, dependentCount, score, null);
    }

    PackageView with(int dependencies, int dependents, @Nullable Integer percent) {
        return copy(dependencies, dependents, percent, movedTo);
    }

    private PackageView copy(
            int dependencies,
            int dependents,
            @Nullable Integer percent,
            @Nullable String goesOnAs) {
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
                readmeSource,
                visibility,
                goesOnAs);
    }
}
